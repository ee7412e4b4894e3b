// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

#include "margin/codec.hpp"

namespace margin {

/// Leaves of an explanation only one figure and the steps that lead to it; false where it has no such figure.
/// @param path  JSON Pointer into the report.
bool keepFigure(Explanation& explanation, std::string_view path);

}  // namespace margin
