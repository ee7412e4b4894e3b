// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "course.hpp"
#include "leg.hpp"
#include "margin/policy.hpp"

namespace margin {

/// Initial and maintenance margin of the legs on one underlying, today.
struct Requirement {
  Figure initial;
  Figure maintenance;
};

/// The larger of the long and the short side where netting holds, else their sum; for initial and for
/// maintenance margin alike.
/// @source Kraken, "Margining & Liquidations: Multi-Collateral": Max(Margin Long, Margin Short).
Requirement netted(const std::vector<Leg>& legs, bool netting, Arithmetic& arithmetic);

/// What margin is charged on along a ray: notional x (1 + weight (ratio - 1)).
struct Load {
  Side side = Side::Long;
  const MarginSchedule* schedule = nullptr;
  double notional = 0;  ///< At ratio 1, as the schedule measures it, > 0.
  double weight = 1;    ///< 0 stands still.
};

/// The load of a leg whose price moves with a weight: under the entry basis it stands still.
Load loadOf(const Leg& leg, MarginBasis basis, double weight) noexcept;

enum class MarginKind { Initial, Maintenance };

/// Adds the margin of one underlying's loads to a track: of each a line for every level with a bend at its
/// start, and under netting the upper hull of the long and the short side.
void addMargin(Track& track, const std::vector<Load>& loads, const Policy& policy, MarginKind kind,
               const Extent& extent);

/// The most bends that the maintenance margin of legs can have along a ray, before netting.
std::size_t mostBends(const std::vector<Leg>& legs) noexcept;

/// Adds to a piece's slope and intercept what the legs on one underlying contribute under the mark basis:
/// of opposite sides that net, the side that is dearer there.
void addMaintenanceTerms(FigureSum& slope, FigureSum& intercept, const std::vector<Leg>& legs,
                         const Policy& policy, const BoundaryPiece& piece, Arithmetic& arithmetic);

/// A ratio as that at which one of the legs reaches a level of its schedule; nullopt where none does.
std::optional<Figure> levelStartAt(double ratio, const std::vector<Leg>& legs, Arithmetic& arithmetic);

/// Adds the maintenance margin of one underlying's legs, moving together with its price, to a course:
/// under the entry basis a constant, under the mark basis a line for each level with a bend at its start,
/// and under netting the upper hull of the long and the short side.
void addMaintenance(Course& course, const std::vector<Leg>& legs, const Policy& policy);

}  // namespace margin
