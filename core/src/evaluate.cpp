// SPDX-License-Identifier: MIT
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "leg.hpp"
#include "margin/report.hpp"
#include "pool.hpp"
#include "sum.hpp"

namespace margin {
namespace {

std::optional<double> ratio(double dividend, double divisor) noexcept {
  if (!(divisor > 0)) return std::nullopt;
  return dividend / divisor;
}

ProfitCurrency profitCurrency(const MultiCollateralWallet& wallet, const Rulebook& rulebook) noexcept {
  const Asset& asset = rulebook.assets()[wallet.profitCurrency];
  return {(1 - asset.haircut) * (1 - asset.conversionFee)};
}

HoldingReport value(const Holding& holding, const Terms& terms) noexcept {
  const Asset& asset = terms.rulebook.assets()[holding.asset];
  HoldingReport report;
  report.price = terms.market.indexPrice[holding.asset];
  report.value = holding.quantity * report.price;
  report.haircut = asset.haircut;
  report.collateralValue = report.value * (1 - asset.haircut);
  if (terms.policy.collateralFee) report.collateralValue *= 1 - asset.conversionFee;
  return report;
}

PositionReport describe(const Leg& leg) noexcept {
  PositionReport report;
  report.markPrice = leg.markPrice;
  report.notional = leg.markNotional;
  report.unrealizedPnl = leg.unrealizedPnl;
  report.initialMargin = leg.initialMargin;
  report.maintenanceMargin = leg.maintenanceMargin;
  report.level = leg.level + 1;
  return report;
}

/// A pool's answer as the answer of one of its positions, in prices of the position's mark.
void answer(PositionReport& report, const PoolAnswer& answer, Side side) {
  report.liquidation = answer.liquidation;
  const std::optional<double> loss = side == Side::Long ? answer.bankruptcyBelow : answer.bankruptcyAbove;
  if (loss) report.bankruptcyPrice = report.markPrice * *loss;
}

/// Sums over all positions of a wallet, and over its isolated ones alone. USD.
struct Totals {
  Sum balanceValue;
  Sum collateralValue;
  Sum notional;
  Sum unrealizedPnl;
  Sum unrealizedFunding;
  Sum isolatedUnrealizedAsMargin;
  Sum isolatedInitialMargin;
  Sum isolatedMaintenanceMargin;
};

class Evaluation {
 public:
  Evaluation(const MultiCollateralWallet& wallet, const Terms& terms)
      : wallet_(wallet),
        terms_(terms),
        profitCurrency_(profitCurrency(wallet, terms.rulebook)),
        pool_(terms, profitCurrency_) {}

  WalletReport run() {
    report_.collateral.reserve(wallet_.collateral.size());
    report_.positions.reserve(wallet_.positions.size());
    for (const Holding& holding : wallet_.collateral) add(holding);
    for (const Position& position : wallet_.positions) add(position);
    pool_.close();
    amounts();
    status();
    factors();
    return std::move(report_);
  }

 private:
  AssetIndex underlying(const Position& position) const noexcept {
    return terms_.rulebook.contracts()[position.contract].underlying;
  }

  void add(const Holding& holding) {
    const HoldingReport valued = value(holding, terms_);
    totals_.balanceValue += valued.value;
    totals_.collateralValue += valued.collateralValue;
    pool_.addCollateral(holding.asset, valued.collateralValue);
    report_.collateral.push_back(valued);
  }

  void add(const Position& position) {
    const Leg valued = leg(position, terms_);
    PositionReport report = describe(valued);
    totals_.notional += valued.markNotional;
    totals_.unrealizedPnl += valued.unrealizedPnl;
    totals_.unrealizedFunding += valued.unrealizedFunding;
    if (position.margin == MarginMode::Cross) {
      pool_.addLeg(underlying(position), valued);
    } else {
      isolate(position, valued, report);
    }
    report.returnOnEquity = report.unrealizedPnl / report.initialMargin;
    report_.positions.push_back(std::move(report));
  }

