// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "margin/inverse.hpp"

namespace margin {

/// By how much the equity of a cross pool lies above its requirement at one place of a way.
struct PathPlace {
  double ratio = 1;   ///< Price of what moves over today's.
  double excess = 0;  ///< In the wallet's currency.
};

/// The places of the way from today's price to a goal's at which the excess can be least: its ends and every
/// bend, on both sides of a jump; the goal's own jump is beyond the way. Empty without a cross position.
std::vector<PathPlace> pathTo(const Survival& goal, const Wallet& wallet, const Terms& terms);

/// The least excess on the way: below 0, the wallet is liquidated before it gets there. Infinite without a
/// cross position.
double leastExcess(const Survival& goal, const Wallet& wallet, const Terms& terms);

}  // namespace margin
