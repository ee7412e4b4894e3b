// SPDX-License-Identifier: MIT
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <set>
#include <tuple>
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
      for (StepIndex& operand : steps_[last.step].operands) operand = place_[operand];
      place_[last.step] = placeOf(std::move(steps_[last.step]));
      open_.pop_back();
    }
    return place_[figure];
  }

  std::vector<Step> finish() noexcept { return std::move(used_); }

 private:
  /// Orders steps by all that they are.
  struct Before {
    const std::vector<Step>& steps;

    static std::uint64_t bits(double value) noexcept {
      std::uint64_t bits = 0;
      std::memcpy(&bits, &value, sizeof bits);
      return bits;
    }
    static auto key(const Step& step) noexcept {
      return std::make_tuple(step.symbol, step.operation, step.assumed, bits(step.value), step.subject,
                             step.currency);
    }
    bool operator()(StepIndex left, StepIndex right) const {
      const auto a = key(steps[left]);
      const auto b = key(steps[right]);
      return a != b ? a < b : steps[left].operands < steps[right].operands;
    }
  };

  /// The place of a step that uses places: its own, or that of the same step taken over before.
  StepIndex placeOf(Step step) {
    used_.push_back(std::move(step));
    const auto [found, fresh] = places_.insert(static_cast<StepIndex>(used_.size() - 1));
    if (!fresh) used_.pop_back();
    return *found;
  }

  /// A step of which so many operands have been taken over. On a stack of our own: sums can nest deep.
  struct Open {
    StepIndex step = kNoStep;
    std::size_t next = 0;
  };

  std::vector<Step>& steps_;
  std::vector<StepIndex> place_;
  std::vector<Step> used_;
  std::set<StepIndex, Before> places_{Before{used_}};
  std::vector<Open> open_;
};

}  // namespace

void keepUsedSteps(Explanation& explanation) {
  UsedSteps used(explanation.working.steps);
  for (FigureAt& figure : explanation.figures) figure.step = used.take(figure.step);
  explanation.working.steps = used.finish();
}

}  // namespace margin
