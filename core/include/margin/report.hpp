// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "margin/conversion.hpp"
#include "margin/factor.hpp"
#include "margin/liquidation.hpp"
#include "margin/order_report.hpp"
#include "margin/status.hpp"
#include "margin/wallet.hpp"
#include "margin/working.hpp"

namespace margin {

/// Amounts of the positions that share the wallet.
struct CrossReport {
  Figure marginEquity;       ///< Wallet's margin equity less the equity of isolated positions.
  Figure initialMargin;      ///< After netting.
  Figure maintenanceMargin;  ///< After netting; with the closing fee where the policy adds it.
};

/// One row of collateral, valued.
struct HoldingReport {
  Figure price;            ///< USD per unit.
  Figure value;            ///< quantity x price, USD.
  Figure haircut;          ///< Fraction.
  Figure collateralValue;  ///< USD counted as margin.
};

/// What of one asset, alone, can leave the wallet with the available margin not below 0.
struct WithdrawableReport {
  AssetIndex asset = kUsd;
  Figure quantity;  ///< Units, >= 0.
};

/// The prices between which the venue keeps a mark.
struct MarkLimits {
  Figure lowest;   ///< USD.
  Figure highest;  ///< USD.
};

/// A dated contract's end, seen from the scenario's clock.
struct ExpiryReport {
  Instant time = 0;
  bool expired = false;
  Figure hours;          ///< Left; 0 when expired.
  Figure settlementFee;  ///< Taker fee of the mark notional.
};

/// Amounts of a position on an inverse contract at the index price, USD.
struct PositionInUsd {
  Figure unrealizedPnl;
  Figure initialMargin;
  Figure maintenanceMargin;
  Figure openFee;
  Figure closeFee;
  Figure fundingPerHour;
};

/// One position, valued. Amounts in the wallet's currency, prices in USD per unit of the underlying.
struct PositionReport {
  Figure markPrice;
  Figure notional;                          ///< At mark.
  Figure unrealizedPnl;                     ///< side x size x (mark - entry); inverse: of 1/entry - 1/mark.
  Figure returnOnEquity;                    ///< unrealizedPnl / initialMargin.
  Figure initialMargin;                     ///< Isolated: the allocated margin.
  Figure maintenanceMargin;                 ///< Before netting.
  Figure level = 1;                         ///< Of the schedule, at the basis price; the first is 1.
  std::optional<Figure> effectiveLeverage;  ///< notional / portfolio value (isolated: own equity), if > 0.
  std::optional<Figure> equity;             ///< Isolated only: allocated margin + pnl and funding as margin.
  LiquidationSet liquidation;               ///< Ratios are of the mark.
  std::optional<Figure> bankruptcyPrice;    ///< Nearest mark on the losing side with pool equity 0.
  std::optional<Figure> breakEvenPrice;     ///< Mark at which profit and funding pay both taker fees.
  Figure openFee;                           ///< Taker fee of the entry notional.
  Figure closeFee;                          ///< Taker fee of the mark notional.
  Figure fundingPerHour;                    ///< Negative is paid.
  Figure fundingRate;                       ///< Fraction per hour.
  Figure absoluteFundingRate;               ///< USD (inverse: coin) per contract unit and hour.
  std::optional<Figure> indicatedFundingRate;       ///< That today's mark points to, within the limit.
  std::optional<Figure> hoursToFundingLiquidation;  ///< Isolated only; nullopt: funding never does.
  std::optional<MarkLimits> markLimits;             ///< nullopt: not known.
  std::optional<ExpiryReport> expiry;               ///< Dated contracts, with the scenario's clock.
  std::optional<PositionInUsd> inUsd;               ///< Inverse contracts only.
};

/// What positions cost or earn by funding alone, in the wallet's currency; negative is paid.
struct FundingReport {
  Figure perHour;
  Figure perSettlement;  ///< Of one interval of the rulebook.
  Figure perDay;
  Figure perMonth;                           ///< Of 30 days.
  std::optional<Figure> hoursToLiquidation;  ///< Of the cross pool, all else unchanged; nullopt: never.
  std::optional<Instant> nextSettlement;     ///< Of perpetuals held, with the scenario's clock.
};

/// Interest on the unrealised loss that no USD covers. USD.
struct InterestReport {
  Figure unrealizedLoss;  ///< Loss and funding owed of all positions together, >= 0.
  Figure usdCover;        ///< USD held, >= 0.
  Figure charged;         ///< Loss less cover where the loss is above the threshold, else 0.
  Figure perDay;
};

/// What the venue converts by itself of a wallet that owes USD.
struct AutomaticConversion {
  Figure owed;          ///< USD, > 0.
  Figure threshold;     ///< USD.
  Waterfall waterfall;  ///< No sales while the debt is not above the threshold.
};

/// What remains where every position is closed at its mark today.
struct SettlementReport {
  Figure realizedPnl;  ///< Profit, loss and funding, before fees.
  Figure closeFee;
  Waterfall waterfall;
};

/// Amounts of FundingReport and of SettlementReport at the index price, USD.
struct FundingInUsd {
  Figure perHour;
  Figure perSettlement;
  Figure perDay;
  Figure perMonth;
};
struct SettlementInUsd {
  Figure realizedPnl;
  Figure closeFee;
};

/// Amounts of a single-collateral wallet at the index price, USD.
struct WalletInUsd {
  Figure balance;
  Figure unrealizedPnl;
  Figure marginEquity;
  Figure initialMargin;
  Figure maintenanceMargin;
  Figure availableMargin;
  Figure riskBuffer;
  FundingInUsd funding;
  SettlementInUsd settlement;
};

/// Everything said of a multi-collateral wallet (amounts in USD) or of a single-collateral one (amounts in
/// its coin). Formulas at evaluate().
struct WalletReport {
  Figure balanceValue;
  Figure collateralValue;
  Figure unrealizedPnl;
  Figure unrealizedFunding;
  Figure totalUnrealizedAsMargin;
  Figure marginEquity;
  Figure portfolioValue;
  Figure initialMargin;
  Figure maintenanceMargin;
  CrossReport cross;
  Figure availableMargin;                   ///< May be negative.
  std::optional<Figure> effectiveLeverage;  ///< nullopt where margin equity is not positive.
  std::optional<Figure> marginUsage;        ///< nullopt where cross margin equity is not positive.
  Figure riskBuffer;
  WalletStatus status = WalletStatus::Healthy;
  std::vector<HoldingReport> collateral;  ///< In the wallet's order; multi-collateral only.
  std::vector<PositionReport> positions;  ///< In the wallet's order.
  std::vector<FactorReport> factors;      ///< Collateral other than USD, underlyings, market; or the coin.
  FundingReport funding;
  SettlementReport settlement;
  std::optional<InterestReport> interest;                  ///< Where the rulebook has interest.
  std::optional<AutomaticConversion> automaticConversion;  ///< Where USD is owed.
  /// Each asset held once, in the wallet's order; USD last where only an unrealised gain of it can leave. Of
  /// a single-collateral wallet its coin.
  std::vector<WithdrawableReport> withdrawable;
  std::optional<WalletInUsd> inUsd;       ///< Single-collateral only.
  std::vector<OrderReport> orders;        ///< In the wallet's order.
  std::vector<TransferReport> transfers;  ///< In the wallet's order.
};

/// Values a multi-collateral wallet and finds all its liquidation prices.
///
///   balanceValue    = sum of quantity x index price
///   collateralValue = sum of value x (1 - haircut) [x (1 - conversionFee) under policy.collateralFee]
///   as margin       = pnl + funding; a gain paid in another currency than USD counts
///                     x (1 - haircut)(1 - conversionFee) of that currency
///   marginEquity    = collateralValue + as margin of the cross total and of each isolated position
///   portfolioValue  = balanceValue + unrealizedPnl + unrealizedFunding
///   availableMargin = cross margin equity - cross initial margin - margin of resting orders
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

/// Values a single-collateral wallet and finds all its liquidation prices. As above, in the coin: the
/// balance counts in full, a contract is worth contractSize / price, levels go by contracts.
///
/// @param wallet  Its coin priced and every contract marked in terms.market; contracts inverse.
/// @source        Kraken, "Inverse Margin Schedule & Maximum Leverage"; "Calculation of profit and loss".
WalletReport evaluate(const SingleCollateralWallet& wallet, const Terms& terms);

}  // namespace margin
