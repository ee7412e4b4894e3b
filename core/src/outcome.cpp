// SPDX-License-Identifier: MIT
#include "outcome.hpp"

#include <cstddef>
#include <utility>

#include "previews.hpp"
#include "us_wallet.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

template <class Positions>
bool positionSafe(const Positions& reports, const std::vector<Position>& positions, ContractIndex contract) {
  const Position* const position = positionOn(positions, contract);
  if (!position) return true;
  const LiquidationSet& set = reports[static_cast<std::size_t>(position - positions.data())].liquidation;
  return set.state != PoolState::Liquidation;
}

}  // namespace

Outcome outcomeOf(const Wallet& wallet, const Terms& terms, ContractIndex contract) {
  const std::vector<Position>& positions = positionsOf(wallet);
  if (const auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    const UsReport report = valued(*us, terms);
    return {
        standing(report), positionSafe(report.positions, positions, contract), {{kUsd, report.withdrawable}}};
  }
  const auto* single = std::get_if<SingleCollateralWallet>(&wallet);
  WalletReport report =
      single ? valued(*single, terms) : valued(std::get<MultiCollateralWallet>(wallet), terms);
  // A coin's wallet is one pool, which its status tells of.
  const bool safe = single || positionSafe(report.positions, positions, contract);
  std::vector<WithdrawableReport> withdrawable = std::move(report.withdrawable);
  return {standing(std::move(report)), safe, std::move(withdrawable)};
}

}  // namespace margin
