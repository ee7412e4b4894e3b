// SPDX-License-Identifier: MIT
#pragma once

#include "margin/codec.hpp"
#include "reader.hpp"

namespace margin {

/// Reads the wallets of a scenario whose rulebook, prices and marks are read. Marks that are not given
/// are set to the index price of the underlying; a price that is needed and absent is refused.
void readWallets(ObjectReader& scenarioReader, Scenario& scenario);

}  // namespace margin
