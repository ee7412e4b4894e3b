// SPDX-License-Identifier: MIT
#include "margin/working.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "arithmetic.hpp"

namespace margin {
namespace {

struct Entry {
  std::string_view name;
  Unit unit;
};

/// In the order of Symbol.
constexpr Entry kSymbols[] = {
    {"one", Unit::None},
    {"quantity", Unit::Asset},
    {"indexPrice", Unit::Price},
    {"markPrice", Unit::Price},
    {"entryPrice", Unit::Price},
    {"tradePrice", Unit::Price},
    {"haircut", Unit::Fraction},
    {"conversionFee", Unit::Fraction},
    {"side", Unit::None},
    {"size", Unit::Contracts},
    {"contractSize", Unit::None},
    {"valuePerPoint", Unit::None},
    {"unrealizedFunding", Unit::Money},
    {"initialRate", Unit::Fraction},
    {"initialOffset", Unit::None},
    {"maintenanceRate", Unit::Fraction},
    {"maintenanceOffset", Unit::None},
    {"isolatedMargin", Unit::Money},
    {"maxLeverage", Unit::Ratio},
    {"takerFee", Unit::Fraction},
    {"makerFee", Unit::Fraction},
    {"feePerContract", Unit::Usd},
    {"fundingRate", Unit::Fraction},
    {"hoursPerDay", Unit::Hours},
    {"hoursPerMonth", Unit::Hours},
    {"interestThreshold", Unit::Usd},
    {"ratePerYear", Unit::Fraction},
    {"daysPerYear", Unit::None},
    {"balance", Unit::Money},
    {"cash", Unit::Usd},
    {"intradayMarginPerContract", Unit::Usd},
    {"initialMarginPerContract", Unit::Usd},
    {"maintenanceMarginPerContract", Unit::Usd},
    {"solvedRatio", Unit::Ratio},
    {"kept", Unit::Fraction},
    {"units", Unit::None},
    {"value", Unit::Money},
    {"collateralValue", Unit::Money},
    {"balanceValue", Unit::Money},
    {"entryNotional", Unit::Money},
    {"notional", Unit::Money},
    {"priceChange", Unit::Price},
    {"unrealizedPnl", Unit::Money},
    {"allocatedMargin", Unit::Money},
    {"marginByLeverage", Unit::Money},
    {"initialMargin", Unit::Money},
    {"maintenanceMargin", Unit::Money},
    {"intradayMargin", Unit::Money},
    {"requirement", Unit::Money},
    {"longMargin", Unit::Money},
    {"shortMargin", Unit::Money},
    {"closingFee", Unit::Money},
    {"crossUnrealized", Unit::Money},
    {"gainAsMargin", Unit::Money},
    {"unrealizedAsMargin", Unit::Money},
    {"totalUnrealizedAsMargin", Unit::Money},
    {"equity", Unit::Money},
    {"marginEquity", Unit::Money},
    {"portfolioValue", Unit::Money},
    {"orderMargin", Unit::Money},
    {"availableMargin", Unit::Money},
    {"effectiveLeverage", Unit::Ratio},
    {"marginUsage", Unit::Fraction},
    {"intradayUsage", Unit::Fraction},
    {"initialUsage", Unit::Fraction},
    {"riskBuffer", Unit::Money},
    {"returnOnEquity", Unit::Fraction},
    {"openFee", Unit::Money},
    {"closeFee", Unit::Money},
    {"absoluteFundingRate", Unit::None},
    {"indicatedFundingRate", Unit::Fraction},
    {"fundingPerHour", Unit::Money},
    {"fundingPerDay", Unit::Money},
    {"fundingPerMonth", Unit::Money},
    {"hoursToLiquidation", Unit::Hours},
    {"breakEvenPrice", Unit::Price},
    {"bankruptcyPrice", Unit::Price},
    {"withdrawable", Unit::Asset},
    {"unrealizedLoss", Unit::Money},
    {"usdCover", Unit::Usd},
    {"charged", Unit::Usd},
    {"interestPerDay", Unit::Usd},
    {"realizedPnl", Unit::Money},
    {"proceeds", Unit::Usd},
    {"uncovered", Unit::Money},
    {"liquidationPrice", Unit::Price},
    {"fee", Unit::Money},
    {"usd", Unit::Usd},
    {"intermediate", Unit::None},
};
static_assert(sizeof kSymbols / sizeof *kSymbols == static_cast<std::size_t>(Symbol::Count));

}  // namespace

std::string_view nameOf(Symbol symbol) noexcept { return kSymbols[static_cast<std::size_t>(symbol)].name; }
Unit unitOf(Symbol symbol) noexcept { return kSymbols[static_cast<std::size_t>(symbol)].unit; }

Figure Arithmetic::noted(Symbol symbol, Operation operation, double value, std::vector<StepIndex> operands,
                         bool assumed) {
  const bool rests = assumed || std::any_of(operands.begin(), operands.end(), [&](StepIndex operand) {
                       return working_->steps[operand].assumed;
                     });
  working_->steps.push_back({symbol, operation, rests, subject_, currency_, std::move(operands), value});
  return {value, static_cast<StepIndex>(working_->steps.size() - 1)};
}

StepIndex Arithmetic::stepOf(const Figure& figure) {
  if (figure.step != kNoStep) return figure.step;
  return noted(figure.value == 1 ? Symbol::One : Symbol::Intermediate, Operation::Input, figure.value, {})
      .step;
}

Figure Arithmetic::note(Symbol symbol, Operation operation, double value, const Figure& a, const Figure& b) {
  if (!keeps()) return value;
  const StepIndex first = stepOf(a);
  return noted(symbol, operation, value, {first, stepOf(b)});
}

Figure Arithmetic::input(Symbol symbol, double value, bool assumed) {
  return keeps() ? noted(symbol, Operation::Input, value, {}, assumed) : Figure(value);
}

Figure Arithmetic::plus(Symbol symbol, const Figure& a, const Figure& b) {
  return note(symbol, Operation::Sum, a + b, a, b);
}

Figure Arithmetic::minus(Symbol symbol, const Figure& a, const Figure& b) {
  return note(symbol, Operation::Difference, a - b, a, b);
}

Figure Arithmetic::times(Symbol symbol, const Figure& a, const Figure& b) {
  return note(symbol, Operation::Product, a * b, a, b);
}

Figure Arithmetic::over(Symbol symbol, const Figure& a, const Figure& b) {
  return note(symbol, Operation::Quotient, a / b, a, b);
}

Figure Arithmetic::larger(Symbol symbol, const Figure& a, const Figure& b) {
  return note(symbol, Operation::Max, a.value < b.value ? b.value : a.value, a, b);
}

Figure Arithmetic::smaller(Symbol symbol, const Figure& a, const Figure& b) {
  return note(symbol, Operation::Min, b.value < a.value ? b.value : a.value, a, b);
}

Figure Arithmetic::choice(Symbol symbol, const Figure& chosen, const Figure& by) {
  return note(symbol, Operation::Choice, chosen, chosen, by);
}

void FigureSum::add(Arithmetic& arithmetic, const Figure& term) {
  sum_ += term.value;
  if (arithmetic.keeps()) terms_.push_back(arithmetic.stepOf(term));
}

Figure FigureSum::total(Arithmetic& arithmetic, Symbol symbol) const {
  return arithmetic.keeps() ? arithmetic.noted(symbol, Operation::Sum, sum_.value(), terms_)
                            : Figure(sum_.value());
}

}  // namespace margin
