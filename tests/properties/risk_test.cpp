// SPDX-License-Identifier: MIT
// Shocks, sensitivities and odds of random accounts against accounts valued anew.
#include <algorithm>
#include <cmath>

#include "margin/replay.hpp"
#include "margin/sensitivity.hpp"
#include "margin/shock.hpp"
#include "scenarios.hpp"

using namespace margin;
using namespace margin::test;

namespace {

Shock randomShock(Random& random, const Rulebook& rulebook) {
  Shock shock{std::vector<double>(rulebook.assets().size())};
  for (AssetIndex i = 1; i < shock.move.size(); ++i)
    shock.move[i] = random.chance(0.5) ? random.between(-0.9, 2) : 0;
  return shock;
}

/// Prices under a part of a shock: straight from the definition.
Market under(const Scenario& scenario, const Shock& shock, double share) {
  Market market = scenario.market;
  for (AssetIndex i = 0; i < market.indexPrice.size(); ++i) market.indexPrice[i] *= 1 + share * shock.move[i];
  for (ContractIndex i = 0; i < market.markPrice.size(); ++i) {
    market.markPrice[i] *= 1 + share * shock.move[scenario.rulebook->contracts()[i].underlying];
  }
  return market;
}

double tolerance(const WalletReport& report) {
  double largest = 1;
  for (const PositionReport& position : report.positions)
    largest = std::max(largest, position.notional.value);
  return 1e-9 * (largest + std::abs(report.balanceValue));
}

}  // namespace

TEST_CASE("Shocked amounts are the account's at those prices; liquidation on the way is where it is unsafe",
          "[properties]") {
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    const Evaluation evaluation = randomEvaluation(seed);
    Random random(seed + 1'000'000);
    const Scenario& scenario = evaluation.scenario;
    const MultiCollateralWallet& wallet = walletOf(evaluation);
    const Shock shock = randomShock(random, *scenario.rulebook);
    const ShockOutcome outcome = shockLadder(wallet, {shock}, termsOf(scenario)).front();
    const Market market = under(scenario, shock, 1);
    const WalletReport report = evaluate(wallet, termsOf(scenario, market));
    INFO(randomScenario(seed));
    const double near = tolerance(report) + tolerance(reportOf(evaluation));
    CHECK(std::abs(outcome.amounts.marginEquity - report.marginEquity) <= near);
    CHECK(std::abs(outcome.amounts.crossMarginEquity - report.cross.marginEquity) <= near);
    const auto excess = [&](double share) {
      const WalletReport there = evaluate(wallet, termsOf(scenario, under(scenario, shock, share)));
      return there.cross.marginEquity - there.cross.maintenanceMargin;
    };
    const bool open = std::any_of(wallet.positions.begin(), wallet.positions.end(),
                                  [](const Position& each) { return each.margin == MarginMode::Cross; });
    if (!open) {
      CHECK_FALSE(outcome.liquidatedAt);
      continue;
    }
    if (outcome.liquidatedAt == 0.0) {
      CHECK(excess(0) <= near);
      continue;
    }
    const double end = outcome.liquidatedAt.value_or(1);
    // Before it the account is safe, at it no more.
    for (int i = 0; i < 10; ++i) CHECK(excess(end * i / 10 * (1 - 1e-9)) > -near);
    if (outcome.liquidatedAt) CHECK(excess(end * (1 + 1e-9) + 1e-12) <= near);
  }
}

TEST_CASE("Derivatives of a liquidation are what a small change of the input does", "[properties]") {
  std::size_t checked = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 4; ++seed) {
    const Evaluation evaluation = randomEvaluation(seed);
    const Scenario& scenario = evaluation.scenario;
    const MultiCollateralWallet& wallet = walletOf(evaluation);
    INFO(randomScenario(seed));
    for (const FactorReport& factor : reportOf(evaluation).factors) {
      const Sensitivities all = sensitivities(wallet, factor.asset, termsOf(scenario));
      if (!all.nearest) continue;
      for (const Sensitivity& each : all.ranked) {
        if (each.input != InputKind::Quantity && each.input != InputKind::EntryPrice) continue;
        const double step = 1e-7 * std::max(std::abs(each.value), 1e-6);
        MultiCollateralWallet more = wallet;
        if (each.input == InputKind::Quantity) {
          more.collateral[each.index].quantity.value += step;
        } else {
          more.positions[each.index].entryPrice += step;
        }
        const double expected = all.nearest->ratio + each.rise * step;
        double nearest = 1e300;
        for (const FactorReport& then : evaluate(more, termsOf(scenario)).factors) {
          if (then.asset != factor.asset) continue;
          for (const Boundary& boundary : then.liquidation.boundaries) {
            if (std::abs(boundary.ratio - expected) < std::abs(nearest - expected)) nearest = boundary.ratio;
          }
        }
        CHECK(std::abs(nearest - expected) <=
              1e-10 * (1 + std::abs(expected)) + 1e-5 * std::abs(each.rise * step));
        ++checked;
      }
    }
  }
  CHECK(checked > accounts() / 8);
}

TEST_CASE("A replay of two rows is a shock", "[properties]") {
  for (std::uint64_t seed = 1; seed <= accounts() / 4; ++seed) {
    const Evaluation evaluation = randomEvaluation(seed);
    Random random(seed + 2'000'000);
    const Scenario& scenario = evaluation.scenario;
    const MultiCollateralWallet& wallet = walletOf(evaluation);
    const Shock shock = randomShock(random, *scenario.rulebook);
    PriceHistory history;
    history.rows.resize(2);
    history.rows[1].at = 1;
    for (AssetIndex i = 1; i < shock.move.size(); ++i) {
      if (!(scenario.market.indexPrice[i] > 0)) continue;
      history.assets.push_back(i);
      history.rows[0].price.push_back(scenario.market.indexPrice[i]);
      history.rows[1].price.push_back(scenario.market.indexPrice[i] * (1 + shock.move[i]));
    }
    const ShockOutcome outcome = shockLadder(wallet, {shock}, termsOf(scenario)).front();
    const Replay result = replay(wallet, history, termsOf(scenario));
    INFO(randomScenario(seed));
    CHECK(result.liquidation.has_value() == outcome.liquidatedAt.has_value());
    if (result.liquidation && outcome.liquidatedAt && *outcome.liquidatedAt > 0) {
      // A second's funding lies between.
      CHECK(result.liquidation->row == 1);
      CHECK(std::abs(result.liquidation->share - *outcome.liquidatedAt) <=
            1e-3 * (1 + *outcome.liquidatedAt));
    }
  }
}
