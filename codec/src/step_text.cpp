// SPDX-License-Identifier: MIT
#include "margin/step_text.hpp"

#include <cstddef>

#include "json_writer.hpp"
#include "reader.hpp"

namespace margin {
namespace {

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
    case Symbol::IntervalHours:
    case Symbol::InterestThreshold:
    case Symbol::InterestRate:
    case Symbol::IntradayMarginPerContract:
    case Symbol::InitialMarginPerContract:
    case Symbol::MaintenanceMarginPerContract:
    case Symbol::LevelStart:
    case Symbol::Level:
    case Symbol::ListedCap:
    case Symbol::ListedDays:
    case Symbol::LiquidationFee:
    case Symbol::ConversionThreshold:
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
    case Symbol::Volume:
    case Symbol::AsOf:
    case Symbol::Liquidations:
    case Symbol::BookPrice:
    case Symbol::BookSize:
      return "Scenario";
    case Symbol::Ratio:
    case Symbol::ReciprocalRatio:
      return "Solved exactly: where slope × ratio + intercept of equity is that of the requirement, or 0";
    case Symbol::LevelRatio:
      return "A jump: where a higher level of the schedule begins, it applies to the whole position";
    case Symbol::PieceEnd:
      return "Where a piece of the lines ends: there they meet, but for the last digit";
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
    case Symbol::FundingPerSettlement:
      return "Kraken, perpetual contract specifications";
    case Symbol::UnrealizedLoss:
    case Symbol::UsdCover:
    case Symbol::InterestCharged:
    case Symbol::InterestPerDay:
    case Symbol::Proceeds:
    case Symbol::SoldQuantity:
    case Symbol::NetPrice:
      return "Kraken, Fees & Charges for Multi-Collateral Futures";
    case Symbol::IntradayMargin:
    case Symbol::Requirement:
    case Symbol::IntradayUsage:
    case Symbol::InitialUsage:
      return "Kraken, Margin on US Futures";
    case Symbol::MarkCap:
    case Symbol::LowestMark:
    case Symbol::HighestMark:
      return "Kraken, Portfolio Management";
    case Symbol::AllocatedMargin:
    case Symbol::LeverageMargin:
    case Symbol::OrderMargin:
    case Symbol::IndicatedFundingRate:
      return "Assumption: the rule is not published";
    default:
      return "";
  }
}

/// Steps without a name of their own stand in brackets as what they are.
class Formulas {
 public:
  Formulas(const Working& working, NumberText number) : working_(working), number_(number) {}

  std::string of(const Step& step, int depth = 0) const {
    constexpr std::size_t kTold = 6;
    if (step.operation == Operation::Input) return {};
    if (step.operation == Operation::Choice) return operand(step.operands[0], depth);
    const bool function = step.operation == Operation::Max || step.operation == Operation::Min;
    std::string text = function ? (step.operation == Operation::Max ? "max(" : "min(") : "";
    for (std::size_t i = 0; i < step.operands.size() && i < kTold; ++i) {
      if (i > 0) text += signOf(step.operation);
      text += operand(step.operands[i], depth);
    }
    if (step.operands.size() > kTold) text += std::string(signOf(step.operation)) + "…";
    if (step.operands.empty()) text += "0";
    return function ? text + ")" : text;
  }

 private:
  std::string operand(StepIndex index, int depth) const {
    constexpr int kDeepest = 4;
    const Step& step = working_.steps[index];
    if (step.symbol == Symbol::One) return "1";
    if (step.symbol != Symbol::Intermediate) {
      return number_ ? number_(step.value) : std::string(nameOf(step.symbol));
    }
    if (step.operation == Operation::Input) {
      if (number_) return number_(step.value);
      JsonWriter number;
      return number.number(step.value).take();
    }
    return depth < kDeepest ? "(" + of(step, depth + 1) + ")" : "(…)";
  }

  const Working& working_;
  const NumberText number_;
};

}  // namespace

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
    case Unit::Days:
      return "days";
    case Unit::Seconds:
      return "seconds";
    case Unit::Asset:
      return step.subject;
  }
  return "";
}

std::string sourceOf(const Step& step, const Rulebook& rulebook) {
  const std::string_view source = sourceOf(step.symbol);
  return source == "Rulebook" ? joined({source, " ", rulebook.id}) : std::string(source);
}

std::string formulaOf(const Working& working, StepIndex step, NumberText number) {
  return Formulas(working, number).of(working.steps[step]);
}

}  // namespace margin
