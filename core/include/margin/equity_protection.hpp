// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "margin/asset.hpp"
#include "margin/liquidation.hpp"
#include "margin/wallet.hpp"

namespace margin {

enum class ProtectionKind {
  PartialLiquidation,  ///< A share of every position of the pool is closed.
  FullLiquidation,     ///< What is left is closed, at no worse than the limit.
  Assignment,          ///< What found no counterpart goes to liquidity providers at the limit.
  CoveredLiquidation,  ///< Multi-collateral: closed in the market, the liquidity pool pays the slippage.
  Unwind,              ///< The rest is closed against positions of the other side.
  ForcedClose,         ///< US: the broker closes at market.
};

/// An order by which the venue closes a position or a share of it.
struct ClosingOrder {
  ContractIndex contract = 0;
  Side side = Side::Short;  ///< Of the order: a long is closed by a sale.
  double size = 0;          ///< Contracts.
  double markPrice = 0;     ///< At the trigger, USD.
  /// At which the pool's equity would be 0 if every order traded equally far from its mark; nullopt where no
  /// price does that, and of US wallets.
  std::optional<double> zeroEquityPrice;
  /// The same rounded to the contract's tick on the side that keeps equity from falling below 0.
  std::optional<double> limitPrice;
  /// Contracts that the market's order book takes at the limit or better, the book moved with the mark: of
  /// the full liquidation alone; nullopt where no book is given.
  std::optional<double> filled;
};

struct ProtectionStep {
  ProtectionKind kind = ProtectionKind::FullLiquidation;
  std::vector<ClosingOrder> orders;    ///< Of an assignment, what the books are known to leave.
  double fee = 0;                      ///< In the wallet's currency.
  std::optional<double> marginEquity;  ///< After it, at the mark; nullopt of what only follows a failure.
  std::optional<double> maintenanceMargin;  ///< The same.
  bool ends = false;                        ///< The process ends here if the orders trade at the mark.
};

/// A price at which so much of the pool's equity is taken by maintenance margin: to warn oneself.
struct Alert {
  double marginUsage = 0;  ///< Fraction.
  double ratio = 1;        ///< Price over today's.
};

/// What happens where a pool reaches its nearest liquidation. Amounts in the wallet's currency.
struct PoolProtection {
  std::optional<ContractIndex> isolated;  ///< nullopt is the cross pool.
  std::optional<AssetIndex> factor;       ///< What moves; nullopt is the market.
  double current = 1;                     ///< Its price today.
  Boundary trigger;
  std::vector<Alert> alerts;  ///< Ascending by usage; those beyond today's only.
  std::vector<ProtectionStep> steps;
  double equityAtTrigger = 0;  ///< Left of the pool if all is closed at the trigger's marks.
  std::optional<double>
      equityAtLimit;          ///< Left if all is closed at the limits, never below 0; nullopt: no floor.
  double portfolioValue = 0;  ///< Of the whole wallet, closed at the trigger's marks, no haircut.
};

/// The pools of a wallet that a price can liquidate, the cross pool first; nothing of those that none can.
///
/// @source Kraken, "Equity Protection Process"; "US futures - Liquidations".
std::vector<PoolProtection> equityProtection(const Wallet& wallet, const Terms& terms);

}  // namespace margin
