// SPDX-License-Identifier: MIT
#include "explanation_writer.hpp"

#include <cstddef>
#include <string>
#include <string_view>

#include "reader.hpp"

namespace margin {
namespace {

std::string_view word(Operation operation) noexcept {
  switch (operation) {
    case Operation::Input:
      return "input";
    case Operation::Sum:
      return "sum";
    case Operation::Difference:
      return "difference";
    case Operation::Product:
      return "product";
    case Operation::Quotient:
      return "quotient";
    case Operation::Max:
      return "max";
    case Operation::Min:
      return "min";
    case Operation::Choice:
      return "choice";
  }
  return "input";
}

std::string_view signOf(Operation operation) noexcept {
  switch (operation) {
    case Operation::Difference:
      return " − ";
    case Operation::Product:
      return " × ";
    case Operation::Quotient:
      return " ÷ ";
    case Operation::Sum:
      return " + ";
    default:
      return ", ";
  }
}

std::string_view unitOf(const Step& step) noexcept {
  switch (margin::unitOf(step.symbol)) {
    case Unit::None:
      return "";
    case Unit::Money:
      return step.currency;
    case Unit::Usd:
      return "USD";
    case Unit::Price:
      return "USD per unit";
    case Unit::Contracts:
      return "contracts";
    case Unit::Fraction:
      return "fraction";
    case Unit::Ratio:
      return "ratio";
    case Unit::Hours:
      return "hours";
    case Unit::Asset:
      return step.subject;
  }
  return "";
}

/// The document that a figure's formula, or an input, comes from.
std::string_view sourceOf(Symbol symbol) noexcept {
  switch (symbol) {
    case Symbol::Haircut:
    case Symbol::ConversionFee:
    case Symbol::ContractSize:
    case Symbol::ValuePerPoint:
    case Symbol::InitialRate:
    case Symbol::InitialOffset:
    case Symbol::MaintenanceRate:
    case Symbol::MaintenanceOffset:
    case Symbol::TakerFee:
    case Symbol::MakerFee:
    case Symbol::FeePerContract:
    case Symbol::InterestThreshold:
    case Symbol::InterestRate:
    case Symbol::IntradayMarginPerContract:
    case Symbol::InitialMarginPerContract:
    case Symbol::MaintenanceMarginPerContract:
      return "Rulebook";
    case Symbol::One:
    case Symbol::Quantity:
    case Symbol::IndexPrice:
    case Symbol::MarkPrice:
    case Symbol::EntryPrice:
    case Symbol::TradePrice:
    case Symbol::Side:
    case Symbol::Size:
    case Symbol::UnrealizedFunding:
    case Symbol::IsolatedMargin:
    case Symbol::MaxLeverage:
    case Symbol::FundingRate:
    case Symbol::Balance:
    case Symbol::Cash:
      return "Scenario";
    case Symbol::Solved:
      return "Solved exactly: the ratio of the price to today's at which equity is the requirement";
    case Symbol::Value:
    case Symbol::BalanceValue:
    case Symbol::CollateralValue:
    case Symbol::MarginEquity:
    case Symbol::AvailableMargin:
    case Symbol::PortfolioValue:
    case Symbol::TotalUnrealizedAsMargin:
      return "Kraken, Futures Trading Glossary";
    case Symbol::EntryNotional:
    case Symbol::Notional:
    case Symbol::InitialMargin:
    case Symbol::MaintenanceMargin:
      return "Kraken, margin schedule and maximum leverage";
    case Symbol::LongMargin:
    case Symbol::ShortMargin:
      return "Kraken, Margining & Liquidations: Multi-Collateral (netting)";
    case Symbol::UnrealizedPnl:
    case Symbol::RealizedPnl:
      return "Kraken, Calculation of profit and loss";
    case Symbol::EffectiveLeverage:
      return "Kraken, Effective Leverage";
    case Symbol::OpenFee:
    case Symbol::CloseFee:
    case Symbol::Fee:
      return "Kraken, Fee Schedule";
    case Symbol::AbsoluteFundingRate:
    case Symbol::FundingPerHour:
      return "Kraken, perpetual contract specifications";
    case Symbol::UnrealizedLoss:
    case Symbol::UsdCover:
    case Symbol::InterestCharged:
    case Symbol::InterestPerDay:
    case Symbol::Proceeds:
      return "Kraken, Fees & Charges for Multi-Collateral Futures";
    case Symbol::IntradayMargin:
    case Symbol::Requirement:
    case Symbol::IntradayUsage:
    case Symbol::InitialUsage:
      return "Kraken, Margin on US Futures";
    case Symbol::AllocatedMargin:
    case Symbol::LeverageMargin:
    case Symbol::OrderMargin:
    case Symbol::IndicatedFundingRate:
      return "Assumption: the rule is not published";
    default:
      return "";
  }
}

/// Formulas in symbols. Steps without a name of their own stand in brackets as what they are.
class Formulas {
 public:
  explicit Formulas(const Working& working) : working_(working) {}

  std::string of(const Step& step, int depth = 0) const {
    constexpr std::size_t kTold = 6;
    if (step.operation == Operation::Input) return {};
    if (step.operation == Operation::Choice) return name(step.operands[0], depth);
    const bool function = step.operation == Operation::Max || step.operation == Operation::Min;
    std::string text = function ? std::string(word(step.operation)) + "(" : "";
    for (std::size_t i = 0; i < step.operands.size() && i < kTold; ++i) {
      if (i > 0) text += signOf(step.operation);
      text += name(step.operands[i], depth);
    }
    if (step.operands.size() > kTold) text += std::string(signOf(step.operation)) + "…";
    if (step.operands.empty()) text += "0";
    return function ? text + ")" : text;
  }

 private:
  std::string name(StepIndex index, int depth) const {
    constexpr int kDeepest = 4;
    const Step& step = working_.steps[index];
    if (step.symbol == Symbol::One) return "1";
    if (step.symbol != Symbol::Intermediate) return std::string(nameOf(step.symbol));
    if (step.operation == Operation::Input) {
      JsonWriter number;
      return number.number(step.value).take();
    }
    return depth < kDeepest ? "(" + of(step, depth + 1) + ")" : "(…)";
  }

  const Working& working_;
};

}  // namespace

void writeExplanation(JsonWriter& out, const Rulebook& rulebook, const Working& working,
                      const std::vector<FigureAt>& figures) {
  const Formulas formulas(working);
  out.beginObject().text("format", "margin-explanation/1").key("steps").beginArray();
  for (const Step& step : working.steps) {
    out.beginObject().text("symbol", nameOf(step.symbol)).text("subject", step.subject);
    out.text("operation", word(step.operation)).key("operands").beginArray();
    for (const StepIndex operand : step.operands) out.number(operand);
    out.endArray().number("value", step.value).text("unit", unitOf(step));
    out.text("formula", formulas.of(step));
    const std::string_view source = sourceOf(step.symbol);
    out.text("source", source == "Rulebook" ? joined({source, " ", rulebook.id}) : std::string(source));
    out.boolean("assumption", step.assumed).endObject();
  }
  out.endArray().key("figures").beginArray();
  for (const FigureAt& figure : figures) {
    out.beginObject().text("path", figure.path).number("step", static_cast<double>(figure.step)).endObject();
  }
  out.endArray().endObject();
}

}  // namespace margin
