// SPDX-License-Identifier: MIT
#include "one_figure.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace margin {
namespace {

/// By step, whether a figure rests on it. Steps come after those they use.
std::vector<char> leadingTo(const Working& working, StepIndex figure) {
  std::vector<char> used(working.steps.size());
  used[figure] = 1;
  for (std::size_t i = figure + std::size_t{1}; i-- > 0;) {
    if (!used[i]) continue;
    for (const StepIndex operand : working.steps[i].operands) used[operand] = 1;
  }
  return used;
}

}  // namespace

bool keepFigure(Explanation& explanation, std::string_view path) {
  const auto found = std::find_if(explanation.figures.begin(), explanation.figures.end(),
                                  [&](const FigureAt& figure) { return figure.path == path; });
  if (found == explanation.figures.end()) return false;
  FigureAt figure = *found;
  const std::vector<char> used = leadingTo(explanation.working, figure.step);
  Working kept;
  std::vector<StepIndex> place(used.size(), kNoStep);
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    place[i] = static_cast<StepIndex>(kept.steps.size());
    Step step = explanation.working.steps[i];
    for (StepIndex& operand : step.operands) operand = place[operand];
    kept.steps.push_back(std::move(step));
  }
  figure.step = place[figure.step];
  explanation.working = std::move(kept);
  explanation.figures = {std::move(figure)};
  return true;
}

}  // namespace margin
