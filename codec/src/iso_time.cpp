// SPDX-License-Identifier: MIT
#include "iso_time.hpp"

#include "margin/chicago.hpp"

namespace margin {
namespace {

/// A number with leading zeros.
void append(std::string& text, Instant number, int digits) {
  Instant unit = 1;
  for (int i = 1; i < digits; ++i) unit *= 10;
  for (; unit > 0; unit /= 10) text += static_cast<char>('0' + number / unit % 10);
}

/// The date of a day of the Gregorian calendar, counted from 1970-01-01, year 0 or later.
void appendDate(std::string& text, Instant day) {
  // Years are counted from March, so that a leap day is the last of its year; 400 of them have 146,097 days.
  constexpr Instant kEra = 146097;
  const Instant fromEpoch = day + 719468;
  const Instant ofEra = fromEpoch % kEra;
  const Instant yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36524 - ofEra / (kEra - 1)) / 365;
  const Instant ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const Instant fromMarch = (5 * ofYear + 2) / 153;
  const Instant month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  append(text, fromEpoch / kEra * 400 + yearOfEra + (month <= 2 ? 1 : 0), 4);
  text += '-';
  append(text, month, 2);
  text += '-';
  append(text, ofYear - (153 * fromMarch + 2) / 5 + 1, 2);
}

void appendHourAndMinute(std::string& text, Instant minutes) {
  append(text, minutes / 60, 2);
  text += ':';
  append(text, minutes % 60, 2);
}

}  // namespace

std::string isoTime(Instant moment, int ahead) {
  const Instant local = moment + Instant{60} * ahead;
  const Instant second = (local % kSecondsPerDay + kSecondsPerDay) % kSecondsPerDay;
  std::string text;
  appendDate(text, (local - second) / kSecondsPerDay);
  text += 'T';
  appendHourAndMinute(text, second / 60);
  text += ':';
  append(text, second % 60, 2);
  if (ahead == 0) return text += 'Z';
  text += ahead < 0 ? '-' : '+';
  appendHourAndMinute(text, ahead < 0 ? -ahead : ahead);
  return text;
}

std::string isoTimeInChicago(Instant moment) { return isoTime(moment, chicagoOffset(moment)); }

}  // namespace margin
