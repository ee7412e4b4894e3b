// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "margin/codec.hpp"

namespace margin {

/// What the reader of a report should know: a rulebook that is old or not yet in force, figures that are
/// assumptions, isolated positions that have lost more than their margin or stand in liquidation.
std::vector<Warning> warningsOf(const Scenario& scenario, const std::vector<AnyReport>& reports);

}  // namespace margin
