// SPDX-License-Identifier: MIT
#include "margin/equity_protection.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "closing_orders.hpp"
#include "notional.hpp"
#include "triggered_pool.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

/// Shares of equity taken by maintenance margin at which to warn oneself.
constexpr double kAlerts[] = {0.5, 0.75, 0.9};
/// A partial step is at least a hundredth of a position; rounding must not make one more.
constexpr int kMostSteps = 100;
/// Of an amount, what its last digits are at most.
constexpr double kRounding = 1e-9;

/// The boundary nearest to today's price; today itself where the pool is in liquidation.
std::optional<Boundary> nearest(const LiquidationSet& set, double equity, double requirement) {
  if (set.state == PoolState::Liquidation) return Boundary{1, equity, requirement};
  std::optional<Boundary> found;
  for (const Boundary& each : set.boundaries) {
    if (!found || std::abs(each.ratio - 1) < std::abs(found->ratio - 1)) found = each;
  }
  return found;
}

/// The steps by which a pool of a multi-collateral or a single-collateral wallet is closed.
template <class Pool>
class Process {
 public:
  Process(bool multi, const Terms& at, double ratio, PoolProtection& report)
      : multi_(multi), at_(at), ratio_(ratio), rules_(at.rulebook.equityProtection), report_(report) {}

  void run(const Pool& pool) {
    Pool left = pool;
    const bool ended = multi_ && partialSteps(left);
    // What follows a step that ends the process comes only if its orders find no counterpart: it is then all
    // that is closed.
    fullLiquidation(ended ? pool : left);
  }

 private:
  double fee(double closed) const noexcept { return multi_ ? rules_.liquidationFee * closed : 0; }

  /// Closes a share of every position after another until what is left is safe.
  /// @return  Whether a step ended the process.
  bool partialSteps(Pool& left) {
    const double step = rules_.partialStep;
    if (!(step > 0) || step >= 1) return false;
    const int steps = std::min(kMostSteps, static_cast<int>(std::ceil(1 / step - 1e-9)) - 1);
    for (int i = 0; i < steps; ++i) {
      // Of what was there at first: 10 %, then a ninth of what is left, ...
      const double share = step / (1 - i * step);
      ProtectionStep report;
      report.kind = ProtectionKind::PartialLiquidation;
      report.orders = closingOrders(left.positions(), share, left.amounts().equity, at_);
      report.fee = fee(share * notionalOf(left.positions(), at_));
      left.close(share, report.fee);
      report.marginEquity = std::max(0.0, left.amounts().equity);
      report.maintenanceMargin = left.amounts().requirement;
      report.ends = left.amounts().equity > left.amounts().requirement;
      report_.steps.push_back(std::move(report));
      if (report_.steps.back().ends) return true;
    }
    return false;
  }

  void fullLiquidation(Pool left) {
    const double equity = left.amounts().equity;
    ProtectionStep full;
    full.kind = ProtectionKind::FullLiquidation;
    full.orders = closingOrders(left.positions(), 1, equity, at_);
    full.fee = fee(notionalOf(left.positions(), at_));
    full.marginEquity = report_.equityAtTrigger = std::max(0.0, equity - full.fee);
    full.maintenanceMargin = 0;
    full.ends = true;
    const double rest = equity - full.fee - lossAtLimits(full.orders, at_);
    // A limit without a tick is the zero-equity price itself: what its last digits leave is nothing.
    report_.equityAtLimit = rest > kRounding * equity ? rest : 0;
    left.close(1, full.fee);
    report_.portfolioValue = std::max(0.0, left.portfolioValue());
    fillFromBooks(full.orders, at_.market, ratio_);
    std::vector<ClosingOrder> unfilled = unfilledOf(full.orders);
    report_.steps.push_back(std::move(full));
    follow(ProtectionKind::Assignment);
    report_.steps.back().orders = std::move(unfilled);
    if (multi_) follow(ProtectionKind::CoveredLiquidation);
    follow(ProtectionKind::Unwind);
  }

  /// A step that comes only where the one before found no counterpart.
  void follow(ProtectionKind kind) {
    ProtectionStep step;
    step.kind = kind;
    step.ends = true;
    report_.steps.push_back(std::move(step));
  }

  const bool multi_;
  const Terms& at_;
  const double ratio_;
  const EquityProtectionRules& rules_;
  PoolProtection& report_;
};

/// The broker chooses what it closes; here all of it. No price limits the loss.
void forcedClose(const UsFuturesWallet& wallet, const Terms& at, PoolProtection& report) {
  const UsFuturesRules& rules = at.rulebook.usFutures;
  const CrossAtTrigger pool(wallet, at);
  ProtectionStep step;
  step.kind = ProtectionKind::ForcedClose;
  step.orders = closingOrders(pool.positions(), 1, std::nullopt, at);
  step.fee = wallet.liquidations == 0 ? rules.firstLiquidationFee : rules.laterLiquidationFee;
  step.marginEquity = report.equityAtTrigger = report.portfolioValue = pool.amounts().equity - step.fee;
  step.maintenanceMargin = 0;
  step.ends = true;
  report.steps.push_back(std::move(step));
}

/// The prices at which alarms are to be set, by the set that an alarm is found in.
template <class SetOf>
void addAlerts(PoolProtection& report, const Terms& terms, SetOf setOf) {
  if (report.trigger.ratio == 1) return;
  for (const double usage : kAlerts) {
    Terms alarmed = terms;
    alarmed.working = nullptr;
    alarmed.alarm = 1 / usage;
    const LiquidationSet set = setOf(alarmed);
    if (set.state != PoolState::Safe) continue;
    const auto boundary = report.trigger.ratio < 1 ? set.below() : set.above();
    if (boundary) report.alerts.push_back({usage, boundary->ratio});
  }
}

