// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "course.hpp"
#include "leg.hpp"
#include "margin/liquidation.hpp"
#include "margin/wallet.hpp"
#include "requirement.hpp"

namespace margin {

/// What of an unrealised amount counts as margin: all of a loss, and of a gain what is left after the
/// haircut and the conversion fee of the currency in which profit is paid.
/// @source Kraken API, totalUnrealizedAsMargin; losses are always realised in USD.
struct ProfitCurrency {
  double keptGain = 1;  ///< (1 - haircut)(1 - conversionFee); 1 for USD.

  double asMargin(double unrealized) const noexcept {
    return unrealized > 0 ? unrealized * keptGain : unrealized;
  }
};

/// The prices along one ray at which a pool turns unsafe or back, and those at which nothing is left.
struct PoolAnswer {
  LiquidationSet liquidation;
  std::optional<double> bankruptcyBelow;  ///< Nearest ratio <= 1 with equity 0.
  std::optional<double> bankruptcyAbove;  ///< Nearest ratio >= 1 with equity 0.
};

/// The part of the cross pool that moves with one asset. Amounts in USD, today.
struct Exposure {
  AssetIndex asset = kUsd;
  Sum collateralValue;
  Sum pnlSlope;  ///< Change of profit for a ratio raised by 1: sum of side x mark notional.
  std::vector<Leg> legs;
  Requirement requirement;
  double closingFee = 0;
};

/// All collateral and all cross positions of a wallet: liquidated as one.
class CrossPool {
 public:
  CrossPool(const Terms& terms, ProfitCurrency profitCurrency);

  void addCollateral(AssetIndex asset, double collateralValue);
  void addLeg(AssetIndex underlying, const Leg& leg);
  /// Withholds margin for an isolated position; its underlying becomes a factor all the same.
  void addIsolated(AssetIndex underlying, double allocatedMargin);
  /// Call once, when everything is added.
  void close();

  double unrealized() const noexcept { return unrealized_.value(); }
  double marginEquity() const noexcept;
  double initialMargin() const noexcept { return initialMargin_.value(); }
  double maintenanceMargin() const noexcept { return requirement_.value(); }
  bool open() const noexcept { return open_; }

  /// Assets held as collateral other than USD, then underlyings, in the order in which they were added.
  const std::vector<Exposure>& exposures() const noexcept { return exposures_; }
  /// Index of an asset's exposure; the asset was added.
  std::size_t exposureOf(AssetIndex asset) const noexcept { return exposureOf_[asset] - 1; }
  /// The exposures of kind crypto: what moves with the market.
  std::vector<const Exposure*> market() const;

  /// One exposure moves, all else stays. Bankruptcy is told where it has positions.
  PoolAnswer along(const Exposure& moving) const;
  /// Several exposures move by one ratio.
  LiquidationSet along(const std::vector<const Exposure*>& moving) const;

 private:
  Exposure& exposure(AssetIndex asset);
  Course course(const std::vector<const Exposure*>& moving) const;

  const Terms& terms_;
  ProfitCurrency profitCurrency_;
  std::vector<Exposure> exposures_;
  std::vector<std::size_t> exposureOf_;  // by AssetIndex: 1 + index of its exposure, 0 for none
  Sum collateralValue_;
  Sum allocated_;
  Sum unrealized_;
  Sum initialMargin_;
  Sum requirement_;
  bool open_ = false;
};

/// An isolated position as a pool of its own.
struct IsolatedPool {
  double unrealizedAsMargin = 0;  ///< USD, today.
  double equity = 0;              ///< Allocated margin + unrealizedAsMargin, USD, today.
  PoolAnswer answer;
};

IsolatedPool isolatedPool(const Leg& leg, double allocatedMargin, ProfitCurrency profitCurrency,
                          const Policy& policy);

}  // namespace margin
