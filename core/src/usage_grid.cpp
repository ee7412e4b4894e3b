// SPDX-License-Identifier: MIT
#include <limits>
#include <vector>

#include "map_pool.hpp"

namespace margin {
namespace {

/// What one axis adds at each of its places. Structure of arrays: the cells are computed side by side.
struct AxisValues {
  std::vector<double> collateral;
  std::vector<double> profit;
  std::vector<double> requirement;

  AxisValues& operator+=(const AxisValues& other) {
    for (std::size_t i = 0; i < profit.size(); ++i) {
      collateral[i] += other.collateral[i];
      profit[i] += other.profit[i];
      requirement[i] += other.requirement[i];
    }
    return *this;
  }
};

/// Even ratios from end to end of an axis.
std::vector<double> ratiosOf(const MapAxis& axis, std::size_t count) {
  std::vector<double> ratios;
  for (std::size_t i = 0; i < count; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(count - 1);
    ratios.push_back(1 + (i + 1 == count ? axis.to : axis.from + share * (axis.to - axis.from)));
  }
  return ratios;
}

/// @param ratios  Ascending.
AxisValues valuesOf(const PoolParts& parts, const std::vector<double>& ratios) {
  AxisValues values;
  const Line collateral = parts.collateral.line();
  const Line profit = parts.profit.line();
  Follower requirement(parts.requirement);
  for (const double ratio : ratios) {
    requirement.pass(ratio);
    values.collateral.push_back(collateral.at(ratio));
    values.profit.push_back(profit.at(ratio));
    values.requirement.push_back(requirement.at(ratio));
  }
  return values;
}

/// The usage of a row of cells: those of one axis beside one place of the other.
/// @param collateral, profit, requirement  What the place of the other axis adds, less today's.
void fillRow(double* usage, const AxisValues& values, double collateral, double profit, double requirement,
             double keptGain) {
  constexpr double kNone = std::numeric_limits<double>::infinity();
  const std::size_t count = values.profit.size();
  const double* const held = values.collateral.data();
  const double* const gained = values.profit.data();
  const double* const needed = values.requirement.data();
  for (std::size_t i = 0; i < count; ++i) {
    const double unrealized = gained[i] + profit;
    const double equity = held[i] + collateral + (unrealized > 0 ? unrealized * keptGain : unrealized);
    const double taken = (needed[i] + requirement) / equity;
    usage[i] = equity > 0 ? taken : kNone;
  }
}

}  // namespace

std::vector<double> usageGrid(const Wallet& wallet, const MapAxes& axes, std::size_t columns,
                              std::size_t rows, const Terms& terms) {
  std::vector<double> usage(columns * rows);
  const MapRays rays = raysOf(axes, terms.rulebook);
  const MapPool pool = mapPoolOf(wallet, rays, terms);
  if (!pool.open) return usage;
  const std::vector<double> across = ratiosOf(axes.x, columns);
  const std::vector<double> upwards = ratiosOf(axes.y, rows);
  const PoolParts& ofX = rays.swapped ? pool.v : pool.u;
  const PoolParts& ofY = rays.swapped ? pool.u : pool.v;
  const AxisValues x = valuesOf(ofX, across);
  const AxisValues y = valuesOf(ofY, upwards);
  std::vector<double> products(columns);
  for (std::size_t row = 0; row < rows; ++row) {
    double* const cells = usage.data() + row * columns;
    const double collateral = y.collateral[row] - pool.collateralToday;
    const double profit = y.profit[row] - pool.profitToday;
    const double requirement = y.requirement[row] - pool.requirementToday;
    if (!rays.shared) {
      fillRow(cells, x, collateral, profit, requirement, pool.keptGain);
      continue;
    }
    // The asset of both axes moves along the row by the product of both ratios.
    for (std::size_t i = 0; i < columns; ++i) products[i] = across[i] * upwards[row];
    AxisValues both = valuesOf(pool.u, products);
    if (!rays.swapped) {
      fillRow(cells, both, collateral, profit, requirement, pool.keptGain);
      continue;
    }
    both += x;
    fillRow(cells, both, -pool.collateralToday, -pool.profitToday, -pool.requirementToday, pool.keptGain);
  }
  return usage;
}

}  // namespace margin
