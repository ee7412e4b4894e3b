// SPDX-License-Identifier: MIT
#pragma once

#include "margin/codec.hpp"
#include "reader.hpp"

namespace margin {

/// Reads a scenario's order books, each side from its best price on.
void readOrderBooks(ObjectReader& reader, Scenario& scenario);

}  // namespace margin
