// SPDX-License-Identifier: MIT
#include <cstddef>
#include <utility>
#include <vector>

#include "margin/codec.hpp"

namespace margin {
namespace {

/// Steps taken over one by one, each after those it uses.
class UsedSteps {
 public:
  explicit UsedSteps(std::vector<Step>& steps) : steps_(steps), place_(steps.size(), kNoStep) {}

  /// Takes a step over with all that lead to it; its new place.
  StepIndex take(StepIndex figure) {
    if (place_[figure] == kNoStep) open_.push_back({figure, 0});
    while (!open_.empty()) {
      Open& last = open_.back();
      const std::vector<StepIndex>& operands = steps_[last.step].operands;
      while (last.next < operands.size() && place_[operands[last.next]] != kNoStep) ++last.next;
      if (last.next < operands.size()) {
        open_.push_back({operands[last.next], 0});
        continue;
      }
      place_[last.step] = static_cast<StepIndex>(used_.size());
      used_.push_back(std::move(steps_[last.step]));
      for (StepIndex& operand : used_.back().operands) operand = place_[operand];
      open_.pop_back();
    }
    return place_[figure];
  }

  std::vector<Step> finish() noexcept { return std::move(used_); }

 private:
  /// A step of which so many operands have been taken over. On a stack of our own: sums can nest deep.
  struct Open {
    StepIndex step = kNoStep;
    std::size_t next = 0;
  };

  std::vector<Step>& steps_;
  std::vector<StepIndex> place_;
  std::vector<Step> used_;
  std::vector<Open> open_;
};

}  // namespace

void keepUsedSteps(Explanation& explanation) {
  UsedSteps used(explanation.working.steps);
  for (FigureAt& figure : explanation.figures) figure.step = used.take(figure.step);
  explanation.working.steps = used.finish();
}

}  // namespace margin
