// SPDX-License-Identifier: MIT
#include "margin/schedule.hpp"

#include <algorithm>
#include <optional>
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

bool isRate(double rate) { return rate > 0 && rate <= 1; }

std::optional<Error> refusal(const std::vector<MarginLevel>& levels, std::size_t i) {
  const MarginLevel& level = levels[i];
  if (i == 0 && level.from != 0) {
    return Error{ErrorCode::OutOfRange, pointer(i, "from"), "The first level must start from 0."};
  }
  if (!isRate(level.initial)) {
    return Error{ErrorCode::OutOfRange, pointer(i, "initial"), "A rate must be above 0 and at most 1."};
  }
  if (!isRate(level.maintenance)) {
    return Error{ErrorCode::OutOfRange, pointer(i, "maintenance"), "A rate must be above 0 and at most 1."};
  }
  if (level.maintenance > level.initial) {
    return Error{ErrorCode::OutOfRange, pointer(i, "maintenance"),
                 "The maintenance rate must not exceed the initial rate."};
  }
  if (i == 0) return std::nullopt;
  const MarginLevel& lower = levels[i - 1];
  if (!(level.from > lower.from)) {
    return Error{ErrorCode::Inconsistent, pointer(i, "from"), "Each level must start above the one before."};
  }
  if (level.initial < lower.initial) {
    return Error{ErrorCode::Inconsistent, pointer(i, "initial"), "Rates must not decrease with size."};
  }
  if (level.maintenance < lower.maintenance) {
    return Error{ErrorCode::Inconsistent, pointer(i, "maintenance"), "Rates must not decrease with size."};
  }
  return std::nullopt;
}

}  // namespace

Result<MarginSchedule> MarginSchedule::make(std::vector<MarginLevel> levels) {
  if (levels.empty()) return Error{ErrorCode::Missing, "", "A margin schedule needs at least one level."};
  for (std::size_t i = 0; i < levels.size(); ++i) {
    if (auto error = refusal(levels, i)) return *std::move(error);
  }
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
