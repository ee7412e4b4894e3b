// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>

#include "margin/codec.hpp"

namespace margin {

/// Writes what the tables of a scenario begin with: its title and its rulebook.
void writeHeading(std::ostream& out, const Scenario& scenario);

/// Writes an evaluation that was not refused as a table for people.
void writeText(std::ostream& out, const Evaluation& evaluation);

}  // namespace margin
