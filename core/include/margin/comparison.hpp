// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "margin/factor.hpp"
#include "margin/order_report.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// A price move, and what a wallet then is worth.
struct MoveOutcome {
  double move = 0;          ///< Fraction, e.g. -0.3.
  double pnl = 0;           ///< Unrealised of the positions that remain, less the margins lost, USD.
  double walletValue = 0;   ///< Without haircut, USD.
  bool liquidated = false;  ///< The cross pool is, on the way: the amounts would never have been.
  /// Isolated positions liquidated on the way. Each has lost its margin, all of it: the most it can lose.
  std::vector<ContractIndex> isolatedLiquidated = {};
};

/// The moves that alternatives are shown at: -30 % to +30 %.
inline constexpr double kShownMoves[] = {-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3};

/// One way of holding the money of a wallet.
struct Alternative {
  Standing standing;
  double collateralValue = 0;         ///< USD.
  std::vector<MoveOutcome> outcomes;  ///< As all crypto moves.
};

/// The same money as crypto collateral and as USD.
struct PledgeOrSell {
  Alternative pledged;
  Alternative sold;
  double saleFee = 0;  ///< Conversion fees of selling everything but USD, USD.
};

/// The wallet as it is, beside the same with all its collateral sold for USD. nullopt where there is nothing
/// to sell.
std::optional<PledgeOrSell> pledgeOrSell(const MultiCollateralWallet& wallet, const Terms& terms);

/// A trade to be put into an account.
struct Trade {
  AssetIndex asset = kUsd;
  Side side = Side::Long;
  double notional = 0;    ///< USD, > 0.
  double collateral = 0;  ///< USD worth, > 0.
};

/// A trade in one account. Amounts in USD.
struct AccountComparison {
  ContractIndex contract = 0;
  double size = 0;      ///< Contracts; whole ones of a US account.
  double notional = 0;  ///< Of that size.
  Holding collateral;   ///< What is posted.
  double marginNeeded = 0;
  bool possible = false;  ///< The collateral suffices.
  std::optional<double> effectiveLeverage;
  double current = 0;  ///< Index price of the asset.
  LiquidationSet liquidation;
  std::vector<MoveOutcome> outcomes;  ///< As the asset moves.
  double openFee = 0;
  double closeFee = 0;
  double fundingPerDay = 0;    ///< Negative is paid.
  double largestPosition = 0;  ///< Notional that the collateral carries at today's price.
  bool assumed = false;  ///< Margins of the contract, or the haircut of what is posted, are not published.
  std::vector<const Assumption*> assumptions;  ///< Why they are what they are; of the rulebook.
};

/// A trade on the asset's contract of one type at today's price: collateral in the asset itself for linear
/// and inverse contracts, in USD for US ones.
///
/// @param terms  The asset priced; asOf present for US contracts.
/// @return       nullopt where the rulebook lists no such contract.
std::optional<AccountComparison> compare(const Trade& trade, ContractType type, const Terms& terms);

}  // namespace margin
