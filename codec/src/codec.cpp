// SPDX-License-Identifier: MIT
#include "margin/codec.hpp"

#include "document.hpp"
#include "report_writer.hpp"
#include "scenario_reader.hpp"
#include "warnings.hpp"

namespace margin {

Evaluation evaluateScenario(std::string_view scenarioJson) {
  Evaluation evaluation;
  Document document;
  parse(scenarioJson, document);
  Refusals refusals;
  refusals.take(std::move(document.errors));
  if (document.complete) evaluation.scenario = readScenario(document.root, refusals);
  evaluation.errors = refusals.take();
  if (!evaluation.errors.empty()) return evaluation;

  const Scenario& scenario = evaluation.scenario;
  const Terms terms{*scenario.rulebook, scenario.policy, scenario.client,
                    scenario.rulebook->takerFee(scenario.volume30d), scenario.market};
  for (const MultiCollateralWallet& wallet : scenario.wallets) {
    evaluation.wallets.push_back(evaluate(wallet, terms));
  }
  evaluation.warnings = warningsOf(scenario, evaluation.wallets);
  return evaluation;
}

std::string toJson(const Evaluation& evaluation) {
  JsonWriter writer;
  if (evaluation.errors.empty()) {
    writeReport(writer, evaluation);
  } else {
    writeErrors(writer, evaluation.errors);
  }
  return writer.take();
}

std::string evaluate(std::string_view scenarioJson) { return toJson(evaluateScenario(scenarioJson)); }

std::string rulebooksJson() {
  JsonWriter writer;
  writer.beginArray();
  for (const BuiltInRulebook& rulebook : builtInRulebooks()) writer.raw(rulebook.json);
  writer.endArray();
  return writer.take();
}

std::string_view version() { return MARGIN_VERSION; }

}  // namespace margin
