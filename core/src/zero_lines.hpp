// SPDX-License-Identifier: MIT
// Where a pool over two ratios has its equity at its requirement.
#pragma once

#include <optional>
#include <vector>

#include "map_pool.hpp"

namespace margin {

/// A place of the plane of u and v.
struct Place2 {
  double u = 1;
  double v = 1;
};

struct ZeroLine {
  std::vector<Place2> places;
  bool closed = false;
};

/// All pieces of the line between safe and unsafe in a rectangle of ratios, straight from place to place.
/// nullopt where that needs more than kMostMapCells pieces.
std::optional<std::vector<ZeroLine>> zeroLines(const MapPool& pool, const Extent& u, const Extent& v);

}  // namespace margin
