// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "margin/asset.hpp"
#include "margin/position.hpp"
#include "margin/rulebook.hpp"

namespace margin {

/// An amount of one asset posted as collateral.
struct Holding {
  AssetIndex asset = kUsd;
  double quantity = 0;  ///< Units of the asset, >= 0; USD may be negative (a wallet in debt).
};

/// One wallet for all collateral currencies and all linear contracts.
/// @source Kraken, "Single-Collateral & Multi-Collateral Derivatives Contracts".
struct MultiCollateralWallet {
  AssetIndex profitCurrency = kUsd;  ///< In which profit is paid; losses are always USD.
  std::vector<Holding> collateral;
  std::vector<Position> positions;  ///< Linear contracts, each at most once.
};

/// Today's prices, by the indices of the rulebook. Entries that no wallet uses are ignored.
struct Market {
  std::vector<double> indexPrice;  ///< By AssetIndex: USD per unit, > 0; USD is 1.
  std::vector<double> markPrice;   ///< By ContractIndex: USD per unit of the underlying, > 0.
};

/// What a wallet is judged by: the rules, the choices made within them, and today's prices.
struct Terms {
  const Rulebook& rulebook;
  Policy policy;
  Client client = Client::Professional;
  double takerFee = 0;  ///< Fraction of notional; used where policy.closingFee is set.
  const Market& market;
};

}  // namespace margin
