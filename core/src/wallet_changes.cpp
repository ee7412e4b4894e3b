// SPDX-License-Identifier: MIT
#include "wallet_changes.hpp"

#include <algorithm>
#include <utility>

#include "execution.hpp"
#include "margin/conversion.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

double feeOf(const Contract& contract, double size, double price, const Terms& terms) noexcept {
  if (contract.us) return size * contract.us->fees.total();
  const double units = size * contract.contractSize;
  return terms.takerFee * (contract.type == ContractType::Inverse ? units / price : units * price);
}

/// Adds to a position of the same side: its entry price is the average of what the contracts are worth.
void enlarge(Position& position, double size, double price, bool inverse) noexcept {
  const double whole = position.size + size;
  position.entryPrice = inverse ? whole / (position.size / position.entryPrice + size / price)
                                : (position.size * position.entryPrice + size * price) / whole;
  position.size = whole;
}

}  // namespace

Wallet withAdded(const Wallet& given, AssetIndex asset, double quantity) {
  Wallet wallet = given;
  clearPreviews(wallet);
  if (auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    us->cash += quantity;
  } else if (auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    single->balance += quantity;
  } else {
    credit(std::get<MultiCollateralWallet>(wallet).collateral, asset, quantity);
  }
  return wallet;
}

Wallet withTraded(const Wallet& given, ContractIndex index, Side side, double size, const Terms& terms) {
  Wallet wallet = given;
  clearPreviews(wallet);
  if (!(size > 0)) return wallet;
  const Contract& contract = terms.rulebook.contracts()[index];
  const double mark = terms.market.markPrice[index];
  std::vector<Position>& positions = positionsOf(wallet);
  const Position* const open = positionOn(std::as_const(positions), index);
  double realized = 0;
  double opens = size;
  if (open) {
    const auto at = positions.begin() + (open - positions.data());
    realized = std::exchange(at->unrealizedFunding, 0);
    if (at->side == side) {
      enlarge(*at, size, mark, contract.type == ContractType::Inverse);
      opens = 0;
    } else {
      const double closed = std::min(size, at->size);
      Arithmetic unkept(nullptr, {});
      realized += realizedPnl(contract, *at, closed, mark, unkept);
      opens = size - closed;
      const double left = at->size - closed;
      if (left > 0) {
        at->isolatedMargin *= left / at->size;
        at->size = left;
      } else {
        positions.erase(at);
      }
    }
  }
  if (opens > 0) {
    Position position;
    position.contract = index;
    position.side = side;
    position.size = opens;
    position.entryPrice = mark;
    positions.push_back(position);
  }
  pay(wallet, realized, feeOf(contract, size, mark, terms), terms);
  return wallet;
}

}  // namespace margin
