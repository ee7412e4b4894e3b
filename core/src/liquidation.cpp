// SPDX-License-Identifier: MIT
#include "margin/liquidation.hpp"

namespace margin {

std::optional<Boundary> LiquidationSet::below() const noexcept {
  std::optional<Boundary> nearest;
  for (const Boundary& boundary : boundaries) {
    if (boundary.ratio <= 1) nearest = boundary;
  }
  return nearest;
}

std::optional<Boundary> LiquidationSet::above() const noexcept {
  for (const Boundary& boundary : boundaries) {
    if (boundary.ratio >= 1) return boundary;
  }
  return std::nullopt;
}

}  // namespace margin
