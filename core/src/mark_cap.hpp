// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "arithmetic.hpp"
#include "margin/mark_price.hpp"

namespace margin {

/// markCap() with its steps.
std::optional<Figure> markCap(const MarkPriceRules& rules, const Contract& contract,
                              std::optional<Instant> asOf, Arithmetic& arithmetic);

/// Seconds until a contract expires; 0 once it has.
Figure secondsLeft(Instant expires, Instant asOf, Arithmetic& arithmetic);

}  // namespace margin
