// SPDX-License-Identifier: MIT
#include "liquidation_text.hpp"

#include <vector>

#include "text_table.hpp"

namespace margin {
namespace {

/// A ratio of prices.
std::string ratio(double value) { return printed("%.6g", value); }

}  // namespace

std::string price(const std::optional<Boundary>& boundary, double current) {
  if (!boundary) return "none";
  return amount(boundary->ratio * current) + " (" + signedPercent(boundary->ratio - 1) + ")";
}

std::string times(const std::optional<double>& leverage) {
  return leverage ? printed("%.3f x", *leverage) : "none";
}

std::string prices(const LiquidationSet& set, double current) {
  const std::string now = set.state == PoolState::Liquidation ? "now" : "";
  const auto below = set.below();
  const auto above = set.above();
  if (!below && !above) return now.empty() ? "none" : now;
  std::string text = now;
  if (below) text += (text.empty() ? "" : ", ") + price(below, current);
  if (above) text += (text.empty() ? "" : ", ") + price(above, current);
  return text;
}

void factorTable(std::ostream& out, const Rulebook& rulebook, const std::vector<FactorReport>& reports) {
  std::vector<Row> rows = {{"price of", "today", "liquidation below", "liquidation above", "all boundaries"}};
  for (const FactorReport& factor : reports) {
    const LiquidationSet& set = factor.liquidation;
    const std::string name = factor.asset ? plain(rulebook.assets()[*factor.asset].name) : "market (ratio)";
    const auto shown = [&](const std::optional<Boundary>& boundary) {
      if (factor.asset || !boundary) return price(boundary, factor.current);
      return ratio(boundary->ratio) + " (" + signedPercent(boundary->ratio - 1) + ")";
    };
    rows.push_back({name, factor.asset ? amount(factor.current) : ratio(factor.current), shown(set.below()),
                    shown(set.above()), std::to_string(set.boundaries.size())});
  }
  table(out, rows);
}

}  // namespace margin
