// SPDX-License-Identifier: MIT
#pragma once

#include "margin/wallet.hpp"

namespace margin {

/// Whether a triggered order fires as soon as it is placed: today's signal has reached its trigger price. A
/// stop that buys and a take-profit that sells wait for a rise to it, their opposites for a fall. A trigger
/// entry waits from the side on which today's signal is, so only the trigger price itself sets it off.
/// @source Kraken documents what sets an order off, not what becomes of one whose trigger is past: assumed.
bool triggersAtOnce(const Order& order, const Terms& terms) noexcept;

/// The order that stands today: one that fires at once is a limit order at its worst price, or a market order
/// where it has none. Every other order is itself.
/// @source Kraken API: a trigger places a limit order or a market order.
Order placed(const Order& order, const Terms& terms);

/// How far the signal must move for an order to trigger, as a ratio to today's.
double triggerRatio(const Order& order, const Terms& terms) noexcept;

}  // namespace margin
