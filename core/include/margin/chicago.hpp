// SPDX-License-Identifier: MIT
// The clock by which US futures trade.
#pragma once

#include "margin/instant.hpp"

namespace margin {

/// The moments at which Chicago's clock is known: from the first on, before the second.
struct ClockRange {
  Instant from = 0;
  Instant until = 0;

  constexpr bool holds(Instant moment) const noexcept { return moment >= from && moment < until; }
};

/// @source IANA time-zone database, America/Chicago; written down by scripts/make-chicago-offsets.py.
ClockRange chicagoRange() noexcept;

/// Minutes by which Chicago's clock is ahead of UTC: -360 in winter, -300 in summer. Outside the range the
/// nearest known.
int chicagoOffset(Instant moment) noexcept;

/// A moment on Chicago's calendar and clock.
struct LocalTime {
  Instant day = 0;  ///< Days since 1970-01-01.
  int second = 0;   ///< Since midnight, 0 to 86399.

  /// 0 is Sunday, 6 is Saturday.
  constexpr int weekday() const noexcept { return static_cast<int>(((day + 4) % 7 + 7) % 7); }
};

LocalTime chicagoTime(Instant moment) noexcept;

/// When Chicago's clock shows so many minutes after midnight of a day. A time that the clock skips in spring
/// is read by the offset before the change (02:30 is then 03:30); of one that it shows twice in autumn, the
/// first is meant.
Instant chicagoMoment(Instant day, int minute) noexcept;

}  // namespace margin
