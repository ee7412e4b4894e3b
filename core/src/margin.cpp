// SPDX-License-Identifier: MIT
#include "margin/margin.hpp"

namespace margin {

double initialMargin(const MarginSchedule& schedule, double notional, Levels rule) noexcept {
  const MarginLine line = schedule.initialLine(schedule.levelAt(notional), rule);
  return line.rate * notional + line.offset;
}

double maintenanceMargin(const MarginSchedule& schedule, double notional, Levels rule) noexcept {
  const MarginLine line = schedule.maintenanceLine(schedule.levelAt(notional), rule);
  return line.rate * notional + line.offset;
}

}  // namespace margin
