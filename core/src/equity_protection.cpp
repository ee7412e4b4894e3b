// SPDX-License-Identifier: MIT
#include "margin/equity_protection.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "execution.hpp"
#include "sum.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

/// Shares of equity taken by maintenance margin at which to warn oneself.
constexpr double kAlerts[] = {0.5, 0.75, 0.9};
/// A partial step is at least a hundredth of a position; rounding must not make one more.
constexpr int kMostSteps = 100;

/// The boundary nearest to today's price; today itself where the pool is in liquidation.
std::optional<Boundary> nearest(const LiquidationSet& set, double equity, double requirement) {
  if (set.state == PoolState::Liquidation) return Boundary{1, equity, requirement};
  std::optional<Boundary> found;
  for (const Boundary& each : set.boundaries) {
    if (!found || std::abs(each.ratio - 1) < std::abs(found->ratio - 1)) found = each;
  }
  return found;
}

/// The price rounded to the tick away from insolvency: sales up, buys down.
double limitPrice(const Contract& contract, Side side, double price) noexcept {
  if (!contract.tick) return price;
  // A price that is a multiple but for its last digits is one.
  constexpr double kRounding = 1e-9;
  const double ticks = price / *contract.tick;
  return *contract.tick *
         (side == Side::Short ? std::ceil(ticks - kRounding) : std::floor(ticks + kRounding));
}

/// One pool of a wallet, brought to its trigger.
class Protection {
 public:
  Protection(const Wallet& wallet, const Terms& terms)
      : wallet_(wallet), terms_(terms), arithmetic_(nullptr, {}) {}

  PoolProtection run(std::optional<ContractIndex> isolated, std::optional<AssetIndex> factor, double current,
                     const Boundary& trigger) {
    pool_.isolated = isolated;
    pool_.factor = factor;
    pool_.current = current;
    pool_.trigger = trigger;
    const Market then =
        trigger.ratio == 1 ? terms_.market : moved(terms_.market, terms_.rulebook, factor, trigger.ratio);
    const Terms at = margin::at(then, terms_);
    alerts();
    if (std::holds_alternative<UsFuturesWallet>(wallet_)) {
      forcedClose(at);
    } else {
      fullLiquidation(std::holds_alternative<MultiCollateralWallet>(wallet_) ? partialSteps(at) : wallet_,
                      at);
    }
    return std::move(pool_);
  }

 private:
  bool belongs(const Position& position) const noexcept {
    if (pool_.isolated) return position.contract == *pool_.isolated;
    return position.margin == MarginMode::Cross;
  }

  /// The pool's equity and requirement.
  std::pair<double, double> amounts(const Wallet& wallet, const Terms& terms) const {
    const Situation situation = situationOf(wallet, terms);
    if (!pool_.isolated) return {situation.crossEquity, situation.crossMaintenance};
    const std::vector<Position>& positions = positionsOf(wallet);
    const Position* const position = positionOn(positions, *pool_.isolated);
    if (!position) return {0, 0};
    const auto i = static_cast<std::size_t>(position - positions.data());
    return {situation.equity[i], situation.maintenanceMargin[i]};
  }

  void alerts() {
    if (pool_.trigger.ratio == 1) return;
    for (const double usage : kAlerts) {
      Terms terms = terms_;
      terms.working = nullptr;
      terms.alarm = 1 / usage;
      const Situation situation = situationOf(wallet_, terms);
      const LiquidationSet* const set = setOf(situation);
      if (!set || set->state == PoolState::Liquidation) continue;
      const auto boundary = pool_.trigger.ratio < 1 ? set->below() : set->above();
      if (boundary) pool_.alerts.push_back({usage, boundary->ratio});
    }
  }

  /// The set of the factor that the pool is watched along.
  const LiquidationSet* setOf(const Situation& situation) const {
    if (pool_.isolated) {
      const std::vector<Position>& positions = positionsOf(wallet_);
      return &situation.liquidation[static_cast<std::size_t>(positionOn(positions, *pool_.isolated) -
                                                             positions.data())];
    }
    for (const FactorReport& factor : situation.standing.factors) {
      if (factor.asset == pool_.factor) return &factor.liquidation;
    }
    return nullptr;
  }

