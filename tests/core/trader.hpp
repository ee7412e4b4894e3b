// SPDX-License-Identifier: MIT
// Wallets that preview orders, and the orders.
#pragma once

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "venue.hpp"

namespace margin::test {

inline const MarginSchedule kTwoPercent = *MarginSchedule::make({{0, 0.02, 0.01}});

inline Order limit(Side side, double size, double price, ContractIndex contract = 0) {
  Order order;
  order.contract = contract;
  order.side = side;
  order.size = size;
  order.price = price;
  return order;
}
inline Order typed(OrderType type, Side side, double size) {
  Order order;
  order.side = side;
  order.size = size;
  order.type = type;
  return order;
}
inline Order triggered(OrderType type, Side side, double size, double triggerPrice) {
  Order order = typed(type, side, size);
  order.triggerPrice = triggerPrice;
  return order;
}
inline Order reducing(Order order) {
  order.reduceOnly = true;
  return order;
}
inline Order isolated(Order order, std::optional<double> maxLeverage = std::nullopt) {
  order.margin = MarginMode::Isolated;
  order.maxLeverage = maxLeverage;
  return order;
}

/// 10,000 USD and a linear contract on a coin of 100 USD; 2 % and 1 %, maker 0.02 %, taker 0.05 %.
struct Trader {
  Venue venue;
  AssetIndex coin = venue.asset("COIN", 100);
  MultiCollateralWallet wallet;

  explicit Trader(const MarginSchedule& levels = kTwoPercent) {
    Contract contract;
    contract.underlying = coin;
    list(contract, levels);
  }
  explicit Trader(Contract contract) {
    contract.underlying = coin;
    list(contract, kTwoPercent);
  }
  Trader& hold(Side side, double size, double entryPrice) {
    wallet.positions.push_back(open(0, side, size, entryPrice));
    return *this;
  }
  WalletReport all(std::vector<Order> orders) {
    wallet.orders = std::move(orders);
    return venue.report(wallet);
  }
  OrderReport one(const Order& order) { return all({order}).orders[0]; }
  /// Margin of all the orders, which is also what they take of the available margin.
  double margin(const std::vector<Order>& orders) {
    const double without = all({}).availableMargin;
    const WalletReport report = all(orders);
    double total = 0;
    for (const OrderReport& order : report.orders) total += order.initialMargin;
    CHECK_THAT(without - report.availableMargin, Catch::Matchers::WithinAbs(total, 1e-9));
    CHECK_THAT(without - report.orders.back().availableMargin, Catch::Matchers::WithinAbs(total, 1e-9));
    return total;
  }

 private:
  void list(const Contract& contract, const MarginSchedule& levels) {
    venue.list(contract, levels);
    venue.takerFee = 0.0005;
    venue.makerFee = 0.0002;
    wallet.collateral = {{kUsd, 10000}};
  }
};

/// 10 BTC and an inverse contract at 8,000.
struct CoinTrader {
  Venue venue;
  SingleCollateralWallet wallet;

  CoinTrader() {
    wallet.asset = venue.asset("BTC", 8000);
    wallet.balance = 10;
    venue.inverse(wallet.asset);
    venue.takerFee = 0.0005;
    venue.makerFee = 0.0002;
  }
  WalletReport all(std::vector<Order> orders) {
    wallet.orders = std::move(orders);
    return venue.report(wallet);
  }
  OrderReport one(const Order& order) { return all({order}).orders[0]; }
};

inline bool rejected(const OrderReport& report, RejectionCode code) {
  return std::count(report.rejections.begin(), report.rejections.end(), code) == 1;
}
inline bool onlyRejected(const OrderReport& report, RejectionCode code) {
  return report.rejections.size() == 1 && rejected(report, code);
}

}  // namespace margin::test
