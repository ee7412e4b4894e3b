// SPDX-License-Identifier: MIT
#include "iso_time.hpp"

#include "margin/chicago.hpp"

namespace margin {
namespace {

/// Writes a number of so many digits, leading zeros among them, that ends at `end`.
/// @return  Where it begins.
char* digitsBefore(char* end, Instant number, int digits) noexcept {
  for (; digits > 0; --digits, number /= 10) *--end = static_cast<char>('0' + number % 10);
  return end;
}

/// The same of two digits after a mark.
char* partBefore(char* end, char mark, Instant number) noexcept {
  end = digitsBefore(end, number, 2);
  *--end = mark;
  return end;
}

/// The date of a day of the Gregorian calendar, counted from 1970-01-01, year 0 or later.
char* dateBefore(char* end, Instant day) noexcept {
  // Years are counted from March, so that a leap day is the last of its year; 400 of them have 146,097 days.
  constexpr Instant kEra = 146097;
  const Instant fromEpoch = day + 719468;
  const Instant ofEra = fromEpoch % kEra;
  const Instant yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / (kEra - 1)) / 365;
  const Instant ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const Instant fromMarch = (5 * ofYear + 2) / 153;
  const Instant month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  end = partBefore(end, '-', ofYear - (153 * fromMarch + 2) / 5 + 1);
  end = partBefore(end, '-', month);
  return digitsBefore(end, fromEpoch / kEra * 400 + yearOfEra + (month <= 2 ? 1 : 0), 4);
}

}  // namespace

std::string isoTime(Instant moment, int ahead) {
  const Instant local = moment + Instant{60} * ahead;
  const Instant second = (local % kSecondsPerDay + kSecondsPerDay) % kSecondsPerDay;
  char text[sizeof "2026-11-23T15:45:00-06:00"];
  char* const end = text + sizeof text;
  char* begin = end;
  if (ahead == 0) {
    *--begin = 'Z';
  } else {
    const int apart = ahead < 0 ? -ahead : ahead;
    begin = partBefore(begin, ':', apart % 60);
    begin = partBefore(begin, ahead < 0 ? '-' : '+', apart / 60);
  }
  begin = partBefore(begin, ':', second % 60);
  begin = partBefore(begin, ':', second / 60 % 60);
  begin = partBefore(begin, 'T', second / kSecondsPerHour);
  begin = dateBefore(begin, (local - second) / kSecondsPerDay);
  return std::string(begin, end);
}

std::string isoTimeInChicago(Instant moment) { return isoTime(moment, chicagoOffset(moment)); }

}  // namespace margin
