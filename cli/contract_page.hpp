// SPDX-License-Identifier: MIT
#pragma once

#include <ostream>

#include "margin/rulebook.hpp"

namespace margin {

/// Writes what a venue's contract window shows: sizes, hours, fees and margins.
void writeContract(std::ostream& out, const Rulebook& rulebook, const Contract& contract);

}  // namespace margin
