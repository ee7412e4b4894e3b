// SPDX-License-Identifier: MIT
// What both modules answer: free functions on strings. Types for TypeScript are in margin.d.ts.
#include <emscripten/bind.h>

#include "answered.hpp"
#include "margin/codec.hpp"

EMSCRIPTEN_BINDINGS(evaluate) {
  emscripten::function("evaluate", &margin::answered<margin::evaluate>);
  emscripten::function("checkRulebook", &margin::answered<margin::checkRulebook>);
  emscripten::function("rulebooks", &margin::rulebooksJson);
  emscripten::function(
      "version", +[] { return std::string(margin::version()); });
}
