// SPDX-License-Identifier: MIT
#include "margin/explanation.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "explanation_writer.hpp"
#include "margin/codec.hpp"
#include "report_writer.hpp"

namespace margin {
namespace {

/// Most boundaries shown by valuing their wallet anew.
constexpr std::size_t kMostBoundaries = 200;

/// Adds the figures of liquidation sets, whose prices the solver finds without leaving steps.
class Boundaries {
 public:
  Boundaries(const Terms& terms, std::vector<FigureAt>& figures) : terms_(terms), figures_(figures) {}

  void ofWallet(const Wallet& wallet, const std::string& path, const std::vector<FactorReport>& factors) {
    for (std::size_t i = 0; i < factors.size(); ++i) {
      const FactorReport& factor = factors[i];
      ofSet(wallet, path + "/factors/" + std::to_string(i), factor.asset, factor.current, std::nullopt,
            factor.liquidation);
    }
  }

  void ofPosition(const Wallet& wallet, const std::string& path, const Position& position, double mark,
                  const LiquidationSet& set) {
    const AssetIndex underlying = terms_.rulebook.contracts()[position.contract].underlying;
    const bool isolated = position.margin == MarginMode::Isolated;
    ofSet(wallet, path + "/liquidation", underlying, mark,
          isolated ? std::optional<ContractIndex>(position.contract) : std::nullopt, set);
  }

 private:
  void ofSet(const Wallet& wallet, const std::string& path, std::optional<AssetIndex> factor, double current,
             std::optional<ContractIndex> isolated, const LiquidationSet& set) {
    const auto below = set.below();
    const auto above = set.above();
    for (std::size_t i = 0; i < set.boundaries.size() && shown_ < kMostBoundaries; ++i, ++shown_) {
      const Boundary& boundary = set.boundaries[i];
      const BoundarySteps steps = stepsOf(boundary, wallet, factor, current, isolated, terms_);
      add(path + "/boundaries/" + std::to_string(i), steps);
      if (below && below->ratio == boundary.ratio) add(path + "/below", steps);
      if (above && above->ratio == boundary.ratio) add(path + "/above", steps);
    }
  }

  void add(const std::string& path, const BoundarySteps& steps) {
    add(path + "/price", steps.price);
    add(path + "/move", steps.move);
    add(path + "/marginEquity", steps.marginEquity);
    add(path + "/maintenanceMargin", steps.maintenanceMargin);
  }

  void add(std::string path, const Figure& figure) {
    if (figure.step != kNoStep) figures_.push_back({std::move(path), figure.step});
  }

  const Terms& terms_;
  std::vector<FigureAt>& figures_;
  std::size_t shown_ = 0;
};

void addBoundaries(const Evaluation& evaluation, Working& working, std::vector<FigureAt>& figures) {
  const Scenario& scenario = evaluation.scenario;
  Terms terms = termsOf(scenario);
  terms.working = &working;
  Boundaries boundaries(terms, figures);
  for (std::size_t i = 0; i < evaluation.wallets.size(); ++i) {
    const Wallet& wallet = scenario.wallets[i];
    const std::string path = "/wallets/" + std::to_string(i);
    const auto add = [&](const auto& report) {
      boundaries.ofWallet(wallet, path, report.factors);
      const auto& positions =
          std::visit([](const auto& each) -> const std::vector<Position>& { return each.positions; }, wallet);
      for (std::size_t k = 0; k < positions.size(); ++k) {
        boundaries.ofPosition(wallet, path + "/positions/" + std::to_string(k), positions[k],
                              report.positions[k].markPrice, report.positions[k].liquidation);
      }
    };
    std::visit(add, evaluation.wallets[i]);
  }
}

}  // namespace

Explanation explainScenario(std::string_view scenarioJson) {
  Explanation explanation;
  explanation.evaluation = evaluateScenario(scenarioJson, &explanation.working);
  if (!explanation.evaluation.errors.empty()) return explanation;
  FigureTrail trail;
  JsonWriter report;
  report.follow(&trail);
  writeReport(report, explanation.evaluation);
  explanation.figures = trail.take();
  addBoundaries(explanation.evaluation, explanation.working, explanation.figures);
  keepUsedSteps(explanation);
  return explanation;
}

std::string toJson(const Explanation& explanation) {
  const Evaluation& evaluation = explanation.evaluation;
  if (!evaluation.errors.empty()) return toJson(evaluation);
  JsonWriter writer;
  writeExplanation(writer, *evaluation.scenario.rulebook, explanation.working, explanation.figures);
  return writer.take();
}

std::string explain(std::string_view scenarioJson) { return toJson(explainScenario(scenarioJson)); }

}  // namespace margin
