// SPDX-License-Identifier: MIT
// What only the whole module answers. Types for TypeScript are in margin.d.ts.
#include <emscripten/bind.h>

#include <string>
#include <vector>

#include "answered.hpp"
#include "margin/codec.hpp"
#include "margin/requests.hpp"

namespace {

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

EMSCRIPTEN_BINDINGS(further) {
  emscripten::function("explain", &margin::answered<margin::explain>);
  emscripten::function("explainFigure", &explainedFigure);
  emscripten::function("equityProtection", &margin::answered<margin::equityProtection>);
  emscripten::function("pledgeOrSell", &margin::answered<margin::pledgeOrSell>);
  emscripten::function("compare", &margin::answered<margin::compare>);
  emscripten::function("curve", &margin::answered<margin::curve>);
  emscripten::function("map", &margin::answered<margin::liquidationMap>);
  emscripten::function("usageOfMap", &usageOfMap);
  emscripten::function("inverse", &margin::answered<margin::inverse>);
}
