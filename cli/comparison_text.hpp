// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <ostream>

#include "margin/codec.hpp"

namespace margin {

/// Writes a wallet's collateral as it is and sold for USD, in two columns.
/// @param number  Of the wallet in its scenario, from 1.
void writeText(std::ostream& out, std::size_t number, const Rulebook& rulebook,
               const std::optional<PledgeOrSell>& both);

/// Writes a trade in three kinds of account, in three columns.
void writeText(std::ostream& out, const TradeComparison& comparison);

}  // namespace margin
