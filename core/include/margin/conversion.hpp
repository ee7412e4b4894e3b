// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "margin/wallet.hpp"
#include "margin/working.hpp"

namespace margin {

/// One sale of collateral for USD.
struct Conversion {
  AssetIndex asset = kUsd;
  double quantity = 0;  ///< Units sold.
  double proceeds = 0;  ///< USD received, after the fee.
  double fee = 0;       ///< quantity x price x conversionFee, USD.
};

/// Sales of collateral until no USD is owed, and what is then held.
struct Waterfall {
  std::vector<Conversion> conversions;
  std::vector<Holding> balances;  ///< Each asset once; USD is negative where it stays uncovered.
  double uncovered = 0;           ///< Owed when nothing is left to sell, >= 0.
};

/// Pays what USD is owed by selling other collateral, in ascending order of haircut (then in the order of
/// the balances), each with its conversion fee.
///
/// @param balances  Each asset once. USD may be absent: nothing is then owed.
/// @source          Kraken, "Fees & Charges for Multi-Collateral Futures".
Waterfall convert(std::vector<Holding> balances, const Rulebook& rulebook, const Market& market);

/// Holdings with each asset once, in the order in which they first appear.
std::vector<Holding> balancesOf(const std::vector<Holding>& collateral);

/// Adds to an asset's balance, which comes last where it was not held. Adding 0 adds no row.
void credit(std::vector<Holding>& balances, AssetIndex asset, double quantity);

/// Books what positions realise: a gain in the profit currency, which is priced, less its conversion fee; a
/// loss and the fees in USD.
void book(std::vector<Holding>& balances, AssetIndex profitCurrency, double realized, double fees,
          const Rulebook& rulebook, const Market& market);

}  // namespace margin
