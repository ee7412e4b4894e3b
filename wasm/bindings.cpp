// SPDX-License-Identifier: MIT
// The whole border to JavaScript: free functions on strings. Types for TypeScript are in margin.d.ts.
#include <emscripten/bind.h>

#include <string>

#include "margin/codec.hpp"

EMSCRIPTEN_BINDINGS(margin) {
  emscripten::function(
      "evaluate", +[](const std::string& scenario) { return margin::evaluate(scenario); });
  emscripten::function(
      "rulebooks", +[] { return margin::rulebooksJson(); });
  emscripten::function(
      "version", +[] { return std::string(margin::version()); });
}
