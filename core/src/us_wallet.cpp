// SPDX-License-Identifier: MIT
#include "us_wallet.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "course.hpp"
#include "order_margin.hpp"
#include "pool.hpp"
#include "session.hpp"
#include "sum.hpp"

namespace margin {
namespace {

std::optional<double> ratio(double dividend, double divisor) noexcept {
  if (!(divisor > 0)) return std::nullopt;
  return dividend / divisor;
}

/// What one underlying moves.
struct Exposure {
  AssetIndex asset = kUsd;
  Sum slope;                              ///< Sum of side x mark notional, USD.
  std::optional<double> bankruptcyBelow;  ///< Nearest ratio <= 1 with equity 0.
  std::optional<double> bankruptcyAbove;  ///< Nearest ratio >= 1 with equity 0.
};

/// What the positions require at a moment.
struct Force {
  Sum requirement;
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

double marginIn(Regime regime, const UsPositionReport& position) noexcept {
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
    const double side = sign(position.side);
    const double units = position.size * us.valuePerPoint;
    UsPositionReport report;
    report.markPrice = terms_.market.markPrice[position.contract];
    report.notional = units * report.markPrice;
    report.unrealizedPnl = side * units * (report.markPrice - position.entryPrice);
    report.intradayMargin = position.size * us.intradayMargin;
    report.initialMargin = position.size * us.initialMargin;
    report.maintenanceMargin = position.size * us.maintenanceMargin;
    report.regime = regime(sessionState(us.session, minutesBeforeClose_, now_));
    report.requirement = marginIn(report.regime, report);
    report.openFee = us.fees.total() * position.size;
    report.closeFee = report.openFee;
    const double breakEven = position.entryPrice + side * (report.openFee + report.closeFee) / units;
    if (breakEven > 0) report.breakEvenPrice = breakEven;
    report.fundingRate = terms_.market.fundingRate[position.contract];
    report.fundingPerHour =
        -side * units * terms_.market.indexPrice[contract.underlying] * report.fundingRate;
    if (contract.perpetual) report_.nextFunding = nextFundingAdjustment(now_);
    expose(contract.underlying, side * report.notional);
    equity_ += report.unrealizedPnl;
    report_.positions.push_back(std::move(report));
  }

  void expose(AssetIndex asset, double slope) {
    std::size_t& place = exposureOf_[asset];
    if (place == 0) {
      exposures_.push_back({asset, Sum(), std::nullopt, std::nullopt});
      place = exposures_.size();
    }
    exposures_[place - 1].slope += slope;
  }

  void amounts() {
    UsReport& r = report_;
    Sum notional;
    Sum pnl;
    Sum intraday;
    Sum initial;
    Sum maintenance;
    Sum funding;
    for (const UsPositionReport& position : r.positions) {
      notional += position.notional;
      pnl += position.unrealizedPnl;
      intraday += position.intradayMargin;
      initial += position.initialMargin;
      maintenance += position.maintenanceMargin;
      funding += position.fundingPerHour;
    }
    const Force force = forceAt(now_);
    r.unrealizedPnl = pnl.value();
    r.equity = equity_.value();
    r.intradayMargin = intraday.value();
    r.initialMargin = initial.value();
    r.maintenanceMargin = maintenance.value();
    r.requirement = force.requirement.value();
    r.regime = force.regime;
    r.open = force.open;
    r.riskBuffer = r.equity - r.requirement;
    Arithmetic arithmetic(terms_.working, terms_.rulebook.assets()[kUsd].name);
    r.availableMargin = r.riskBuffer - orderMargin({wallet_.positions, wallet_.orders, terms_, wallet_.news},
                                                   wallet_.orders.size(), arithmetic);
    r.intradayUsage = ratio(r.intradayMargin, r.equity);
    r.initialUsage = ratio(r.initialMargin, r.equity);
    r.effectiveLeverage = ratio(notional.value(), r.equity);
    r.withdrawable = std::max(0.0, std::min(wallet_.cash, r.availableMargin));
    r.fundingPerHour = funding.value();
    const UsFuturesRules& rules = terms_.rulebook.usFutures;
    r.liquidationFee = wallet_.liquidations == 0 ? rules.firstLiquidationFee : rules.laterLiquidationFee;
  }

