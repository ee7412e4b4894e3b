// SPDX-License-Identifier: MIT
#include "margin/codec.hpp"

#include "document.hpp"
#include "report_writer.hpp"
#include "rulebook_reader.hpp"
#include "scenario_reader.hpp"
#include "warnings.hpp"

namespace margin {

Evaluation evaluateScenario(std::string_view scenarioJson, Working* working,
                            std::optional<std::size_t> only) {
  Evaluation evaluation;
  Document document;
  parse(scenarioJson, document);
  Refusals refusals;
  refusals.take(std::move(document.errors));
  if (document.complete) evaluation.scenario = readScenario(document.root, Place(), refusals);
  evaluation.errors = refusals.take();
  if (!evaluation.errors.empty()) return evaluation;

  const Scenario& scenario = evaluation.scenario;
  Terms terms = termsOf(scenario);
  for (std::size_t i = 0; i < scenario.wallets.size(); ++i) {
    terms.working = !only || *only == i ? working : nullptr;
    evaluation.wallets.push_back(std::visit(
        [&](const auto& each) -> AnyReport { return evaluate(each, terms); }, scenario.wallets[i]));
  }
  evaluation.warnings = warningsOf(scenario, evaluation.wallets);
  return evaluation;
}

Terms termsOf(const Scenario& scenario) {
  const FeeTier fees = scenario.rulebook->feeTier(scenario.volume30d);
  return {*scenario.rulebook, scenario.policy, scenario.client, fees.taker,
          scenario.market,    fees.maker,      scenario.asOf};
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

RulebookReading readRulebook(std::string_view rulebookJson) {
  Document document;
  parse(rulebookJson, document);
  Refusals refusals;
  refusals.take(std::move(document.errors));
  RulebookReading reading;
  if (document.complete) reading.rulebook = readRulebook(document.root, Place(), refusals);
  reading.errors = refusals.take();
  if (!reading.errors.empty()) reading.rulebook = nullptr;
  return reading;
}

std::string checkRulebook(std::string_view rulebookJson) {
  JsonWriter writer;
  writeErrors(writer, readRulebook(rulebookJson).errors);
  return writer.take();
}

std::string rulebooksJson() {
  JsonWriter writer;
  writer.beginArray();
  for (const BuiltInRulebook& rulebook : builtInRulebooks()) writer.raw(rulebook.json);
  writer.endArray();
  return writer.take();
}

std::string_view version() { return MARGIN_VERSION; }

}  // namespace margin
