// SPDX-License-Identifier: MIT
#include "dates.hpp"

#include <cstddef>

namespace margin {
namespace {

bool isDigit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The number that `digits` characters from `start` spell; -1 where they are no digits.
int number(std::string_view text, std::size_t start, std::size_t digits) noexcept {
  if (text.size() < start + digits) return -1;
  int value = 0;
  for (std::size_t i = start; i < start + digits; ++i) {
    if (!isDigit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

bool within(int value, int least, int most) noexcept { return value >= least && value <= most; }

int daysOf(int year, int month) noexcept {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : kDays[month - 1];
}

/// Minutes after midnight of the "15:40" at the start of text; -1 where there is none.
int minutes(std::string_view text) noexcept {
  const int hour = number(text, 0, 2);
  const int minute = number(text, 3, 2);
  if (text.size() < 5 || text[2] != ':' || !within(hour, 0, 23) || !within(minute, 0, 59)) return -1;
  return hour * 60 + minute;
}

/// Days since 1970-01-01 of a date of the Gregorian calendar, years 0 to 9999.
Instant daysSinceEpoch(int year, int month, int day) noexcept {
  // Years are counted from March, so that a leap day is the last of its year.
  const int y = month > 2 ? year : year - 1;
  const int monthFromMarch = month > 2 ? month - 3 : month + 9;
  const int dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1;
  const int century = y >= 0 ? y / 100 : -1;
  const int leapDays = (y >= 0 ? y / 4 : -1) - century + (y >= 0 ? y / 400 : -1);
  constexpr int kEpoch = 719468;  // 1970-01-01, counted so
  return Instant{365} * y + leapDays + dayOfYear - kEpoch;
}

/// Seconds by which local time is ahead of UTC; nullopt where text is no offset.
std::optional<Instant> offset(std::string_view text) noexcept {
  if (text == "Z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const int ahead = minutes(text.substr(1));
  if (ahead < 0) return std::nullopt;
  return Instant{60} * (text[0] == '-' ? -ahead : ahead);
}

}  // namespace

bool isDate(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = number(text, 0, 4);
  const int month = number(text, 5, 2);
  if (year < 0 || !within(month, 1, 12)) return false;
  return within(number(text, 8, 2), 1, daysOf(year, month));
}

std::optional<int> timeOfDay(std::string_view text) noexcept {
  const int minute = minutes(text);
  if (text.size() != 5 || minute < 0) return std::nullopt;
  return minute;
}

std::optional<Instant> startOfDay(std::string_view text) noexcept {
  if (!isDate(text)) return std::nullopt;
  return kSecondsPerDay * daysSinceEpoch(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
}

std::optional<Instant> instant(std::string_view text) noexcept {
  const auto day = startOfDay(text.substr(0, 10));
  if (!day || text.size() < 17 || text[10] != 'T') return std::nullopt;
  std::string_view rest = text.substr(11);
  const int minute = minutes(rest);
  if (minute < 0) return std::nullopt;
  rest.remove_prefix(5);
  int second = 0;
  if (!rest.empty() && rest[0] == ':') {
    second = number(rest, 1, 2);
    if (!within(second, 0, 59)) return std::nullopt;
    rest.remove_prefix(3);
    if (!rest.empty() && rest[0] == '.') {
      rest.remove_prefix(1);
      if (rest.empty() || !isDigit(rest[0])) return std::nullopt;
      while (!rest.empty() && isDigit(rest[0])) rest.remove_prefix(1);
    }
  }
  const auto ahead = offset(rest);
  if (!ahead) return std::nullopt;
  return *day + Instant{60} * minute + second - *ahead;
}

}  // namespace margin
