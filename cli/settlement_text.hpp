// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>

#include "margin/codec.hpp"

namespace margin {

/// Writes what remains if everything is closed at today's marks.
void writeSettlement(std::ostream& out, const Rulebook& rulebook, const SettlementReport& report,
                     const std::string& currency);

/// Writes what the venue converts by itself of a wallet that owes USD.
void writeAutomaticConversion(std::ostream& out, const Rulebook& rulebook, const AutomaticConversion& report);

}  // namespace margin
