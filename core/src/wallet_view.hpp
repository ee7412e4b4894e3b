// SPDX-License-Identifier: MIT
// What wallets of all types have in common.
#pragma once

#include <string_view>
#include <vector>

#include "margin/liquidation.hpp"
#include "margin/order_report.hpp"
#include "margin/wallet.hpp"

namespace margin {

std::vector<Position>& positionsOf(Wallet& wallet) noexcept;
const std::vector<Position>& positionsOf(const Wallet& wallet) noexcept;
const std::vector<Order>& ordersOf(const Wallet& wallet) noexcept;
const std::vector<Transfer>& transfersOf(const Wallet& wallet) noexcept;

/// Whether a news window raises the margin of new positions; US wallets only.
bool isNews(const Wallet& wallet) noexcept;

/// Takes the previews out of a wallet.
void clearPreviews(Wallet& wallet) noexcept;

/// The currency that amounts of a wallet are in.
std::string_view currencyOf(const Wallet& wallet, const Rulebook& rulebook) noexcept;

/// The wallet's position on a contract, or nullptr.
const Position* positionOn(const std::vector<Position>& positions, ContractIndex contract) noexcept;

/// Books what a trade realises and costs, in the wallet's currency.
void pay(Wallet& wallet, double realized, double fee, const Terms& terms);

/// Today's prices with one asset and all contracts on it (nullopt: all crypto) moved by a ratio.
Market moved(const Market& market, const Rulebook& rulebook, std::optional<AssetIndex> factor, double ratio);

/// The same terms at other prices.
Terms at(const Market& market, const Terms& terms) noexcept;

/// The same terms, whose valuations leave no steps.
Terms withoutSteps(const Terms& terms) noexcept;

/// Whether a pool is liquidated on the way from today to a ratio, or there.
bool liquidatedOnTheWay(const LiquidationSet& set, double ratio) noexcept;

/// How a wallet stands without its previews.
struct Situation {
  Standing standing;
  double portfolioValue = 0;                ///< In the wallet's currency; US wallets: equity.
  double unrealizedPnl = 0;                 ///< In the wallet's currency.
  std::vector<LiquidationSet> liquidation;  ///< Of its positions, in their order.
  std::vector<double> equity;               ///< Of its isolated positions; 0 of others.
  std::vector<double> allocatedMargin;      ///< The same.
  std::vector<double> maintenanceMargin;    ///< Of its positions.
  double crossEquity = 0;
  double crossMaintenance = 0;  ///< US wallets: the requirement in force.
};
Situation situationOf(const Wallet& wallet, const Terms& terms);

}  // namespace margin