  /// What the positions require at a moment, each by its own session; the first of the strictest tells the
  /// regime.
  Force forceAt(Instant moment) const noexcept {
    Force force;
    if (wallet_.positions.empty()) {
      const SessionState state = sessionState(firstSession(terms_.rulebook), minutesBeforeClose_, moment);
      return {Sum(), regime(state), state.open};
    }
    for (std::size_t i = 0; i < wallet_.positions.size(); ++i) {
      const Session& session = contractOf(wallet_.positions[i]).us->session;
      const SessionState state = sessionState(session, minutesBeforeClose_, moment);
      const Regime own = regime(state);
      force.requirement += marginIn(own, report_.positions[i]);
      const bool stricter = force.regime == Regime::Intraday && own != Regime::Intraday;
      if (i == 0 || stricter) {
        force.regime = own;
        force.open = state.open;
      }
    }
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
    const Force force = forceAt(next.time);
    next.regime = force.regime;
    next.requirement = force.requirement.value();
    next.riskBuffer = report_.equity - next.requirement;
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
    Sum market;
    report_.factors.reserve(exposures_.size() + 1);
    for (Exposure& exposure : exposures_) {
      const Course along = course(exposure.slope);
      exposure.bankruptcyBelow = zeroBelow(along, report_.equity);
      exposure.bankruptcyAbove = zeroAbove(along, report_.equity);
      report_.factors.push_back(
          {exposure.asset, terms_.market.indexPrice[exposure.asset], liquidation(along)});
      if (terms_.rulebook.assets()[exposure.asset].kind == AssetKind::Crypto) market += exposure.slope;
    }
    report_.factors.push_back({std::nullopt, 1, liquidation(course(market))});
    for (std::size_t i = 0; i < wallet_.positions.size(); ++i) {
      const Position& position = wallet_.positions[i];
      UsPositionReport& report = report_.positions[i];
      const std::size_t moving = exposureOf_[contractOf(position).underlying] - 1;
      const Exposure& exposure = exposures_[moving];
      report.liquidation = report_.factors[moving].liquidation;
      const auto loss = position.side == Side::Long ? exposure.bankruptcyBelow : exposure.bankruptcyAbove;
      if (loss) report.bankruptcyPrice = report.markPrice * *loss;
    }
  }

  /// Equity and the requirement in force, where a ratio raised by 1 changes equity by the slope.
  Course course(const Sum& slope) const {
    Course course;
    course.equity += Line{slope.value(), (equity_ - slope).value()};
    course.requirement += Line{0, report_.requirement * terms_.alarm};
    return course;
  }

  LiquidationSet liquidation(const Course& course) const {
    if (wallet_.positions.empty()) return {};
    const double requirement = report_.requirement * terms_.alarm;
    return {stateOf(true, report_.equity, requirement), boundaries(course, report_.equity - requirement)};
  }

  const UsFuturesWallet& wallet_;
  const Terms& terms_;
  const Instant now_;
  const int minutesBeforeClose_;
  std::vector<Exposure> exposures_;
  std::vector<std::size_t> exposureOf_;  // by AssetIndex: 1 + index of its exposure, 0 for none
  Sum equity_;
  UsReport report_;
};

}  // namespace

UsReport valued(const UsFuturesWallet& wallet, const Terms& terms) { return Valuation(wallet, terms).run(); }

Standing standing(const UsReport& report) {
  return {report.equity,          report.initialMargin,     report.maintenanceMargin,
          report.availableMargin, report.effectiveLeverage, report.status,
          report.factors};
}

}  // namespace margin
