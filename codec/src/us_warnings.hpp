// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

#include "margin/codec.hpp"

namespace margin {

/// Adds what the reader of a US wallet's report should know: margins that are examples, fees that are
/// not all published, positions on expired contracts, equity below what is required now or from the next
/// switch on.
/// @param path  JSON Pointer to the wallet.
void warnOfUsWallet(std::vector<Warning>& warnings, const Scenario& scenario, const std::string& path,
                    const UsFuturesWallet& wallet, const UsReport& report);

}  // namespace margin
