// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

#include "leg.hpp"
#include "margin/report.hpp"
#include "order_margin.hpp"
#include "pool.hpp"
#include "position_costs.hpp"
#include "previews.hpp"
#include "requirement.hpp"
#include "settlement.hpp"

namespace margin {
namespace {

/// A ratio y = 1/x of the course, as a ratio of prices. Today stays today.
Figure reciprocal(const Figure& ratio, Arithmetic& arithmetic) {
  const Figure price = arithmetic.over(Symbol::Ratio, 1, ratio);
  if (price < kMinRatio) return arithmetic.larger(Symbol::Ratio, price, kMinRatio);
  if (price > kMaxRatio) return arithmetic.smaller(Symbol::Ratio, price, kMaxRatio);
  return price;
}

/// Boundaries along y = 1/x as boundaries along x, ascending again.
std::vector<Boundary> inverted(std::vector<Boundary> boundaries, Arithmetic& arithmetic) {
  for (Boundary& boundary : boundaries) boundary.ratio = reciprocal(boundary.ratio, arithmetic);
  std::reverse(boundaries.begin(), boundaries.end());
  return boundaries;
}

class Evaluation {
 public:
  Evaluation(const SingleCollateralWallet& wallet, const Terms& terms)
      : wallet_(wallet),
        terms_(terms),
        arithmetic_(terms.working, terms.rulebook.assets()[wallet.asset].name),
        index_(arithmetic_.input(Symbol::IndexPrice, terms.market.indexPrice[wallet.asset])) {}

  WalletReport run() {
    report_.positions.reserve(wallet_.positions.size());
    legs_.reserve(wallet_.positions.size());
    for (const Position& position : wallet_.positions) add(position);
    arithmetic_.setSubject({});
    margins();
    amounts();
    factor();
    costs();
    return std::move(report_);
  }

 private:
  void add(const Position& position) {
    const Leg valued = leg(position, terms_, arithmetic_);
    PositionReport report = describe(valued);
    addCosts(report, position, valued, terms_, arithmetic_);
    report.returnOnEquity =
        arithmetic_.over(Symbol::ReturnOnEquity, report.unrealizedPnl, report.initialMargin);
    notional_.add(arithmetic_, valued.markNotional);
    pnl_.add(arithmetic_, valued.unrealizedPnl);
    funding_.add(arithmetic_, valued.unrealizedFunding);
    closeFee_.add(arithmetic_, report.closeFee);
    fundingPerHour_.add(arithmetic_, report.fundingPerHour);
    pnlSlope_ -= sign(valued.side) * valued.markNotional;
    legs_.push_back(valued);
    report_.positions.push_back(std::move(report));
  }

  void margins() {
    const Requirement requirement = netted(legs_, terms_.policy.netting, arithmetic_);
    report_.initialMargin = requirement.initial;
    report_.maintenanceMargin = netted_ = requirement.maintenance;
    if (!terms_.policy.closingFee || legs_.empty()) return;
    const Figure takerFee = arithmetic_.input(Symbol::TakerFee, terms_.takerFee);
    closingFee_ =
        arithmetic_.times(Symbol::ClosingFee, takerFee, notional_.total(arithmetic_, Symbol::Notional));
    report_.maintenanceMargin = arithmetic_.plus(Symbol::MaintenanceMargin, netted_, closingFee_);
  }

