// SPDX-License-Identifier: MIT
// What only the whole module answers. Types for TypeScript are in margin.d.ts.
#include <emscripten/bind.h>

#include "answered.hpp"
#include "margin/codec.hpp"

EMSCRIPTEN_BINDINGS(further) {
  emscripten::function("explain", &margin::answered<margin::explain>);
  emscripten::function("equityProtection", &margin::answered<margin::equityProtection>);
  emscripten::function("pledgeOrSell", &margin::answered<margin::pledgeOrSell>);
  emscripten::function("compare", &margin::answered<margin::compare>);
}
