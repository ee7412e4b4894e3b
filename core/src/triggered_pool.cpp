// SPDX-License-Identifier: MIT
#include "triggered_pool.hpp"

#include <algorithm>
#include <utility>

#include "execution.hpp"
#include "leg.hpp"
#include "sum.hpp"
#include "wallet_view.hpp"

namespace margin {

double closeAtMark(std::vector<Position>& positions, MarginMode pool, double share, const Terms& at) {
  Arithmetic unkept(nullptr, {});
  Sum realized;
  for (Position& position : positions) {
    if (position.margin != pool) continue;
    const Contract& contract = at.rulebook.contracts()[position.contract];
    const double closed = position.size * share;
    realized += realizedPnl(contract, position, closed, at.market.markPrice[position.contract], unkept);
    realized += std::exchange(position.unrealizedFunding, 0);
    position.size -= closed;
  }
  const auto isClosed = [&](const Position& position) {
    return position.margin == pool && !(position.size > 0);
  };
  positions.erase(std::remove_if(positions.begin(), positions.end(), isClosed), positions.end());
  return realized.value();
}

CrossAtTrigger::CrossAtTrigger(const Wallet& wallet, const Terms& at) : wallet_(wallet), at_(at) { value(); }

void CrossAtTrigger::close(double share, double fee) {
  const double realized = closeAtMark(positionsOf(wallet_), MarginMode::Cross, share, at_);
  pay(wallet_, realized, fee, at_);
  value();
}

void CrossAtTrigger::value() {
  const Situation situation = situationOf(wallet_, at_);
  amounts_ = {situation.crossEquity, situation.crossMaintenance};
  portfolioValue_ = situation.portfolioValue;
  positions_.clear();
  for (const Position& position : positionsOf(wallet_)) {
    if (position.margin == MarginMode::Cross) positions_.push_back(position);
  }
}

IsolatedAtTrigger::IsolatedAtTrigger(const Position& position, AssetIndex profitCurrency, double walletValue,
                                     const Terms& at)
    : at_(at), profitCurrency_(profitCurrency), positions_{position} {
  Arithmetic unkept(nullptr, {});
  asMargin_ = profitCurrencyOf(profitCurrency, at, unkept);
  const Leg open = leg(position, at, unkept);
  allocatedMargin_ = allocatedMargin(position, open, at, unkept);
  walletWithout_ = walletValue - open.unrealizedPnl - open.unrealizedFunding;
  value();
}

void IsolatedAtTrigger::close(double share, double fee) {
  const double realized = closeAtMark(positions_, MarginMode::Isolated, share, at_);
  realized_ += realized - fee;
  const bool converted =
      realized > 0 && profitCurrency_ != kUsd && at_.market.indexPrice[profitCurrency_] > 0;
  const double conversionFee = converted ? at_.rulebook.assets()[profitCurrency_].conversionFee : 0;
  booked_ += realized * (1 - conversionFee) - fee;
  value();
}

double IsolatedAtTrigger::portfolioValue() const noexcept {
  return walletWithout_ + std::max(booked_, -allocatedMargin_);
}

void IsolatedAtTrigger::value() {
  amounts_ = {allocatedMargin_ + realized_, 0};
  if (positions_.empty()) return;
  Arithmetic unkept(nullptr, {});
  const Leg open = leg(positions_.front(), at_, unkept);
  amounts_.equity += asMargin_.asMargin(open.unrealizedPnl + open.unrealizedFunding);
  amounts_.requirement = open.maintenanceMargin;
}

}  // namespace margin
