// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <map>
#include <string>
#include <utility>

#include "margin/codec.hpp"

namespace margin {

std::shared_ptr<const Rulebook> builtInRulebook(std::string_view id) {
  static std::map<std::string, std::shared_ptr<const Rulebook>, std::less<>> kept;
  if (const auto found = kept.find(id); found != kept.end()) return found->second;
  for (const BuiltInRulebook& builtIn : builtInRulebooks()) {
    if (builtIn.id != id) continue;
    auto rulebook = readRulebook(builtIn.json).rulebook;
    // Compiled in and tested: a fault here is a fault of the build.
    if (!rulebook) std::abort();
    return kept.emplace(std::string(id), std::move(rulebook)).first->second;
  }
  return nullptr;
}

}  // namespace margin
