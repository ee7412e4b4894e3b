// SPDX-License-Identifier: MIT
// Backwards: what must be so that an account keeps to a goal. Each answer, put back into the account and
// valued, keeps to it, and a hair less does not.
#pragma once

#include <optional>

#include "margin/ray.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// A price that the account is to live through: no liquidation of its cross pool between today's price and
/// there. The price itself may be the liquidation price.
struct Survival {
  std::optional<AssetIndex> factor;  ///< What moves; nullopt is the market.
  double move = 0;                   ///< Fraction, kMinRatio - 1 to kMaxRatio - 1.
};

enum class SolutionKind {
  NotNeeded,   ///< The account keeps to the goal as it is.
  Amount,      ///< The least (of largest sizes: the most) that keeps to it.
  Impossible,  ///< No amount does.
};

struct Solution {
  SolutionKind kind = SolutionKind::Impossible;
  double amount = 0;  ///< Present of kind Amount, > 0.
  /// Of a size: the nearest whole lots that keep to the goal, 0 or more. nullopt where the contract has no lot.
  std::optional<double> inLots;
};

/// How much of an asset to add to the collateral (of a coin's wallet: its coin; US wallets: USD), so that the
/// wallet survives. After haircut, and after the conversion fee where the policy counts it.
///
/// @return  Units of the asset.
Solution collateralToSurvive(const Wallet& wallet, AssetIndex asset, const Survival& goal,
                             const Terms& terms);

/// How much of a position to close now, at its mark and the taker fee, so that the wallet survives; at most
/// all of it. Impossible also where the position is isolated: it stands apart from the pool.
///
/// @param position  Index into the wallet's positions.
/// @return          Contracts.
Solution sizeToClose(const Wallet& wallet, std::size_t position, const Survival& goal, const Terms& terms);

/// What limits a position.
struct SizeLimit {
  bool availableMargin = true;       ///< The wallet's available margin stays 0 or more.
  std::optional<double> leverage;    ///< The wallet's effective leverage stays at most so much, > 0.
  std::optional<Survival> survival;  ///< The wallet survives.
};

/// The largest size that can be bought or sold now, at the mark and the taker fee, cross, with every limit
/// kept; at most the contract's largest position.
///
/// @return  Contracts on top of what is open; Impossible where not even the smallest size keeps to the
/// limits,
///          NotNeeded where nothing limits it.
Solution largestSize(const Wallet& wallet, ContractIndex contract, Side side, const SizeLimit& limit,
                     const Terms& terms);

/// Margin and leverage that put the liquidation of an isolated position at a price.
struct IsolatedPlan {
  SolutionKind kind = SolutionKind::Impossible;
  double isolatedMargin = 0;  ///< USD.
  double maxLeverage = 0;     ///< entry notional / isolatedMargin.
};

/// The least margin, and so the highest leverage, with which an isolated position of a linear contract is not
/// liquidated before a price on its losing side, as that of a stop. NotNeeded: the least margin of the
/// schedule carries it further than that, and is what is told.
IsolatedPlan isolatedPlan(const Position& position, AssetIndex profitCurrency, double price,
                          const Terms& terms);

/// The position on a contract that makes an account indifferent to its underlying for a small move.
struct Hedge {
  Side side = Side::Short;
  double size = 0;  ///< Contracts, >= 0, that hold margin equity (US: equity; coin: in USD) still.
  double deltaNeutralSize = 0;  ///< Contracts that hold portfolio value still; the same side where positive.
};

/// A hedge on top of what is open. Margin equity counts collateral after its haircut, so it needs a smaller
/// hedge than portfolio value: a delta-neutral account is not margin-neutral.
///
/// @return  nullopt where the wallet's gains do not count as margin at all: nothing then makes up for a fall.
std::optional<Hedge> hedge(const Wallet& wallet, ContractIndex contract, const Terms& terms);

/// The haircut of an asset at which the wallet is liquidated at today's prices.
///
/// @return  Fraction, 0 to 1; NotNeeded where it is in liquidation already, Impossible where no haircut is
///          enough.
Solution liquidatingHaircut(const MultiCollateralWallet& wallet, AssetIndex asset, const Terms& terms);

}  // namespace margin
