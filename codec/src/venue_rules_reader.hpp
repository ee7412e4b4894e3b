// SPDX-License-Identifier: MIT
#pragma once

#include "margin/rulebook.hpp"
#include "reader.hpp"

namespace margin {

/// Reads a rulebook's rules beside margin itself: fees, mark price, funding, interest, conversion, equity
/// protection and the US venue's clock.
void readVenueRules(ObjectReader& reader, Rulebook& rulebook);

}  // namespace margin
