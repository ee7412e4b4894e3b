// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "margin/shock.hpp"

namespace margin {

/// What moves in a wallet's report, in the report's order: assets held other than USD, underlyings, and the
/// market (nullopt); of a coin's wallet its coin.
std::vector<std::optional<AssetIndex>> factorsOf(const Wallet& wallet, const Terms& terms);

/// The nearest liquidation prices of the cross pool after each shock, by factor: for each shock, for each of
/// factorsOf(), that below (0 where there is none) and that above (infinite where there is none). Of the
/// market the ratio of its shocked prices. A pool in liquidation has the shocked price itself on both sides.
std::vector<double> liquidationPrices(const Wallet& wallet, const std::vector<Shock>& shocks,
                                      const Terms& terms);

}  // namespace margin
