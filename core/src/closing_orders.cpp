// SPDX-License-Identifier: MIT
#include "closing_orders.hpp"

#include <algorithm>
#include <cmath>

#include "execution.hpp"
#include "notional.hpp"
#include "sum.hpp"

namespace margin {
namespace {

/// A price that is a multiple of its tick but for its last digits is one.
constexpr double kRounding = 1e-9;

/// The price rounded to the tick away from insolvency: sales up, buys down.
double limitPrice(const Contract& contract, Side side, double price) noexcept {
  if (!contract.tick) return price;
  const double ticks = price / *contract.tick;
  return *contract.tick *
         (side == Side::Short ? std::ceil(ticks - kRounding) : std::floor(ticks + kRounding));
}

/// Sets the limit of an order that may trade worse than its mark by a fraction of its notional.
void limit(ClosingOrder& order, const Contract& contract, double adverse) {
  const double closes = order.side == Side::Short ? 1 : -1;
  const bool inverse = contract.type == ContractType::Inverse;
  const double factor = inverse ? 1 / (1 + closes * adverse) : 1 - closes * adverse;
  if (!(factor > 0) || !std::isfinite(factor)) return;
  order.zeroEquityPrice = order.markPrice * factor;
  const double price = limitPrice(contract, order.side, *order.zeroEquityPrice);
  if (price > 0) order.limitPrice = price;
}

}  // namespace

double notionalOf(const std::vector<Position>& positions, const Terms& at) noexcept {
  double total = 0;
  for (const Position& position : positions) {
    const Contract& contract = at.rulebook.contracts()[position.contract];
    total += notionalOf(contract, position.size, at.market.markPrice[position.contract]);
  }
  return total;
}

std::vector<ClosingOrder> closingOrders(const std::vector<Position>& positions, double share,
                                        std::optional<double> equity, const Terms& at) {
  const double whole = notionalOf(positions, at);
  std::vector<ClosingOrder> orders;
  for (const Position& position : positions) {
    ClosingOrder order;
    order.contract = position.contract;
    order.side = position.side == Side::Long ? Side::Short : Side::Long;
    order.size = position.size * share;
    order.markPrice = at.market.markPrice[position.contract];
    if (equity && whole > 0) {
      limit(order, at.rulebook.contracts()[position.contract], std::max(0.0, *equity) / whole);
    }
    orders.push_back(order);
  }
  return orders;
}

double lossAtLimits(const std::vector<ClosingOrder>& orders, const Terms& at) {
  Arithmetic unkept(nullptr, {});
  double loss = 0;
  for (const ClosingOrder& order : orders) {
    if (!order.limitPrice) continue;
    const Side open = order.side == Side::Short ? Side::Long : Side::Short;
    const Position marked{order.contract, open, order.size, order.markPrice};
    loss -=
        realizedPnl(at.rulebook.contracts()[order.contract], marked, order.size, *order.limitPrice, unkept);
  }
  return loss;
}

void fillFromBooks(std::vector<ClosingOrder>& orders, const Market& market, double ratio) {
  for (ClosingOrder& order : orders) {
    const std::vector<Quote>* const book = quotes(order.contract, order.side, market);
    if (!book || !order.limitPrice) continue;
    double found = 0;
    for (const Quote& quote : *book) {
      const double price = quote.price * ratio;
      const double worse = order.side == Side::Short ? *order.limitPrice - price : price - *order.limitPrice;
      if (worse <= kRounding * *order.limitPrice) found += quote.size;
    }
    order.filled = std::min(found, order.size);
  }
}

std::vector<ClosingOrder> unfilledOf(const std::vector<ClosingOrder>& orders) {
  std::vector<ClosingOrder> rest;
  for (const ClosingOrder& order : orders) {
    if (!order.filled || !(order.size > *order.filled)) continue;
    rest.push_back(order);
    rest.back().size = order.size - *order.filled;
    rest.back().filled.reset();
  }
  return rest;
}

}  // namespace margin
