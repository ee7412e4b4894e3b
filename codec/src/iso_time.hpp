// SPDX-License-Identifier: MIT
#pragma once

#include <string>

#include "margin/instant.hpp"

namespace margin {

/// A moment as ISO 8601, "2026-11-23T15:45:00-06:00"; with "Z" where it is told in UTC.
///
/// @param ahead  Minutes by which the clock it is told by is ahead of UTC, -1439 to 1439.
std::string isoTime(Instant moment, int ahead);

/// The same by Chicago's clock.
std::string isoTimeInChicago(Instant moment);

}  // namespace margin
