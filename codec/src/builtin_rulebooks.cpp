// SPDX-License-Identifier: MIT
#include <cstdlib>
#include <map>
#include <string>

#include "document.hpp"
#include "margin/codec.hpp"
#include "rulebook_reader.hpp"

namespace margin {
namespace {

std::shared_ptr<const Rulebook> parsed(std::string_view json) {
  Document document;
  parse(json, document);
  Refusals refusals;
  auto rulebook = readRulebook(document.root, Place(), refusals);
  // Compiled in and tested: a fault here is a fault of the build.
  if (!document.errors.empty() || !refusals.empty()) std::abort();
  return rulebook;
}

}  // namespace

std::shared_ptr<const Rulebook> builtInRulebook(std::string_view id) {
  static std::map<std::string, std::shared_ptr<const Rulebook>, std::less<>> kept;
  if (const auto found = kept.find(id); found != kept.end()) return found->second;
  for (const BuiltInRulebook& builtIn : builtInRulebooks()) {
    if (builtIn.id == id) return kept.emplace(std::string(id), parsed(builtIn.json)).first->second;
  }
  return nullptr;
}

}  // namespace margin
