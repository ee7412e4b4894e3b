// SPDX-License-Identifier: MIT
#pragma once

#include "json_writer.hpp"
#include "margin/codec.hpp"

namespace margin {

/// Writes the report of a US wallet as a value.
void writeUsWallet(JsonWriter& writer, const Scenario& scenario, const UsFuturesWallet& wallet,
                   const UsReport& report);

}  // namespace margin
