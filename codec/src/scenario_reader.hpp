// SPDX-License-Identifier: MIT
#pragma once

#include "margin/codec.hpp"
#include "reader.hpp"

namespace margin {

/// Reads a scenario object ("margin-scenario/1"). What is refused is collected; the scenario then holds
/// what could be read and must not be evaluated.
Scenario readScenario(const Value& value, const Place& place, Refusals& refusals);

}  // namespace margin
