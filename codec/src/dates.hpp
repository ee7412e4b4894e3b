// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string_view>

#include "margin/instant.hpp"

namespace margin {

/// Whether text is a date of the calendar, "2026-11-22".
bool isDate(std::string_view text) noexcept;

/// Minutes after midnight of a time of day, "17:00"; nullopt where text is none.
std::optional<int> timeOfDay(std::string_view text) noexcept;

/// When a day begins in UTC; nullopt where text is no date.
std::optional<Instant> startOfDay(std::string_view text) noexcept;

/// A moment with its offset, "2026-11-23T15:40:00-06:00" or "...Z"; nullopt where text is none. Seconds may
/// be left out or have a fraction, which is not kept.
std::optional<Instant> instant(std::string_view text) noexcept;

}  // namespace margin
