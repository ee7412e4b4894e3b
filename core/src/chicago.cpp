// SPDX-License-Identifier: MIT
#include "margin/chicago.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

namespace margin {
namespace {

/// From this moment on the clock is so many minutes ahead of UTC.
struct Change {
  std::uint32_t from;
  std::int16_t ahead;
};

#include "chicago_offsets.inc"

constexpr Instant kSecondsPerMinute = 60;

}  // namespace

ClockRange chicagoRange() noexcept { return {kChanges[0].from, kKnownUntil}; }

int chicagoOffset(Instant moment) noexcept {
  const Change* const later =
      std::upper_bound(std::begin(kChanges) + 1, std::end(kChanges), moment,
                       [](Instant at, const Change& change) { return at < Instant{change.from}; });
  return (later - 1)->ahead;
}

LocalTime chicagoTime(Instant moment) noexcept {
  const Instant local = moment + kSecondsPerMinute * chicagoOffset(moment);
  const Instant second = (local % kSecondsPerDay + kSecondsPerDay) % kSecondsPerDay;
  return {(local - second) / kSecondsPerDay, static_cast<int>(second)};
}

Instant chicagoMoment(Instant day, int minute) noexcept {
  const Instant local = kSecondsPerDay * day + kSecondsPerMinute * minute;
  // Any change near this time lies between the two.
  const int before = chicagoOffset(local - kSecondsPerDay);
  const int after = chicagoOffset(local + kSecondsPerDay);
  const Instant first = local - kSecondsPerMinute * before;
  const Instant second = local - kSecondsPerMinute * after;
  // In a gap neither offset holds at its own moment.
  return chicagoOffset(first) != before && chicagoOffset(second) == after ? second : first;
}

}  // namespace margin
