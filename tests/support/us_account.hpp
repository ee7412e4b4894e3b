// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "clock.hpp"
#include "margin/us_report.hpp"

namespace margin::test {

/// A US account put together row by row.
class UsAccount {
 public:
  UsFuturesWallet wallet;
  Rulebook rulebook;
  Market market;
  Instant asOf = chicago(6, 2026, 11, 23, 10, 0);  // a Monday, intraday

  explicit UsAccount(double cash = 0) {
    wallet.cash = cash;
    market.indexPrice.push_back(1);
  }

  AssetIndex asset(const std::string& name, double price, AssetKind kind = AssetKind::Crypto) {
    if (const auto known = rulebook.findAsset(name)) return *known;
    Asset added;
    added.name = name;
    added.kind = kind;
    rulebook.addAsset(added);
    market.indexPrice.push_back(price);
    return rulebook.assets().size() - 1;
  }

  /// Lists a contract at its index price. Margins are USD a contract.
  ContractIndex list(const std::string& symbol, AssetIndex underlying, double valuePerPoint, double intraday,
                     double initial, double maintenance) {
    Contract contract;
    contract.symbol = symbol;
    contract.type = ContractType::Us;
    contract.underlying = underlying;
    contract.us.emplace();
    contract.us->valuePerPoint = valuePerPoint;
    contract.us->intradayMargin = intraday;
    contract.us->initialMargin = initial;
    contract.us->maintenanceMargin = maintenance;
    market.markPrice.push_back(market.indexPrice[underlying]);
    market.lastPrice.push_back(0);
    market.fundingRate.push_back(0);
    rulebook.addContract(std::move(contract));
    return rulebook.contracts().size() - 1;
  }

  Position& trade(Side side, double size, ContractIndex contract, double entryPrice) {
    Position position;
    position.contract = contract;
    position.side = side;
    position.size = size;
    position.entryPrice = entryPrice;
    wallet.positions.push_back(position);
    return wallet.positions.back();
  }

  Terms terms() const { return termsAt(market); }
  Terms termsAt(const Market& prices) const {
    return {rulebook, Policy(), Client::Professional, 0, prices, 0, asOf};
  }
  UsReport report() const { return reportAt(market); }
  UsReport reportAt(const Market& prices) const { return evaluate(wallet, termsAt(prices)); }
};

}  // namespace margin::test
