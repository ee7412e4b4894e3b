// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace margin {

/// Prints the report of a scenario document, as JSON or as a table for people.
int evaluateDocument(const std::string& file, bool asText);

/// Answers one scenario a line, in order; a refused scenario has its errors in the place of its report.
int evaluateLines(const std::string& file);

}  // namespace margin
