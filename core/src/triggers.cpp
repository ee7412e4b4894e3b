// SPDX-License-Identifier: MIT
#include "triggers.hpp"

namespace margin {
namespace {

/// Today's price of what sets an order off. Where no last trade is known it is the mark.
double signalPrice(const Order& order, const Terms& terms) noexcept {
  const Market& market = terms.market;
  const double last = market.lastPrice[order.contract];
  if (order.triggerSignal == TriggerSignal::Last && last > 0) return last;
  if (order.triggerSignal == TriggerSignal::Index) {
    return market.indexPrice[terms.rulebook.contracts()[order.contract].underlying];
  }
  return market.markPrice[order.contract];
}

}  // namespace

bool triggersAtOnce(const Order& order, const Terms& terms) noexcept {
  if (!isTriggered(order)) return false;
  const double now = signalPrice(order, terms);
  const double trigger = *order.triggerPrice;
  if (order.type == OrderType::TriggerEntry) return now == trigger;
  const bool waitsForRise = (order.type == OrderType::Stop) == (order.side == Side::Long);
  return waitsForRise ? now >= trigger : now <= trigger;
}

Order placed(const Order& order, const Terms& terms) {
  Order today = order;
  if (triggersAtOnce(order, terms)) today.type = order.price ? OrderType::Limit : OrderType::Market;
  return today;
}

double triggerRatio(const Order& order, const Terms& terms) noexcept {
  return *order.triggerPrice / signalPrice(order, terms);
}

}  // namespace margin
