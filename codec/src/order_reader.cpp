// SPDX-License-Identifier: MIT
#include "order_reader.hpp"

#include <utility>

namespace margin {
namespace {

/// Refuses a field that the type of an order does not have.
void refuse(const ObjectReader& reader, std::string_view key, bool given, std::string_view belongsTo) {
  if (given) reader.refusals().add(ErrorCode::Inconsistent, reader.at(key), {"Belongs to ", belongsTo, "."});
}

void readPrices(ObjectReader& reader, Order& order) {
  order.price = reader.number("price", kPositive);
  order.triggerPrice = reader.number("triggerPrice", kPositive);
  const bool priced = reader.find("price");
  const bool triggered = reader.find("triggerPrice");
  const auto signal = reader.word<TriggerSignal>(
      "triggerSignal",
      {{"mark", TriggerSignal::Mark}, {"index", TriggerSignal::Index}, {"last", TriggerSignal::Last}});
  order.triggerSignal = signal.value_or(TriggerSignal::Mark);
  if (order.type == OrderType::Limit && !priced) {
    reader.refusals().add(ErrorCode::Missing, reader.at("price"), "A limit order needs its price.");
    order.price = 1;
  }
  if (order.type == OrderType::Market)
    refuse(reader, "price", priced, "orders of other types than \"market\"");
  if (isTriggered(order)) {
    if (!triggered) {
      reader.refusals().add(ErrorCode::Missing, reader.at("triggerPrice"),
                            "A stop, take-profit or trigger-entry order needs its triggerPrice.");
      order.triggerPrice = 1;
    }
    return;
  }
  constexpr std::string_view kTriggered = "stop, take-profit and trigger-entry orders";
  refuse(reader, "triggerPrice", triggered, kTriggered);
  refuse(reader, "triggerSignal", signal.has_value(), kTriggered);
}

void readConditions(ObjectReader& reader, Order& order) {
  order.reduceOnly = reader.boolean("reduceOnly").value_or(false);
  order.makerOnly = reader.boolean("makerOnly").value_or(false);
  const auto inForce =
      reader.word<TimeInForce>("timeInForce", {{"good-till-cancelled", TimeInForce::GoodTillCancelled},
                                               {"immediate-or-cancel", TimeInForce::ImmediateOrCancel}});
  order.timeInForce = inForce.value_or(TimeInForce::GoodTillCancelled);
  if (order.makerOnly && order.timeInForce == TimeInForce::ImmediateOrCancel) {
    reader.refusals().add(ErrorCode::Inconsistent, reader.at("makerOnly"),
                          "An immediate-or-cancel order never waits as a maker; give one of the two.");
  }
  if (order.type == OrderType::Limit) return;
  constexpr std::string_view kLimit = "limit orders";
  refuse(reader, "makerOnly", order.makerOnly, kLimit);
  refuse(reader, "timeInForce", inForce.has_value(), kLimit);
}

/// Cross or isolated: as given, else as the position on the contract.
void readMode(ObjectReader& reader, Order& order, const Position* position) {
  const auto margin =
      reader.word<MarginMode>("margin", {{"cross", MarginMode::Cross}, {"isolated", MarginMode::Isolated}});
  order.maxLeverage = reader.number("maxLeverage", kPositive);
  if (reader.find("margin") && !margin) return;
  order.margin = margin.value_or(position ? position->margin : MarginMode::Cross);
  if (position && order.margin != position->margin) {
    reader.refusals().add(ErrorCode::Inconsistent, reader.at("margin"),
                          "The position on this contract has the other mode; a contract has one.");
    return;
  }
  if (order.margin == MarginMode::Cross) {
    refuse(reader, "maxLeverage", order.maxLeverage.has_value(), "isolated orders");
    return;
  }
  if (order.maxLeverage || reader.find("maxLeverage")) return;
  if (!position) {
    reader.refusals().add(ErrorCode::Missing, reader.at("maxLeverage"),
                          "An isolated order needs maxLeverage.");
  } else if (position->isolatedBy == IsolatedBy::MaxLeverage) {
    order.maxLeverage = position->maxLeverage;
  }
}

Order readOrder(const Value& value, const Place& place, WalletParts& parts, ContractType type,
                const std::vector<Position>& positions) {
  Order order;
  ObjectReader reader(value, place, parts.refusals(), "an order");
  const auto symbol = reader.requireName("contract", "the symbol of a contract");
  order.side =
      reader.requireWord<Side>("side", {{"long", Side::Long}, {"short", Side::Short}}).value_or(Side::Long);
  order.size = reader.requireNumber("size", kPositive).value_or(1);
  order.type = reader
                   .word<OrderType>("type", {{"limit", OrderType::Limit},
                                             {"market", OrderType::Market},
                                             {"stop", OrderType::Stop},
                                             {"take-profit", OrderType::TakeProfit},
                                             {"trigger-entry", OrderType::TriggerEntry}})
                   .value_or(OrderType::Limit);
  readPrices(reader, order);
  readConditions(reader, order);
  const auto contract = symbol ? parts.contract(*symbol, reader, type) : std::nullopt;
  const Position* position = nullptr;
  if (contract) {
    order.contract = *contract;
    for (const Position& each : positions) {
      if (each.contract == *contract) position = &each;
    }
  }
  if (type == ContractType::Linear) readMode(reader, order, position);
  reader.finish();
  return order;
}

/// Whether so many may be previewed; refused where not.
bool fewEnough(const ObjectReader& wallet, std::string_view key, const Value* list) {
  if (!list || list->items.size() <= kMaxPreviews) return true;
  wallet.refusals().add(ErrorCode::TooLarge, wallet.at(key), "At most 100 are previewed of one wallet.");
  return false;
}

}  // namespace

std::vector<Order> readOrders(ObjectReader& wallet, WalletParts& parts, ContractType type,
                              const std::vector<Position>& positions) {
  std::vector<Order> orders;
  if (!fewEnough(wallet, "orders", wallet.find("orders"))) return orders;
  parts.list(wallet, "orders", "a list of orders", [&](const Value& item, const Place& at) {
    orders.push_back(readOrder(item, at, parts, type, positions));
  });
  return orders;
}

std::vector<Transfer> readTransfers(ObjectReader& wallet, WalletParts& parts,
                                    std::optional<AssetIndex> coin) {
  std::vector<Transfer> transfers;
  if (!fewEnough(wallet, "transfers", wallet.find("transfers"))) return transfers;
  parts.list(wallet, "transfers", "a list of transfers", [&](const Value& item, const Place& at) {
    Transfer transfer;
    ObjectReader reader(item, at, parts.refusals(), "a transfer");
    const auto name = reader.requireName("asset", "the name of an asset");
    transfer.quantity = reader.requireNumber("quantity", kAnyAmount).value_or(1);
    reader.finish();
    if (transfer.quantity == 0) {
      parts.refusals().add(ErrorCode::OutOfRange, reader.at("quantity"),
                           "Must not be 0: positive into the wallet, negative out of it.");
    }
    const auto asset =
        coin ? parts.asset(name, reader.at("asset")) : parts.collateralAsset(name, reader.at("asset"));
    if (asset && coin && *asset != *coin) {
      parts.refusals().add(ErrorCode::Inconsistent, reader.at("asset"),
                           "The wallet holds one currency only: not this.");
    }
    if (asset) parts.requirePrice(*asset, at);
    transfer.asset = asset.value_or(kUsd);
    transfers.push_back(transfer);
  });
  return transfers;
}

}  // namespace margin
