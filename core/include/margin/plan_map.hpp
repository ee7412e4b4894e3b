// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "margin/wallet.hpp"

namespace margin {

/// A position that is not open yet, to be isolated.
struct PlannedPosition {
  ContractIndex contract = 0;  ///< Linear.
  Side side = Side::Long;
  double size = 0;                   ///< Contracts, > 0.
  AssetIndex profitCurrency = kUsd;  ///< In which its profit is paid.
};

/// Entry prices (USD) to the right and leverages upwards, each > 0, from below to.
struct PlanAxes {
  double entryFrom = 0;
  double entryTo = 0;
  double leverageFrom = 1;
  double leverageTo = 50;
};

/// The liquidation of a planned position entered at one price with one leverage.
struct PlanCell {
  double entryPrice = 0;
  double leverage = 0;        ///< As asked for.
  double isolatedMargin = 0;  ///< USD: what the leverage sets apart, or more where the schedule asks.
  std::optional<double> liquidationPrice;  ///< On its losing side; nullopt: none. The entry price: at once.
};

/// Cells row by row of ascending leverage, entered when the mark is the entry price.
///
/// @param columns, rows  At least 2 each.
std::vector<PlanCell> planMap(const PlannedPosition& planned, const PlanAxes& axes, std::size_t columns,
                              std::size_t rows, const Terms& terms);

}  // namespace margin
