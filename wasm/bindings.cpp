// SPDX-License-Identifier: MIT
// What only the whole module answers. Types for TypeScript are in margin.d.ts.
#include <emscripten/bind.h>

#include <string>
#include <vector>

#include "answered.hpp"
#include "margin/codec.hpp"
#include "margin/requests.hpp"
#include "margin/risk_requests.hpp"

namespace {

/// A request in, numbers out as a Float64Array of their own.
template <std::vector<double> (*answer)(std::string_view)>
emscripten::val numbers(const std::string& request) {
  const std::vector<double> found = answer(request);
  return emscripten::val(emscripten::typed_memory_view(found.size(), found.data()))
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
  emscripten::function("usageOfMap", &numbers<margin::usageOfMap>);
  emscripten::function("inverse", &margin::answered<margin::inverse>);
  emscripten::function("ladder", &margin::answered<margin::ladder>);
  emscripten::function("liquidationPrices", &numbers<margin::liquidationPricesOfLadder>);
  emscripten::function("sensitivity", &margin::answered<margin::sensitivity>);
  emscripten::function("holdingTime", &margin::answered<margin::holdingTime>);
  emscripten::function("odds", &margin::answered<margin::odds>);
  emscripten::function("replay", &margin::answered<margin::replay>);
  emscripten::function("planMap", &margin::answered<margin::planMap>);
}
