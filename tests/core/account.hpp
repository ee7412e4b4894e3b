// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "margin/report.hpp"

namespace margin::test {

/// Kraken's global class A and B as rules.md 4.1 has them (initial, maintenance half of it).
inline MarginSchedule schedule(const std::vector<std::pair<double, double>>& fromAndInitial) {
  std::vector<MarginLevel> levels;
  for (const auto& [from, initial] : fromAndInitial) levels.push_back({from, initial, initial / 2});
  return *MarginSchedule::make(levels);
}
inline MarginSchedule classA() {
  return schedule({{0, 0.02}, {1e6, 0.04}, {2e6, 0.05}, {5e6, 0.1}, {10e6, 0.2}, {20e6, 0.3}, {60e6, 0.5}});
}
inline MarginSchedule classB() {
  return schedule(
      {{0, 0.02}, {250e3, 0.04}, {750e3, 0.05}, {1e6, 0.1}, {5e6, 0.2}, {10e6, 0.3}, {30e6, 0.5}});
}
inline MarginSchedule eeaClassF() { return schedule({{0, 0.2}, {25e3, 0.3}, {250e3, 0.5}}); }

/// An account put together row by row; every contract gets a schedule of its own.
class Account {
 public:
  Policy policy;
  MultiCollateralWallet wallet;
  Rulebook rulebook;
  Market market;
  double takerFee = 0;

  Account() { market.indexPrice.push_back(1); }

  AssetIndex asset(const std::string& name, double haircut = 0, double conversionFee = 0) {
    if (const auto known = rulebook.findAsset(name)) return *known;
    Asset added;
    added.name = name;
    added.haircut = haircut;
    added.conversionFee = conversionFee;
    added.collateral = true;
    added.kind = defaultKind(name);
    rulebook.addAsset(added);
    market.indexPrice.push_back(0);
    return rulebook.assets().size() - 1;
  }

  Account& hold(const std::string& name, double quantity, double price = 1, double haircut = 0) {
    const AssetIndex index = asset(name, haircut);
    market.indexPrice[index] = price;
    wallet.collateral.push_back({index, quantity});
    return *this;
  }

  /// Opens a cross position at an entry price; the mark is the index price of the underlying.
  Position& trade(Side side, double size, const std::string& underlying, double entryPrice,
                  const MarginSchedule& levels) {
    const AssetIndex index = asset(underlying);
    if (market.indexPrice[index] == 0) market.indexPrice[index] = entryPrice;
    Contract contract;
    contract.symbol = underlying + "-" + std::to_string(rulebook.contracts().size());
    contract.underlying = index;
    contract.schedule = rulebook.schedules().size();
    rulebook.addSchedule(contract.symbol, levels);
    rulebook.addContract(contract);
    market.markPrice.push_back(market.indexPrice[index]);
    market.lastPrice.push_back(0);
    market.fundingRate.push_back(0);
    Position position;
    position.contract = rulebook.contracts().size() - 1;
    position.side = side;
    position.size = size;
    position.entryPrice = entryPrice;
    wallet.positions.push_back(position);
    return wallet.positions.back();
  }

  WalletReport report() const {
    return evaluate(wallet, Terms{rulebook, policy, Client::Professional, takerFee, market});
  }
};

/// The liquidation set of an asset's factor; of the market where no asset is named.
inline const LiquidationSet& factor(const Account& account, const WalletReport& report,
                                    const std::string& name = "") {
  for (const FactorReport& each : report.factors) {
    if (name.empty() ? !each.asset : each.asset && account.rulebook.assets()[*each.asset].name == name) {
      return each.liquidation;
    }
  }
  static const LiquidationSet kNone;
  return kNone;
}

}  // namespace margin::test
