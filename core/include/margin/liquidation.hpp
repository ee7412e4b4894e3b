// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "margin/working.hpp"

namespace margin {

/// The range of price ratios in which boundaries are looked for.
inline constexpr double kMinRatio = 1e-6;
inline constexpr double kMaxRatio = 1e6;

/// A price at which a pool turns from safe to liquidation or back.
struct Boundary {
  Figure ratio = 1;          ///< Price over today's price, kMinRatio to kMaxRatio.
  Figure marginEquity;       ///< Of the pool, at this price, in the wallet's currency.
  Figure maintenanceMargin;  ///< Of the pool, at this price, in the wallet's currency.
};

/// Whether a pool of positions can be or is liquidated.
enum class PoolState {
  None,         ///< No open position.
  Safe,         ///< Equity above its maintenance margin today.
  Liquidation,  ///< Equity at or below its maintenance margin today.
};

/// Every price of one factor at which a pool turns from safe to liquidation or back, by ascending ratio.
/// None is missed and none invented: piece by piece the equations are affine and solved as such.
struct LiquidationSet {
  PoolState state = PoolState::None;
  std::vector<Boundary> boundaries;

  /// Nearest boundary at or below today's price; nullopt if there is none.
  std::optional<Boundary> below() const noexcept;
  /// Nearest boundary at or above today's price; nullopt if there is none.
  std::optional<Boundary> above() const noexcept;
};

}  // namespace margin
