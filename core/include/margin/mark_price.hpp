// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "margin/contract.hpp"
#include "margin/instant.hpp"
#include "margin/venue_rules.hpp"

namespace margin {

/// How far a contract's mark price may stand from its index, as a fraction of the index.
///
///   perpetual: perpetualCap
///   dated:     linear in the days to expiry between the entries of datedCaps, level outside
///
/// @param asOf  The clock; needed of dated contracts.
/// @return      nullopt for a dated contract without an expiry or without a clock.
/// @source      Kraken, "Portfolio Management".
std::optional<double> markCap(const MarkPriceRules& rules, const Contract& contract,
                              std::optional<Instant> asOf) noexcept;

/// Cap at so many days (>= 0) to expiry.
double datedMarkCap(const MarkPriceRules& rules, double days) noexcept;

}  // namespace margin
