// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "margin/equity_protection.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// What positions are worth at their marks, in the wallet's currency.
double notionalOf(const std::vector<Position>& positions, const Terms& at) noexcept;

/// The orders that close a share of every position.
///
/// @param equity  Of the pool: so much all orders together may lose against their marks, each by the same
///                fraction of its notional; nullopt: no limit protects them.
/// @param at      Terms at the trigger's prices.
std::vector<ClosingOrder> closingOrders(const std::vector<Position>& positions, double share,
                                        std::optional<double> equity, const Terms& at);

/// What is lost if every order trades at its limit in place of its mark.
double lossAtLimits(const std::vector<ClosingOrder>& orders, const Terms& at);

/// Fills orders from the market's order books, at their limits or better, where there is a book.
///
/// @param ratio  By which prices have moved: the books are taken to have moved with the marks (assumed).
void fillFromBooks(std::vector<ClosingOrder>& orders, const Market& market, double ratio);

/// What the books left of orders; nothing of those without a book.
std::vector<ClosingOrder> unfilledOf(const std::vector<ClosingOrder>& orders);

}  // namespace margin
