// SPDX-License-Identifier: MIT
#include "margin/inverse.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <utility>

#include "leg.hpp"
#include "margin/margin.hpp"
#include "counted.hpp"
#include "path_excess.hpp"
#include "pool.hpp"
#include "previews.hpp"
#include "size_search.hpp"
#include "wallet_changes.hpp"
#include "wallet_tracks.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

Solution amountOf(double amount) noexcept { return {SolutionKind::Amount, amount, std::nullopt}; }

/// A size, and the same in whole lots.
///
/// @param room  Of a size: below 0 it does not keep to the goal.
Solution sizeOf(double size, const Contract& contract, bool upwards,
                const std::function<double(double)>& room) {
  Solution solution = amountOf(size);
  if (contract.lot) solution.inLots = wholeLots(room, size, *contract.lot, upwards);
  return solution;
}

/// What one unit of an asset counts as collateral today, in the wallet's currency.
double countedUnit(const Wallet& wallet, AssetIndex asset, const Terms& terms) noexcept {
  if (!std::holds_alternative<MultiCollateralWallet>(wallet)) return 1;
  return countedPerUnit(asset, terms);
}

/// Sizes at which a contract's position starts another level of its schedule, at the prices that are paid
/// today and where a goal lies: between them, what a size makes of an account bends but does not jump.
std::vector<double> levelStarts(const Wallet& wallet, ContractIndex index, const Survival& goal,
                                const Terms& terms) {
  const Contract& contract = terms.rulebook.contracts()[index];
  if (contract.us) return {};
  std::vector<double> worths{1};
  if (contract.type == ContractType::Linear) {
    const double mark = terms.market.markPrice[index] * contract.contractSize;
    const double weight = rayOf(terms.rulebook, goal.factor).weight[contract.underlying];
    worths = {mark, mark * (1 + weight * goal.move)};
    if (const Position* open = positionOn(positionsOf(wallet), index)) {
      worths.push_back(open->entryPrice * contract.contractSize);
    }
  }
  std::vector<double> starts;
  for (const MarginLevel& level : terms.rulebook.schedule(contract, terms.client).levels()) {
    for (const double worth : worths) starts.push_back(level.from / worth);
  }
  return starts;
}

/// How far a wallet is from the first limit that it breaks: below 0 it does.
double roomWithin(const SizeLimit& limit, const Wallet& wallet, const Terms& terms) {
  double room = std::numeric_limits<double>::infinity();
  const Situation situation = situationOf(wallet, terms);
  const Standing& standing = situation.standing;
  if (limit.availableMargin) room = std::min(room, standing.availableMargin.value);
  if (limit.leverage) {
    const double equity = standing.marginEquity;
    const std::optional<Figure>& leverage = standing.effectiveLeverage;
    room = std::min(room, leverage ? (*limit.leverage - *leverage) * equity : equity);
  }
  if (limit.survival) room = std::min(room, leastExcess(*limit.survival, wallet, terms));
  return room;
}

}  // namespace

Solution collateralToSurvive(const Wallet& wallet, AssetIndex asset, const Survival& goal,
                             const Terms& terms) {
  const double unit = countedUnit(wallet, asset, terms);
  const bool inCoin = std::holds_alternative<SingleCollateralWallet>(wallet);
  // In its own wallet a coin is worth a coin at every price.
  const double weight = inCoin ? 0 : rayOf(terms.rulebook, goal.factor).weight[asset];
  double shortfall = 0;
  for (const PathPlace& place : pathTo(goal, wallet, terms)) {
    if (place.excess >= 0) continue;
    if (!(unit > 0)) return {};
    // Along a piece the quotient is largest at one of its ends.
    shortfall = std::max(shortfall, -place.excess / (unit * (1 + weight * (place.ratio - 1))));
  }
  return shortfall > 0 ? amountOf(shortfall) : Solution{SolutionKind::NotNeeded, 0, std::nullopt};
}

Solution sizeToClose(const Wallet& wallet, std::size_t index, const Survival& goal, const Terms& terms) {
  const Position& position = positionsOf(wallet)[index];
  if (leastExcess(goal, wallet, terms) >= 0) return {SolutionKind::NotNeeded, 0, std::nullopt};
  if (position.margin == MarginMode::Isolated) return {};
  const Side against = position.side == Side::Long ? Side::Short : Side::Long;
  const auto room = [&](double size) {
    return leastExcess(goal, withTraded(wallet, position.contract, against, size, terms), terms);
  };
  std::vector<double> starts;
  for (const double start : levelStarts(wallet, position.contract, goal, terms)) {
    starts.push_back(position.size - start);
  }
  const auto least = leastSize(room, starts, position.size);
  return least ? sizeOf(*least, terms.rulebook.contracts()[position.contract], true, room) : Solution{};
}

