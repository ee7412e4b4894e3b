// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

#include "json_writer.hpp"
#include "margin/factor.hpp"
#include "margin/rulebook.hpp"

namespace margin {

/// Writes a boundary as a value, in prices of what moves.
void writeBoundary(JsonWriter& writer, const Boundary& boundary, Figure current);

/// Writes a liquidation set as a value, in prices of what moves.
/// @param factor   An asset's name, or "market".
/// @param current  Today's price.
void writeLiquidation(JsonWriter& writer, std::string_view factor, Figure current, const LiquidationSet& set);

/// Writes the member "factors".
void writeFactors(JsonWriter& writer, const Rulebook& rulebook, const std::vector<FactorReport>& factors);

}  // namespace margin
