// SPDX-License-Identifier: MIT
#include "explanation_text.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "margin/step_text.hpp"
#include "text_report.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

/// All digits that a double is sure of; of an operand, negative ones in brackets.
std::string value(double number) { return printed("%.12g", number); }
std::string operand(double number) { return number < 0 ? "(" + value(number) + ")" : value(number); }

class Tree {
 public:
  Tree(std::ostream& out, const Explanation& explanation)
      : out_(out),
        working_(explanation.working),
        rulebook_(*explanation.evaluation.scenario.rulebook),
        told_(working_.steps.size()) {}

  /// A step, and under it those it uses. Each is unfolded once.
  void write(StepIndex index, std::size_t depth = 0) {
    const Step& step = working_.steps[index];
    out_ << std::string(2 * depth, ' ');
    line(index);
    if (told_[index] && !step.operands.empty()) {
      out_ << ", as above\n";
      return;
    }
    out_ << '\n';
    told_[index] = 1;
    operands(step, depth + 1);
  }

  /// Symbol = formula = numbers = value, with unit and source.
  void line(StepIndex index) {
    const Step& step = working_.steps[index];
    // The sum of nothing is told by its value.
    const std::string formula = step.operands.empty() ? "" : formulaOf(working_, index);
    const std::string numbers = step.operands.empty() ? "" : formulaOf(working_, index, operand);
    if (step.symbol != Symbol::Intermediate) {
      out_ << nameOf(step.symbol);
      if (!step.subject.empty()) out_ << " of " << plain(step.subject);
      if (!formula.empty()) out_ << " = ";
    }
    out_ << formula;
    if (!numbers.empty() && numbers != operand(step.value)) out_ << " = " << numbers;
    out_ << " = " << value(step.value);
    const std::string_view unit = unitOf(step);
    if (!unit.empty()) out_ << ' ' << plain(unit);
    const std::string source = sourceOf(step, rulebook_);
    if (!source.empty()) out_ << " [" << plain(source) << ']';
    if (step.assumed) out_ << " (assumption)";
  }

 private:
  /// Steps without a name of their own stand in the formula already: what they use is shown in their stead.
  void operands(const Step& step, std::size_t depth) {
    for (const StepIndex index : step.operands) {
      const Step& used = working_.steps[index];
      if (used.symbol == Symbol::One) continue;
      if (used.symbol == Symbol::Intermediate) {
        if (!std::exchange(told_[index], 1)) operands(used, depth);
      } else {
        write(index, depth);
      }
    }
  }

  std::ostream& out_;
  const Working& working_;
  const Rulebook& rulebook_;
  std::vector<char> told_;  // by step: unfolded already
};

}  // namespace

void writeText(std::ostream& out, const Explanation& explanation) {
  writeHeading(out, explanation.evaluation.scenario);
  Tree tree(out, explanation);
  const bool one = explanation.figures.size() == 1;
  for (const FigureAt& figure : explanation.figures) {
    out << '\n' << figure.path << '\n';
    if (one) {
      tree.write(figure.step);
    } else {
      tree.line(figure.step);
      out << '\n';
    }
  }
  if (explanation.omitted.empty()) return;
  out << "\nLeft out, for there are too many steps; --path shows each of their figures:\n";
  for (const std::string& path : explanation.omitted) out << "  " << path << '\n';
}

}  // namespace margin
