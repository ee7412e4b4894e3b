// SPDX-License-Identifier: MIT
// A cross pool over two ratios u and v of which each moves other assets.
#pragma once

#include "course.hpp"
#include "margin/liquidation_map.hpp"
#include "pool.hpp"
#include "wallet_tracks.hpp"

namespace margin {

/// Each amount is what it is along u, and along v, less what it is today.
struct MapPool {
  PoolParts u;
  PoolParts v;
  double collateralToday = 0;
  double profitToday = 0;
  double requirementToday = 0;
  double keptGain = 1;  ///< Of a profit; see ProfitCurrency.
  bool open = false;    ///< Has a cross position.

  double asMargin(double profit) const noexcept { return profit > 0 ? profit * keptGain : profit; }
};

/// What of a wallet's profit counts as margin; see ProfitCurrency. 1 of US wallets.
double keptGainOf(const Wallet& wallet, const Terms& terms);

/// How a map's axes lie in u and v.
struct MapRays {
  Ray u;
  Ray v;
  bool swapped = false;  ///< u is along y, v along x.
  bool shared = false;   ///< The asset of u is also moved by v: u is the product of both axes' ratios.
};
MapRays raysOf(const MapAxes& axes, const Rulebook& rulebook);

/// @param wallet  Multi-collateral or US.
MapPool mapPoolOf(const Wallet& wallet, const MapRays& rays, const Terms& terms);

}  // namespace margin
