// SPDX-License-Identifier: MIT
// What positions, assets and states are called.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <variant>

#include "margin/codec.hpp"
#include "margin/requests.hpp"

namespace margin {

std::string words(WalletStatus status);
std::string words(UsStatus status);
std::string words(const std::variant<WalletStatus, UsStatus>& status);

/// E.g. "long PF_XBTUSD isolated".
std::string nameOf(const Position& position, const Rulebook& rulebook);

std::string symbolOf(ContractIndex contract, const Rulebook& rulebook);
std::string assetName(AssetIndex asset, const Rulebook& rulebook);

/// The type of a wallet in its document.
const char* typeOf(const Wallet& wallet);

/// The currency that a wallet's amounts are in.
std::string currencyOf(const Wallet& wallet, const Rulebook& rulebook);

/// What moves: an asset, or the market.
std::string factorText(std::optional<AssetIndex> factor, const Rulebook& rulebook);

/// The scenario's title and which wallet is asked of.
void heading(std::ostream& out, const Request& request);

}  // namespace margin
