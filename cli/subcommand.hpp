// SPDX-License-Identifier: MIT
#pragma once

#include <CLI/CLI.hpp>
#include <memory>

namespace margin {

inline constexpr const char* kFile =
    "A scenario, or with none of the options below a request; - for standard input";
inline constexpr const char* kWallet = "Index of the wallet, counted from 0";
inline constexpr const char* kFactor = "What moves: an asset, or market";
inline constexpr const char* kAsText = "Print for people in place of JSON";

/// Adds a command that answers from its options, and leaves its exit status when it was called.
template <class Options>
CLI::App* subcommand(CLI::App& app, int& status, const char* name, const char* description,
                     const std::shared_ptr<Options>& options, int (*answer)(const Options&)) {
  CLI::App* added = app.add_subcommand(name, description);
  added->add_option("file", options->file, kFile)->required();
  added->add_flag("--text", options->asText, kAsText);
  added->callback([options, answer, &status] { status = answer(*options); });
  return added;
}

}  // namespace margin
