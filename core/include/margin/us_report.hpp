// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "margin/factor.hpp"
#include "margin/order_report.hpp"
#include "margin/report.hpp"
#include "margin/status.hpp"
#include "margin/wallet.hpp"
#include "margin/working.hpp"

namespace margin {

/// Which margin a US contract takes at a moment: intraday from the session's open until minutesBeforeClose
/// before its close, then, and while the market is closed, initial (of carried positions: maintenance).
enum class Regime { Intraday, Initial, Maintenance };

/// What holds from a moment on, of the same positions at today's prices. USD.
struct NextSwitch {
  Instant time = 0;
  Figure seconds;                    ///< From now.
  Regime regime = Regime::Intraday;  ///< Of the strictest position then.
  Figure requirement;
  Figure riskBuffer;  ///< Equity - requirement.
};

/// One position, valued. Amounts in USD.
struct UsPositionReport {
  Figure markPrice;
  Figure notional;       ///< size x valuePerPoint x mark.
  Figure unrealizedPnl;  ///< side x (mark - entry) x valuePerPoint x size.
  Figure intradayMargin;
  Figure initialMargin;
  Figure maintenanceMargin;
  Figure requirement;  ///< In force now.
  Regime regime = Regime::Intraday;
  LiquidationSet liquidation;             ///< Ratios are of the mark; against the requirement in force.
  std::optional<Figure> bankruptcyPrice;  ///< Nearest mark on the losing side with equity 0.
  std::optional<Figure> breakEvenPrice;   ///< Mark that pays the fees of both sides.
  Figure openFee;
  Figure closeFee;
  Figure fundingPerHour;  ///< Negative is paid.
  Figure fundingRate;     ///< Fraction per hour.
};

/// Everything said of a US wallet. Amounts in USD; formulas at evaluate().
struct UsReport {
  Figure unrealizedPnl;
  Figure equity;
  Figure intradayMargin;
  Figure initialMargin;
  Figure maintenanceMargin;
  Figure requirement;  ///< In force now, each position by its own session.
  Figure availableMargin;
  std::optional<Figure> intradayUsage;      ///< nullopt where equity is not positive.
  std::optional<Figure> initialUsage;       ///< nullopt where equity is not positive.
  std::optional<Figure> effectiveLeverage;  ///< nullopt where equity is not positive.
  Figure riskBuffer;
  Regime regime = Regime::Intraday;  ///< Of the strictest position; without any, of the first US contract.
  bool open = true;                  ///< Whether that contract's session is open.
  NextSwitch nextSwitch;
  Figure liquidationFee;  ///< Of the next forced liquidation.
  UsStatus status = UsStatus::Healthy;
  Figure withdrawable;
  FundingReport funding;  ///< hoursToLiquidation is not told: it is charged once a day, in cash.
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
