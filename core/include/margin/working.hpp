// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace margin {

/// What a step does with its operands. An input is read, not computed.
enum class Operation : std::uint8_t {
  Input,
  Sum,
  Difference,  ///< The first less all others.
  Product,
  Quotient,
  Max,
  Min,
  Choice,  ///< The first; the others are what it was chosen by.
};

/// What a figure is. Its word in documents: nameOf().
enum class Symbol : std::uint8_t {
  // Read from the scenario or the rulebook.
  One,
  Quantity,
  IndexPrice,
  MarkPrice,
  EntryPrice,
  TradePrice,
  Haircut,
  ConversionFee,
  Side,
  Size,
  ContractSize,
  ValuePerPoint,
  UnrealizedFunding,
  InitialRate,
  InitialOffset,
  MaintenanceRate,
  MaintenanceOffset,
  IsolatedMargin,
  MaxLeverage,
  TakerFee,
  MakerFee,
  FeePerContract,
  FundingRate,
  HoursPerDay,
  HoursPerMonth,
  InterestThreshold,
  InterestRate,
  DaysPerYear,
  Balance,
  Cash,
  IntradayMarginPerContract,
  InitialMarginPerContract,
  MaintenanceMarginPerContract,
  Solved,
  // Computed.
  Kept,
  Units,
  Value,
  CollateralValue,
  BalanceValue,
  EntryNotional,
  Notional,
  PriceChange,
  UnrealizedPnl,
  AllocatedMargin,
  LeverageMargin,
  InitialMargin,
  MaintenanceMargin,
  IntradayMargin,
  Requirement,
  LongMargin,
  ShortMargin,
  ClosingFee,
  CrossUnrealized,
  GainAsMargin,
  UnrealizedAsMargin,
  TotalUnrealizedAsMargin,
  Equity,
  MarginEquity,
  PortfolioValue,
  OrderMargin,
  AvailableMargin,
  EffectiveLeverage,
  MarginUsage,
  IntradayUsage,
  InitialUsage,
  RiskBuffer,
  ReturnOnEquity,
  OpenFee,
  CloseFee,
  AbsoluteFundingRate,
  IndicatedFundingRate,
  FundingPerHour,
  FundingPerDay,
  FundingPerMonth,
  HoursToLiquidation,
  BreakEvenPrice,
  BankruptcyPrice,
  Withdrawable,
  UnrealizedLoss,
  UsdCover,
  InterestCharged,
  InterestPerDay,
  RealizedPnl,
  Proceeds,
  Uncovered,
  LiquidationPrice,
  Fee,
  Usd,
  Intermediate,
  Count,
};

/// Unit of a symbol. Money is the wallet's currency.
enum class Unit : std::uint8_t { None, Money, Usd, Price, Contracts, Fraction, Ratio, Hours, Asset };

std::string_view nameOf(Symbol symbol) noexcept;
Unit unitOf(Symbol symbol) noexcept;

/// Position of a step in the working; kNoStep where none is kept.
using StepIndex = std::uint32_t;
inline constexpr StepIndex kNoStep = ~StepIndex{0};

/// A number and the step that made it. Serves as the number.
struct Figure {
  double value = 0;
  StepIndex step = kNoStep;

  constexpr Figure() = default;
  constexpr Figure(double number, StepIndex index = kNoStep) noexcept  // NOLINT: a number is a figure
      : value(number), step(index) {}
  constexpr operator double() const noexcept { return value; }  // NOLINT: and a figure a number
};

/// One step of a calculation.
struct Step {
  Symbol symbol = Symbol::Intermediate;
  Operation operation = Operation::Input;
  bool assumed = false;       ///< It rests on something that is not published.
  std::string_view subject;   ///< Contract or asset; empty is the wallet. Owned by the rulebook.
  std::string_view currency;  ///< Of the wallet it belongs to. Owned by the rulebook.
  std::vector<StepIndex> operands;
  double value = 0;
};

/// The steps that lead to the figures of a report, each after those it uses.
struct Working {
  std::vector<Step> steps;
};

/// Whether a program keeps a working where it is asked to. True in the library. A program that never asks may
/// define it false itself, in a source file of its own: optimised as it is linked, it is rid of all that
/// makes steps.
extern const bool kKeepsWorking;

}  // namespace margin
