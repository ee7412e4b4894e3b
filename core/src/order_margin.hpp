// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "arithmetic.hpp"
#include "margin/order.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// A wallet's orders, as their margin sees them.
struct OrdersOfWallet {
  const std::vector<Position>& positions;
  const std::vector<Order>& orders;
  const Terms& terms;
  bool news = false;  ///< US wallets: a news window raises the intraday margin.
};

/// Contracts of an order that close what is open on the other side.
double reducedBy(const Order& order, const Position* position) noexcept;

/// Margin that opening one contract takes at an order's price, in the wallet's currency, when so many
/// contracts at that price are opened on its side.
///
/// The rate is the schedule's at the size that results (marginal: the average of what is added); an isolated
/// order takes no less than its leverage leaves; a US contract takes its intraday margin, raised in a news
/// window and by quantity, or its initial margin.
struct UnitMargin {
  double scheduleRate = 0;  ///< Initial rate of the schedule; 0 of US contracts.
  Figure margin;            ///< Of one contract.
};

/// Margin of the first `count` orders while they rest, in the wallet's currency.
///
/// Reduce-only orders and what closes a position take none. Of what remains, buys and sells on one contract
/// that would match each other are charged once, dearest with dearest, at the dearer.
/// @source Kraken documents no rule; after BitMEX's published one (exchange guide).
Figure orderMargin(const OrdersOfWallet& wallet, std::size_t count, Arithmetic& arithmetic);

/// Contracts open on an order's side once the first `count` orders that rest there and so many of its own
/// have traded; negative where the other side remains.
double largestSize(const OrdersOfWallet& wallet, std::size_t count, const Order& order, double size);

/// Unit margin of one order alone.
UnitMargin unitMargin(const OrdersOfWallet& wallet, const Order& order, double opens, double price,
                      Arithmetic& arithmetic);

}  // namespace margin
