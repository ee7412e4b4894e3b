// SPDX-License-Identifier: MIT
#include "pool.hpp"

#include <utility>

namespace margin {
namespace {

LiquidationSet liquidation(const Course& course, double equity, double requirement) {
  return {stateOf(true, equity, requirement), boundaries(course, equity - requirement)};
}

/// What a course says of its pool, whose amounts today are given.
PoolAnswer answer(const Course& course, double equity, double requirement) {
  return {liquidation(course, equity, requirement), zeroBelow(course, equity), zeroAbove(course, equity)};
}

}  // namespace

PoolState stateOf(bool open, double equity, double requirement) noexcept {
  if (!open) return PoolState::None;
  return equity > requirement ? PoolState::Safe : PoolState::Liquidation;
}

Figure ProfitCurrency::asMargin(Figure unrealized, Arithmetic& arithmetic) const {
  if (keptGain == 1) return unrealized;
  const Figure gain = arithmetic.times(Symbol::GainAsMargin, unrealized, keptGain);
  return arithmetic.choice(Symbol::UnrealizedAsMargin, unrealized > 0 ? gain : unrealized, unrealized);
}

ProfitCurrency profitCurrencyOf(AssetIndex currency, const Rulebook& rulebook, Arithmetic& arithmetic) {
  const Asset& asset = rulebook.assets()[currency];
  if (asset.haircut == 0 && asset.conversionFee == 0) return {};
  arithmetic.setSubject(asset.name);
  const Figure haircut = arithmetic.input(Symbol::Haircut, asset.haircut, asset.assumed);
  const Figure fee = arithmetic.input(Symbol::ConversionFee, asset.conversionFee, asset.assumed);
  const Figure counted = arithmetic.minus(Symbol::Kept, 1, haircut);
  return {arithmetic.times(Symbol::Kept, counted, arithmetic.minus(Symbol::Kept, 1, fee))};
}

void addAsMargin(Track& equity, const Line& unrealized, const ProfitCurrency& currency,
                 const Extent& extent) {
  const Line gain{unrealized.slope * currency.keptGain, unrealized.intercept * currency.keptGain};
  const double zero = -unrealized.intercept / unrealized.slope;
  const bool bends = currency.keptGain != 1 && zero > extent.from && zero <= extent.to;
  if (!bends) {
    equity += unrealized.at(1) > 0 ? gain : unrealized;
    return;
  }
  const bool rising = unrealized.slope > 0;
  equity += rising ? unrealized : gain;
  equity.bends.push_back({zero, rising ? unrealized : gain, rising ? gain : unrealized, false});
}

CrossPool::CrossPool(const Terms& terms, ProfitCurrency profitCurrency, Arithmetic& arithmetic)
    : terms_(terms),
      profitCurrency_(profitCurrency),
      arithmetic_(arithmetic),
      exposureOf_(terms.rulebook.assets().size(), 0) {}

Exposure& CrossPool::exposure(AssetIndex asset) {
  std::size_t& place = exposureOf_[asset];
  if (place == 0) {
    Exposure fresh;
    fresh.asset = asset;
    exposures_.push_back(std::move(fresh));
    place = exposures_.size();
  }
  return exposures_[place - 1];
}

void CrossPool::addCollateral(AssetIndex asset, Figure collateralValue) {
  collateralValue_.add(arithmetic_, collateralValue);
  if (asset != kUsd) exposure(asset).collateralValue += collateralValue;
}

void CrossPool::addLeg(AssetIndex underlying, const Leg& leg) {
  Exposure& moving = exposure(underlying);
  moving.legs.push_back(leg);
  moving.pnlSlope += sign(leg.side) * leg.markNotional;
  unrealized_.add(arithmetic_, leg.unrealizedPnl);
  unrealized_.add(arithmetic_, leg.unrealizedFunding);
  open_ = true;
}

void CrossPool::addIsolated(AssetIndex underlying, Figure allocatedMargin) {
  exposure(underlying);
  allocated_.add(arithmetic_, allocatedMargin);
}

Figure CrossPool::closingFee(const Exposure& exposure) {
  FigureSum notional;
  for (const Leg& leg : exposure.legs) notional.add(arithmetic_, leg.markNotional);
  const Figure takerFee = arithmetic_.input(Symbol::TakerFee, terms_.takerFee);
  return arithmetic_.times(Symbol::ClosingFee, takerFee, notional.total(arithmetic_, Symbol::Notional));
}

void CrossPool::close() {
  FigureSum initial;
  FigureSum maintenance;
  for (Exposure& exposure : exposures_) {
    if (exposure.legs.empty()) continue;
    arithmetic_.setSubject(terms_.rulebook.assets()[exposure.asset].name);
    exposure.requirement = netted(exposure.legs, terms_.policy.netting, arithmetic_);
    initial.add(arithmetic_, exposure.requirement.initial);
    maintenance.add(arithmetic_, exposure.requirement.maintenance);
    if (!terms_.policy.closingFee) continue;
    exposure.closingFee = closingFee(exposure);
    maintenance.add(arithmetic_, exposure.closingFee);
  }
  arithmetic_.setSubject("cross");
  requirement_ = maintenance.sum();
  initialMargin_ = initial.total(arithmetic_, Symbol::InitialMargin);
  maintenanceMargin_ = maintenance.total(arithmetic_, Symbol::MaintenanceMargin);
  collateralTotal_ = collateralValue_.total(arithmetic_, Symbol::CollateralValue);
  unrealizedTotal_ = unrealized_.total(arithmetic_, Symbol::CrossUnrealized);
  asMargin_ = profitCurrency_.asMargin(unrealizedTotal_, arithmetic_);
  const Figure equity = arithmetic_.plus(Symbol::MarginEquity, collateralTotal_, asMargin_);
  const Figure allocated = allocated_.total(arithmetic_, Symbol::AllocatedMargin);
  marginEquity_ = allocated == 0 ? equity : arithmetic_.minus(Symbol::MarginEquity, equity, allocated);
}

PoolAnswer CrossPool::along(const Exposure& moving) const {
  if (!open_) return {};
  const Course along = course({&moving});
  if (!moving.legs.empty()) return answer(along, marginEquity(), alarm());
  PoolAnswer result;
  result.liquidation = liquidation(along, marginEquity(), alarm());
  return result;
}

LiquidationSet CrossPool::along(const std::vector<const Exposure*>& moving) const {
  if (!open_) return {};
  return liquidation(course(moving), marginEquity(), alarm());
}

std::vector<const Exposure*> CrossPool::market() const {
  std::vector<const Exposure*> moving;
  for (const Exposure& exposure : exposures_) {
    if (terms_.rulebook.assets()[exposure.asset].kind == AssetKind::Crypto) moving.push_back(&exposure);
  }
  return moving;
}

Course CrossPool::course(const std::vector<const Exposure*>& moving) const {
  Course course;
  Sum collateral;
  Sum pnl;
  Sum still = requirement_;
  std::size_t bends = 0;
  for (const Exposure* exposure : moving) bends += mostBends(exposure->legs);
  if (terms_.policy.marginBasis == MarginBasis::Mark) course.requirement.bends.reserve(bends);
  for (const Exposure* exposure : moving) {
    collateral += exposure->collateralValue;
    pnl += exposure->pnlSlope;
    if (exposure->legs.empty()) continue;
    still -= exposure->requirement.maintenance;
    still -= exposure->closingFee;
    addMaintenance(course, exposure->legs, terms_.policy);
    course.requirement += Line{exposure->closingFee, 0};
  }
  course.requirement += Line{0, still.value()};
  course.equity +=
      Line{collateral.value(), ((collateralValue_.sum() - collateral) - allocated_.sum()).value()};
  addAsMargin(course.equity, {pnl.value(), (unrealized_.sum() - pnl).value()}, profitCurrency_,
              course.extent);
  scaleRequirement(course, terms_.alarm);
  return course;
}

IsolatedPool isolatedPool(const Leg& leg, Figure allocatedMargin, ProfitCurrency profitCurrency,
                          const Terms& terms, Arithmetic& arithmetic) {
  FigureSum sum;
  sum.add(arithmetic, leg.unrealizedPnl);
  sum.add(arithmetic, leg.unrealizedFunding);
  const Figure unrealized = sum.total(arithmetic, Symbol::Intermediate);
  const Figure asMargin = profitCurrency.asMargin(unrealized, arithmetic);
  const Figure equity = arithmetic.plus(Symbol::Equity, allocatedMargin, asMargin);

  Course course;
  const double slope = sign(leg.side) * leg.markNotional;
  course.equity += Line{0, allocatedMargin};
  addAsMargin(course.equity, {slope, (sum.sum() - Sum(slope)).value()}, profitCurrency, course.extent);
  addMaintenance(course, {leg}, terms.policy);
  scaleRequirement(course, terms.alarm);
  return {asMargin, equity, answer(course, equity, leg.maintenanceMargin * terms.alarm)};
}

}  // namespace margin
