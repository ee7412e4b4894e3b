// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "margin/liquidation.hpp"
#include "margin/ray.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// What a wallet comes to at one place of a ray. In the wallet's currency; named as in its report.
struct CurveAmounts {
  double marginEquity = 0;  ///< US wallets: equity.
  double portfolioValue = 0;
  double initialMargin = 0;
  double maintenanceMargin = 0;  ///< US wallets: the requirement in force.
  double crossMarginEquity = 0;
  double crossInitialMargin = 0;
  double crossMaintenanceMargin = 0;
};

struct CurvePoint {
  double move = 0;  ///< Along the ray, fraction.
  CurveAmounts amounts;
  std::optional<CurveAmounts> usd;  ///< The same at the price there; single-collateral wallets only.
};

/// The amounts of a wallet along a ray, whole: straight between neighbouring points; two points with one move
/// are a jump. Of a coin's wallet the amounts in USD are straight, those in the coin along 1 / price.
struct Curve {
  std::vector<CurvePoint> points;   ///< Ascending; with today, and every boundary, where they lie within.
  std::vector<CurvePoint> samples;  ///< Evenly spaced from end to end.
  LiquidationSet liquidation;       ///< Of the cross pool; ratios are 1 + move, over the whole ray.
};

/// @param from, to  Moves, from < to, within moveRange(ray).
/// @param samples   How many; 0 for none, else at least 2.
Curve curveOf(const Wallet& wallet, const Ray& ray, double from, double to, std::size_t samples,
              const Terms& terms);

/// The liquidation of a wallet's cross pool over a whole ray; ratios are 1 + move.
LiquidationSet liquidationAlong(const Wallet& wallet, const Ray& ray, const Terms& terms);

}  // namespace margin
