// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>

#include "margin/codec.hpp"

namespace margin {

/// Writes the report of a single-collateral wallet as tables for people: in its coin, with USD beside.
void writeSingleText(std::ostream& out, const Scenario& scenario, const SingleCollateralWallet& wallet,
                     const WalletReport& report);

}  // namespace margin
