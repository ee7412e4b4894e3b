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
  Figure keptGain = 1;  ///< (1 - haircut)(1 - conversionFee); 1 for USD.

  double asMargin(double unrealized) const noexcept {
    return unrealized > 0 ? unrealized * keptGain : unrealized;
  }
  Figure asMargin(Figure unrealized, Arithmetic& arithmetic) const;
};

ProfitCurrency profitCurrencyOf(AssetIndex currency, const Rulebook& rulebook, Arithmetic& arithmetic);

/// Adds unrealised profit along a ray, as margin: where a gain is not kept whole it bends at zero.
void addAsMargin(Track& equity, const Line& unrealized, const ProfitCurrency& currency, const Extent& extent);

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
  Figure closingFee;
};

/// All collateral and all cross positions of a wallet: liquidated as one.
class CrossPool {
 public:
  CrossPool(const Terms& terms, ProfitCurrency profitCurrency, Arithmetic& arithmetic);

  void addCollateral(AssetIndex asset, Figure collateralValue);
  void addLeg(AssetIndex underlying, const Leg& leg);
  /// Withholds margin for an isolated position; its underlying becomes a factor all the same.
  void addIsolated(AssetIndex underlying, Figure allocatedMargin);
  /// Call once, when everything is added.
  void close();

  /// These hold once the pool is closed.
  Figure collateralValue() const noexcept { return collateralTotal_; }
  Figure unrealized() const noexcept { return unrealizedTotal_; }
  Figure unrealizedAsMargin() const noexcept { return asMargin_; }
  Figure marginEquity() const noexcept { return marginEquity_; }
  Figure initialMargin() const noexcept { return initialMargin_; }
  Figure maintenanceMargin() const noexcept { return maintenanceMargin_; }
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
  Figure closingFee(const Exposure& exposure);
  double alarm() const noexcept { return maintenanceMargin_ * terms_.alarm; }
  Course course(const std::vector<const Exposure*>& moving) const;

  const Terms& terms_;
  ProfitCurrency profitCurrency_;
  Arithmetic& arithmetic_;
  std::vector<Exposure> exposures_;
  std::vector<std::size_t> exposureOf_;  // by AssetIndex: 1 + index of its exposure, 0 for none
  FigureSum collateralValue_;
  FigureSum allocated_;
  FigureSum unrealized_;
  Sum requirement_;
  Figure collateralTotal_;
  Figure unrealizedTotal_;
  Figure asMargin_;
  Figure marginEquity_;
  Figure initialMargin_;
  Figure maintenanceMargin_;
  bool open_ = false;
};

/// An isolated position as a pool of its own.
struct IsolatedPool {
  Figure unrealizedAsMargin;  ///< USD, today.
  Figure equity;              ///< Allocated margin + unrealizedAsMargin, USD, today.
  PoolAnswer answer;
};

IsolatedPool isolatedPool(const Leg& leg, Figure allocatedMargin, ProfitCurrency profitCurrency,
                          const Terms& terms, Arithmetic& arithmetic);

/// Whether a pool is safe at these amounts.
PoolState stateOf(bool open, double equity, double requirement) noexcept;

}  // namespace margin
