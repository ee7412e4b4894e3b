// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

#include "margin/policy.hpp"
#include "margin/result.hpp"

namespace margin {

/// One level of a margin schedule.
struct MarginLevel {
  double from = 0;         ///< The level applies from here on, inclusive; USD notional (inverse: contracts).
  double initial = 0;      ///< Initial margin, fraction of notional.
  double maintenance = 0;  ///< Maintenance margin, fraction of notional; 0 < maintenance <= initial <= 1.
};

/// Margin within one level as a function of notional: rate x notional + offset. The offset is what the
/// slices below the level cost less; 0 where levels are flat.
struct MarginLine {
  double rate = 0;
  double offset = 0;
};

/// The levels of a contract's margin, by size of the position.
///
/// Always has a first level from 0; `from` strictly increases; rates never decrease.
/// @source Kraken, "Multi-Collateral Margin Schedule & Maximum Leverage".
class MarginSchedule {
 public:
  /// @error Missing: no level. OutOfRange: a rate outside 0 < maintenance <= initial <= 1, or a first
  ///        level not from 0. Inconsistent: `from` not increasing or a decreasing rate. The path points
  ///        to the level's field, e.g. "/2/from".
  static Result<MarginSchedule> make(std::vector<MarginLevel> levels);

  /// Every reason why levels make no schedule, in their order; empty where they do.
  static std::vector<Error> refusals(const std::vector<MarginLevel>& levels);

  const std::vector<MarginLevel>& levels() const noexcept { return levels_; }

  /// Index of the level that applies to a size >= 0: the last whose `from` is not above it.
  std::size_t levelAt(double size) const noexcept;

  MarginLine initialLine(std::size_t level, Levels rule) const noexcept;
  MarginLine maintenanceLine(std::size_t level, Levels rule) const noexcept;

 private:
  explicit MarginSchedule(std::vector<MarginLevel> levels);

  std::vector<MarginLevel> levels_;
  std::vector<double> initialOffset_;      // per level, USD, <= 0
  std::vector<double> maintenanceOffset_;  // per level, USD, <= 0
};

}  // namespace margin