  void amounts() {
    Arithmetic& a = arithmetic_;
    WalletReport& r = report_;
    r.balanceValue = a.input(Symbol::Balance, wallet_.balance);
    r.collateralValue = r.balanceValue;
    r.unrealizedPnl = pnl_.total(a, Symbol::UnrealizedPnl);
    r.unrealizedFunding = funding_.total(a, Symbol::UnrealizedFunding);
    r.totalUnrealizedAsMargin = a.plus(Symbol::TotalUnrealizedAsMargin, r.unrealizedPnl, r.unrealizedFunding);
    r.marginEquity = a.plus(Symbol::MarginEquity, r.collateralValue, r.totalUnrealizedAsMargin);
    r.portfolioValue = r.marginEquity;
    r.cross = {r.marginEquity, r.initialMargin, r.maintenanceMargin};
    r.availableMargin = a.minus(Symbol::AvailableMargin, r.marginEquity, r.initialMargin);
    if (!wallet_.orders.empty()) {
      const Figure resting =
          orderMargin({wallet_.positions, wallet_.orders, terms_}, wallet_.orders.size(), a);
      r.availableMargin = a.minus(Symbol::AvailableMargin, r.availableMargin, resting);
    }
    r.riskBuffer = a.minus(Symbol::RiskBuffer, r.marginEquity, r.maintenanceMargin);
    r.marginUsage = ratioOf(Symbol::MarginUsage, r.maintenanceMargin, r.marginEquity, a);
    r.effectiveLeverage =
        ratioOf(Symbol::EffectiveLeverage, notional_.total(a, Symbol::Notional), r.marginEquity, a);
    if (legs_.empty()) return;
    if (r.riskBuffer <= 0) {
      r.status = WalletStatus::Liquidation;
    } else if (r.marginEquity < r.initialMargin) {
      r.status = WalletStatus::ReduceOnly;
    }
  }

  /// Along y = 1/x everything is affine: a contract is worth its dollars over the price, and its level goes
  /// by contracts, which no price changes.
  Course course() const {
    Course course;
    Sum rest = pnl_.sum();
    rest += funding_.sum();
    rest += wallet_.balance;
    rest -= pnlSlope_;
    course.equity += Line{pnlSlope_.value(), rest.value()};
    const bool mark = terms_.policy.marginBasis == MarginBasis::Mark;
    course.requirement += mark ? Line{netted_, 0} : Line{0, netted_};
    course.requirement += Line{closingFee_, 0};
    scaleRequirement(course, terms_.alarm);
    return course;
  }

  /// The sum of side x mark notional: what the positions gain in coins for a y lowered by 1.
  Figure exposure() {
    FigureSum exposure;
    for (const Leg& leg : legs_) {
      arithmetic_.setSubject(leg.contract->symbol);
      const Figure side = arithmetic_.input(Symbol::Side, sign(leg.side));
      exposure.add(arithmetic_, arithmetic_.times(Symbol::Exposure, side, leg.markNotional));
    }
    arithmetic_.setSubject({});
    return exposure.whole(arithmetic_, Symbol::Exposure);
  }

  LineFigures equityOf(const Line& line) {
    Arithmetic& a = arithmetic_;
    const Figure moving = exposure();
    const Figure slope =
        a.noted(Symbol::EquitySlope, Operation::Difference, line.slope, {a.stepOf(0), moving.step});
    return {slope, a.noted(Symbol::EquityIntercept, Operation::Sum, line.intercept,
                           {report_.marginEquity.step, moving.step})};
  }

  PieceFigures linesOf(const BoundaryPiece& piece) {
    const bool mark = terms_.policy.marginBasis == MarginBasis::Mark;
    FigureSum slope;
    FigureSum intercept;
    (mark ? slope : intercept).add(arithmetic_, netted_);
    if (terms_.policy.closingFee) slope.add(arithmetic_, closingFee_);
    PieceFigures lines;
    lines.equity = equityOf(piece.equity);
    lines.requirement.slope = slope.totalAs(arithmetic_, Symbol::RequirementSlope, piece.requirement.slope);
    lines.requirement.intercept =
        intercept.totalAs(arithmetic_, Symbol::RequirementIntercept, piece.requirement.intercept);
    return lines;
  }

  void factor() {
    FactorReport factor{wallet_.asset, index_, {}};
    if (!legs_.empty()) {
      const Course inY = course();
      const double equity = report_.marginEquity;
      const double requirement = report_.maintenanceMargin * terms_.alarm;
      const auto lines = [&](const BoundaryPiece& piece) { return linesOf(piece); };
      factor.liquidation = {
          stateOf(true, equity, requirement),
          inverted(boundaries(inY, equity - requirement, arithmetic_, lines, Symbol::ReciprocalRatio),
                   arithmetic_)};
      // A price below today's is a y above 1.
      const std::optional<Figure> below = bankruptcy(zeroAbove(inY, equity));
      const std::optional<Figure> above = bankruptcy(zeroBelow(inY, equity));
      for (std::size_t i = 0; i < legs_.size(); ++i) {
        describeLiquidation(i, factor.liquidation, legs_[i].side == Side::Long ? below : above);
      }
    }
    report_.factors.push_back(std::move(factor));
  }

