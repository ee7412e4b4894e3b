// SPDX-License-Identifier: MIT
// Documents from files, and how a command ends.
#pragma once

#include <optional>
#include <string>

namespace margin {

inline constexpr int kAccepted = 0;
inline constexpr int kNotWritten = 1;
inline constexpr int kRefused = 2;

/// All of a file, or of standard input where it is "-", but no more than it takes to see that it is too
/// large; nullopt where it cannot be read.
std::optional<std::string> contentsOf(const std::string& file);

/// Says that a file cannot be read.
int unreadable(const std::string& file);

}  // namespace margin
