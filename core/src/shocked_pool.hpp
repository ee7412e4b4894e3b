// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <limits>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "asset_courses.hpp"
#include "counted.hpp"
#include "margin/shock.hpp"
#include "pool.hpp"
#include "requirement.hpp"

namespace margin {

/// Adds the nearest liquidation prices of a set: see liquidationPrices().
inline void addNearest(std::vector<double>& prices, double current, const LiquidationSet& set) {
  if (set.state == PoolState::Liquidation) {
    prices.insert(prices.end(), {current, current});
    return;
  }
  const auto below = set.below();
  const auto above = set.above();
  prices.push_back(below ? current * below->ratio : 0);
  prices.push_back(above ? current * above->ratio : std::numeric_limits<double>::infinity());
}

/// The pool of a wallet's cross positions, without the rest of its report.
inline CrossPool crossPoolOf(const MultiCollateralWallet& wallet, const Terms& terms,
                             Arithmetic& arithmetic) {
  CrossPool pool(terms, profitCurrencyOf(wallet.profitCurrency, terms, arithmetic), arithmetic);
  for (const Holding& holding : wallet.collateral) {
    pool.addCollateral(holding.asset, holding.quantity * countedPerUnit(holding.asset, terms));
  }
  for (const Position& position : wallet.positions) {
    const AssetIndex underlying = terms.rulebook.contracts()[position.contract].underlying;
    const Leg valued = leg(position, terms, arithmetic);
    if (position.margin == MarginMode::Cross) {
      pool.addLeg(underlying, valued);
    } else {
      pool.addIsolated(underlying, allocatedMargin(position, valued, terms, arithmetic));
    }
  }
  pool.close();
  return pool;
}

/// A pool under one shock after another. What each asset adds along its own price is worked out once, from
/// today's: a shock only moves the place on it where one stands.
class ShockedPool {
 public:
  ShockedPool(const MultiCollateralWallet& wallet, const Terms& terms)
      : terms_(terms),
        profitCurrency_(profitCurrencyOf(wallet.profitCurrency, terms, unkept_)),
        open_(false) {
    const CrossPool pool = crossPoolOf(wallet, terms, unkept_);
    open_ = pool.open();
    still_ += pool.marginEquity() - pool.unrealizedAsMargin();
    stillProfit_ += pool.unrealized();
    for (const Exposure& exposure : pool.exposures()) add(exposure);
    ratios_.resize(parts_.size());
  }

  std::vector<std::optional<AssetIndex>> factors() const {
    std::vector<std::optional<AssetIndex>> factors;
    for (const Part& part : parts_) factors.push_back(part.asset);
    factors.push_back(std::nullopt);
    return factors;
  }

  /// Adds the prices after a shock.
  void addTo(std::vector<double>& prices, const Shock& shock) {
    move(shock);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const double price = terms_.market.indexPrice[parts_[i].asset] * ratios_[i];
      const std::size_t moving[] = {i};
      addNearest(prices, price, moving);
    }
    addNearest(prices, 1, market_);
  }

 private:
  /// What moves with one asset, along the ratio of its price to today's. USD.
  struct Part {
    AssetIndex asset;
    Sum collateral;  ///< Counted, today.
    Sum profit;      ///< Change for a ratio raised by 1.
    Track requirement;
    AssetCourse pieces;
    double required = 0;  ///< After the shock.
  };

  void add(const Exposure& exposure) {
    Course course;
    // As far as a boundary may lie from a price that has been shocked as far as it may be.
    course.extent = {kMinRatio * kMinRatio, kMaxRatio * kMaxRatio};
    if (!exposure.legs.empty()) {
      addMaintenance(course, exposure.legs, terms_.policy);
      course.requirement += Line{exposure.closingFee, 0};
    }
    scaleRequirement(course, terms_.alarm);
    if (terms_.rulebook.assets()[exposure.asset].kind == AssetKind::Crypto) market_.push_back(parts_.size());
    still_ -= exposure.collateralValue.sum();
    stillProfit_ -= exposure.pnlSlope;
    AssetCourse pieces({}, {}, course.requirement);
    parts_.push_back({exposure.asset, exposure.collateralValue.sum(), exposure.pnlSlope,
                      std::move(course.requirement), std::move(pieces)});
  }

  void move(const Shock& shock) {
    collateral_ = still_;
    profit_ = stillProfit_;
    required_ = Sum();
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      Part& part = parts_[i];
      const double ratio = 1 + shock.move[part.asset];
      ratios_[i] = ratio;
      collateral_ += part.collateral.value() * ratio;
      profit_ += part.profit.value() * ratio;
      part.required = part.pieces.requirementAt(ratio).at(ratio);
      required_ += part.required;
    }
    const double equity = collateral_.value() + profitCurrency_.asMargin(profit_.value());
    excess_ = equity - required_.value();
  }

  /// The nearest liquidation prices where some parts move by one ratio.
  void addNearest(std::vector<double>& prices, double current, std::span<const std::size_t> moving) {
    LiquidationSet set{stateOf(open_, excess_, 0), {}};
    if (set.state == PoolState::Safe) {
      trace(moving);
      set.boundaries = boundaries(course_, excess_);
    }
    margin::addNearest(prices, current, set);
  }

  /// The course of the pool where some parts move by one ratio of their shocked prices.
  void trace(std::span<const std::size_t> moving) {
    course_.equity.line = {};
    course_.equity.bends.clear();
    course_.requirement.line = {};
    course_.requirement.bends.clear();
    Sum collateral;
    Sum profit;
    Sum still = required_;
    for (const std::size_t i : moving) {
      collateral += parts_[i].collateral.value() * ratios_[i];
      profit += parts_[i].profit.value() * ratios_[i];
      still -= parts_[i].required;
      addShocked(parts_[i].requirement, ratios_[i]);
    }
    course_.requirement += Line{0, still.value()};
    course_.equity += Line{collateral.value(), (collateral_ - collateral).value()};
    addAsMargin(course_.equity, {profit.value(), (profit_ - profit).value()}, profitCurrency_,
                course_.extent);
  }

  /// Adds a requirement along today's price as one along the shocked price.
  void addShocked(const Track& requirement, double ratio) {
    const auto shocked = [&](const Line& line) { return Line{line.slope * ratio, line.intercept}; };
    course_.requirement += shocked(requirement.line.line());
    for (const Bend& bend : requirement.bends) {
      const double at = bend.ratio / ratio;
      if (at > course_.extent.to) continue;
      if (at > course_.extent.from) {
        course_.requirement.bends.push_back({at, shocked(bend.before), shocked(bend.after), bend.jump});
        continue;
      }
      course_.requirement.line -= shocked(bend.before);
      course_.requirement.line += shocked(bend.after);
    }
  }

  const Terms& terms_;
  Arithmetic unkept_{nullptr, {}};
  const ProfitCurrency profitCurrency_;
  bool open_;
  std::vector<Part> parts_;
  std::vector<std::size_t> market_;  ///< The parts of kind crypto.
  Sum still_;                        ///< Collateral that no price moves, less what is withheld.
  Sum stillProfit_;
  std::vector<double> ratios_;  ///< By part, after the shock.
  Sum collateral_;              ///< After the shock.
  Sum profit_;
  Sum required_;
  double excess_ = 0;
  Course course_;  ///< Kept for its room.
};

}  // namespace margin
