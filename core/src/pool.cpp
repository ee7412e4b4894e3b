// SPDX-License-Identifier: MIT
#include "pool.hpp"

#include <utility>

namespace margin {

std::optional<double> gainBend(const Line& unrealized, const ProfitCurrency& currency,
                               const Extent& extent) noexcept {
  const double zero = -unrealized.intercept / unrealized.slope;
  if (currency.keptGain != 1 && zero > extent.from && zero <= extent.to) return zero;
  return std::nullopt;
}

void addAsMargin(Track& equity, const Line& unrealized, const ProfitCurrency& currency,
                 const Extent& extent) {
  const Line gain{unrealized.slope * currency.keptGain, unrealized.intercept * currency.keptGain};
  const auto zero = gainBend(unrealized, currency, extent);
  if (!zero) {
    equity += unrealized.at(1) > 0 ? gain : unrealized;
    return;
  }
  const bool rising = unrealized.slope > 0;
  equity += rising ? unrealized : gain;
  equity.bends.push_back({*zero, rising ? unrealized : gain, rising ? gain : unrealized, false});
}

ProfitCurrency profitCurrencyOf(AssetIndex currency, const Terms& terms, Arithmetic& arithmetic) {
  const Asset& asset = terms.rulebook.assets()[currency];
  if (asset.haircut == 0 && asset.conversionFee == 0) return {};
  arithmetic.setSubject(asset.name);
  const Figure haircut = arithmetic.input(Symbol::Haircut, asset.haircut, asset.assumed);
  const Figure fee = arithmetic.input(Symbol::ConversionFee, asset.conversionFee, asset.assumed);
  const Figure counted = arithmetic.minus(Symbol::Kept, 1, haircut);
  return {arithmetic.times(Symbol::Kept, counted, arithmetic.minus(Symbol::Kept, 1, fee))};
}

Figure ProfitCurrency::asMargin(Figure unrealized, Arithmetic& arithmetic) const {
  if (keptGain == 1) return unrealized;
  const Figure gain = arithmetic.times(Symbol::GainAsMargin, unrealized, keptGain);
  return arithmetic.choice(Symbol::UnrealizedAsMargin, unrealized > 0 ? gain : unrealized, unrealized);
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
  if (asset != kUsd) exposure(asset).collateralValue.add(arithmetic_, collateralValue);
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
  allocatedTotal_ = allocated_.total(arithmetic_, Symbol::AllocatedMargin);
  marginEquity_ =
      allocatedTotal_ == 0 ? equity : arithmetic_.minus(Symbol::MarginEquity, equity, allocatedTotal_);
}

PoolAnswer CrossPool::along(const Exposure& exposure) const {
  if (!open_) return {};
  const Moving moves = moving({&exposure});
  const auto lines = [&](const BoundaryPiece& piece) { return linesOf(moves, piece); };
  const auto equity = [&](const Line& line, double from) { return equityOf(moves, line, from); };
  const Course along = course(moves);
  if (!exposure.legs.empty()) return answer(along, marginEquity(), alarm(), arithmetic_, lines, equity);
  PoolAnswer result;
  result.liquidation = liquidation(along, marginEquity(), alarm(), arithmetic_, lines);
  return result;
}

LiquidationSet CrossPool::along(const std::vector<const Exposure*>& exposures) const {
  if (!open_) return {};
  const Moving moves = moving(exposures);
  return liquidation(course(moves), marginEquity(), alarm(), arithmetic_,
                     [&](const BoundaryPiece& piece) { return linesOf(moves, piece); });
}

std::vector<const Exposure*> CrossPool::market() const {
  std::vector<const Exposure*> moving;
  for (const Exposure& exposure : exposures_) {
    if (terms_.rulebook.assets()[exposure.asset].kind == AssetKind::Crypto) moving.push_back(&exposure);
  }
  return moving;
}

CrossPool::Moving CrossPool::moving(std::vector<const Exposure*> exposures) const {
  Moving moving;
  moving.exposures = std::move(exposures);
  moving.still = requirement_;
  for (const Exposure* exposure : moving.exposures) {
    moving.collateral += exposure->collateralValue.sum();
    moving.pnl += exposure->pnlSlope;
    if (exposure->legs.empty()) continue;
    moving.still -= exposure->requirement.maintenance;
    moving.still -= exposure->closingFee;
  }
  return moving;
}

Line CrossPool::unrealizedLine(const Moving& moving) const {
  return {moving.pnl.value(), (unrealized_.sum() - moving.pnl).value()};
}

Course CrossPool::course(const Moving& moving) const {
  Course course;
  std::size_t bends = 0;
  for (const Exposure* exposure : moving.exposures) bends += mostBends(exposure->legs);
  if (terms_.policy.marginBasis == MarginBasis::Mark) course.requirement.bends.reserve(bends);
  for (const Exposure* exposure : moving.exposures) {
    if (exposure->legs.empty()) continue;
    addMaintenance(course, exposure->legs, terms_.policy);
    course.requirement += Line{exposure->closingFee, 0};
  }
  course.requirement += Line{0, moving.still.value()};
  course.equity += Line{moving.collateral.value(),
                        ((collateralValue_.sum() - moving.collateral) - allocated_.sum()).value()};
  addAsMargin(course.equity, unrealizedLine(moving), profitCurrency_, course.extent);
  scaleRequirement(course, terms_.alarm);
  return course;
}

}  // namespace margin
