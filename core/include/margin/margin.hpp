// SPDX-License-Identifier: MIT
#pragma once

#include "margin/schedule.hpp"

namespace margin {

/// Initial margin of a position of this notional: what opening it takes.
///
///   flat:     rate of the notional's level x notional
///   marginal: sum over levels of (slice of the notional within the level) x rate of the level
///
/// @param notional  USD at the basis price (entry or mark), >= 0.
/// @return          USD, >= 0.
/// @source          Kraken, "Multi-Collateral Margin Schedule & Maximum Leverage".
double initialMargin(const MarginSchedule& schedule, double notional, Levels rule) noexcept;

/// Maintenance margin of a position of this notional: what keeping it takes. As initialMargin.
double maintenanceMargin(const MarginSchedule& schedule, double notional, Levels rule) noexcept;

}  // namespace margin
