// SPDX-License-Identifier: MIT
#pragma once

#include "json_writer.hpp"
#include "margin/report.hpp"

namespace margin {

/// Writes a position of a multi-collateral or a single-collateral wallet.
void writePosition(JsonWriter& writer, const Rulebook& rulebook, const Position& position,
                   const PositionReport& report);

}  // namespace margin
