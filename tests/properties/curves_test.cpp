// SPDX-License-Identifier: MIT
// Curves are compared with the wallet valued anew at the prices of each place.
#include <algorithm>
#include <cmath>
#include <variant>

#include "margin/curve.hpp"
#include "scenarios.hpp"

using namespace margin;
using namespace margin::test;

namespace {

/// Prices where a ray has moved: straight from the definition.
Market alongRay(const Scenario& scenario, const Ray& ray, double move) {
  Market market = scenario.market;
  for (AssetIndex i = 0; i < market.indexPrice.size(); ++i) market.indexPrice[i] *= 1 + ray.weight[i] * move;
  const auto& contracts = scenario.rulebook->contracts();
  for (ContractIndex i = 0; i < contracts.size(); ++i) {
    market.markPrice[i] *= 1 + ray.weight[contracts[i].underlying] * move;
  }
  return market;
}

/// Random betas, some 0 and some negative; of one account in three a plain factor.
Ray randomRay(const Scenario& scenario, Random& random) {
  const auto& assets = scenario.rulebook->assets();
  if (random.chance(0.33)) return rayOf(*scenario.rulebook, std::nullopt);
  Ray ray;
  ray.weight.resize(assets.size());
  for (AssetIndex i = 1; i < assets.size(); ++i) {
    ray.weight[i] = random.chance(0.3) ? 0 : random.between(-1.5, 2.5);
  }
  return ray;
}

struct Expected {
  CurveAmounts amounts;
  double scale = 1;
};

Expected valuedAt(const Wallet& wallet, const Terms& terms) {
  Expected expected;
  CurveAmounts& a = expected.amounts;
  if (const auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    const UsReport report = evaluate(*us, terms);
    a = {report.equity, report.equity,        report.initialMargin, report.requirement,
         report.equity, report.initialMargin, report.requirement};
    expected.scale = std::fabs(us->cash) + report.initialMargin;
    for (const auto& position : report.positions) expected.scale += position.notional;
    return expected;
  }
  const auto* single = std::get_if<SingleCollateralWallet>(&wallet);
  const WalletReport r =
      single ? evaluate(*single, terms) : evaluate(std::get<MultiCollateralWallet>(wallet), terms);
  a = {r.marginEquity,       r.portfolioValue,      r.initialMargin,          r.maintenanceMargin,
       r.cross.marginEquity, r.cross.initialMargin, r.cross.maintenanceMargin};
  expected.scale = single ? single->balance : 0;
  for (const HoldingReport& holding : r.collateral) expected.scale += std::fabs(holding.value);
  for (const PositionReport& position : r.positions) {
    expected.scale += position.notional + position.initialMargin + std::fabs(position.unrealizedPnl);
  }
  return expected;
}

void checkSame(const CurveAmounts& found, const Expected& expected) {
  const double equal = 1e-9 * expected.scale;
  CHECK(std::fabs(found.marginEquity - expected.amounts.marginEquity) <= equal);
  CHECK(std::fabs(found.portfolioValue - expected.amounts.portfolioValue) <= equal);
  CHECK(std::fabs(found.initialMargin - expected.amounts.initialMargin) <= equal);
  CHECK(std::fabs(found.maintenanceMargin - expected.amounts.maintenanceMargin) <= equal);
  CHECK(std::fabs(found.crossMarginEquity - expected.amounts.crossMarginEquity) <= equal);
  CHECK(std::fabs(found.crossInitialMargin - expected.amounts.crossInitialMargin) <= equal);
  CHECK(std::fabs(found.crossMaintenanceMargin - expected.amounts.crossMaintenanceMargin) <= equal);
}

/// The amounts between two points that are joined by a straight piece.
CurveAmounts between(const CurveAmounts& from, const CurveAmounts& to, double share) {
  const auto mix = [&](double CurveAmounts::*amount) {
    return from.*amount + share * (to.*amount - from.*amount);
  };
  return {mix(&CurveAmounts::marginEquity),          mix(&CurveAmounts::portfolioValue),
          mix(&CurveAmounts::initialMargin),         mix(&CurveAmounts::maintenanceMargin),
          mix(&CurveAmounts::crossMarginEquity),     mix(&CurveAmounts::crossInitialMargin),
          mix(&CurveAmounts::crossMaintenanceMargin)};
}

Expected inUsd(Expected expected, double price) {
  for (double CurveAmounts::*amount :
       {&CurveAmounts::marginEquity, &CurveAmounts::portfolioValue, &CurveAmounts::initialMargin,
        &CurveAmounts::maintenanceMargin, &CurveAmounts::crossMarginEquity, &CurveAmounts::crossInitialMargin,
        &CurveAmounts::crossMaintenanceMargin}) {
    expected.amounts.*amount *= price;
  }
  expected.scale *= price;
  return expected;
}

}  // namespace