  std::optional<Figure> bankruptcy(const std::optional<EquityZero>& zero) {
    const auto equity = [&](const Line& line, double) { return equityOf(line); };
    const auto inY = ratioOf(zero, arithmetic_, equity, Symbol::ReciprocalRatio);
    if (!inY) return std::nullopt;
    return reciprocal(*inY, arithmetic_);
  }

  void describeLiquidation(std::size_t i, const LiquidationSet& liquidation,
                           const std::optional<Figure>& bankruptcy) {
    PositionReport& report = report_.positions[i];
    arithmetic_.setSubject(terms_.rulebook.contracts()[wallet_.positions[i].contract].symbol);
    report.liquidation = liquidation;
    report.effectiveLeverage =
        ratioOf(Symbol::EffectiveLeverage, report.notional, report_.portfolioValue, arithmetic_);
    if (!bankruptcy) return;
    report.bankruptcyPrice = arithmetic_.times(Symbol::BankruptcyPrice, report.markPrice, *bankruptcy);
  }

  void costs() {
    Arithmetic& a = arithmetic_;
    a.setSubject({});
    WalletReport& r = report_;
    const Figure perHour = fundingPerHour_.total(a, Symbol::FundingPerHour);
    const FundedPool pool{!legs_.empty(),
                          r.marginEquity,
                          r.maintenanceMargin,
                          r.totalUnrealizedAsMargin,
                          r.totalUnrealizedAsMargin,
                          perHour};
    r.funding = fundingOf(perHour, hoursToLiquidation(pool, {}, a), terms_.rulebook.funding, a);
    r.funding.nextSettlement = nextSettlement(wallet_.positions, terms_);
    r.settlement.realizedPnl = r.totalUnrealizedAsMargin;
    r.settlement.closeFee = closeFee_.total(a, Symbol::CloseFee);
    r.settlement.waterfall.balances =
        balancesAfter(wallet_, r.settlement.realizedPnl, r.settlement.closeFee, terms_, a);
    a.setSubject({});
    const Figure lacks = a.minus(Symbol::Intermediate, 0, r.settlement.waterfall.balances[0].quantity);
    r.settlement.waterfall.uncovered = a.larger(Symbol::Uncovered, lacks, 0);
    const Figure spared = a.smaller(Symbol::Intermediate, r.balanceValue, r.availableMargin);
    r.withdrawable.push_back({wallet_.asset, a.larger(Symbol::Withdrawable, spared, 0)});
    const auto usd = [&](Figure coin) { return a.times(Symbol::Usd, coin, index_); };
    r.inUsd = WalletInUsd{usd(r.balanceValue),
                          usd(r.unrealizedPnl),
                          usd(r.marginEquity),
                          usd(r.initialMargin),
                          usd(r.maintenanceMargin),
                          usd(r.availableMargin),
                          usd(r.riskBuffer),
                          {usd(r.funding.perHour), usd(r.funding.perSettlement), usd(r.funding.perDay),
                           usd(r.funding.perMonth)},
                          {usd(r.settlement.realizedPnl), usd(r.settlement.closeFee)}};
  }

  const SingleCollateralWallet& wallet_;
  const Terms& terms_;
  Arithmetic arithmetic_;
  Figure index_;
  std::vector<Leg> legs_;
  FigureSum notional_;
  FigureSum pnl_;
  FigureSum funding_;
  FigureSum closeFee_;
  FigureSum fundingPerHour_;
  Sum pnlSlope_;  // change of profit for a y raised by 1: less side x mark notional
  Figure netted_;
  Figure closingFee_;
  WalletReport report_;
};

}  // namespace

WalletReport valued(const SingleCollateralWallet& wallet, const Terms& terms) {
  return Evaluation(wallet, terms).run();
}

}  // namespace margin
