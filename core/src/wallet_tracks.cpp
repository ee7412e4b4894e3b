// SPDX-License-Identifier: MIT
#include "wallet_tracks.hpp"

#include <map>
#include <vector>

#include "counted.hpp"
#include "leg.hpp"
#include "pool.hpp"
#include "previews.hpp"
#include "requirement.hpp"
#include "us_wallet.hpp"

namespace margin {
namespace {

/// An amount that is so much today and moves with a weight.
Line moving(double amount, double weight) noexcept { return {amount * weight, amount * (1 - weight)}; }

/// Profit of a leg along a ray whose price moves with a weight: today's, and what its notional gains.
Line profit(const Leg& leg, double weight) noexcept {
  const double slope = sign(leg.side) * leg.markNotional * weight;
  return {slope, leg.unrealizedPnl + leg.unrealizedFunding - slope};
}

class MultiTracks {
 public:
  MultiTracks(const MultiCollateralWallet& wallet, const Ray& ray, const Terms& terms)
      : wallet_(wallet),
        ray_(ray),
        extent_(extentOf(ray)),
        terms_(terms),
        profitCurrency_(profitCurrencyOf(wallet.profitCurrency, terms, arithmetic_)) {}

  WalletTracks run() {
    addAll();
    addAsMargin(tracks_.crossMarginEquity, crossProfit_.line(), profitCurrency_, extent_);
    addAsMargin(tracks_.marginEquity, crossProfit_.line(), profitCurrency_, extent_);
    tracks_.initialMargin += tracks_.crossInitialMargin;
    tracks_.maintenanceMargin += tracks_.crossMaintenanceMargin;
    return std::move(tracks_);
  }

  PoolParts parts() {
    addAll();
    return {tracks_.crossMarginEquity.line, crossProfit_, std::move(tracks_.crossMaintenanceMargin)};
  }

 private:
  void addAll() {
    for (const Holding& holding : wallet_.collateral) add(holding);
    for (const Position& position : wallet_.positions) add(position);
    for (const auto& [underlying, legs] : cross_) addCrossMargin(underlying, legs);
  }

  double weightOf(AssetIndex asset) const noexcept { return ray_.weight[asset]; }

  void add(const Holding& holding) {
    const double value = holding.quantity * terms_.market.indexPrice[holding.asset];
    const double counted = holding.quantity * countedPerUnit(holding.asset, terms_);
    const double weight = weightOf(holding.asset);
    tracks_.portfolioValue += moving(value, weight);
    tracks_.marginEquity += moving(counted, weight);
    tracks_.crossMarginEquity += moving(counted, weight);
  }

  void add(const Position& position) {
    const Leg valued = leg(position, terms_, arithmetic_);
    const AssetIndex underlying = terms_.rulebook.contracts()[position.contract].underlying;
    const Line gained = profit(valued, weightOf(underlying));
    tracks_.portfolioValue += gained;
    if (position.margin == MarginMode::Cross) {
      crossProfit_ += gained;
      cross_[underlying].push_back(valued);
      return;
    }
    const double allocated = allocatedMargin(position, valued, terms_, arithmetic_);
    tracks_.crossMarginEquity += Line{0, -allocated};
    tracks_.initialMargin += Line{0, allocated};
    addAsMargin(tracks_.marginEquity, gained, profitCurrency_, extent_);
    const Load load = loadOf(valued, terms_.policy.marginBasis, weightOf(underlying));
    addMargin(tracks_.maintenanceMargin, {load}, terms_.policy, MarginKind::Maintenance, extent_);
  }

  void addCrossMargin(AssetIndex underlying, const std::vector<Leg>& legs) {
    const double weight = weightOf(underlying);
    std::vector<Load> loads;
    for (const Leg& each : legs) loads.push_back(loadOf(each, terms_.policy.marginBasis, weight));
    addMargin(tracks_.crossInitialMargin, loads, terms_.policy, MarginKind::Initial, extent_);
    addMargin(tracks_.crossMaintenanceMargin, loads, terms_.policy, MarginKind::Maintenance, extent_);
    if (!terms_.policy.closingFee) return;
    for (const Leg& each : legs) {
      tracks_.crossMaintenanceMargin += moving(each.markNotional * terms_.takerFee, weight);
    }
  }

