// SPDX-License-Identifier: MIT
#include "pool.hpp"

#include <utility>

namespace margin {
namespace {

/// Adds unrealised profit along a ray, as margin: where a gain is not kept whole it bends at zero.
void addUnrealized(Course& course, const Line& unrealized, ProfitCurrency currency) {
  const Line gain{unrealized.slope * currency.keptGain, unrealized.intercept * currency.keptGain};
  const double zero = -unrealized.intercept / unrealized.slope;
  const bool bends = currency.keptGain != 1 && zero > kMinRatio && zero <= kMaxRatio;
  if (!bends) {
    course.equity += unrealized.at(1) > 0 ? gain : unrealized;
    return;
  }
  const bool rising = unrealized.slope > 0;
  course.equity += rising ? unrealized : gain;
  course.equityBends.push_back({zero, rising ? unrealized : gain, rising ? gain : unrealized, false});
}

PoolState stateOf(bool open, double equity, double requirement) noexcept {
  if (!open) return PoolState::None;
  return equity > requirement ? PoolState::Safe : PoolState::Liquidation;
}

LiquidationSet liquidation(const Course& course, double equity, double requirement) {
  return {stateOf(true, equity, requirement), boundaries(course, equity - requirement)};
}

/// What a course says of its pool, whose amounts today are given.
PoolAnswer answer(const Course& course, double equity, double requirement) {
  return {liquidation(course, equity, requirement), zeroBelow(course, equity), zeroAbove(course, equity)};
}

}  // namespace

CrossPool::CrossPool(const Terms& terms, ProfitCurrency profitCurrency)
    : terms_(terms), profitCurrency_(profitCurrency), exposureOf_(terms.rulebook.assets().size(), 0) {}

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

void CrossPool::addCollateral(AssetIndex asset, double collateralValue) {
  collateralValue_ += collateralValue;
  if (asset != kUsd) exposure(asset).collateralValue += collateralValue;
}

void CrossPool::addLeg(AssetIndex underlying, const Leg& leg) {
  Exposure& moving = exposure(underlying);
  moving.legs.push_back(leg);
  moving.pnlSlope += sign(leg.side) * leg.markNotional;
  unrealized_ += leg.unrealizedPnl;
  unrealized_ += leg.unrealizedFunding;
  open_ = true;
}

void CrossPool::addIsolated(AssetIndex underlying, double allocatedMargin) {
  exposure(underlying);
  allocated_ += allocatedMargin;
}

void CrossPool::close() {
  for (Exposure& exposure : exposures_) {
    exposure.requirement = netted(exposure.legs, terms_.policy.netting);
    if (terms_.policy.closingFee) {
      Sum notional;
      for (const Leg& leg : exposure.legs) notional += leg.markNotional;
      exposure.closingFee = terms_.takerFee * notional.value();
    }
    initialMargin_ += exposure.requirement.initial;
    requirement_ += exposure.requirement.maintenance;
    requirement_ += exposure.closingFee;
  }
}

double CrossPool::marginEquity() const noexcept {
  Sum equity = collateralValue_;
  equity += profitCurrency_.asMargin(unrealized_.value());
  return (equity - allocated_).value();
}

PoolAnswer CrossPool::along(const Exposure& moving) const {
  if (!open_) return {};
  const Course along = course({&moving});
  if (!moving.legs.empty()) return answer(along, marginEquity(), maintenanceMargin());
  PoolAnswer result;
  result.liquidation = liquidation(along, marginEquity(), maintenanceMargin());
  return result;
}

LiquidationSet CrossPool::along(const std::vector<const Exposure*>& moving) const {
  if (!open_) return {};
  return liquidation(course(moving), marginEquity(), maintenanceMargin());
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
  if (terms_.policy.marginBasis == MarginBasis::Mark) course.requirementBends.reserve(bends);
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
  course.equity += Line{collateral.value(), ((collateralValue_ - collateral) - allocated_).value()};
  addUnrealized(course, {pnl.value(), (unrealized_ - pnl).value()}, profitCurrency_);
  return course;
}

IsolatedPool isolatedPool(const Leg& leg, double allocatedMargin, ProfitCurrency profitCurrency,
                          const Policy& policy) {
  Course course;
  const double slope = sign(leg.side) * leg.markNotional;
  Sum unrealized(leg.unrealizedPnl);
  unrealized += leg.unrealizedFunding;
  course.equity += Line{0, allocatedMargin};
  addUnrealized(course, {slope, (unrealized - Sum(slope)).value()}, profitCurrency);
  addMaintenance(course, {leg}, policy);
  const double asMargin = profitCurrency.asMargin(unrealized.value());
  const double equity = allocatedMargin + asMargin;
  return {asMargin, equity, answer(course, equity, leg.maintenanceMargin)};
}

}  // namespace margin
