// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>

#include "margin/codec.hpp"

namespace margin {

/// Writes every figure with its formula, in symbols and in numbers; of one figure alone, the tree of all the
/// steps that lead to it.
void writeText(std::ostream& out, const Explanation& explanation);

}  // namespace margin
