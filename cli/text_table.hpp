// SPDX-License-Identifier: MIT
// Numbers, names and tables as people read them.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "margin/instant.hpp"

namespace margin {

/// A number in printf's format.
std::string printed(const char* format, double value);

/// Thousands apart; as many decimals as the magnitude deserves.
std::string amount(double value);

/// The same of a currency: of coins to more decimals.
std::string amountIn(std::string_view currency, double value);

/// The amount, or that there is none.
std::string amountOrNone(const std::optional<double>& value);

/// All digits that say something.
std::string digits(double value);

/// A fraction.
std::string percent(double fraction);

/// A change.
std::string signedPercent(double fraction);

/// "2 d 1 h 30 min"; of less than a minute the seconds.
std::string duration(Instant seconds);

/// By Chicago's clock, e.g. "Sun 17:00".
std::string weekdayAndTime(Instant moment);

/// In UTC, "2026-11-23"; where it is not midnight "2026-11-23 15:45".
std::string utc(Instant moment);

/// Names and titles are the user's: nothing in them may steer a terminal.
std::string plain(std::string_view text);

using Row = std::vector<std::string>;

/// A table whose first column is set left and the others right.
void table(std::ostream& out, const std::vector<Row>& rows);

}  // namespace margin
