// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "margin/asset.hpp"
#include "margin/liquidation.hpp"

namespace margin {

/// What moves: one asset's price with the marks of its contracts, or all crypto together.
struct FactorReport {
  std::optional<AssetIndex> asset;  ///< nullopt is the market.
  Figure current = 1;               ///< Index price; 1 for the market.
  LiquidationSet liquidation;
};

}  // namespace margin
