// SPDX-License-Identifier: MIT
#include "us_wallet.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "course.hpp"
#include "notional.hpp"
#include "order_margin.hpp"
#include "pool.hpp"
#include "position_costs.hpp"
#include "session.hpp"
#include "sum.hpp"

namespace margin {
namespace {

/// What one underlying moves.
struct Exposure {
  AssetIndex asset = kUsd;
  FigureSum slope;                        ///< Sum of side x mark notional, USD.
  std::optional<Figure> bankruptcyBelow;  ///< Nearest ratio <= 1 with equity 0.
  std::optional<Figure> bankruptcyAbove;  ///< Nearest ratio >= 1 with equity 0.
};

/// What the positions require at a moment.
struct Force {
  Figure requirement;
  Regime regime = Regime::Intraday;  ///< Of the strictest position.
  bool open = false;                 ///< Whether its session is open.
};

/// The session by which a wallet without positions is told the time.
Session firstSession(const Rulebook& rulebook) noexcept {
  for (const Contract& contract : rulebook.contracts()) {
    if (contract.us) return contract.us->session;
  }
  return {};
}

Figure marginIn(Regime regime, const UsPositionReport& position) noexcept {
  switch (regime) {
    case Regime::Intraday:
      return position.intradayMargin;
    case Regime::Initial:
      return position.initialMargin;
    case Regime::Maintenance:
      return position.maintenanceMargin;
  }
  return position.initialMargin;
}

class Valuation {
 public:
  Valuation(const UsFuturesWallet& wallet, const Terms& terms)
      : wallet_(wallet),
        terms_(terms),
        now_(*terms.asOf),
        minutesBeforeClose_(terms.rulebook.usFutures.minutesBeforeClose),
        arithmetic_(terms.working, terms.rulebook.assets()[kUsd].name),
        exposureOf_(terms.rulebook.assets().size(), 0),
        equity_(wallet.cash) {}

  UsReport run() {
    for (const Position& position : wallet_.positions) add(position);
    amounts();
    nextSwitch();
    status();
    factors();
    return std::move(report_);
  }

 private:
  const Contract& contractOf(const Position& position) const noexcept {
    return terms_.rulebook.contracts()[position.contract];
  }

  Regime regime(const SessionState& state) const noexcept {
    if (state.intraday) return Regime::Intraday;
    return wallet_.carried ? Regime::Maintenance : Regime::Initial;
  }

  void add(const Position& position) {
    const Contract& contract = contractOf(position);
    const UsTerms& us = *contract.us;
    Arithmetic& a = arithmetic_;
    a.setSubject(contract.symbol);
    const Figure size = a.input(Symbol::Size, position.size);
    const Figure units = a.times(Symbol::Units, size, a.input(Symbol::ValuePerPoint, unitsOf(contract)));
    const Figure side = a.input(Symbol::Side, sign(position.side));
    const Figure entry = a.input(Symbol::EntryPrice, position.entryPrice);
    UsPositionReport report;
    report.markPrice = a.input(Symbol::MarkPrice, terms_.market.markPrice[position.contract]);
    report.notional = notionalOf(Symbol::Notional, contract, units, report.markPrice, a);
    report.unrealizedPnl = gainOf(Symbol::UnrealizedPnl, contract, side, units, entry, report.markPrice, a);
    const auto margin = [&](Symbol symbol, Symbol each, double perContract) {
      return a.times(symbol, size, a.input(each, perContract, contract.assumed));
    };
    report.intradayMargin =
        margin(Symbol::IntradayMargin, Symbol::IntradayMarginPerContract, us.intradayMargin);
    report.initialMargin = margin(Symbol::InitialMargin, Symbol::InitialMarginPerContract, us.initialMargin);
    report.maintenanceMargin =
        margin(Symbol::MaintenanceMargin, Symbol::MaintenanceMarginPerContract, us.maintenanceMargin);
    report.regime = regime(sessionState(us.session, minutesBeforeClose_, now_));
    report.requirement = marginIn(report.regime, report);
    addCosts(report, contract, position, {size, units, side, entry});
    expose(contract.underlying, a.times(Symbol::Exposure, side, report.notional));
    equity_ += report.unrealizedPnl;
    report_.positions.push_back(std::move(report));
  }

  /// What a position's costs are figured from.
  struct Traded {
    Figure size;
    Figure units;
    Figure side;
    Figure entry;
  };

