// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "margin/curve.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// How far each price moves at once, by AssetIndex: fraction, kMinRatio - 1 to kMaxRatio - 1; that of USD is
/// 0. The marks of contracts move with their underlying.
struct Shock {
  std::vector<double> move;
};

/// What a shock does to a wallet, all prices moving in step from today's to the shocked ones.
struct ShockOutcome {
  CurveAmounts amounts;                ///< At the shocked prices, as if nothing were liquidated.
  std::optional<double> marginUsage;   ///< Cross maintenance margin / cross margin equity; nullopt without.
  std::optional<double> liquidatedAt;  ///< Share of the way, 0 to 1, at which the cross pool is liquidated.
  std::vector<ContractIndex> isolatedLiquidated;  ///< On the way.
};

/// A wallet under one shock after another, each from today's prices.
std::vector<ShockOutcome> shockLadder(const Wallet& wallet, const std::vector<Shock>& shocks,
                                      const Terms& terms);

}  // namespace margin
