// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "margin/instant.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// Prices of the past.
struct PriceHistory {
  struct Row {
    Instant at = 0;
    std::vector<double> price;  ///< By asset of `assets`, USD, > 0.
  };
  std::vector<AssetIndex> assets;  ///< Each once, not USD.
  std::vector<Row> rows;           ///< Ascending in time, at least one.
};

/// A wallet at one row of a history.
struct ReplayPoint {
  std::size_t row = 0;
  double marginEquity = 0;            ///< In the wallet's currency; US wallets: equity.
  std::optional<double> marginUsage;  ///< Of the cross pool; nullopt without equity.
};

/// Where a cross pool was liquidated: prices taken to move in step from one row to the next.
struct ReplayLiquidation {
  std::size_t row = 0;  ///< The row it was reached on the way to, or at.
  double share = 1;     ///< Of that way, 0 to 1; 0 of the first row.
};

/// An isolated position that was liquidated on the way to a row.
struct IsolatedLiquidation {
  std::size_t row = 0;
  ContractIndex contract = 0;
};

/// A wallet held through a history.
struct Replay {
  std::vector<ReplayPoint> points;  ///< Row by row, to the liquidation of the cross pool or the end.
  std::optional<ReplayLiquidation> liquidation;
  std::vector<IsolatedLiquidation> isolated;
  std::optional<std::size_t>
      worst;           ///< Index of the point with the highest usage; none before without equity.
  double funding = 0;  ///< Received (negative: paid) by then, in the wallet's currency.
};

/// Holds a wallet as it is through a history, from its first row on: the prices of its assets are the
/// history's, the marks of their contracts keep their distance in per cent, everything else stands still.
/// Funding accrues at the rates of terms between rows; no order trades, nothing is added, and an isolated
/// position that is liquidated is gone with its margin. US wallets are judged by the clock of each row.
Replay replay(const Wallet& wallet, const PriceHistory& history, const Terms& terms);

}  // namespace margin
