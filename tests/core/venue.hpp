// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "account.hpp"

namespace margin::test {

/// Kraken's inverse schedule of BTC, first levels, by contracts (rules.md 3).
inline MarginSchedule inverseBtc() { return schedule({{0, 0.02}, {500e3, 0.04}, {1e6, 0.06}, {3e6, 0.1}}); }

/// A venue put together contract by contract, for wallets of any type.
class Venue {
 public:
  Rulebook rulebook;
  Policy policy;
  Client client = Client::Professional;
  Market market;
  double takerFee = 0;
  double makerFee = 0;
  std::optional<Instant> asOf;

  Venue() { market.indexPrice.push_back(1); }

  AssetIndex asset(const std::string& name, double price, double haircut = 0, double conversionFee = 0) {
    Asset added;
    added.name = name;
    added.haircut = haircut;
    added.conversionFee = conversionFee;
    added.collateral = true;
    added.kind = defaultKind(name);
    rulebook.addAsset(added);
    market.indexPrice.push_back(price);
    return rulebook.assets().size() - 1;
  }

  /// Lists a contract at its index price, with a schedule of its own; US contracts have none.
  ContractIndex list(Contract contract, const MarginSchedule& levels = classA()) {
    contract.symbol = "C" + std::to_string(rulebook.contracts().size());
    contract.schedule = rulebook.schedules().size();
    rulebook.addSchedule(contract.symbol, levels);
    market.markPrice.push_back(market.indexPrice[contract.underlying]);
    market.lastPrice.push_back(0);
    market.fundingRate.push_back(0);
    rulebook.addContract(std::move(contract));
    return rulebook.contracts().size() - 1;
  }
  ContractIndex list(ContractType type, AssetIndex underlying, const MarginSchedule& levels) {
    Contract contract;
    contract.type = type;
    contract.underlying = underlying;
    return list(std::move(contract), levels);
  }
  ContractIndex linear(AssetIndex underlying, const MarginSchedule& levels = classA()) {
    return list(ContractType::Linear, underlying, levels);
  }
  ContractIndex inverse(AssetIndex underlying, const MarginSchedule& levels = inverseBtc()) {
    return list(ContractType::Inverse, underlying, levels);
  }

  Terms terms() const { return {rulebook, policy, client, takerFee, market, makerFee, asOf}; }

  template <class Wallet>
  auto report(const Wallet& wallet) const {
    return evaluate(wallet, terms());
  }
};

inline Position open(ContractIndex contract, Side side, double size, double entryPrice) {
  Position position;
  position.contract = contract;
  position.side = side;
  position.size = size;
  position.entryPrice = entryPrice;
  return position;
}

inline Position isolatedBy(IsolatedBy by, double value, Position position) {
  position.margin = MarginMode::Isolated;
  position.isolatedBy = by;
  (by == IsolatedBy::Margin ? position.isolatedMargin : position.maxLeverage) = value;
  return position;
}

}  // namespace margin::test
