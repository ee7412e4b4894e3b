// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "figure_trail.hpp"
#include "json_writer.hpp"
#include "margin/rulebook.hpp"

namespace margin {

/// Writes an explanation document ("margin-explanation/1").
void writeExplanation(JsonWriter& writer, const Rulebook& rulebook, const Working& working,
                      const std::vector<FigureAt>& figures);

}  // namespace margin