  void addCosts(UsPositionReport& report, const Contract& contract, const Position& position,
                const Traded& of) {
    Arithmetic& a = arithmetic_;
    report.openFee =
        a.times(Symbol::OpenFee, of.size,
                a.input(Symbol::FeePerContract, contract.us->fees.total(), contract.us->fees.assumed));
    report.closeFee = report.openFee;
    const Figure fees = a.plus(Symbol::Fee, report.openFee, report.closeFee);
    const Figure perUnit = a.over(Symbol::Intermediate, fees, of.units);
    const Figure breakEven =
        a.plus(Symbol::BreakEvenPrice, of.entry, a.times(Symbol::Intermediate, of.side, perUnit));
    if (breakEven > 0) report.breakEvenPrice = breakEven;
    report.fundingRate = a.input(Symbol::FundingRate, terms_.market.fundingRate[position.contract]);
    const Figure index = a.input(Symbol::IndexPrice, terms_.market.indexPrice[contract.underlying]);
    const Figure paying = a.times(Symbol::Intermediate, a.input(Symbol::Side, -of.side.value), of.units);
    report.fundingPerHour =
        a.times(Symbol::FundingPerHour, a.times(Symbol::Intermediate, paying, index), report.fundingRate);
  }

  void expose(AssetIndex asset, Figure slope) {
    std::size_t& place = exposureOf_[asset];
    if (place == 0) {
      exposures_.push_back({asset, FigureSum(), std::nullopt, std::nullopt});
      place = exposures_.size();
    }
    exposures_[place - 1].slope.add(arithmetic_, slope);
  }

  /// A figure of all positions together.
  Figure total(Figure UsPositionReport::*of, Symbol symbol) {
    FigureSum sum;
    for (const UsPositionReport& position : report_.positions) sum.add(arithmetic_, position.*of);
    return sum.total(arithmetic_, symbol);
  }

  void funding() {
    const Figure perHour = total(&UsPositionReport::fundingPerHour, Symbol::FundingPerHour);
    FundingReport& funding = report_.funding;
    funding = fundingOf(perHour, std::nullopt, terms_.rulebook.funding, arithmetic_);
    for (const Position& position : wallet_.positions) {
      if (contractOf(position).perpetual) funding.nextSettlement = nextFundingAdjustment(now_);
    }
  }

  void amounts() {
    Arithmetic& a = arithmetic_;
    a.setSubject({});
    UsReport& r = report_;
    const Force force = forceAt(now_);
    const Figure cash = a.input(Symbol::Cash, wallet_.cash);
    r.unrealizedPnl = total(&UsPositionReport::unrealizedPnl, Symbol::UnrealizedPnl);
    r.equity = a.plus(Symbol::Equity, cash, r.unrealizedPnl);
    r.intradayMargin = total(&UsPositionReport::intradayMargin, Symbol::IntradayMargin);
    r.initialMargin = total(&UsPositionReport::initialMargin, Symbol::InitialMargin);
    r.maintenanceMargin = total(&UsPositionReport::maintenanceMargin, Symbol::MaintenanceMargin);
    r.requirement = force.requirement;
    r.regime = force.regime;
    r.open = force.open;
    r.riskBuffer = a.minus(Symbol::RiskBuffer, r.equity, r.requirement);
    const OrdersOfWallet orders{wallet_.positions, wallet_.orders, terms_, wallet_.news};
    r.availableMargin =
        a.minus(Symbol::AvailableMargin, r.riskBuffer, orderMargin(orders, wallet_.orders.size(), a));
    r.intradayUsage = ratioOf(Symbol::IntradayUsage, r.intradayMargin, r.equity, a);
    r.initialUsage = ratioOf(Symbol::InitialUsage, r.initialMargin, r.equity, a);
    r.effectiveLeverage =
        ratioOf(Symbol::EffectiveLeverage, total(&UsPositionReport::notional, Symbol::Notional), r.equity, a);
    r.withdrawable =
        a.larger(Symbol::Withdrawable, a.smaller(Symbol::Intermediate, cash, r.availableMargin), 0);
    funding();
    const UsFuturesRules& rules = terms_.rulebook.usFutures;
    const bool first = wallet_.liquidations == 0;
    const Figure fee =
        a.input(Symbol::LiquidationFee, first ? rules.firstLiquidationFee : rules.laterLiquidationFee);
    r.liquidationFee =
        a.choice(Symbol::LiquidationFee, fee, a.input(Symbol::Liquidations, wallet_.liquidations));
  }

  /// What the positions require at a moment, each by its own session; the first of the strictest tells the
  /// regime.
  Force forceAt(Instant moment) {
    Force force;
    FigureSum requirement;
    if (wallet_.positions.empty()) {
      const SessionState state = sessionState(firstSession(terms_.rulebook), minutesBeforeClose_, moment);
      return {requirement.total(arithmetic_, Symbol::Requirement), regime(state), state.open};
    }
    for (std::size_t i = 0; i < wallet_.positions.size(); ++i) {
      const Session& session = contractOf(wallet_.positions[i]).us->session;
      const SessionState state = sessionState(session, minutesBeforeClose_, moment);
      const Regime own = regime(state);
      requirement.add(arithmetic_, marginIn(own, report_.positions[i]));
      const bool stricter = force.regime == Regime::Intraday && own != Regime::Intraday;
      if (i == 0 || stricter) {
        force.regime = own;
        force.open = state.open;
      }
    }
    force.requirement = requirement.total(arithmetic_, Symbol::Requirement);
    return force;
  }

