// SPDX-License-Identifier: MIT
#pragma once

#include "json_writer.hpp"
#include "margin/codec.hpp"

namespace margin {

/// Writes an explanation document ("margin-explanation/1").
void writeExplanation(JsonWriter& writer, const Rulebook& rulebook, const Explanation& explanation);

}  // namespace margin
