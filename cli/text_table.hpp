// SPDX-License-Identifier: MIT
// Numbers, names and tables as people read them.
#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace margin {

/// A number in printf's format.
std::string printed(const char* format, double value);

/// Thousands apart; as many decimals as the magnitude deserves.
std::string amount(double value);

/// Names and titles are the user's: nothing in them may steer a terminal.
std::string plain(std::string_view text);

using Row = std::vector<std::string>;

/// A table whose first column is set left and the others right.
void table(std::ostream& out, const std::vector<Row>& rows);

}  // namespace margin