  void nextSwitch() {
    const auto switchOf = [&](const Session& session) {
      return margin::nextSwitch(session, minutesBeforeClose_, now_);
    };
    NextSwitch& next = report_.nextSwitch;
    if (wallet_.positions.empty()) next.time = switchOf(firstSession(terms_.rulebook));
    for (std::size_t i = 0; i < wallet_.positions.size(); ++i) {
      const Instant own = switchOf(contractOf(wallet_.positions[i]).us->session);
      next.time = i == 0 ? own : std::min(next.time, own);
    }
    const Figure then = arithmetic_.input(Symbol::SwitchTime, static_cast<double>(next.time));
    const Figure now = arithmetic_.input(Symbol::AsOf, static_cast<double>(now_));
    next.seconds = arithmetic_.minus(Symbol::SecondsLeft, then, now);
    const Force force = forceAt(next.time);
    next.regime = force.regime;
    next.requirement = force.requirement;
    next.riskBuffer = arithmetic_.minus(Symbol::RiskBuffer, report_.equity, next.requirement);
  }

  void status() {
    if (wallet_.positions.empty()) return;
    if (report_.equity < report_.requirement) {
      report_.status = UsStatus::LiquidationRisk;
    } else if (report_.regime == Regime::Intraday && report_.equity < report_.initialMargin) {
      report_.status = UsStatus::Warning;
    }
  }

  void factors() {
    FigureSum market;
    report_.factors.reserve(exposures_.size() + 1);
    for (Exposure& exposure : exposures_) {
      arithmetic_.setSubject(terms_.rulebook.assets()[exposure.asset].name);
      const PoolAnswer found = along(exposure.slope);
      exposure.bankruptcyBelow = found.bankruptcyBelow;
      exposure.bankruptcyAbove = found.bankruptcyAbove;
      const double price = terms_.market.indexPrice[exposure.asset];
      report_.factors.push_back(
          {exposure.asset, arithmetic_.input(Symbol::IndexPrice, price), found.liquidation});
      if (terms_.rulebook.assets()[exposure.asset].kind == AssetKind::Crypto) market += exposure.slope;
    }
    arithmetic_.setSubject({});
    report_.factors.push_back({std::nullopt, 1, along(market).liquidation});
    for (std::size_t i = 0; i < wallet_.positions.size(); ++i) {
      const Position& position = wallet_.positions[i];
      UsPositionReport& report = report_.positions[i];
      const std::size_t moving = exposureOf_[contractOf(position).underlying] - 1;
      const Exposure& exposure = exposures_[moving];
      report.liquidation = report_.factors[moving].liquidation;
      const auto loss = position.side == Side::Long ? exposure.bankruptcyBelow : exposure.bankruptcyAbove;
      if (!loss) continue;
      arithmetic_.setSubject(contractOf(position).symbol);
      report.bankruptcyPrice = arithmetic_.times(Symbol::BankruptcyPrice, report.markPrice, *loss);
    }
  }

  /// Equity and the requirement in force, where a ratio raised by 1 changes equity by the slope.
  PoolAnswer along(const FigureSum& slope) {
    if (wallet_.positions.empty()) return {};
    const double requirement = report_.requirement * terms_.alarm;
    Course course;
    course.equity += Line{slope.value(), (equity_ - slope.sum()).value()};
    course.requirement += Line{0, requirement};
    const auto equityOf = [&](const Line& line, double = 1) { return equity(slope, line); };
    const auto linesOf = [&](const BoundaryPiece& piece) {
      const LineFigures moving = equityOf(piece.equity);
      return PieceFigures{moving, {0, report_.requirement}, std::nullopt};
    };
    return answer(course, report_.equity, requirement, arithmetic_, linesOf, equityOf);
  }

  LineFigures equity(const FigureSum& slope, const Line& line) {
    const Figure moving = slope.totalAs(arithmetic_, Symbol::EquitySlope, line.slope);
    return {moving, arithmetic_.noted(Symbol::EquityIntercept, Operation::Difference, line.intercept,
                                      {report_.equity.step, moving.step})};
  }

  const UsFuturesWallet& wallet_;
  const Terms& terms_;
  const Instant now_;
  const int minutesBeforeClose_;
  Arithmetic arithmetic_;
  std::vector<Exposure> exposures_;
  std::vector<std::size_t> exposureOf_;  // by AssetIndex: 1 + index of its exposure, 0 for none
  Sum equity_;
  UsReport report_;
};

}  // namespace

UsReport valued(const UsFuturesWallet& wallet, const Terms& terms) { return Valuation(wallet, terms).run(); }

Standing standing(const UsReport& report) {
  return {report.equity,
          report.initialMargin,
          report.maintenanceMargin,
          report.availableMargin,
          report.effectiveLeverage,
          report.status,
          report.factors,
          {}};
}

}  // namespace margin
