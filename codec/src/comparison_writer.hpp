// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "json_writer.hpp"
#include "margin/comparison.hpp"

namespace margin {

/// Writes the member "outcomes".
void writeOutcomes(JsonWriter& writer, const std::vector<MoveOutcome>& outcomes);

/// Writes one account of a comparison.
void writeAccount(JsonWriter& writer, const Rulebook& rulebook, const Trade& trade, ContractType type,
                  const std::optional<AccountComparison>& account);

}  // namespace margin
