// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/App.hpp>

namespace margin {

/// Adds the commands about shocks, time and chance. Each leaves its exit status when called.
void addRiskRequests(CLI::App& app, int& status);

}  // namespace margin
