// SPDX-License-Identifier: MIT
#pragma once

#include <memory>

#include "margin/rulebook.hpp"
#include "reader.hpp"

namespace margin {

/// Reads a rulebook object ("margin-rulebook/1"). What is refused is collected; the rulebook then holds
/// what could be read and must not be evaluated with.
std::shared_ptr<const Rulebook> readRulebook(const Value& value, const Place& place, Refusals& refusals);

/// Reads a policy object over the given defaults.
Policy readPolicy(const Value& value, const Place& place, Refusals& refusals, Policy defaults);

}  // namespace margin
