// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "margin/factor.hpp"
#include "margin/order_report.hpp"
#include "margin/status.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// Which margin a US contract takes at a moment: intraday from the session's open until minutesBeforeClose
/// before its close, then, and while the market is closed, initial (of carried positions: maintenance).
enum class Regime { Intraday, Initial, Maintenance };

/// What holds from a moment on, of the same positions at today's prices. USD.
struct NextSwitch {
  Instant time = 0;
  Regime regime = Regime::Intraday;  ///< Of the strictest position then.
  double requirement = 0;
  double riskBuffer = 0;  ///< Equity - requirement.
};

/// One position, valued. Amounts in USD.
struct UsPositionReport {
  double markPrice = 0;
  double notional = 0;       ///< size x valuePerPoint x mark.
  double unrealizedPnl = 0;  ///< side x (mark - entry) x valuePerPoint x size.
  double intradayMargin = 0;
  double initialMargin = 0;
  double maintenanceMargin = 0;
  double requirement = 0;  ///< In force now.
  Regime regime = Regime::Intraday;
  LiquidationSet liquidation;             ///< Ratios are of the mark; against the requirement in force.
  std::optional<double> bankruptcyPrice;  ///< Nearest mark on the losing side with equity 0.
  std::optional<double> breakEvenPrice;   ///< Mark that pays the fees of both sides.
  double openFee = 0;
  double closeFee = 0;
  double fundingPerHour = 0;  ///< Negative is paid.
  double fundingRate = 0;     ///< Fraction per hour.
};

/// Everything said of a US wallet. Amounts in USD; formulas at evaluate().
struct UsReport {
  double unrealizedPnl = 0;
  double equity = 0;
  double intradayMargin = 0;
  double initialMargin = 0;
  double maintenanceMargin = 0;
  double requirement = 0;  ///< In force now, each position by its own session.
  double availableMargin = 0;
  std::optional<double> intradayUsage;      ///< nullopt where equity is not positive.
  std::optional<double> initialUsage;       ///< nullopt where equity is not positive.
  std::optional<double> effectiveLeverage;  ///< nullopt where equity is not positive.
  double riskBuffer = 0;
  Regime regime = Regime::Intraday;  ///< Of the strictest position; without any, of the first US contract.
  bool open = true;                  ///< Whether that contract's session is open.
  NextSwitch nextSwitch;
  double liquidationFee = 0;  ///< Of the next forced liquidation.
  UsStatus status = UsStatus::Healthy;
  double withdrawable = 0;
  double fundingPerHour = 0;
  std::optional<Instant> nextFunding;  ///< Of perpetuals held.
  std::vector<UsPositionReport> positions;
  std::vector<FactorReport> factors;
  std::vector<OrderReport> orders;
  std::vector<TransferReport> transfers;
};

/// Values a US wallet.
///
///   equity      = cash + sum of unrealizedPnl
///   requirement = sum of size x the margin a contract in force by its session
///   availableMargin = equity - requirement - margin of resting orders
///
/// Liquidation sets compare equity with the requirement in force.
///
/// @param wallet  Every underlying priced and every contract marked in terms.market; contracts of type Us.
/// @param terms   asOf present and within the offsets known of Chicago's clock.
/// @source        Kraken, "Margin on US Futures"; "US futures - Liquidations".
UsReport evaluate(const UsFuturesWallet& wallet, const Terms& terms);

}  // namespace margin