  const MultiCollateralWallet& wallet_;
  const Ray& ray_;
  const Extent extent_;
  const Terms& terms_;
  Arithmetic arithmetic_{nullptr, {}};
  const ProfitCurrency profitCurrency_;
  LineSum crossProfit_;
  std::map<AssetIndex, std::vector<Leg>> cross_;  // by underlying
  WalletTracks tracks_;
};

}  // namespace

WalletTracks tracksOf(const MultiCollateralWallet& wallet, const Ray& ray, const Terms& terms) {
  return MultiTracks(wallet, ray, terms).run();
}

PoolParts partsOf(const MultiCollateralWallet& wallet, const Ray& ray, const Terms& terms) {
  return MultiTracks(wallet, ray, terms).parts();
}

PoolParts partsOf(const UsFuturesWallet& wallet, const Ray& ray, const Terms& terms) {
  const UsReport report = valued(wallet, terms);
  PoolParts parts;
  parts.collateral += Line{0, wallet.cash};
  parts.profit += Line{0, report.unrealizedPnl};
  parts.requirement += Line{0, report.requirement};
  for (std::size_t i = 0; i < wallet.positions.size(); ++i) {
    const Position& position = wallet.positions[i];
    const double weight = ray.weight[terms.rulebook.contracts()[position.contract].underlying];
    const double slope = sign(position.side) * report.positions[i].notional * weight;
    parts.profit += Line{slope, -slope};
  }
  return parts;
}

PoolParts partsOf(const Wallet& wallet, const Ray& ray, const Terms& terms) {
  const auto* us = std::get_if<UsFuturesWallet>(&wallet);
  return us ? partsOf(*us, ray, terms) : partsOf(std::get<MultiCollateralWallet>(wallet), ray, terms);
}

WalletTracks tracksOf(const UsFuturesWallet& wallet, const Ray& ray, const Terms& terms) {
  const PoolParts parts = partsOf(wallet, ray, terms);
  const UsReport report = valued(wallet, terms);
  LineSum equity = parts.collateral;
  equity.slope += parts.profit.slope;
  equity.intercept += parts.profit.intercept;
  WalletTracks tracks;
  for (Track* track : {&tracks.marginEquity, &tracks.portfolioValue, &tracks.crossMarginEquity}) {
    track->line = equity;
  }
  tracks.initialMargin += Line{0, report.initialMargin};
  tracks.maintenanceMargin = parts.requirement;
  tracks.crossInitialMargin = tracks.initialMargin;
  tracks.crossMaintenanceMargin = tracks.maintenanceMargin;
  return tracks;
}

WalletTracks tracksOf(const Wallet& wallet, const Ray& ray, const Terms& terms) {
  const auto* us = std::get_if<UsFuturesWallet>(&wallet);
  return us ? tracksOf(*us, ray, terms) : tracksOf(std::get<MultiCollateralWallet>(wallet), ray, terms);
}

WalletTracks reciprocalTracksOf(const SingleCollateralWallet& wallet, const Terms& terms) {
  const WalletReport report = valued(wallet, terms);
  LineSum equity;
  equity += Line{0, report.marginEquity};
  double closingFee = 0;
  for (std::size_t i = 0; i < wallet.positions.size(); ++i) {
    const double notional = report.positions[i].notional;
    const double slope = -sign(wallet.positions[i].side) * notional;
    equity += Line{slope, -slope};
    if (terms.policy.closingFee) closingFee += notional * terms.takerFee;
  }
  const bool mark = terms.policy.marginBasis == MarginBasis::Mark;
  const auto margin = [&](double amount) { return mark ? Line{amount, 0} : Line{0, amount}; };
  WalletTracks tracks;
  for (Track* track : {&tracks.marginEquity, &tracks.portfolioValue, &tracks.crossMarginEquity}) {
    track->line = equity;
  }
  tracks.initialMargin += margin(report.initialMargin);
  tracks.maintenanceMargin += margin(report.maintenanceMargin - closingFee);
  tracks.maintenanceMargin += Line{closingFee, 0};
  tracks.crossInitialMargin = tracks.initialMargin;
  tracks.crossMaintenanceMargin = tracks.maintenanceMargin;
  return tracks;
}

}  // namespace margin