  void isolate(const Position& position, const Leg& valued, PositionReport& report) {
    const double allocated = allocatedMargin(position, valued, terms_.policy.levels);
    const IsolatedPool own = isolatedPool(valued, allocated, profitCurrency_, terms_.policy);
    report.initialMargin = allocated;
    report.equity = own.equity;
    report.effectiveLeverage = ratio(valued.markNotional, own.equity);
    answer(report, own.answer, position.side);
    pool_.addIsolated(underlying(position), allocated);
    totals_.isolatedUnrealizedAsMargin += own.unrealizedAsMargin;
    totals_.isolatedInitialMargin += allocated;
    totals_.isolatedMaintenanceMargin += valued.maintenanceMargin;
  }

  void amounts() {
    WalletReport& r = report_;
    r.balanceValue = totals_.balanceValue.value();
    r.collateralValue = totals_.collateralValue.value();
    r.unrealizedPnl = totals_.unrealizedPnl.value();
    r.unrealizedFunding = totals_.unrealizedFunding.value();
    Sum asMargin = totals_.isolatedUnrealizedAsMargin;
    asMargin += profitCurrency_.asMargin(pool_.unrealized());
    r.totalUnrealizedAsMargin = asMargin.value();
    r.marginEquity = (asMargin += totals_.collateralValue).value();
    Sum portfolio = totals_.balanceValue;
    portfolio += totals_.unrealizedPnl;
    portfolio += totals_.unrealizedFunding;
    r.portfolioValue = portfolio.value();
    r.cross = {pool_.marginEquity(), pool_.initialMargin(), pool_.maintenanceMargin()};
    r.initialMargin = (totals_.isolatedInitialMargin += r.cross.initialMargin).value();
    r.maintenanceMargin = (totals_.isolatedMaintenanceMargin += r.cross.maintenanceMargin).value();
    r.availableMargin = r.cross.marginEquity - r.cross.initialMargin;
    r.riskBuffer = r.cross.marginEquity - r.cross.maintenanceMargin;
    r.marginUsage = ratio(r.cross.maintenanceMargin, r.cross.marginEquity);
    r.effectiveLeverage = ratio(totals_.notional.value(), r.marginEquity);
  }

  void status() {
    if (pool_.open() && report_.riskBuffer <= 0) {
      report_.status = WalletStatus::Liquidation;
    } else if (!wallet_.positions.empty() && report_.availableMargin < 0) {
      report_.status = WalletStatus::ReduceOnly;
    }
  }

  void factors() {
    std::vector<PoolAnswer> answers;
    answers.reserve(pool_.exposures().size());
    report_.factors.reserve(pool_.exposures().size() + 1);
    for (const Exposure& exposure : pool_.exposures()) {
      answers.push_back(pool_.along(exposure));
      report_.factors.push_back(
          {exposure.asset, terms_.market.indexPrice[exposure.asset], answers.back().liquidation});
    }
    report_.factors.push_back({std::nullopt, 1, market(answers)});
    for (std::size_t i = 0; i < wallet_.positions.size(); ++i) {
      const Position& position = wallet_.positions[i];
      if (position.margin != MarginMode::Cross) continue;
      PositionReport& report = report_.positions[i];
      answer(report, answers[pool_.exposureOf(underlying(position))], position.side);
      report.effectiveLeverage = ratio(report.notional, report_.portfolioValue);
    }
  }

  /// Where the market is one asset, that asset's answer is the market's.
  LiquidationSet market(const std::vector<PoolAnswer>& answers) const {
    const std::vector<const Exposure*> moving = pool_.market();
    if (moving.size() == 1) return answers[pool_.exposureOf(moving.front()->asset)].liquidation;
    return pool_.along(moving);
  }

  const MultiCollateralWallet& wallet_;
  const Terms& terms_;
  ProfitCurrency profitCurrency_;
  CrossPool pool_;
  Totals totals_;
  WalletReport report_;
};

}  // namespace

WalletReport evaluate(const MultiCollateralWallet& wallet, const Terms& terms) {
  return Evaluation(wallet, terms).run();
}

}  // namespace margin
