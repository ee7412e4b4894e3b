// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "margin/replay.hpp"
#include "reader.hpp"

namespace margin {

/// Prices as CSV text (RFC 4180), and the line of each row, counted from 1.
struct HistoryReading {
  PriceHistory history;
  std::vector<std::size_t> lines;
};

/// Reads a header that names a date ("date", "time", "timestamp" or "datetime") and assets of the rulebook
/// ("BTC", "BTC/USD", "BTC-USD" or "BTCUSD", in any case), and a row for each moment: a date, a moment of
/// ISO 8601 (without offset it is UTC), or seconds or milliseconds since 1970; prices in plain digits. Rows
/// may go forwards or backwards in time. What is anything else is refused, line by line.
///
/// A CSV library that runs without exceptions and with columns known only at run time is not among those that
/// Debian has; the format is a dozen lines.
HistoryReading readHistory(std::string_view csv, const Place& place, const Rulebook& rulebook,
                           Refusals& refusals);

}  // namespace margin
