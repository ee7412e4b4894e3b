// SPDX-License-Identifier: MIT
// The terms that scenarios and trades name alike.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "margin/instant.hpp"
#include "margin/rulebook.hpp"
#include "reader.hpp"

namespace margin {

/// The rulebook that a member names or is; nullptr where it was refused.
/// @param byDefault  Id of the rulebook where the member is absent; empty: the member is required.
std::shared_ptr<const Rulebook> rulebookOf(ObjectReader& reader, std::string_view key,
                                           std::string_view byDefault);

/// The member "client".
Client readClient(ObjectReader& reader);

/// The member "asOf"; nullopt where it is absent or was refused.
std::optional<Instant> readClock(ObjectReader& reader);

inline constexpr Range kFundingRate{-1, 1, false, false,
                                    "a fraction per hour from -1 to 1 (0.00001 is 0.001 %)"};

}  // namespace margin
