// SPDX-License-Identifier: MIT
// Each answer is put back into the account, which is evaluated anew: it keeps to the goal, and a hair less
// does not.
#include "margin/inverse.hpp"

#include <algorithm>
#include <cmath>
#include <variant>

#include "scenarios.hpp"

using namespace margin;
using namespace margin::test;

namespace {

struct Asked {
  Evaluation evaluation;
  Survival goal;

  const Scenario& scenario() const { return evaluation.scenario; }
  const Wallet& wallet() const { return evaluation.scenario.wallets[0]; }
  Terms terms() const { return termsOf(scenario()); }
};

const std::vector<FactorReport>& factorsOf(const AnyReport& report) {
  return std::visit([](const auto& each) -> const std::vector<FactorReport>& { return each.factors; },
                    report);
}
const std::vector<Position>& positionsOf(const Wallet& wallet) {
  return std::visit([](const auto& each) -> const std::vector<Position>& { return each.positions; }, wallet);
}

AnyReport reportOn(const Wallet& wallet, const Terms& terms) {
  return std::visit([&](const auto& each) -> AnyReport { return evaluate(each, terms); }, wallet);
}

Asked randomQuestion(std::uint64_t seed) {
  Random random(seed);
  const Kind kinds[] = {Kind::Multi, Kind::Multi, Kind::Single, Kind::UsFutures};
  Asked asked{evaluateScenario(randomScenario(seed, kinds[random.below(4)])), {}};
  REQUIRE(asked.evaluation.errors.empty());
  const auto& factors = factorsOf(asked.evaluation.wallets[0]);
  asked.goal.factor = factors[random.below(factors.size())].asset;
  asked.goal.move = random.chance(0.5) ? random.between(-0.95, -0.02) : random.between(0.02, 3);
  return asked;
}

/// Whether the set of a factor says that the pool lives to a move; the boundary may lie within a blur of it.
bool lives(const std::vector<FactorReport>& factors, const Survival& goal, double blur) {
  for (const FactorReport& factor : factors) {
    if (factor.asset != goal.factor) continue;
    const LiquidationSet& set = factor.liquidation;
    if (set.state == PoolState::None) return true;
    if (set.state == PoolState::Liquidation) return false;
    const double end = 1 + goal.move;
    return std::none_of(set.boundaries.begin(), set.boundaries.end(), [&](const Boundary& each) {
      return goal.move < 0 ? each.ratio > end * (1 + blur) && each.ratio < 1
                           : each.ratio < end * (1 - blur) && each.ratio > 1;
    });
  }
  // Nothing of the wallet moves.
  for (const FactorReport& factor : factors) return factor.liquidation.state != PoolState::Liquidation;
  return true;
}

Wallet withCollateral(Wallet wallet, AssetIndex asset, double quantity) {
  if (auto* multi = std::get_if<MultiCollateralWallet>(&wallet))
    multi->collateral.push_back({asset, quantity});
  if (auto* single = std::get_if<SingleCollateralWallet>(&wallet)) single->balance += quantity;
  if (auto* us = std::get_if<UsFuturesWallet>(&wallet)) us->cash += quantity;
  return wallet;
}

/// An asset that the wallet can take more of.
AssetIndex addable(const Asked& asked, Random& random) {
  if (const auto* single = std::get_if<SingleCollateralWallet>(&asked.wallet())) return single->asset;
  if (std::holds_alternative<UsFuturesWallet>(asked.wallet())) return kUsd;
  const auto& assets = asked.scenario().rulebook->assets();
  for (int tries = 0; tries < 20; ++tries) {
    const AssetIndex asset = random.below(assets.size());
    if (assets[asset].collateral && asked.scenario().market.indexPrice[asset] > 0) return asset;
  }
  return kUsd;
}

/// The wallet after a market order at the mark, as an order's preview has it.
std::optional<FilledReport> filled(const Asked& asked, ContractIndex contract, Side side, double size) {
  Wallet wallet = asked.wallet();
  Order order;
  order.contract = contract;
  order.side = side;
  order.size = size;
  order.type = OrderType::Market;
  std::visit(
      [&](auto& each) {
        each.orders = {order};
        each.transfers.clear();
      },
      wallet);
  Scenario scenario = asked.scenario();
  scenario.market.orderBooks.clear();
  const Terms terms = margin::test::termsOf(asked.scenario(), scenario.market);
  const AnyReport report = reportOn(wallet, terms);
  return std::visit([](const auto& each) { return each.orders[0].filled; }, report);
}

}  // namespace

