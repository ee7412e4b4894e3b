// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "margin/codec.hpp"

namespace margin {

/// Writes what positions cost: fees and break-even prices, funding and how long it can be borne, interest;
/// and what their contracts set: the limits of the mark, the indicated funding rate, the expiry. Nothing
/// without positions.
void writeCosts(std::ostream& out, const Scenario& scenario, const std::string& currency,
                const std::vector<Position>& positions, const WalletReport& report);

}  // namespace margin