/// All pools of one wallet. An isolated position is told by itself: what it does to the wallet's value
/// follows from sums, so that many of them take no longer each.
class Protections {
 public:
  Protections(const Wallet& wallet, const Terms& terms)
      : wallet_(wallet), terms_(terms), today_(situationOf(wallet, terms)), market_(terms.market) {}

  std::vector<PoolProtection> run() {
    cross();
    const auto* multi = std::get_if<MultiCollateralWallet>(&wallet_);
    if (multi) exposures(*multi);
    for (std::size_t i = 0; multi && i < multi->positions.size(); ++i) {
      if (multi->positions[i].margin == MarginMode::Isolated) isolated(*multi, i);
    }
    return std::move(pools_);
  }

 private:
  void cross() {
    PoolProtection report;
    const FactorReport* closest = nullptr;
    for (const FactorReport& factor : today_.standing.factors) {
      const auto found = nearest(factor.liquidation, today_.crossEquity, today_.crossMaintenance);
      if (!found || (closest && std::abs(found->ratio - 1) >= std::abs(report.trigger.ratio - 1))) continue;
      report.trigger = *found;
      closest = &factor;
    }
    if (!closest) return;
    report.factor = closest->asset;
    report.current = closest->current;
    addAlerts(report, terms_, [&](const Terms& alarmed) { return setOf(report.factor, alarmed); });
    const Market then = moved(terms_.market, terms_.rulebook, report.factor, report.trigger.ratio);
    const Terms triggered = at(then, terms_);
    if (const auto* us = std::get_if<UsFuturesWallet>(&wallet_)) {
      forcedClose(*us, triggered, report);
    } else {
      const bool multi = std::holds_alternative<MultiCollateralWallet>(wallet_);
      Process<CrossAtTrigger>(multi, triggered, report.trigger.ratio, report)
          .run(CrossAtTrigger(wallet_, triggered));
    }
    pools_.push_back(std::move(report));
  }

  /// The set of a factor of the cross pool.
  LiquidationSet setOf(std::optional<AssetIndex> asset, const Terms& terms) const {
    for (FactorReport& factor : situationOf(wallet_, terms).standing.factors) {
      if (factor.asset == asset) return std::move(factor.liquidation);
    }
    return {};
  }

  /// What a wallet's value gains for a ratio of an asset's price raised by 1.
  void exposures(const MultiCollateralWallet& wallet) {
    exposures_.resize(terms_.rulebook.assets().size());
    for (const Holding& holding : wallet.collateral) {
      exposures_[holding.asset] += holding.quantity * terms_.market.indexPrice[holding.asset];
    }
    for (const Position& position : wallet.positions) {
      const Contract& contract = terms_.rulebook.contracts()[position.contract];
      const double mark = terms_.market.markPrice[position.contract];
      exposures_[contract.underlying] += sign(position.side) * notionalOf(contract, position.size, mark);
    }
  }

  void isolated(const MultiCollateralWallet& wallet, std::size_t index) {
    const Position& position = wallet.positions[index];
    const auto found =
        nearest(today_.liquidation[index], today_.equity[index], today_.maintenanceMargin[index]);
    if (!found) return;
    const AssetIndex underlying = terms_.rulebook.contracts()[position.contract].underlying;
    PoolProtection report;
    report.isolated = position.contract;
    report.factor = underlying;
    report.current = terms_.market.indexPrice[underlying];
    report.trigger = *found;
    addAlerts(report, terms_, [&](const Terms& alarmed) { return ownSet(position, wallet, alarmed); });
    // Of all prices its own two are read: they are set, and set back.
    const double ratio = found->ratio;
    double& mark = market_.markPrice[position.contract];
    double& price = market_.indexPrice[underlying];
    const double markToday = std::exchange(mark, mark * ratio);
    const double priceToday = std::exchange(price, price * ratio);
    const Terms triggered = at(market_, terms_);
    const double value = today_.portfolioValue + exposures_[underlying].value() * (ratio - 1);
    Process<IsolatedAtTrigger>(true, triggered, ratio, report)
        .run(IsolatedAtTrigger(position, wallet.profitCurrency, value, triggered));
    mark = markToday;
    price = priceToday;
    pools_.push_back(std::move(report));
  }

  static LiquidationSet ownSet(const Position& position, const MultiCollateralWallet& wallet,
                               const Terms& terms) {
    Arithmetic unkept(nullptr, {});
    const ProfitCurrency profitCurrency = profitCurrencyOf(wallet.profitCurrency, terms, unkept);
    const Leg open = leg(position, terms, unkept);
    const Figure allocated = allocatedMargin(position, open, terms, unkept);
    return isolatedPool(open, allocated, profitCurrency, terms, unkept).answer.liquidation;
  }

  const Wallet& wallet_;
  const Terms& terms_;
  const Situation today_;
  Market market_;
  std::vector<Sum> exposures_;  // by AssetIndex, USD
  std::vector<PoolProtection> pools_;
};

}  // namespace

std::vector<PoolProtection> equityProtection(const Wallet& given, const Terms& terms) {
  Wallet wallet = given;
  clearPreviews(wallet);
  return Protections(wallet, terms).run();
}

}  // namespace margin
