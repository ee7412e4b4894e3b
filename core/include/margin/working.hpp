// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
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
  IntervalHours,
  InterestThreshold,
  InterestRate,
  DaysPerYear,
  Balance,
  Cash,
  IntradayMarginPerContract,
  InitialMarginPerContract,
  MaintenanceMarginPerContract,
  Volume,
  LevelStart,
  PieceEnd,
  ListedCap,
  ListedDays,
  Expiry,
  AsOf,
  SwitchTime,
  SecondsPerHour,
  SecondsPerDay,
  Liquidations,
  ConversionThreshold,
  BookPrice,
  BookSize,
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
  FundingPerSettlement,
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
  EquitySlope,
  EquityIntercept,
  RequirementSlope,
  RequirementIntercept,
  Exposure,
  Ratio,
  ReciprocalRatio,
  LevelRatio,
  Move,
  LiquidationPrice,
  Level,
  MarkCap,
  LowestMark,
  HighestMark,
  HoursLeft,
  DaysLeft,
  SecondsLeft,
  LiquidationFee,
  Owed,
  NetPrice,
  SoldQuantity,
  BalanceAfter,
  Reduces,
  Opens,
  Filled,
  Unfilled,
  AveragePrice,
  SlippageCost,
  AverageEntryPrice,
  SizeAfter,
  Fee,
  Usd,
  Intermediate,
  Count,
};

/// Unit of a symbol. Money is the wallet's currency.
enum class Unit : std::uint8_t {
  None,
  Money,
  Usd,
  Price,
  Contracts,
  Fraction,
  Ratio,
  Hours,
  Days,
  Seconds,
  Asset
};

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

/// Which previews leave the steps of the wallet's valuation after them: each is one of the whole wallet.
/// A preview's own figures (price, margin, fee, what it realises) always leave theirs.
struct PreviewSteps {
  /// No further valuation is kept once there are so many steps.
  std::size_t most = 200000;
  /// Where one is asked for: that order or that transfer of the wallet, and no other.
  bool one = false;
  std::optional<std::size_t> order;
  std::optional<std::size_t> transfer;
};

/// The steps that lead to the figures of a report, each after those it uses.
struct Working {
  std::vector<Step> steps;
  PreviewSteps previews;

  /// Whether the valuation after a wallet's order, or its transfer, is kept.
  bool keepsOrder(std::size_t index) const noexcept { return keeps(previews.order, index); }
  bool keepsTransfer(std::size_t index) const noexcept { return keeps(previews.transfer, index); }

 private:
  bool keeps(std::optional<std::size_t> asked, std::size_t index) const noexcept {
    return previews.one ? asked == index : steps.size() < previews.most;
  }
};

/// Whether a program keeps a working where it is asked to. True in the library. A program that never asks may
/// define it false itself, in a source file of its own: optimised as it is linked, it is rid of all that
/// makes steps.
extern const bool kKeepsWorking;

}  // namespace margin
