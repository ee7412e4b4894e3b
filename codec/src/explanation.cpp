// SPDX-License-Identifier: MIT
#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "explanation_writer.hpp"
#include "margin/codec.hpp"
#include "reader.hpp"
#include "report_writer.hpp"

namespace margin {
namespace {

/// The number of a list's item in a path, where that begins with the list's path.
std::optional<std::size_t> itemOf(std::string_view path, const std::string& list) {
  if (path.substr(0, list.size()) != list) return std::nullopt;
  std::size_t item = 0;
  const auto [end, error] = std::from_chars(path.data() + list.size(), path.data() + path.size(), item);
  if (error != std::errc() || (end != path.data() + path.size() && *end != '/')) return std::nullopt;
  return item;
}

std::string wallet(std::size_t index) { return "/wallets/" + std::to_string(index); }

/// Which previews leave steps where one figure is asked for; all as far as they may where none is.
PreviewSteps previewsFor(std::string_view path, std::size_t index) {
  PreviewSteps previews;
  if (path.empty()) return previews;
  previews.one = true;
  previews.order = itemOf(path, wallet(index) + "/orders/");
  previews.transfer = itemOf(path, wallet(index) + "/transfers/");
  return previews;
}

/// The previews whose valuations were left out.
std::vector<std::string> omitted(const Evaluation& evaluation) {
  std::vector<std::string> paths;
  const auto isLeftOut = [](const Standing& standing) { return standing.marginEquity.step == kNoStep; };
  for (std::size_t i = 0; i < evaluation.wallets.size(); ++i) {
    const auto add = [&](const auto& report) {
      for (std::size_t k = 0; k < report.orders.size(); ++k) {
        if (isLeftOut(report.orders[k].filled.standing))
          paths.push_back(wallet(i) + "/orders/" + std::to_string(k) + "/filled");
      }
      for (std::size_t k = 0; k < report.transfers.size(); ++k) {
        if (isLeftOut(report.transfers[k].standing))
          paths.push_back(wallet(i) + "/transfers/" + std::to_string(k));
      }
    };
    std::visit(add, evaluation.wallets[i]);
  }
  return paths;
}

/// Leaves only one figure, or an error where there is no such figure.
void keepFigure(Explanation& explanation, std::string_view path) {
  std::vector<FigureAt>& figures = explanation.figures;
  const auto found = std::find_if(figures.begin(), figures.end(),
                                  [&](const FigureAt& figure) { return figure.path == path; });
  if (found == figures.end()) {
    explanation.evaluation.errors = {
        {ErrorCode::Unknown, std::string(path),
         joined({path, " is no figure of the report: ask for one that an explanation of all lists."})}};
  } else {
    figures = {FigureAt(std::move(*found))};
  }
}

}  // namespace

Explanation explainScenario(std::string_view scenarioJson, std::string_view path) {
  Explanation explanation;
  const std::optional<std::size_t> only = itemOf(path, "/wallets/");
  if (only) explanation.working.previews = previewsFor(path, *only);
  explanation.evaluation = evaluateScenario(scenarioJson, &explanation.working, only);
  if (!explanation.evaluation.errors.empty()) return explanation;
  FigureTrail trail(explanation.working);
  JsonWriter report;
  report.follow(&trail);
  writeReport(report, explanation.evaluation);
  explanation.figures = trail.take();
  if (path.empty()) {
    explanation.omitted = omitted(explanation.evaluation);
  } else {
    keepFigure(explanation, path);
  }
  keepUsedSteps(explanation);
  return explanation;
}

std::string toJson(const Explanation& explanation) {
  const Evaluation& evaluation = explanation.evaluation;
  if (!evaluation.errors.empty()) return toJson(evaluation);
  JsonWriter writer;
  writeExplanation(writer, *evaluation.scenario.rulebook, explanation);
  return writer.take();
}

std::string explain(std::string_view scenarioJson) { return toJson(explainScenario(scenarioJson)); }

std::string explainFigure(std::string_view scenarioJson, std::string_view path) {
  return toJson(explainScenario(scenarioJson, path));
}

}  // namespace margin
