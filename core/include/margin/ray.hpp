// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "margin/rulebook.hpp"

namespace margin {

/// A way for prices to move together: where the ray has moved by m (a fraction), the index price of each
/// asset and the marks of its contracts are those of today x (1 + weight x m). Weights are betas; 0 stands
/// still.
struct Ray {
  std::vector<double> weight;  ///< By AssetIndex; that of USD is 0.
};

/// The ray on which one asset moves (nullopt: all crypto), as in the factors of a report.
Ray rayOf(const Rulebook& rulebook, std::optional<AssetIndex> factor);

/// Moves along a ray, from < to.
struct MoveRange {
  double from = 0;
  double to = 0;
};

/// The moves at which every price on a ray, and that of an asset of weight 1, stays above a millionth of
/// today's and below a million times it.
MoveRange moveRange(const Ray& ray) noexcept;

}  // namespace margin
