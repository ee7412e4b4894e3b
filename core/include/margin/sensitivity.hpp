// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "margin/liquidation.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// What a reader enters that can move a liquidation price.
enum class InputKind {
  Quantity,        ///< Of a row of collateral, a coin's balance, or US cash.
  Haircut,         ///< Of an asset.
  Price,           ///< Of another asset, with the marks of its contracts.
  Size,            ///< Of a position.
  EntryPrice,      ///< Of a position.
  IsolatedMargin,  ///< Of an isolated position.
  MaxLeverage,     ///< Of an isolated position.
};

/// How a liquidation price answers to one input, all others as they are.
struct Sensitivity {
  InputKind input = InputKind::Quantity;
  std::size_t index = 0;  ///< Of the row of collateral or of the position; of Haircut and Price, the asset's.
  double value = 0;       ///< Of the input today.
  /// Change of the liquidation's ratio (price over today's) by a unit of the input, for a rise and for a fall
  /// of it: different only where the two meet in a corner, as at the start of a margin level.
  double rise = 0;
  double fall = 0;
};

/// The nearest liquidation of a wallet's cross pool as one factor moves, and what moves it.
struct Sensitivities {
  PoolState state = PoolState::None;
  std::optional<Boundary> nearest;  ///< By distance in per cent; nullopt: there is none.
  std::vector<Sensitivity> ranked;  ///< By the change for 1 % more of the input, the largest first.
};

/// Derivatives of the exact solution: it is solved again on both sides of each input, at two distances, and
/// extrapolated to none; good to nine digits and more. An input near which the liquidation appears or
/// vanishes is left out.
Sensitivities sensitivities(const Wallet& wallet, std::optional<AssetIndex> factor, const Terms& terms);

}  // namespace margin
