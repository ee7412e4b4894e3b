// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <ostream>

#include "margin/codec.hpp"

namespace margin {

/// Writes what happens where a wallet is liquidated, as numbered sentences.
/// @param index  Of the wallet in its scenario.
void writeProtection(std::ostream& out, const Scenario& scenario, std::size_t index);

}  // namespace margin
