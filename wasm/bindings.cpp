// SPDX-License-Identifier: MIT
// The whole border to JavaScript: free functions on strings. Types for TypeScript are in margin.d.ts.
#include <emscripten/bind.h>

#include <string>
#include <string_view>
#include <vector>

#include "margin/codec.hpp"
#include "margin/requests.hpp"

namespace {

/// A document in, a document out.
template <std::string (*answer)(std::string_view)>
std::string answered(const std::string& document) {
  return answer(document);
}

/// A map request in, its grid out as a Float64Array of its own.
emscripten::val usageOfMap(const std::string& request) {
  const std::vector<double> usage = margin::usageOfMap(request);
  return emscripten::val(emscripten::typed_memory_view(usage.size(), usage.data()))
      .call<emscripten::val>("slice");
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
  emscripten::function("curve", &answered<margin::curve>);
  emscripten::function("map", &answered<margin::liquidationMap>);
  emscripten::function("usageOfMap", &usageOfMap);
  emscripten::function("inverse", &answered<margin::inverse>);
  emscripten::function("checkRulebook", &answered<margin::checkRulebook>);
  emscripten::function("rulebooks", &margin::rulebooksJson);
  emscripten::function(
      "version", +[] { return std::string(margin::version()); });
}
