// SPDX-License-Identifier: MIT
#include "text_table.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>

#include "margin/chicago.hpp"

namespace margin {

std::string printed(const char* format, double value) {
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), format, value);
  return text.data();
}

namespace {

/// A number that is not 0: the power of ten of its first digit.
int powerOfTen(double magnitude) { return static_cast<int>(std::floor(std::log10(magnitude))); }

std::string grouped(double value, int decimals) {
  const double magnitude = std::fabs(value);
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), "%.*f", decimals, magnitude);
  std::string digits = text.data();
  for (std::size_t at = digits.find('.'); at > 3; at -= 3) digits.insert(at - 3, ",");
  return (value < 0 ? "-" : "") + digits;
}

}  // namespace

std::string amount(double value) {
  const double magnitude = std::fabs(value);
  if (magnitude > 0 && magnitude < 1e-6) return printed("%.6g", value);
  const bool small = magnitude > 0 && magnitude < 1;
  return grouped(value, small ? std::min(10, 4 - powerOfTen(magnitude)) : 2);
}

std::string amountIn(std::string_view currency, double value) {
  const double magnitude = std::fabs(value);
  if (currency == "USD" || magnitude < 1) return amount(value);
  return grouped(value, std::max(2, 5 - powerOfTen(magnitude)));
}

std::string amountOrNone(const std::optional<double>& value) { return value ? amount(*value) : "none"; }

std::string digits(double value) { return printed("%.10g", value); }

std::string percent(double fraction) { return digits(fraction * 100) + " %"; }

std::string signedPercent(double fraction) { return printed("%+.2f %%", fraction * 100); }

std::string duration(Instant seconds) {
  if (seconds < 60) return std::to_string(seconds) + " s";
  std::string text;
  const auto add = [&](Instant count, const char* unit) {
    if (count > 0) text += (text.empty() ? "" : " ") + std::to_string(count) + unit;
  };
  add(seconds / kSecondsPerDay, " d");
  add(seconds / kSecondsPerHour % 24, " h");
  add(seconds / 60 % 60, " min");
  return text;
}

std::string weekdayAndTime(Instant moment) {
  constexpr std::array kWeekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  const LocalTime time = chicagoTime(moment);
  std::array<char, 16> text;
  std::snprintf(text.data(), text.size(), "%s %02d:%02d", kWeekdays[static_cast<std::size_t>(time.weekday())],
                time.second / 3600, time.second / 60 % 60);
  return text.data();
}

std::string utc(Instant moment) {
  const Instant second = (moment % kSecondsPerDay + kSecondsPerDay) % kSecondsPerDay;
  const std::chrono::sys_days day{std::chrono::days((moment - second) / kSecondsPerDay)};
  const std::chrono::year_month_day date(day);
  std::array<char, 32> text;
  const int written = std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                                    static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
  if (second == 0) return text.data();
  const auto rest = static_cast<std::size_t>(written);
  std::snprintf(text.data() + rest, text.size() - rest, " %02d:%02d", static_cast<int>(second / 3600),
                static_cast<int>(second / 60 % 60));
  return text.data();
}

std::string plain(std::string_view text) {
  std::string shown(text);
  for (char& c : shown) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = ' ';
  }
  return shown;
}

void table(std::ostream& out, const std::vector<Row>& rows) {
  std::vector<std::size_t> widths(rows.front().size());
  for (const Row& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  for (const Row& row : rows) {
    out << "  ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      const std::string gap(widths[i] - row[i].size(), ' ');
      out << (i == 0 ? row[i] + gap : "  " + gap + row[i]);
    }
    out << '\n';
  }
}

}  // namespace margin
