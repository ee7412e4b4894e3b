// SPDX-License-Identifier: MIT
// What closed positions leave, with its steps.
#pragma once

#include <vector>

#include "arithmetic.hpp"
#include "margin/conversion.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// What a wallet holds, each asset once, after positions have realised so much at such fees. Of a
/// multi-collateral wallet a gain comes in the profit currency, less its conversion fee (USD where that
/// currency has no price), a loss and the fees in USD; of the others all in their one currency.
std::vector<Holding> balancesAfter(const MultiCollateralWallet& wallet, const Figure& realized,
                                   const Figure& fees, const Terms& terms, Arithmetic& arithmetic);
std::vector<Holding> balancesAfter(const SingleCollateralWallet& wallet, const Figure& realized,
                                   const Figure& fees, const Terms& terms, Arithmetic& arithmetic);

/// The sales of convert().
Waterfall convert(const std::vector<Holding>& balances, const Terms& terms, Arithmetic& arithmetic);

}  // namespace margin
