// SPDX-License-Identifier: MIT
#include "margin/conversion.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "heap_sort.hpp"
#include "settlement.hpp"

namespace margin {
namespace {

Holding* find(std::vector<Holding>& balances, AssetIndex asset) noexcept {
  for (Holding& each : balances) {
    if (each.asset == asset) return &each;
  }
  return nullptr;
}

/// Balances that are booked to and sold.
class Balances {
 public:
  Balances(const std::vector<Holding>& collateral, const Terms& terms, Arithmetic& arithmetic)
      : terms_(terms), a_(arithmetic) {
    for (const Holding& each : collateral) {
      of(each.asset);
      const Figure quantity = a_.given(Symbol::Quantity, each.quantity);
      Holding* const held = find(balances_, each.asset);
      if (held) {
        held->quantity = a_.plus(Symbol::BalanceAfter, held->quantity, quantity);
      } else {
        balances_.push_back({each.asset, quantity});
      }
    }
  }

  /// As margin::credit(), with a step.
  void credit(AssetIndex asset, const Figure& quantity) {
    of(asset);
    if (Holding* held = find(balances_, asset)) {
      held->quantity = a_.plus(Symbol::BalanceAfter, held->quantity, quantity);
    } else if (quantity != 0) {
      balances_.push_back({asset, quantity});
    }
  }

  void book(AssetIndex profitCurrency, const Figure& realized, const Figure& fees) {
    const double indexPrice = terms_.market.indexPrice[profitCurrency];
    if (!(realized > 0) || profitCurrency == kUsd || !(indexPrice > 0)) {
      of(kUsd);
      return credit(kUsd, a_.minus(Symbol::BalanceAfter, realized, fees));
    }
    of(profitCurrency);
    const Figure gain = a_.times(Symbol::Proceeds, realized, a_.minus(Symbol::Kept, 1, fee(profitCurrency)));
    credit(profitCurrency, a_.over(Symbol::BalanceAfter, gain, a_.input(Symbol::IndexPrice, indexPrice)));
    of(kUsd);
    credit(kUsd, a_.minus(Symbol::BalanceAfter, 0, fees));
  }

  Waterfall sell() {
    Waterfall waterfall;
    Holding* const dollars = find(balances_, kUsd);
    of(kUsd);
    const Figure held = dollars ? dollars->quantity : Figure(0);
    Figure owed = a_.larger(Symbol::Owed, a_.minus(Symbol::Intermediate, 0, held), 0);
    if (owed > 0) {
      for (const std::size_t i : saleOrder()) {
        const bool enough = sellOf(balances_[i], owed, waterfall);
        if (enough) break;
      }
      of(kUsd);
      dollars->quantity = a_.minus(Symbol::BalanceAfter, 0, owed);
    }
    waterfall.uncovered = owed;
    waterfall.balances = std::move(balances_);
    return waterfall;
  }

  std::vector<Holding> take() noexcept { return std::move(balances_); }

 private:
  const Asset& asset(AssetIndex index) const noexcept { return terms_.rulebook.assets()[index]; }
  /// Whose the following steps are.
  void of(AssetIndex index) noexcept { a_.setSubject(asset(index).name); }
  Figure fee(AssetIndex index) {
    return a_.input(Symbol::ConversionFee, asset(index).conversionFee, asset(index).assumed);
  }

  /// The balances to sell, the lowest haircut first.
  std::vector<std::size_t> saleOrder() const {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < balances_.size(); ++i) {
      if (balances_[i].asset != kUsd && balances_[i].quantity > 0) order.push_back(i);
    }
    const auto haircut = [&](std::size_t i) { return asset(balances_[i].asset).haircut; };
    heapSort(order, [&](std::size_t left, std::size_t right) {
      return haircut(left) != haircut(right) ? haircut(left) < haircut(right) : left < right;
    });
    return order;
  }

  /// Sells of one balance what is owed, or all of it. True where that is enough.
  bool sellOf(Holding& sold, Figure& owed, Waterfall& waterfall) {
    of(sold.asset);
    const Figure fees = fee(sold.asset);
    const Figure price = a_.input(Symbol::IndexPrice, terms_.market.indexPrice[sold.asset]);
    const Figure net = a_.times(Symbol::NetPrice, price, a_.minus(Symbol::Kept, 1, fees));
    const Figure all = a_.times(Symbol::Proceeds, sold.quantity, net);
    const Figure needed = a_.over(Symbol::Intermediate, owed, net);
    const bool enough = owed <= all;
    Conversion conversion;
    conversion.asset = sold.asset;
    conversion.quantity = enough ? a_.smaller(Symbol::SoldQuantity, needed, sold.quantity)
                                 : a_.choice(Symbol::SoldQuantity, sold.quantity, needed);
    conversion.proceeds = enough ? a_.choice(Symbol::Proceeds, owed, all) : all;
    const Figure worth = a_.times(Symbol::Intermediate, conversion.quantity, price);
    conversion.fee = a_.times(Symbol::Fee, worth, fees);
    sold.quantity = a_.minus(Symbol::BalanceAfter, sold.quantity, conversion.quantity);
    owed = a_.minus(Symbol::Owed, owed, conversion.proceeds);
    waterfall.conversions.push_back(conversion);
    return enough;
  }

  std::vector<Holding> balances_;
  const Terms& terms_;
  Arithmetic& a_;
};

}  // namespace

std::vector<Holding> balancesAfter(const MultiCollateralWallet& wallet, const Figure& realized,
                                   const Figure& fees, const Terms& terms, Arithmetic& arithmetic) {
  Balances balances(wallet.collateral, terms, arithmetic);
  balances.book(wallet.profitCurrency, realized, fees);
  return balances.take();
}

std::vector<Holding> balancesAfter(const SingleCollateralWallet& wallet, const Figure& realized,
                                   const Figure& fees, const Terms& terms, Arithmetic& arithmetic) {
  arithmetic.setSubject(terms.rulebook.assets()[wallet.asset].name);
  const Figure balance = arithmetic.input(Symbol::Balance, wallet.balance);
  const Figure paid = arithmetic.plus(Symbol::Intermediate, balance, realized);
  return {{wallet.asset, arithmetic.minus(Symbol::BalanceAfter, paid, fees)}};
}

Waterfall convert(const std::vector<Holding>& balances, const Terms& terms, Arithmetic& arithmetic) {
  return Balances(balances, terms, arithmetic).sell();
}
std::vector<Holding> balancesOf(const std::vector<Holding>& collateral) {
  std::vector<Holding> balances;
  for (const Holding& holding : collateral) {
    if (Holding* held = find(balances, holding.asset)) {
      held->quantity = held->quantity + holding.quantity;
    } else {
      balances.push_back(holding);
    }
  }
  return balances;
}

void credit(std::vector<Holding>& balances, AssetIndex asset, double quantity) {
  if (Holding* held = find(balances, asset)) {
    held->quantity = held->quantity + quantity;
  } else if (quantity != 0) {
    balances.push_back({asset, quantity});
  }
}

Waterfall convert(const std::vector<Holding>& balances, const Rulebook& rulebook, const Market& market) {
  Arithmetic unkept(nullptr, {});
  return convert(balances, Terms{rulebook, {}, {}, 0, market}, unkept);
}

}  // namespace margin
