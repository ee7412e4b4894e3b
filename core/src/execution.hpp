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

/// Limit orders trade at their price, market orders at the book's average or else the mark, triggered ones
/// at their worst price or else their trigger price.
///
/// @param size  Contracts that can trade: the order's; of a reduce-only order what it reduces, >= 0.
/// @source      Kraken, "Order Types"; market orders are protected to 1 % (API).
Execution executionOf(const Order& order, const Figure& size, const Terms& terms, Arithmetic& arithmetic);

/// The quotes that an order on a side would take, the best first; empty where no book is given.
const std::vector<Quote>& quotes(ContractIndex contract, Side side, const Market& market) noexcept;

/// Profit of closing so many contracts of a position at a price, in the wallet's currency.
Figure realizedPnl(const Contract& contract, const Position& position, const Figure& closed,
                   const Figure& price, Arithmetic& arithmetic);

}  // namespace margin
