// SPDX-License-Identifier: MIT
#include "liquidation_writer.hpp"

#include <cstddef>
#include <optional>

#include "margin/explanation.hpp"
#include "margin/words.hpp"

namespace margin {
namespace {

/// Writes a boundary at its price.
void write(JsonWriter& writer, const Boundary& boundary, const BoundaryPrice& at) {
  writer.beginObject().number("price", at.price).number("move", at.move);
  writer.number("marginEquity", boundary.marginEquity);
  writer.number("maintenanceMargin", boundary.maintenanceMargin).endObject();
}

/// Writes the boundary of a set that its nearest one is.
void writeNearest(JsonWriter& writer, const std::optional<Boundary>& nearest,
                  const std::vector<Boundary>& boundaries, const std::vector<BoundaryPrice>& prices) {
  for (std::size_t i = 0; nearest && i < boundaries.size(); ++i) {
    if (boundaries[i].ratio == nearest->ratio) return write(writer, boundaries[i], prices[i]);
  }
  writer.null();
}

}  // namespace

void writeBoundary(JsonWriter& writer, const Boundary& boundary, Figure current) {
  write(writer, boundary, priceOf(boundary, current, writer.working()));
}

void writeLiquidation(JsonWriter& writer, std::string_view factor, Figure current,
                      const LiquidationSet& set) {
  std::vector<BoundaryPrice> prices;
  prices.reserve(set.boundaries.size());
  for (const Boundary& each : set.boundaries) prices.push_back(priceOf(each, current, writer.working()));
  writer.beginObject().text("factor", factor).number("current", current).text("state", word(set.state));
  writer.key("below");
  writeNearest(writer, set.below(), set.boundaries, prices);
  writer.key("above");
  writeNearest(writer, set.above(), set.boundaries, prices);
  writer.key("boundaries").beginArray();
  for (std::size_t i = 0; i < prices.size(); ++i) write(writer, set.boundaries[i], prices[i]);
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
