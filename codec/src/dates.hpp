// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace margin {

/// Whether text is a date of the calendar, "2026-11-22".
bool isDate(std::string_view text) noexcept;

/// Whether text is a moment with its offset, "2026-11-23T15:40:00-06:00" or "...Z"; seconds may have a
/// fraction.
bool isDateTime(std::string_view text) noexcept;

}  // namespace margin
