// SPDX-License-Identifier: MIT
// Leverage and liquidation prices as people read them.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include "margin/factor.hpp"
#include "margin/rulebook.hpp"

namespace margin {

/// A leverage.
std::string times(const std::optional<double>& leverage);

/// A price with its distance from today's.
std::string price(const std::optional<Boundary>& boundary, double current);

/// The liquidation prices of a position on either side of its mark.
std::string prices(const LiquidationSet& set, double current);

/// The table of liquidation prices by what moves.
void factorTable(std::ostream& out, const Rulebook& rulebook, const std::vector<FactorReport>& reports);

}  // namespace margin
