// SPDX-License-Identifier: MIT
#pragma once

namespace margin {

/// The number that a standard normal variable stays below with a probability in (0, 1); to sixteen digits.
/// Between 0.075 and 0.925 by + - x / alone, so that it is the same on every machine; outside it takes a
/// logarithm. The standard library's distributions are free to differ.
/// @source Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", 1988 (PPND16).
double normalQuantile(double probability) noexcept;

}  // namespace margin
