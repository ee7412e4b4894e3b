// SPDX-License-Identifier: MIT
#pragma once

#include "wallet_parts.hpp"

namespace margin {

/// Reads the fields of a wallet of type "us-futures".
UsFuturesWallet readUsFutures(ObjectReader& reader, WalletParts& parts);

}  // namespace margin
