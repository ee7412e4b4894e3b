// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>

#include "margin/codec.hpp"

namespace margin {

/// Writes the report of a multi-collateral wallet as tables for people.
void writeMultiText(std::ostream& out, const Scenario& scenario, const MultiCollateralWallet& wallet,
                    const WalletReport& report);

}  // namespace margin