TEST_CASE("Collateral added as told lets an account survive, and a hair less does not",
          "[property][inverse]") {
  std::size_t amounts = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 2; ++seed) {
    const Asked asked = randomQuestion(seed);
    Random random(seed * 7);
    const AssetIndex asset = addable(asked, random);
    const Solution solution = collateralToSurvive(asked.wallet(), asset, asked.goal, asked.terms());
    INFO("seed " << seed << " amount " << solution.amount << " move " << asked.goal.move);
    const auto livesWith = [&](double quantity, double blur) {
      const Wallet wallet = withCollateral(asked.wallet(), asset, quantity);
      return lives(factorsOf(reportOn(wallet, asked.terms())), asked.goal, blur);
    };
    if (solution.kind == SolutionKind::NotNeeded) {
      CHECK(livesWith(0, 1e-9));
    } else if (solution.kind == SolutionKind::Amount) {
      ++amounts;
      CHECK(livesWith(solution.amount * (1 + 1e-7), 1e-9));
      CHECK_FALSE(livesWith(solution.amount * (1 - 1e-6), 0));
    } else {
      CHECK(asked.scenario().rulebook->assets()[asset].haircut == 1);
    }
  }
  CHECK(amounts > accounts() / 20);
}

TEST_CASE("Closing as told lets an account survive, and a hair less does not", "[property][inverse]") {
  std::size_t amounts = 0;
  std::size_t impossible = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 2; ++seed) {
    const Asked asked = randomQuestion(seed);
    const auto& positions = positionsOf(asked.wallet());
    if (positions.empty()) continue;
    Random random(seed * 11);
    const std::size_t index = random.below(positions.size());
    const Position& position = positions[index];
    const Solution solution = sizeToClose(asked.wallet(), index, asked.goal, asked.terms());
    INFO("seed " << seed << " amount " << solution.amount << " of " << position.size << " move "
                 << asked.goal.move);
    const Side against = position.side == Side::Long ? Side::Short : Side::Long;
    const auto livesWith = [&](double size, double blur) {
      return lives(filled(asked, position.contract, against, size)->standing.factors, asked.goal, blur);
    };
    if (solution.kind == SolutionKind::Amount) {
      ++amounts;
      REQUIRE(solution.amount <= position.size);
      CHECK(livesWith(std::min(position.size, solution.amount * (1 + 1e-7)), 1e-9));
      if (solution.amount > 1e-9 * position.size) CHECK_FALSE(livesWith(solution.amount * (1 - 1e-6), 0));
    } else if (solution.kind == SolutionKind::Impossible && position.margin == MarginMode::Cross) {
      ++impossible;
      for (const double share : {0.1, 0.37, 0.5, 0.81, 0.99, 1.0}) {
        INFO("share " << share);
        CHECK_FALSE(livesWith(position.size * share, 0));
      }
    }
  }
  CHECK(amounts > accounts() / 40);
  CHECK(impossible > accounts() / 40);
}

