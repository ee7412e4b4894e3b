// SPDX-License-Identifier: MIT
// Chicago's clock. The days of the changes are those of the Energy Policy Act of 2005 (second Sunday of
// March, first of November; until 2006 first Sunday of April, last of October), at 2:00 local time.
#include "margin/chicago.hpp"

#include "catch.hpp"
#include "clock.hpp"

using namespace margin;
using margin::test::chicago;
using margin::test::utc;

TEST_CASE("Winter is six hours behind, summer five", "[chicago]") {
  CHECK(chicagoOffset(utc(2026, 1, 15, 12, 0)) == -360);
  CHECK(chicagoOffset(utc(2026, 7, 15, 12, 0)) == -300);
}

TEST_CASE("The clock changes in the very second", "[chicago]") {
  CHECK(chicagoOffset(utc(2026, 3, 8, 7, 59, 59)) == -360);
  CHECK(chicagoOffset(utc(2026, 3, 8, 8, 0)) == -300);
  CHECK(chicagoOffset(utc(2026, 11, 1, 6, 59, 59)) == -300);
  CHECK(chicagoOffset(utc(2026, 11, 1, 7, 0)) == -360);
  CHECK(chicagoOffset(utc(2006, 4, 2, 8, 0)) == -300);
  CHECK(chicagoOffset(utc(2006, 10, 29, 6, 59, 59)) == -300);
  CHECK(chicagoOffset(utc(2006, 10, 29, 7, 0)) == -360);
}

TEST_CASE("Every year of the range has its two changes on the days of the law", "[chicago]") {
  const auto sunday = [](int year, int month, int from) {
    int day = from;
    while (chicagoTime(utc(year, month, day, 12, 0)).weekday() != 0) ++day;
    return day;
  };
  for (int year = 2000; year <= 2037; ++year) {
    INFO(year);
    const Instant spring =
        year < 2007 ? utc(year, 4, sunday(year, 4, 1), 8, 0) : utc(year, 3, sunday(year, 3, 8), 8, 0);
    const Instant autumn =
        year < 2007 ? utc(year, 10, sunday(year, 10, 25), 7, 0) : utc(year, 11, sunday(year, 11, 1), 7, 0);
    CHECK(chicagoOffset(spring - 1) == -360);
    CHECK(chicagoOffset(spring) == -300);
    CHECK(chicagoOffset(autumn - 1) == -300);
    CHECK(chicagoOffset(autumn) == -360);
  }
}

TEST_CASE("The range is 2000 to 2037; outside it the nearest offset is taken", "[chicago]") {
  CHECK(chicagoRange().from == utc(2000, 1, 1, 0, 0));
  CHECK(chicagoRange().until == utc(2038, 1, 1, 0, 0));
  CHECK_FALSE(chicagoRange().holds(utc(2038, 1, 1, 0, 0)));
  CHECK(chicagoRange().holds(utc(2037, 12, 31, 23, 59, 59)));
  CHECK(chicagoOffset(0) == -360);
  CHECK(chicagoOffset(utc(2038, 1, 10, 0, 0)) == -360);
}

TEST_CASE("A moment on the calendar of Chicago", "[chicago]") {
  // 2026-11-23 is a Monday; 02:00 UTC is the evening before.
  const LocalTime evening = chicagoTime(utc(2026, 11, 23, 2, 0, 5));
  CHECK(evening.weekday() == 0);
  CHECK(evening.second == 20 * 3600 + 5);
  CHECK(chicagoTime(utc(2026, 11, 23, 6, 0)).weekday() == 1);
  CHECK(chicagoTime(utc(2026, 11, 23, 6, 0)).second == 0);
  CHECK(chicagoTime(0).weekday() == 3);  // 1969-12-31, a Wednesday
}

TEST_CASE("A time of day as a moment, also where the clock skips it or shows it twice", "[chicago]") {
  const Instant spring = utc(2026, 3, 8, 0, 0) / kSecondsPerDay;
  CHECK(chicagoMoment(spring, 60) == chicago(6, 2026, 3, 8, 1, 0));
  CHECK(chicagoMoment(spring, 119) == chicago(6, 2026, 3, 8, 1, 59));
  CHECK(chicagoMoment(spring, 150) == chicago(5, 2026, 3, 8, 3, 30));  // 2:30 does not exist
  CHECK(chicagoMoment(spring, 180) == chicago(5, 2026, 3, 8, 3, 0));
  const Instant autumn = utc(2026, 11, 1, 0, 0) / kSecondsPerDay;
  CHECK(chicagoMoment(autumn, 30) == chicago(5, 2026, 11, 1, 0, 30));
  CHECK(chicagoMoment(autumn, 90) == chicago(5, 2026, 11, 1, 1, 30));  // twice: the first
  CHECK(chicagoMoment(autumn, 120) == chicago(6, 2026, 11, 1, 2, 0));
}

TEST_CASE("A moment and its time of day lead back to each other", "[chicago]") {
  for (Instant moment = utc(2025, 12, 30, 0, 0); moment < utc(2027, 1, 2, 0, 0); moment += 1860) {
    const LocalTime time = chicagoTime(moment);
    const Instant again = chicagoMoment(time.day, time.second / 60);
    const bool second = moment >= utc(2026, 11, 1, 7, 0) && moment < utc(2026, 11, 1, 8, 0);
    INFO(moment);
    CHECK(again == (second ? moment - 3600 : moment) - time.second % 60);
  }
}
