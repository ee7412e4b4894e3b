// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "margin/factor.hpp"
#include "margin/wallet.hpp"
#include "margin/working.hpp"

namespace margin {

/// A boundary shown by valuing the wallet anew at its price: by the formulas of every other figure, not by
/// the solver.
struct BoundarySteps {
  Figure price;
  Figure move;
  Figure marginEquity;
  Figure maintenanceMargin;
};

/// @param factor    What moves; nullopt is the market.
/// @param current   Its price today (of a position's own set, the mark).
/// @param isolated  Contract of the isolated position whose pool it is; nullopt is the cross pool.
/// @param terms     With a working.
BoundarySteps stepsOf(const Boundary& boundary, const Wallet& wallet, std::optional<AssetIndex> factor,
                      double current, std::optional<ContractIndex> isolated, const Terms& terms);

}  // namespace margin