  /// What a position is worth at its mark, in the wallet's currency.
  double notional(const Position& position, const Terms& at) const noexcept {
    const Contract& contract = terms_.rulebook.contracts()[position.contract];
    const double mark = at.market.markPrice[position.contract];
    if (contract.us) return position.size * contract.us->valuePerPoint * mark;
    const double units = position.size * contract.contractSize;
    return contract.type == ContractType::Inverse ? units / mark : units * mark;
  }

  double notional(const Wallet& wallet, const Terms& at) const {
    double total = 0;
    for (const Position& position : positionsOf(wallet))
      total += belongs(position) ? notional(position, at) : 0;
    return total;
  }

  double liquidationFee(double closed) const noexcept {
    if (!std::holds_alternative<MultiCollateralWallet>(wallet_)) return 0;
    return terms_.rulebook.equityProtection.liquidationFee * closed;
  }

  /// @param adverse  Fraction of the notional by which each closing order may trade worse than its mark.
  std::vector<ClosingOrder> orders(const Wallet& wallet, const Terms& at, double share,
                                   std::optional<double> adverse) const {
    std::vector<ClosingOrder> result;
    for (const Position& position : positionsOf(wallet)) {
      if (!belongs(position)) continue;
      const Contract& contract = terms_.rulebook.contracts()[position.contract];
      ClosingOrder order;
      order.contract = position.contract;
      order.side = position.side == Side::Long ? Side::Short : Side::Long;
      order.size = position.size * share;
      order.markPrice = at.market.markPrice[position.contract];
      if (adverse) {
        const double factor = contract.type == ContractType::Inverse
                                  ? 1 / (1 + sign(position.side) * *adverse)
                                  : 1 - sign(position.side) * *adverse;
        if (factor > 0 && std::isfinite(factor)) {
          order.zeroEquityPrice = order.markPrice * factor;
          const double limit = limitPrice(contract, order.side, *order.zeroEquityPrice);
          if (limit > 0) order.limitPrice = limit;
        }
      }
      result.push_back(order);
    }
    return result;
  }

  /// Closes a share of the pool's positions at their marks. What an isolated position realises stays its
  /// own, and it loses no more than its margin.
  void close(Wallet& wallet, const Terms& at, double share, double fee) {
    const double equity = amounts(wallet, at).first;
    std::vector<Position>& positions = positionsOf(wallet);
    Sum realized;
    double margin = 0;  // of the isolated position
    for (Position& position : positions) {
      if (!belongs(position)) continue;
      const Contract& contract = terms_.rulebook.contracts()[position.contract];
      const double mark = at.market.markPrice[position.contract];
      const double funding = std::exchange(position.unrealizedFunding, 0);
      if (pool_.isolated) {
        margin = equity - realizedPnl(contract, position, position.size, mark, arithmetic_) - funding;
      }
      realized += realizedPnl(contract, position, position.size * share, mark, arithmetic_);
      realized += funding - fee;
      fee = 0;
      position.size -= position.size * share;
      position.isolatedBy = IsolatedBy::Margin;
      position.isolatedMargin = std::max(0.0, margin + realized.value());
    }
    pay(wallet, pool_.isolated ? std::max(realized.value(), -margin) : realized.value(), 0, at);
    const auto isClosed = [&](const Position& position) { return belongs(position) && !(position.size > 0); };
    positions.erase(std::remove_if(positions.begin(), positions.end(), isClosed), positions.end());
  }

  /// Closes a share of every position after another until what is left is safe.
  /// @return  What is then left to liquidate: where a step ends the process, all of it, for what follows
  ///          comes only if the step's orders find no counterpart.
  Wallet partialSteps(const Terms& at) {
    const double step = terms_.rulebook.equityProtection.partialStep;
    if (!(step > 0) || step >= 1) return wallet_;
    Wallet left = wallet_;
    const int steps = std::min(kMostSteps, static_cast<int>(std::ceil(1 / step - 1e-9)) - 1);
    for (int i = 0; i < steps; ++i) {
      // Of what was there at first: 10 %, then a ninth of what is left, ...
      const double share = step / (1 - i * step);
      ProtectionStep report;
      report.kind = ProtectionKind::PartialLiquidation;
      report.orders = orders(left, at, share, adverse(left, at));
      report.fee = liquidationFee(share * notional(left, at));
      close(left, at, share, report.fee);
      const auto [equity, requirement] = amounts(left, at);
      report.marginEquity = std::max(0.0, equity);
      report.maintenanceMargin = requirement;
      report.ends = equity > requirement;
      pool_.steps.push_back(std::move(report));
      if (pool_.steps.back().ends) return wallet_;
    }
    return left;
  }

