// SPDX-License-Identifier: MIT
// Steps of figures that a report shows in other terms than the core has them.
#pragma once

#include "margin/liquidation.hpp"
#include "margin/rulebook.hpp"
#include "margin/working.hpp"

namespace margin {

/// A boundary as a price of what moves.
struct BoundaryPrice {
  Figure price;  ///< current x ratio.
  Figure move;   ///< ratio - 1.
};

/// @param current  Price today; 1 of the market.
/// @param working  Where the steps are kept that follow from the boundary's; nullptr keeps none.
BoundaryPrice priceOf(const Boundary& boundary, Figure current, Working* working);

/// The fees of a 30-day volume, as figures.
struct FeeFigures {
  Figure maker;
  Figure taker;
};

FeeFigures feesOf(const Rulebook& rulebook, double volume30d, Working* working);

}  // namespace margin
