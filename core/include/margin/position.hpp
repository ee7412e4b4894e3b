// SPDX-License-Identifier: MIT
#pragma once

#include "margin/contract.hpp"

namespace margin {

enum class Side { Long, Short };

/// +1 for a long, -1 for a short: the direction in which a price rise changes profit.
constexpr double sign(Side side) noexcept { return side == Side::Long ? 1.0 : -1.0; }

/// Cross positions share the wallet; an isolated one has margin of its own and risks nothing else.
enum class MarginMode { Cross, Isolated };

/// How the margin of an isolated position is given.
enum class IsolatedBy { Margin, MaxLeverage };

/// An open position: one net position a contract.
struct Position {
  ContractIndex contract = 0;
  Side side = Side::Long;
  double size = 0;        ///< Contracts, > 0.
  double entryPrice = 0;  ///< USD per unit of the underlying, > 0.
  MarginMode margin = MarginMode::Cross;
  IsolatedBy isolatedBy = IsolatedBy::MaxLeverage;  ///< Read for isolated positions only.
  double isolatedMargin = 0;                        ///< USD, > 0 where isolated by margin.
  double maxLeverage = 0;                           ///< > 0 where isolated by leverage.
  double unrealizedFunding = 0;  ///< Accrued and not yet settled, USD (inverse: coin); negative is owed.
};

}  // namespace margin
