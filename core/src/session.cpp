// SPDX-License-Identifier: MIT
#include "session.hpp"

#include <algorithm>

#include "margin/chicago.hpp"

namespace margin {
namespace {

constexpr Instant kSecondsPerMinute = 60;

bool isWeekday(Instant day) noexcept {
  const int weekday = LocalTime{day}.weekday();
  return weekday >= 1 && weekday <= 5;
}

/// One session in moments.
struct Span {
  Instant open;
  Instant intradayEnd;
  Instant close;
};

/// The session that closes on a weekday.
Span spanOf(const Session& session, int minutesBeforeClose, Instant day) noexcept {
  Span span;
  span.open = chicagoMoment(session.open < session.close ? day : day - 1, session.open);
  span.close = chicagoMoment(day, session.close);
  span.intradayEnd = std::max(span.open, span.close - kSecondsPerMinute * minutesBeforeClose);
  return span;
}

}  // namespace

SessionState sessionState(const Session& session, int minutesBeforeClose, Instant moment) noexcept {
  const Instant today = chicagoTime(moment).day;
  SessionState state;
  // An evening belongs to the session that closes on the following day.
  for (Instant day = today; day <= today + 1; ++day) {
    if (!isWeekday(day)) continue;
    const Span span = spanOf(session, minutesBeforeClose, day);
    if (moment < span.open || moment >= span.close) continue;
    state.open = true;
    state.intraday = moment < span.intradayEnd;
  }
  return state;
}

Instant nextSwitch(const Session& session, int minutesBeforeClose, Instant moment) noexcept {
  const Instant today = chicagoTime(moment).day;
  const bool intraday = sessionState(session, minutesBeforeClose, moment).intraday;
  Instant next = 0;
  // A week holds every kind of change; the eighth day its evening's.
  for (Instant day = today; day <= today + 8; ++day) {
    if (!isWeekday(day)) continue;
    const Span span = spanOf(session, minutesBeforeClose, day);
    for (const Instant change : {span.open, span.intradayEnd}) {
      if (change <= moment) continue;
      if (sessionState(session, minutesBeforeClose, change).intraday != intraday) return change;
      if (next == 0) next = change;
    }
  }
  return next;
}

Instant nextOpen(const Session& session, Instant moment) noexcept {
  Instant day = chicagoTime(moment).day;
  while (!isWeekday(day) || spanOf(session, 0, day).open <= moment) ++day;
  return spanOf(session, 0, day).open;
}

Instant nextFundingAdjustment(Instant moment) noexcept {
  constexpr int kAdjustment = 15 * 60;
  Instant day = chicagoTime(moment).day;
  while (!isWeekday(day) || chicagoMoment(day, kAdjustment) <= moment) ++day;
  return chicagoMoment(day, kAdjustment);
}

}  // namespace margin
