// SPDX-License-Identifier: MIT
// Answers about shocks, time and chance as people read them.
#pragma once

#include <ostream>

#include "margin/risk_requests.hpp"

namespace margin {

/// A row for each shock.
void writeText(std::ostream& out, const LadderAnswer& answer);

/// The inputs, the one that moves the liquidation most first.
void writeText(std::ostream& out, const SensitivityAnswer& answer);

void writeText(std::ostream& out, const HoldingTimeAnswer& answer);

/// A row for each horizon.
void writeText(std::ostream& out, const OddsAnswer& answer);

/// When it was liquidated, how close it came, and what funding came to.
void writeText(std::ostream& out, const ReplayAnswer& answer);

/// Liquidation prices as a table, entry prices across and leverages down.
void writeText(std::ostream& out, const PlanMapAnswer& answer);

}  // namespace margin
