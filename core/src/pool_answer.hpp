// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "boundary_steps.hpp"
#include "course.hpp"
#include "margin/liquidation.hpp"

namespace margin {

/// Whether a pool is safe at these amounts.
constexpr PoolState stateOf(bool open, double equity, double requirement) noexcept {
  if (!open) return PoolState::None;
  return equity > requirement ? PoolState::Safe : PoolState::Liquidation;
}

/// The prices along one ray at which a pool turns unsafe or back, and those at which nothing is left.
struct PoolAnswer {
  LiquidationSet liquidation;
  std::optional<Figure> bankruptcyBelow;  ///< Nearest ratio <= 1 with equity 0.
  std::optional<Figure> bankruptcyAbove;  ///< Nearest ratio >= 1 with equity 0.
};

/// What a course says of an open pool, whose amounts today are given.
template <class LinesOf>
LiquidationSet liquidation(const Course& course, double equity, double requirement, Arithmetic& arithmetic,
                           LinesOf linesOf) {
  return {stateOf(true, equity, requirement), boundaries(course, equity - requirement, arithmetic, linesOf)};
}

/// The same with the prices at which nothing is left.
template <class LinesOf, class EquityOf>
PoolAnswer answer(const Course& course, double equity, double requirement, Arithmetic& arithmetic,
                  LinesOf linesOf, EquityOf equityOf) {
  return {liquidation(course, equity, requirement, arithmetic, linesOf),
          ratioOf(zeroBelow(course, equity), arithmetic, equityOf),
          ratioOf(zeroAbove(course, equity), arithmetic, equityOf)};
}

}  // namespace margin
