// SPDX-License-Identifier: MIT
// A wallet after a change, without its previews.
#pragma once

#include "margin/wallet.hpp"

namespace margin {

/// With more of an asset; of a coin's wallet its coin, of a US wallet USD.
Wallet withAdded(const Wallet& wallet, AssetIndex asset, double quantity);

/// After a trade at the mark and the taker fee: what it closes is realised and its funding settled, what it
/// opens is cross.
Wallet withTraded(const Wallet& wallet, ContractIndex contract, Side side, double size, const Terms& terms);

}  // namespace margin
