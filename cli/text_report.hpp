// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>

#include "margin/codec.hpp"

namespace margin {

/// Writes an evaluation that was not refused as a table for people.
void writeText(std::ostream& out, const Evaluation& evaluation);

}  // namespace margin
