// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "json_writer.hpp"
#include "margin/codec.hpp"

namespace margin {

/// Writes the member "outcomes".
void writeOutcomes(JsonWriter& writer, const Rulebook& rulebook, const std::vector<MoveOutcome>& outcomes);

/// Writes a comparison document ("margin-comparison/1").
void writeComparison(JsonWriter& writer, const TradeComparison& comparison);

}  // namespace margin
