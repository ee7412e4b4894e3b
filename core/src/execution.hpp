// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "arithmetic.hpp"
#include "margin/order_report.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// At which price, as which kind of trade and at what fee an order is taken to trade.
struct Execution {
  Figure price;  ///< USD per unit.
  Figure size;   ///< Contracts that trade.
  Liquidity liquidity = Liquidity::Taker;
  Figure fee;  ///< Of the contracts that trade, in the wallet's currency.
  std::optional<Slippage> slippage;
  bool crosses = false;  ///< A limit order that would trade at once.
};

/// Orders that rest trade at their price. What must trade at once takes the book as far as its price (market
/// orders: 1 % from the mark) and no more than it offers; without a book market orders trade at the mark, and
/// immediate ones at their price where the mark reaches it. Triggered orders trade at their worst price or
/// else their trigger price.
///
/// @param order  As it stands today: placed().
/// @param size   Contracts that can trade: the order's; of a reduce-only order what it reduces, >= 0. What
///               finds nothing in a book keeps it.
/// @source       Kraken, "Order Types"; market orders are protected to 1 % (API).
Execution executionOf(const Order& order, const Figure& size, const Terms& terms, Arithmetic& arithmetic);

/// The quotes that an order on a side would take, the best first, of which there may be none; nullptr where
/// no book is given.
const std::vector<Quote>* quotes(ContractIndex contract, Side side, const Market& market) noexcept;

/// Of the contracts that trade, in the wallet's currency.
Figure feeOf(const Contract& contract, const Execution& execution, const Terms& terms,
             Arithmetic& arithmetic);

/// Profit of closing so many contracts of a position at a price, in the wallet's currency.
Figure realizedPnl(const Contract& contract, const Position& position, const Figure& closed,
                   const Figure& price, Arithmetic& arithmetic);

}  // namespace margin
