// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "margin/factor.hpp"
#include "margin/liquidation.hpp"
#include "margin/order_report.hpp"
#include "margin/status.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// Amounts of the positions that share the wallet, USD.
struct CrossReport {
  double marginEquity = 0;       ///< Wallet's margin equity less the equity of isolated positions.
  double initialMargin = 0;      ///< After netting.
  double maintenanceMargin = 0;  ///< After netting; with the closing fee where the policy adds it.
};

/// One row of collateral, valued.
struct HoldingReport {
  double price = 0;            ///< USD per unit.
  double value = 0;            ///< quantity x price, USD.
  double haircut = 0;          ///< Fraction.
  double collateralValue = 0;  ///< USD counted as margin.
};

/// One position, valued. Amounts in USD, prices in USD per unit of the underlying.
struct PositionReport {
  double markPrice = 0;
  double notional = 0;                      ///< At mark.
  double unrealizedPnl = 0;                 ///< side x size x (mark - entry).
  double returnOnEquity = 0;                ///< unrealizedPnl / initialMargin.
  double initialMargin = 0;                 ///< Isolated: the allocated margin.
  double maintenanceMargin = 0;             ///< Before netting.
  std::size_t level = 1;                    ///< Of the schedule, at the basis price; the first is 1.
  std::optional<double> effectiveLeverage;  ///< notional / portfolio value (isolated: own equity), if > 0.
  std::optional<double> equity;             ///< Isolated only: allocated margin + pnl and funding as margin.
  LiquidationSet liquidation;               ///< Ratios are of the mark.
  std::optional<double> bankruptcyPrice;    ///< Nearest mark on the losing side with pool equity 0.
};

/// Everything said of a multi-collateral wallet. Amounts in USD; formulas at evaluate().
struct WalletReport {
  double balanceValue = 0;
  double collateralValue = 0;
  double unrealizedPnl = 0;
  double unrealizedFunding = 0;
  double totalUnrealizedAsMargin = 0;
  double marginEquity = 0;
  double portfolioValue = 0;
  double initialMargin = 0;
  double maintenanceMargin = 0;
  CrossReport cross;
  double availableMargin = 0;               ///< May be negative.
  std::optional<double> effectiveLeverage;  ///< nullopt where margin equity is not positive.
  std::optional<double> marginUsage;        ///< nullopt where cross margin equity is not positive.
  double riskBuffer = 0;
  WalletStatus status = WalletStatus::Healthy;
  std::vector<HoldingReport> collateral;  ///< In the wallet's order.
  std::vector<PositionReport> positions;  ///< In the wallet's order.
  std::vector<FactorReport> factors;      ///< Collateral other than USD, underlyings, market.
};

/// Values a wallet and finds all its liquidation prices.
///
///   balanceValue    = sum of quantity x index price
///   collateralValue = sum of value x (1 - haircut) [x (1 - conversionFee) under policy.collateralFee]
///   as margin       = pnl + funding; a gain paid in another currency than USD counts
///                     x (1 - haircut)(1 - conversionFee) of that currency
///   marginEquity    = collateralValue + as margin of the cross total and of each isolated position
///   portfolioValue  = balanceValue + unrealizedPnl + unrealizedFunding
///   availableMargin = cross margin equity - cross initial margin
///   riskBuffer      = cross margin equity - cross maintenance margin
///   marginUsage     = cross maintenance margin / cross margin equity
///   effectiveLeverage = sum of mark notional / margin equity
///
/// Liquidation is cross margin equity <= cross maintenance margin with an open cross position, or an
/// isolated position's own equity <= its own maintenance margin.
///
/// @param wallet  Every asset priced and every contract marked in terms.market; contracts linear.
/// @source        Kraken, "Margining & Liquidations: Multi-Collateral"; "Futures Trading Glossary".
WalletReport evaluate(const MultiCollateralWallet& wallet, const Terms& terms);

}  // namespace margin
