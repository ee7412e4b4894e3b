// SPDX-License-Identifier: MIT
// The amounts of a wallet along a ray of prices, as tracks of the ray's ratio x = 1 + move.
#pragma once

#include "course.hpp"
#include "margin/ray.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// In USD. Those of the cross pool decide the liquidation of cross positions.
struct WalletTracks {
  Track marginEquity;
  Track portfolioValue;
  Track initialMargin;
  Track maintenanceMargin;  ///< US wallets: the requirement in force.
  Track crossMarginEquity;
  Track crossInitialMargin;
  Track crossMaintenanceMargin;
};

/// The ratios between which a ray runs.
Extent extentOf(const Ray& ray) noexcept;

WalletTracks tracksOf(const MultiCollateralWallet& wallet, const Ray& ray, const Terms& terms);
WalletTracks tracksOf(const UsFuturesWallet& wallet, const Ray& ray, const Terms& terms);
/// Of one of these two.
WalletTracks tracksOf(const Wallet& wallet, const Ray& ray, const Terms& terms);

/// Of a coin's wallet, in the coin, as tracks of y = 1 / (price of the coin over today's): lines without
/// bends.
WalletTracks reciprocalTracksOf(const SingleCollateralWallet& wallet, const Terms& terms);

/// What decides the liquidation of a cross pool, along a ray, in parts that several rays add to separately.
/// USD.
struct PoolParts {
  LineSum collateral;  ///< Counted as margin, less what isolated positions withhold; US wallets: cash.
  LineSum profit;      ///< With funding; not yet as margin.
  Track requirement;
};
PoolParts partsOf(const MultiCollateralWallet& wallet, const Ray& ray, const Terms& terms);
PoolParts partsOf(const UsFuturesWallet& wallet, const Ray& ray, const Terms& terms);
/// Of one of these two.
PoolParts partsOf(const Wallet& wallet, const Ray& ray, const Terms& terms);

}  // namespace margin
