// SPDX-License-Identifier: MIT
// The whole border to JavaScript: free functions on strings. Types for TypeScript are in margin.d.ts.
#include <emscripten/bind.h>

#include <string>
#include <string_view>

#include "margin/codec.hpp"

namespace {

/// A document in, a document out.
template <std::string (*answer)(std::string_view)>
std::string answered(const std::string& document) {
  return answer(document);
}

std::string explainedFigure(const std::string& scenario, const std::string& path) {
  return margin::explainFigure(scenario, path);
}

}  // namespace

EMSCRIPTEN_BINDINGS(margin) {
  emscripten::function("evaluate", &answered<margin::evaluate>);
  emscripten::function("explain", &answered<margin::explain>);
  emscripten::function("explainFigure", &explainedFigure);
  emscripten::function("equityProtection", &answered<margin::equityProtection>);
  emscripten::function("pledgeOrSell", &answered<margin::pledgeOrSell>);
  emscripten::function("compare", &answered<margin::compare>);
  emscripten::function("checkRulebook", &answered<margin::checkRulebook>);
  emscripten::function("rulebooks", &margin::rulebooksJson);
  emscripten::function(
      "version", +[] { return std::string(margin::version()); });
}
