// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "margin/working.hpp"
#include "sum.hpp"

namespace margin {

/// The arithmetic that scalars of a report are computed by. Where a working is kept, each operation leaves
/// its step there: the step is the calculation and cannot disagree with it.
class Arithmetic {
 public:
  Arithmetic(Working* working, std::string_view currency) noexcept : working_(working), currency_(currency) {}

  /// Whose the following figures are: a contract, an asset, or "" for the wallet.
  void setSubject(std::string_view subject) noexcept { subject_ = subject; }
  bool keeps() const noexcept { return working_ != nullptr; }

  Figure input(Symbol symbol, double value, bool assumed = false) {
    return working_ ? noted(symbol, Operation::Input, value, {}, assumed) : Figure(value);
  }
  Figure plus(Symbol symbol, Figure a, Figure b) { return note(symbol, Operation::Sum, a + b, a, b); }
  Figure minus(Symbol symbol, Figure a, Figure b) { return note(symbol, Operation::Difference, a - b, a, b); }
  Figure times(Symbol symbol, Figure a, Figure b) { return note(symbol, Operation::Product, a * b, a, b); }
  Figure over(Symbol symbol, Figure a, Figure b) { return note(symbol, Operation::Quotient, a / b, a, b); }
  Figure larger(Symbol symbol, Figure a, Figure b) {
    return note(symbol, Operation::Max, a.value < b.value ? b.value : a.value, a, b);
  }
  Figure smaller(Symbol symbol, Figure a, Figure b) {
    return note(symbol, Operation::Min, b.value < a.value ? b.value : a.value, a, b);
  }
  /// The figure chosen, by what.
  Figure choice(Symbol symbol, Figure chosen, Figure by) {
    return note(symbol, Operation::Choice, chosen.value, chosen, by);
  }

  /// A step with any number of operands, which the caller has computed.
  Figure noted(Symbol symbol, Operation operation, double value, std::vector<StepIndex> operands,
               bool assumed = false);
  /// Keeps a number that has no step yet as an input, so that it can be an operand.
  StepIndex stepOf(Figure figure);

 private:
  Figure note(Symbol symbol, Operation operation, double value, Figure a, Figure b) {
    return working_ ? notedPair(symbol, operation, value, a, b) : Figure(value);
  }
  Figure notedPair(Symbol symbol, Operation operation, double value, Figure a, Figure b);

  Working* working_;
  std::string_view currency_;
  std::string_view subject_;
};

/// A compensated sum of figures.
class FigureSum {
 public:
  void add(Arithmetic& arithmetic, Figure term) {
    sum_ += term.value;
    if (arithmetic.keeps()) terms_.push_back(arithmetic.stepOf(term));
  }
  const Sum& sum() const noexcept { return sum_; }
  double value() const noexcept { return sum_.value(); }
  /// The sum as a step of its own.
  Figure total(Arithmetic& arithmetic, Symbol symbol) const {
    return arithmetic.keeps() ? arithmetic.noted(symbol, Operation::Sum, sum_.value(), terms_)
                              : Figure(sum_.value());
  }

 private:
  Sum sum_;
  std::vector<StepIndex> terms_;
};

}  // namespace margin
