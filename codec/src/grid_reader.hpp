// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>

#include "request_reader.hpp"

namespace margin {

/// "columns" and "rows" of a grid, 2 to kMostSamples each; 0 of what is absent or refused.
void readGrid(RequestReader& reader, std::size_t& columns, std::size_t& rows);

}  // namespace margin