TEST_CASE("Between and at its points a curve is what the wallet is worth there", "[property][curve]") {
  std::size_t jumps = 0;
  std::size_t pieces = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 4; ++seed) {
    const Evaluation evaluation = evaluateScenario(randomScenario(seed, Kind::Mixed));
    REQUIRE(evaluation.errors.empty());
    const Scenario& scenario = evaluation.scenario;
    Random random(seed);
    for (const Wallet& wallet : scenario.wallets) {
      const Ray ray = randomRay(scenario, random);
      const MoveRange range = moveRange(ray);
      const double from = std::max(range.from, -0.9);
      const double to = std::min(range.to, 1.5);
      const Curve curve = curveOf(wallet, ray, from, to, 7, termsOf(scenario));
      const auto at = [&](double move) {
        const Market market = alongRay(scenario, ray, move);
        return valuedAt(wallet, margin::test::termsOf(scenario, market));
      };
      REQUIRE(curve.points.size() >= 3);
      CHECK(curve.points.front().move == Approx(from));
      CHECK(curve.points.back().move == Approx(to));
      INFO("seed " << seed);
      const auto* single = std::get_if<SingleCollateralWallet>(&wallet);
      for (std::size_t i = 1; i < curve.points.size(); ++i) {
        const CurvePoint& before = curve.points[i - 1];
        const CurvePoint& after = curve.points[i];
        if (before.move == after.move) {
          ++jumps;
          continue;
        }
        ++pieces;
        const double share = random.between(0.01, 0.99);
        const double move = before.move + share * (after.move - before.move);
        INFO("move " << move);
        if (single) {
          const double price =
              scenario.market.indexPrice[single->asset] * (1 + ray.weight[single->asset] * move);
          checkSame(between(*before.usd, *after.usd, share), inUsd(at(move), price));
        } else {
          checkSame(between(before.amounts, after.amounts, share), at(move));
        }
      }
      REQUIRE(curve.samples.size() == 7);
      for (const CurvePoint& sample : curve.samples) {
        INFO("sample at " << sample.move);
        checkSame(sample.amounts, at(sample.move));
      }
    }
  }
  CHECK(pieces > accounts());
  CHECK(jumps > accounts() / 20);
}

TEST_CASE("Along a factor a curve is liquidated where the report says", "[property][curve]") {
  std::size_t found = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 4; ++seed) {
    const Evaluation evaluation = evaluateScenario(randomScenario(seed, Kind::Mixed));
    REQUIRE(evaluation.errors.empty());
    const Scenario& scenario = evaluation.scenario;
    for (std::size_t i = 0; i < scenario.wallets.size(); ++i) {
      const auto& factors =
          std::visit([](const auto& report) -> const std::vector<FactorReport>& { return report.factors; },
                     evaluation.wallets[i]);
      for (const FactorReport& factor : factors) {
        const Curve curve = curveOf(scenario.wallets[i], rayOf(*scenario.rulebook, factor.asset), -0.9, 9, 0,
                                    termsOf(scenario));
        INFO("seed " << seed << " wallet " << i);
        CHECK(curve.liquidation.state == factor.liquidation.state);
        REQUIRE(curve.liquidation.boundaries.size() == factor.liquidation.boundaries.size());
        for (std::size_t k = 0; k < factor.liquidation.boundaries.size(); ++k) {
          ++found;
          const double expected = factor.liquidation.boundaries[k].ratio;
          CHECK(curve.liquidation.boundaries[k].ratio == Approx(expected).epsilon(1e-8));
        }
      }
    }
  }
  CHECK(found > accounts() / 4);
}
