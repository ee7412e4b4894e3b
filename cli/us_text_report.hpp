// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <ostream>

#include "margin/codec.hpp"

namespace margin {

/// Writes the report of a US wallet as tables for people.
/// @param number  Of the wallet in its scenario, from 1.
void writeUsText(std::ostream& out, std::size_t number, const Scenario& scenario,
                 const UsFuturesWallet& wallet, const UsReport& report);

}  // namespace margin
