// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace margin {

/// Prints the steps that lead to each figure of a scenario's report, as JSON or for people.
/// @param path  JSON Pointer of the only figure wanted; empty: all.
int explainDocument(const std::string& file, const std::string& path, bool asText);

/// Prints what the venue does where a scenario's wallets are liquidated.
int protectionOf(const std::string& file, bool asText);

/// Prints each multi-collateral wallet of a scenario beside the same money in USD.
int pledgeOrSellOf(const std::string& file, bool asText);

/// Prints a trade document in three kinds of account, side by side.
int compareDocument(const std::string& file, bool asText);

}  // namespace margin
