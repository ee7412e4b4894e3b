// SPDX-License-Identifier: MIT
#pragma once

#include "json_writer.hpp"
#include "margin/curve.hpp"

namespace margin {

/// The fields of what a wallet comes to at some prices.
void writeAmounts(JsonWriter& out, const CurveAmounts& amounts);

}  // namespace margin
