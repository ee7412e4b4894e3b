// SPDX-License-Identifier: MIT
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "margin/working.hpp"
#include "sum.hpp"

namespace margin {

/// The arithmetic that scalars of a report are computed by. Where a working is kept, each operation leaves
/// its step there: the step is the calculation and cannot disagree with it. No call may have two arguments
/// that leave steps: compilers differ in which they evaluate first.
class Arithmetic {
 public:
  Arithmetic(Working* working, std::string_view currency) noexcept : working_(working), currency_(currency) {}

  /// Whose the following figures are: a contract, an asset, or "" for the wallet.
  void setSubject(std::string_view subject) noexcept { subject_ = subject; }
  bool keeps() const noexcept { return kKeepsWorking && working_ != nullptr; }

  Figure input(Symbol symbol, double value, bool assumed = false);
  Figure plus(Symbol symbol, const Figure& a, const Figure& b);
  Figure minus(Symbol symbol, const Figure& a, const Figure& b);
  Figure times(Symbol symbol, const Figure& a, const Figure& b);
  Figure over(Symbol symbol, const Figure& a, const Figure& b);
  Figure larger(Symbol symbol, const Figure& a, const Figure& b);
  Figure smaller(Symbol symbol, const Figure& a, const Figure& b);
  /// The figure chosen, by what.
  Figure choice(Symbol symbol, const Figure& chosen, const Figure& by);

  /// A step with any number of operands, which the caller has computed.
  Figure noted(Symbol symbol, Operation operation, double value, std::vector<StepIndex> operands,
               bool assumed = false);
  /// Keeps a number that has no step yet as an input, so that it can be an operand.
  StepIndex stepOf(const Figure& figure);

 private:
  Figure note(Symbol symbol, Operation operation, double value, const Figure& a, const Figure& b);

  Working* working_;
  std::string_view currency_;
  std::string_view subject_;
};

/// A compensated sum of figures.
class FigureSum {
 public:
  void add(Arithmetic& arithmetic, const Figure& term);
  const Sum& sum() const noexcept { return sum_; }
  double value() const noexcept { return sum_.value(); }
  /// The sum as a step of its own.
  Figure total(Arithmetic& arithmetic, Symbol symbol) const;

 private:
  Sum sum_;
  std::vector<StepIndex> terms_;
};

}  // namespace margin
