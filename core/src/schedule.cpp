// SPDX-License-Identifier: MIT
#include "margin/schedule.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "sum.hpp"

namespace margin {
namespace {

std::string pointer(std::size_t level, const char* field) {
  std::string path = "/";
  path += std::to_string(level);
  path += '/';
  path += field;
  return path;
}

/// No rate is so small that a quotient by it overflows.
constexpr double kSmallestRate = 1e-15;

bool isRate(double rate) { return rate >= kSmallestRate && rate <= 1; }

/// What is wrong with a level in itself.
void refuseLevel(const MarginLevel& level, std::size_t i, std::vector<Error>& refusals) {
  constexpr const char* kRate = "A rate must be above 0 (at least 1e-15) and at most 1.";
  if (!isRate(level.initial)) refusals.push_back({ErrorCode::OutOfRange, pointer(i, "initial"), kRate});
  if (!isRate(level.maintenance)) {
    refusals.push_back({ErrorCode::OutOfRange, pointer(i, "maintenance"), kRate});
  } else if (isRate(level.initial) && level.maintenance > level.initial) {
    refusals.push_back({ErrorCode::OutOfRange, pointer(i, "maintenance"),
                        "The maintenance rate must not exceed the initial rate."});
  }
}

/// What is wrong with a level against the one before.
void refuseStep(const MarginLevel& lower, const MarginLevel& level, std::size_t i,
                std::vector<Error>& refusals) {
  constexpr const char* kDecrease = "Rates must not decrease with size.";
  if (!(level.from > lower.from)) {
    refusals.push_back(
        {ErrorCode::Inconsistent, pointer(i, "from"), "Each level must start above the one before."});
  }
  if (isRate(level.initial) && level.initial < lower.initial) {
    refusals.push_back({ErrorCode::Inconsistent, pointer(i, "initial"), kDecrease});
  }
  if (isRate(level.maintenance) && level.maintenance < lower.maintenance) {
    refusals.push_back({ErrorCode::Inconsistent, pointer(i, "maintenance"), kDecrease});
  }
}

}  // namespace

std::vector<Error> MarginSchedule::refusals(const std::vector<MarginLevel>& levels) {
  std::vector<Error> refusals;
  if (levels.empty()) {
    refusals.push_back({ErrorCode::Missing, "", "A margin schedule needs at least one level."});
  } else if (levels.front().from != 0) {
    refusals.push_back({ErrorCode::OutOfRange, pointer(0, "from"), "The first level must start from 0."});
  }
  for (std::size_t i = 0; i < levels.size(); ++i) {
    refuseLevel(levels[i], i, refusals);
    if (i > 0) refuseStep(levels[i - 1], levels[i], i, refusals);
  }
  return refusals;
}

Result<MarginSchedule> MarginSchedule::make(std::vector<MarginLevel> levels) {
  const std::vector<Error> refused = refusals(levels);
  if (!refused.empty()) return refused.front();
  return MarginSchedule(std::move(levels));
}

MarginSchedule::MarginSchedule(std::vector<MarginLevel> levels) : levels_(std::move(levels)) {
  // At a level's start the slices below have cost the lower rates: the difference is the offset.
  Sum initial;
  Sum maintenance;
  for (std::size_t i = 0; i < levels_.size(); ++i) {
    if (i > 0) {
      initial += levels_[i].from * (levels_[i - 1].initial - levels_[i].initial);
      maintenance += levels_[i].from * (levels_[i - 1].maintenance - levels_[i].maintenance);
    }
    initialOffset_.push_back(initial.value());
    maintenanceOffset_.push_back(maintenance.value());
  }
}

std::size_t MarginSchedule::levelAt(double size) const noexcept {
  const auto above = std::upper_bound(levels_.begin() + 1, levels_.end(), size,
                                      [](double s, const MarginLevel& level) { return s < level.from; });
  return static_cast<std::size_t>(above - levels_.begin()) - 1;
}

MarginLine MarginSchedule::initialLine(std::size_t level, Levels rule) const noexcept {
  return {levels_[level].initial, rule == Levels::Marginal ? initialOffset_[level] : 0.0};
}

MarginLine MarginSchedule::maintenanceLine(std::size_t level, Levels rule) const noexcept {
  return {levels_[level].maintenance, rule == Levels::Marginal ? maintenanceOffset_[level] : 0.0};
}

}  // namespace margin