Solution largestSize(const Wallet& wallet, ContractIndex index, Side side, const SizeLimit& limit,
                     const Terms& terms) {
  const Contract& contract = terms.rulebook.contracts()[index];
  const Position* const open = positionOn(positionsOf(wallet), index);
  const double held = open ? (open->side == side ? open->size : -open->size) : 0;
  const double most = contract.maxPosition.value_or(kLargestSize) - held;
  const auto room = [&](double size) {
    return roomWithin(limit, withTraded(wallet, index, side, size, terms), terms);
  };
  std::vector<double> starts;
  for (const double start : levelStarts(wallet, index, limit.survival.value_or(Survival()), terms)) {
    starts.push_back(start - held);
  }
  if (held < 0) starts.push_back(-held);
  const auto largest = margin::largestSize(room, starts, most);
  if (!largest) return {};
  if (*largest == most && !contract.maxPosition) return {SolutionKind::NotNeeded, 0, std::nullopt};
  return sizeOf(*largest, contract, false, room);
}

IsolatedPlan isolatedPlan(const Position& position, AssetIndex profitCurrency, double price,
                          const Terms& terms) {
  Arithmetic unkept(nullptr, {});
  const Leg today = leg(position, terms, unkept);
  const Contract& contract = terms.rulebook.contracts()[position.contract];
  // At the price: what the position has lost, and what it must still hold.
  Market market = terms.market;
  market.markPrice[position.contract] = price;
  const Leg then = leg(position, at(market, terms), unkept);
  const ProfitCurrency currency = profitCurrencyOf(profitCurrency, terms, unkept);
  const double needed =
      then.maintenanceMargin - currency.asMargin(then.unrealizedPnl + then.unrealizedFunding);
  const double least = initialMargin(terms.rulebook.schedule(contract, terms.client), today.entryNotional,
                                     terms.policy.levels);
  IsolatedPlan plan;
  plan.kind = needed > least ? SolutionKind::Amount : SolutionKind::NotNeeded;
  plan.isolatedMargin = std::max(needed, least);
  plan.maxLeverage = today.entryNotional / plan.isolatedMargin;
  return plan;
}

std::optional<Hedge> hedge(const Wallet& wallet, ContractIndex index, const Terms& terms) {
  const Contract& contract = terms.rulebook.contracts()[index];
  const Ray ray = rayOf(terms.rulebook, contract.underlying);
  const double mark = terms.market.markPrice[index];
  Hedge answer;
  // What a ratio raised by 1 adds to margin equity and to portfolio value, and what one contract bought adds.
  double equity = 0;
  double portfolio = 0;
  double each = 0;
  double counted = 1;
  if (const auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    // In USD a coin's wallet is worth price x (slope + intercept x ratio).
    equity = portfolio = reciprocalTracksOf(*single, terms).marginEquity.line.line().intercept;
    each = contract.contractSize / mark;
  } else if (const auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    equity = portfolio = partsOf(*us, ray, terms).profit.line().slope;
    each = contract.us->valuePerPoint * mark;
  } else {
    const auto& multi = std::get<MultiCollateralWallet>(wallet);
    const PoolParts parts = partsOf(multi, ray, terms);
    Arithmetic unkept(nullptr, {});
    const ProfitCurrency currency = profitCurrencyOf(multi.profitCurrency, terms, unkept);
    const Line profit = parts.profit.line();
    counted = profit.at(1) > 0 ? currency.keptGain.value : 1;
    equity = parts.collateral.line().slope + counted * profit.slope;
    portfolio = tracksOf(multi, ray, terms).portfolioValue.line.line().slope;
    each = contract.contractSize * mark;
  }
  if (!(counted > 0)) return std::nullopt;
  answer.side = equity > 0 ? Side::Short : Side::Long;
  answer.size = std::abs(equity) / (counted * each);
  answer.deltaNeutralSize = (equity > 0 ? portfolio : -portfolio) / each;
  return answer;
}

Solution liquidatingHaircut(const MultiCollateralWallet& wallet, AssetIndex asset, const Terms& terms) {
  const WalletReport report = valued(wallet, terms);
  if (report.positions.empty()) return {};
  const double buffer = report.riskBuffer;
  if (buffer <= 0) return {SolutionKind::NotNeeded, 0, std::nullopt};
  double value = 0;
  for (std::size_t i = 0; i < wallet.collateral.size(); ++i) {
    if (wallet.collateral[i].asset == asset) value += report.collateral[i].value;
  }
  const Asset& held = terms.rulebook.assets()[asset];
  value *= 1 - (terms.policy.collateralFee ? held.conversionFee : 0);
  const double haircut = held.haircut + buffer / value;
  return value > 0 && haircut <= 1 ? amountOf(haircut) : Solution{};
}

}  // namespace margin