  /// The share of the notional that the pool's equity stands.
  std::optional<double> adverse(const Wallet& wallet, const Terms& at) const {
    const double whole = notional(wallet, at);
    if (!(whole > 0)) return std::nullopt;
    return std::max(0.0, amounts(wallet, at).first) / whole;
  }

  void fullLiquidation(Wallet left, const Terms& at) {
    const double equity = amounts(left, at).first;
    ProtectionStep full;
    full.kind = ProtectionKind::FullLiquidation;
    full.orders = orders(left, at, 1, adverse(left, at));
    full.fee = liquidationFee(notional(left, at));
    full.marginEquity = pool_.equityAtTrigger = std::max(0.0, equity - full.fee);
    full.maintenanceMargin = 0;
    full.ends = true;
    pool_.equityAtLimit = std::max(0.0, equity - full.fee - lossAtLimits(full.orders));
    close(left, at, 1, full.fee);
    pool_.portfolioValue = std::max(0.0, situationOf(left, at).portfolioValue);
    pool_.steps.push_back(std::move(full));
    follow(ProtectionKind::Assignment);
    if (std::holds_alternative<MultiCollateralWallet>(wallet_)) follow(ProtectionKind::CoveredLiquidation);
    follow(ProtectionKind::Unwind);
  }

  /// What is lost if every order trades at its limit in place of its mark.
  double lossAtLimits(const std::vector<ClosingOrder>& closing) {
    double loss = 0;
    for (const ClosingOrder& order : closing) {
      if (!order.limitPrice) continue;
      Position open{order.contract, order.side == Side::Short ? Side::Long : Side::Short, order.size,
                    order.markPrice};
      loss -= realizedPnl(terms_.rulebook.contracts()[order.contract], open, order.size, *order.limitPrice,
                          arithmetic_);
    }
    return loss;
  }

  /// A step that comes only where the one before found no counterpart.
  void follow(ProtectionKind kind) {
    ProtectionStep step;
    step.kind = kind;
    step.ends = true;
    pool_.steps.push_back(std::move(step));
  }

  /// The broker chooses what it closes; here all of it. No price limits the loss.
  void forcedClose(const Terms& at) {
    const auto& us = std::get<UsFuturesWallet>(wallet_);
    const UsFuturesRules& rules = terms_.rulebook.usFutures;
    ProtectionStep step;
    step.kind = ProtectionKind::ForcedClose;
    step.orders = orders(wallet_, at, 1, std::nullopt);
    step.fee = us.liquidations == 0 ? rules.firstLiquidationFee : rules.laterLiquidationFee;
    step.marginEquity = pool_.equityAtTrigger = pool_.portfolioValue = amounts(wallet_, at).first - step.fee;
    step.maintenanceMargin = 0;
    step.ends = true;
    pool_.steps.push_back(std::move(step));
  }

  const Wallet& wallet_;
  const Terms& terms_;
  Arithmetic arithmetic_;
  PoolProtection pool_;
};

}  // namespace

std::vector<PoolProtection> equityProtection(const Wallet& given, const Terms& terms) {
  Wallet wallet = given;
  clearPreviews(wallet);
  const Situation today = situationOf(wallet, terms);
  std::vector<PoolProtection> pools;

  const FactorReport* closest = nullptr;
  std::optional<Boundary> trigger;
  for (const FactorReport& factor : today.standing.factors) {
    const auto found = nearest(factor.liquidation, today.crossEquity, today.crossMaintenance);
    if (!found || (trigger && std::abs(found->ratio - 1) >= std::abs(trigger->ratio - 1))) continue;
    trigger = found;
    closest = &factor;
  }
  if (trigger) {
    pools.push_back(Protection(wallet, terms).run(std::nullopt, closest->asset, closest->current, *trigger));
  }
  const std::vector<Position>& positions = positionsOf(wallet);
  for (std::size_t i = 0; i < positions.size(); ++i) {
    const Position& position = positions[i];
    if (position.margin != MarginMode::Isolated) continue;
    const auto found = nearest(today.liquidation[i], today.equity[i], today.maintenanceMargin[i]);
    if (!found) continue;
    const AssetIndex underlying = terms.rulebook.contracts()[position.contract].underlying;
    pools.push_back(Protection(wallet, terms)
                        .run(position.contract, underlying, terms.market.indexPrice[underlying], *found));
  }
  return pools;
}

}  // namespace margin
