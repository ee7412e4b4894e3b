// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "margin/codec.hpp"
#include "reader.hpp"

namespace margin {

/// Which assets a scenario gives a price of, the refused ones among them.
struct GivenPrices {
  std::vector<char> prices;  ///< By AssetIndex.
};

/// Reads the wallets of a scenario whose rulebook, prices and marks are read. Marks that are not given
/// are set to the index price of the underlying; a price that is needed and absent is refused.
void readWallets(ObjectReader& scenarioReader, Scenario& scenario, const GivenPrices& given);

}  // namespace margin