TEST_CASE("The largest size keeps to its limits, and a hair more does not", "[property][inverse]") {
  std::size_t amounts = 0;
  std::size_t impossible = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 2; ++seed) {
    const Asked asked = randomQuestion(seed);
    const auto& positions = positionsOf(asked.wallet());
    if (positions.empty()) continue;
    Random random(seed * 13);
    const Position& position = positions[random.below(positions.size())];
    if (position.margin != MarginMode::Cross) continue;
    const Side side = random.chance(0.5) ? Side::Long : Side::Short;
    SizeLimit limit;
    limit.availableMargin = random.chance(0.6);
    if (random.chance(0.4)) limit.leverage = random.between(0.5, 20);
    if (random.chance(0.5) || (!limit.availableMargin && !limit.leverage)) limit.survival = asked.goal;
    const Solution solution = largestSize(asked.wallet(), position.contract, side, limit, asked.terms());
    const auto keeps = [&](double size, double slack) {
      const Standing standing = filled(asked, position.contract, side, size)->standing;
      const double equity = std::fabs(standing.marginEquity) + standing.initialMargin;
      if (limit.availableMargin && standing.availableMargin < -slack * equity) return false;
      if (limit.leverage &&
          (!standing.effectiveLeverage || *standing.effectiveLeverage > *limit.leverage * (1 + slack)))
        return false;
      return !limit.survival || lives(standing.factors, asked.goal, slack);
    };
    INFO("seed " << seed << " amount " << solution.amount << " move " << asked.goal.move);
    const auto& contract = asked.scenario().rulebook->contracts()[position.contract];
    if (solution.kind == SolutionKind::Amount) {
      ++amounts;
      CHECK(keeps(solution.amount * (1 - 1e-7), 1e-9));
      const double held = position.side == side ? position.size : -position.size;
      const bool whole = contract.maxPosition && solution.amount + held >= *contract.maxPosition * (1 - 1e-9);
      if (!whole) CHECK_FALSE(keeps(solution.amount * (1 + 1e-6), 0));
    } else if (solution.kind == SolutionKind::Impossible) {
      // Or the position is as large as the contract allows.
      if (contract.maxPosition && position.side == side && position.size >= *contract.maxPosition) continue;
      ++impossible;
      CHECK_FALSE(keeps(1e-9 * position.size, 0));
    }
  }
  CHECK(amounts > accounts() / 20);
  CHECK(impossible > accounts() / 20);
}

TEST_CASE("A hedged account does not move with the asset", "[property][inverse]") {
  std::size_t hedged = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 2; ++seed) {
    const Asked asked = randomQuestion(seed);
    const auto& positions = positionsOf(asked.wallet());
    if (positions.empty()) continue;
    const Position& position = positions[0];
    if (position.margin != MarginMode::Cross) continue;
    const auto answer = hedge(asked.wallet(), position.contract, asked.terms());
    if (!answer || answer->size < 1e-9) continue;
    // Where a profit turns into a loss, margin equity has a kink: it moves differently on its two sides.
    const AnyReport& whole = asked.evaluation.wallets[0];
    if (const auto* report = std::get_if<WalletReport>(&whole)) {
      double notional = 0;
      double profit = 0;
      for (std::size_t i = 0; i < positions.size(); ++i) {
        if (positions[i].margin != MarginMode::Cross) continue;
        notional += report->positions[i].notional;
        profit += report->positions[i].unrealizedPnl + positions[i].unrealizedFunding;
      }
      if (std::fabs(profit) < 1e-3 * notional) continue;
    }
    ++hedged;
    Wallet wallet = asked.wallet();
    // A second position on the contract, at the mark: valued like any other.
    std::visit(
        [&](auto& each) {
          Position added = position;
          added.side = answer->side;
          added.size = answer->size;
          added.entryPrice = asked.scenario().market.markPrice[position.contract];
          added.unrealizedFunding = 0;
          each.positions.push_back(added);
          each.orders.clear();
          each.transfers.clear();
        },
        wallet);
    const AssetIndex asset = asked.scenario().rulebook->contracts()[position.contract].underlying;
    const auto equityAt = [&](double ratio) {
      const Market market = moved(asked.scenario(), asset, ratio);
      const AnyReport report = reportOn(wallet, margin::test::termsOf(asked.scenario(), market));
      if (const auto* us = std::get_if<UsReport>(&report)) return us->equity.value;
      const auto& other = std::get<WalletReport>(report);
      const bool coin = std::holds_alternative<SingleCollateralWallet>(wallet);
      return coin ? other.marginEquity * market.indexPrice[asset] : other.cross.marginEquity.value;
    };
    const double today = equityAt(1);
    const double scale =
        std::fabs(today) + answer->size * asked.scenario().market.markPrice[position.contract];
    INFO("seed " << seed);
    CHECK(std::fabs(equityAt(1.0001) - today) < 1e-8 * scale);
    CHECK(std::fabs(equityAt(0.9999) - today) < 1e-8 * scale);
  }
  CHECK(hedged > accounts() / 10);
}
