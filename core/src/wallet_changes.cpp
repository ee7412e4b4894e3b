// SPDX-License-Identifier: MIT
#include "wallet_changes.hpp"

#include "margin/conversion.hpp"
#include "trade.hpp"
#include "wallet_view.hpp"

namespace margin {

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

Wallet withTraded(const Wallet& wallet, ContractIndex contract, Side side, double size, const Terms& terms) {
  Arithmetic unkept(nullptr, {});
  Order order;
  order.contract = contract;
  order.side = side;
  order.size = size;
  order.type = OrderType::Market;
  Execution execution;
  execution.price = terms.market.markPrice[contract];
  execution.size = size;
  execution.fee = feeOf(terms.rulebook.contracts()[contract], execution, terms, unkept);
  return trade(wallet, order, execution, terms, unkept).wallet;
}

}  // namespace margin
