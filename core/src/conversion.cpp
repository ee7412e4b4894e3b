// SPDX-License-Identifier: MIT
#include "margin/conversion.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "heap_sort.hpp"

namespace margin {
namespace {

Holding* find(std::vector<Holding>& balances, AssetIndex asset) noexcept {
  for (Holding& each : balances) {
    if (each.asset == asset) return &each;
  }
  return nullptr;
}

/// The balances to sell, the lowest haircut first.
std::vector<std::size_t> saleOrder(const std::vector<Holding>& balances, const Rulebook& rulebook) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < balances.size(); ++i) {
    if (balances[i].asset != kUsd && balances[i].quantity > 0) order.push_back(i);
  }
  const auto haircut = [&](std::size_t i) { return rulebook.assets()[balances[i].asset].haircut; };
  heapSort(order, [&](std::size_t left, std::size_t right) {
    return haircut(left) != haircut(right) ? haircut(left) < haircut(right) : left < right;
  });
  return order;
}

}  // namespace

std::vector<Holding> balancesOf(const std::vector<Holding>& collateral) {
  std::vector<Holding> balances;
  for (const Holding& holding : collateral) {
    if (Holding* held = find(balances, holding.asset)) {
      held->quantity += holding.quantity;
    } else {
      balances.push_back(holding);
    }
  }
  return balances;
}

void credit(std::vector<Holding>& balances, AssetIndex asset, double quantity) {
  if (Holding* held = find(balances, asset)) {
    held->quantity += quantity;
  } else if (quantity != 0) {
    balances.push_back({asset, quantity});
  }
}

void book(std::vector<Holding>& balances, AssetIndex profitCurrency, double realized, double fees,
          const Rulebook& rulebook, const Market& market) {
  if (realized > 0 && profitCurrency != kUsd && market.indexPrice[profitCurrency] > 0) {
    const double kept = 1 - rulebook.assets()[profitCurrency].conversionFee;
    credit(balances, profitCurrency, realized * kept / market.indexPrice[profitCurrency]);
    credit(balances, kUsd, -fees);
  } else {
    credit(balances, kUsd, realized - fees);
  }
}

Waterfall convert(std::vector<Holding> balances, const Rulebook& rulebook, const Market& market) {
  Waterfall waterfall;
  const Holding* const dollars = find(balances, kUsd);
  double owed = dollars ? std::max(0.0, -dollars->quantity) : 0;
  if (owed > 0) {
    for (const std::size_t i : saleOrder(balances, rulebook)) {
      Holding& sold = balances[i];
      const double fee = rulebook.assets()[sold.asset].conversionFee;
      const double price = market.indexPrice[sold.asset];
      const double net = price * (1 - fee);
      const bool enough = owed <= sold.quantity * net;
      const double quantity = enough ? std::min(owed / net, sold.quantity) : sold.quantity;
      const double proceeds = enough ? owed : quantity * net;
      waterfall.conversions.push_back({sold.asset, quantity, proceeds, quantity * price * fee});
      sold.quantity -= quantity;
      owed -= proceeds;
      if (enough) break;
    }
    find(balances, kUsd)->quantity = owed > 0 ? -owed : 0;
  }
  waterfall.uncovered = owed;
  waterfall.balances = std::move(balances);
  return waterfall;
}

}  // namespace margin
