// SPDX-License-Identifier: MIT
#include <string_view>
#include <variant>

#include "comparison_writer.hpp"
#include "json_writer.hpp"
#include "margin/codec.hpp"
#include "margin/comparison.hpp"
#include "order_writer.hpp"

namespace margin {
namespace {

void writeAlternative(JsonWriter& out, std::string_view name, const Rulebook& rulebook,
                      const Alternative& alternative) {
  out.key(name).beginObject().number("collateralValue", alternative.collateralValue);
  writeStanding(out, rulebook, alternative.standing);
  writeOutcomes(out, rulebook, alternative.outcomes);
  out.endObject();
}

}  // namespace

std::string pledgeOrSell(std::string_view scenarioJson) {
  const Evaluation evaluation = evaluateScenario(scenarioJson);
  if (!evaluation.errors.empty()) return toJson(evaluation);
  const Scenario& scenario = evaluation.scenario;
  const Terms terms = termsOf(scenario);
  JsonWriter out;
  out.beginObject().text("format", "margin-pledge-or-sell/1").key("wallets").beginArray();
  for (const Wallet& wallet : scenario.wallets) {
    const auto* multi = std::get_if<MultiCollateralWallet>(&wallet);
    const auto both = multi ? pledgeOrSell(*multi, terms) : std::nullopt;
    if (!both) {
      out.null();
      continue;
    }
    out.beginObject();
    writeAlternative(out, "pledged", *scenario.rulebook, both->pledged);
    writeAlternative(out, "sold", *scenario.rulebook, both->sold);
    out.number("saleFee", both->saleFee).endObject();
  }
  out.endArray().endObject();
  return out.take();
}

}  // namespace margin
