// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

#include "catch.hpp"
#include "margin/liquidation.hpp"

namespace margin::test {

/// Checks that between two neighbours of a geometric row of ratios safety changes exactly where an odd number
/// of boundaries lies.
///
/// @param range   The row runs from 1 / range to range.
/// @param safeAt  Whether the pool is safe at a ratio.
/// @return        How often it changed.
template <class SafeAt>
std::size_t denseScan(const std::vector<Boundary>& boundaries, double range, SafeAt safeAt) {
  constexpr int kPoints = 300;
  std::size_t changes = 0;
  double from = 1 / range;
  bool safe = safeAt(from);
  for (int i = 1; i <= kPoints; ++i) {
    const double to = std::pow(range, 2.0 * i / kPoints) / range;
    const bool then = safeAt(to);
    const auto within = std::count_if(boundaries.begin(), boundaries.end(), [&](const Boundary& each) {
      return each.ratio > from && each.ratio <= to;
    });
    INFO("between " << from << " and " << to);
    CHECK((within % 2 == 1) == (then != safe));
    changes += then != safe;
    safe = then;
    from = to;
  }
  return changes;
}

}  // namespace margin::test
