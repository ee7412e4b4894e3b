// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "reader.hpp"
#include "wallet_parts.hpp"

namespace margin {

/// Reads the orders of a wallet whose positions are read; its contracts are of one type. An order without a
/// mode has that of the position on its contract.
std::vector<Order> readOrders(ObjectReader& wallet, WalletParts& parts, ContractType type,
                              const std::vector<Position>& positions);

/// Reads the transfers of a wallet.
///
/// @param coin  The only asset that its wallet holds; nullopt where it takes all collateral.
std::vector<Transfer> readTransfers(ObjectReader& wallet, WalletParts& parts, std::optional<AssetIndex> coin);

}  // namespace margin
