// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "course.hpp"
#include "leg.hpp"
#include "margin/liquidation.hpp"
#include "margin/wallet.hpp"
#include "pool_answer.hpp"
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

/// The part of the cross pool that moves with one asset. Amounts in USD, today.
struct Exposure {
  AssetIndex asset = kUsd;
  FigureSum collateralValue;
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
  /// What of the pool moves along a ray, and the requirement that stays.
  struct Moving {
    std::vector<const Exposure*> exposures;
    Sum collateral;
    Sum pnl;
    Sum still;  ///< Requirement of the exposures that do not move.
  };

  Figure closingFee(const Exposure& exposure);
  double alarm() const noexcept { return maintenanceMargin_ * terms_.alarm; }
  Moving moving(std::vector<const Exposure*> exposures) const;
  Line unrealizedLine(const Moving& moving) const;
  Course course(const Moving& moving) const;
  /// The figures of lines of that course (pool_steps.cpp).
  LineFigures equityOf(const Moving& moving, const Line& line, double from) const;
  LineFigures requirementOf(const Moving& moving, const BoundaryPiece& piece) const;
  PieceFigures linesOf(const Moving& moving, const BoundaryPiece& piece) const;

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
  Figure allocatedTotal_;
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

/// What a wallet's gains count, by its profit currency.
ProfitCurrency profitCurrencyOf(AssetIndex asset, const Terms& terms, Arithmetic& arithmetic);

/// Adds unrealised profit along a ray, as margin: where a gain is not kept whole it bends at zero.
void addAsMargin(Track& equity, const Line& unrealized, const ProfitCurrency& currency, const Extent& extent);

/// From which ratio on unrealised profit is a gain (or, falling, a loss): where its line bends.
std::optional<double> gainBend(const Line& unrealized, const ProfitCurrency& currency,
                               const Extent& extent) noexcept;

/// What of unrealised profit counts on the piece of its course that begins at a ratio.
Figure keptFrom(double from, const Line& unrealized, const ProfitCurrency& currency) noexcept;

IsolatedPool isolatedPool(const Leg& leg, Figure allocatedMargin, ProfitCurrency profitCurrency,
                          const Terms& terms, Arithmetic& arithmetic);

}  // namespace margin
