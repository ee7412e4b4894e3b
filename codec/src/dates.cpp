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

/// "15:40" at the start of text.
bool isHourAndMinute(std::string_view text) noexcept {
  return text.size() >= 5 && within(number(text, 0, 2), 0, 23) && text[2] == ':' &&
         within(number(text, 3, 2), 0, 59);
}

bool isOffset(std::string_view text) noexcept {
  if (text == "Z") return true;
  return text.size() == 6 && (text[0] == '+' || text[0] == '-') && isHourAndMinute(text.substr(1));
}

}  // namespace

bool isDate(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  const int year = number(text, 0, 4);
  const int month = number(text, 5, 2);
  if (year < 0 || !within(month, 1, 12)) return false;
  return within(number(text, 8, 2), 1, daysOf(year, month));
}

bool isDateTime(std::string_view text) noexcept {
  if (text.size() < 17 || !isDate(text.substr(0, 10)) || text[10] != 'T') return false;
  std::string_view rest = text.substr(11);
  if (!isHourAndMinute(rest)) return false;
  rest.remove_prefix(5);
  if (!rest.empty() && rest[0] == ':') {
    if (!within(number(rest, 1, 2), 0, 59)) return false;
    rest.remove_prefix(3);
    if (!rest.empty() && rest[0] == '.') {
      rest.remove_prefix(1);
      if (rest.empty() || !isDigit(rest[0])) return false;
      while (!rest.empty() && isDigit(rest[0])) rest.remove_prefix(1);
    }
  }
  return isOffset(rest);
}

}  // namespace margin
