// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "margin/asset.hpp"
#include "margin/instant.hpp"
#include "margin/order.hpp"
#include "margin/position.hpp"
#include "margin/rulebook.hpp"
#include "margin/working.hpp"

namespace margin {

/// An amount of one asset posted as collateral.
struct Holding {
  AssetIndex asset = kUsd;
  Figure quantity;  ///< Units of the asset, >= 0; USD may be negative (a wallet in debt).
};

/// One wallet for all collateral currencies and all linear contracts.
/// @source Kraken, "Single-Collateral & Multi-Collateral Derivatives Contracts".
struct MultiCollateralWallet {
  AssetIndex profitCurrency = kUsd;  ///< In which profit is paid; losses are always USD.
  std::vector<Holding> collateral;
  std::vector<Position> positions;  ///< Linear contracts, each at most once.
  std::vector<Order> orders;
  std::vector<Transfer> transfers;
};

/// One coin, and the inverse contracts on it. All positions are cross.
/// @source Kraken, "Single-Collateral & Multi-Collateral Derivatives Contracts".
struct SingleCollateralWallet {
  AssetIndex asset = kUsd;          ///< The coin.
  double balance = 0;               ///< Coin, >= 0.
  std::vector<Position> positions;  ///< Inverse contracts on the coin, each at most once.
  std::vector<Order> orders;
  std::vector<Transfer> transfers;
};

/// US dollars, and contracts with fixed margins. All positions are cross, without funding accrued.
/// @source Kraken, "Margin on US Futures".
struct UsFuturesWallet {
  double cash = 0;                  ///< USD; negative is owed.
  bool news = false;                ///< A news window raises the intraday margin of new orders.
  bool carried = false;             ///< Kept for several days: maintenance margin in the place of initial.
  int liquidations = 0;             ///< Forced liquidations so far, >= 0.
  std::vector<Position> positions;  ///< US contracts, each at most once.
  std::vector<Order> orders;
  std::vector<Transfer> transfers;
};

using Wallet = std::variant<MultiCollateralWallet, SingleCollateralWallet, UsFuturesWallet>;

/// Today's prices, by the indices of the rulebook. Entries that no wallet uses are ignored.
struct Market {
  std::vector<double> indexPrice;  ///< By AssetIndex: USD per unit, > 0; USD is 1.
  std::vector<double> markPrice;   ///< By ContractIndex: USD per unit of the underlying, > 0.
  std::vector<double> lastPrice;   ///< By ContractIndex: of the last trade, > 0; 0 is not known.
  /// By ContractIndex: fraction per hour; a long pays where positive. 0 of contracts that are not perpetual.
  std::vector<double> fundingRate;
  std::vector<OrderBook> orderBooks = {};  ///< At most one a contract.
};

/// What a wallet is judged by: the rules, the choices made within them, and today's prices.
struct Terms {
  const Rulebook& rulebook;
  Policy policy;
  Client client = Client::Professional;
  double takerFee = 0;  ///< Fraction of notional.
  const Market& market;
  double makerFee = 0;                         ///< Fraction of notional; negative is a rebate.
  std::optional<Instant> asOf = std::nullopt;  ///< The clock; required for US wallets.
  Working* working = nullptr;                  ///< Where the steps are kept; nullptr keeps none.
  double alarm = 1;  ///< Liquidation sets look for equity <= so many times the requirement, >= 1.
};

}  // namespace margin
