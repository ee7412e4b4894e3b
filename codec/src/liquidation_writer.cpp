// SPDX-License-Identifier: MIT
#include "liquidation_writer.hpp"

#include <optional>

#include "margin/words.hpp"

namespace margin {
namespace {

void writeNearest(JsonWriter& writer, const std::optional<Boundary>& nearest, double current) {
  if (nearest) {
    writeBoundary(writer, *nearest, current);
  } else {
    writer.null();
  }
}

}  // namespace

void writeBoundary(JsonWriter& writer, const Boundary& boundary, double current) {
  writer.beginObject().number("price", current * boundary.ratio).number("move", boundary.ratio - 1);
  writer.number("marginEquity", boundary.marginEquity);
  writer.number("maintenanceMargin", boundary.maintenanceMargin).endObject();
}

void writeLiquidation(JsonWriter& writer, std::string_view factor, double current,
                      const LiquidationSet& set) {
  writer.beginObject().text("factor", factor).number("current", current).text("state", word(set.state));
  writer.key("below");
  writeNearest(writer, set.below(), current);
  writer.key("above");
  writeNearest(writer, set.above(), current);
  writer.key("boundaries").beginArray();
  for (const Boundary& each : set.boundaries) writeBoundary(writer, each, current);
  writer.endArray().endObject();
}

void writeFactors(JsonWriter& writer, const Rulebook& rulebook, const std::vector<FactorReport>& factors) {
  writer.key("factors").beginArray();
  for (const FactorReport& factor : factors) {
    const std::string_view name =
        factor.asset ? std::string_view(rulebook.assets()[*factor.asset].name) : "market";
    writeLiquidation(writer, name, factor.current, factor.liquidation);
  }
  writer.endArray();
}

}  // namespace margin
