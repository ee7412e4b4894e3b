// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "margin/position.hpp"

namespace margin {

enum class OrderType { Limit, Market, Stop, TakeProfit, TriggerEntry };

/// Which price sets a triggered order off.
enum class TriggerSignal { Mark, Index, Last };

enum class TimeInForce { GoodTillCancelled, ImmediateOrCancel };

/// An order to preview. Fields that its type does not have are left alone.
/// @source Kraken, "Order Types"; API, sendorder.
struct Order {
  ContractIndex contract = 0;
  Side side = Side::Long;
  double size = 0;  ///< Contracts, > 0.
  OrderType type = OrderType::Limit;
  std::optional<double> price;  ///< Limit price; of triggered orders the worst price, nullopt at market.
  std::optional<double> triggerPrice;  ///< Present of triggered orders.
  TriggerSignal triggerSignal = TriggerSignal::Mark;
  bool reduceOnly = false;
  bool makerOnly = false;
  TimeInForce timeInForce = TimeInForce::GoodTillCancelled;
  MarginMode margin = MarginMode::Cross;
  std::optional<double> maxLeverage;  ///< Of isolated orders, > 0.
};

constexpr bool isTriggered(const Order& order) noexcept {
  return order.type == OrderType::Stop || order.type == OrderType::TakeProfit ||
         order.type == OrderType::TriggerEntry;
}

/// Whether an order waits in the book, where it takes margin.
constexpr bool rests(const Order& order) noexcept {
  return order.type == OrderType::Limit && order.timeInForce == TimeInForce::GoodTillCancelled;
}

/// A price and the contracts offered or wanted at it.
struct Quote {
  double price = 0;  ///< USD per unit, > 0.
  double size = 0;   ///< Contracts, > 0.
};

/// Resting orders of others on one contract.
struct OrderBook {
  ContractIndex contract = 0;
  std::vector<Quote> bids;  ///< Descending by price.
  std::vector<Quote> asks;  ///< Ascending by price.
};

/// An amount moved between a wallet and the holding wallet.
struct Transfer {
  AssetIndex asset = 0;
  double quantity = 0;  ///< Into the wallet; negative leaves it; not 0.
};

}  // namespace margin
