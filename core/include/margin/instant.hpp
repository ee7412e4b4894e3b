// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>

namespace margin {

/// Seconds since 1970-01-01T00:00:00Z.
using Instant = std::int64_t;

inline constexpr Instant kSecondsPerHour = 3600;
inline constexpr Instant kSecondsPerDay = 24 * kSecondsPerHour;

}  // namespace margin
