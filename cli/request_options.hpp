// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/App.hpp>

namespace margin {

/// Adds the commands that ask more of one wallet than its report. Each leaves its exit status when called.
void addRequests(CLI::App& app, int& status);

}  // namespace margin
