// SPDX-License-Identifier: MIT
#pragma once

#include "margin/instant.hpp"

namespace margin::test {

/// A moment by its date and time in UTC, counted year by year; 1970 and later.
inline Instant utc(int year, int month, int day, int hour, int minute, int second = 0) {
  const auto leap = [](int y) { return y % 4 == 0 && (y % 100 != 0 || y % 400 == 0); };
  const int days[] = {31, leap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  Instant count = day - 1;
  for (int y = 1970; y < year; ++y) count += leap(y) ? 366 : 365;
  for (int m = 1; m < month; ++m) count += days[m - 1];
  return ((count * 24 + hour) * 60 + minute) * 60 + second;
}

/// The same on Chicago's clock, so many hours behind UTC: 5 in summer, 6 in winter.
inline Instant chicago(int behind, int year, int month, int day, int hour, int minute, int second = 0) {
  return utc(year, month, day, hour, minute, second) + 3600 * behind;
}

}  // namespace margin::test
