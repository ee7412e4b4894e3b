// SPDX-License-Identifier: MIT
// What the solver says of a wallet is compared with the wallet valued anew at moved prices.
#include <algorithm>
#include <cmath>

#include "dense_scan.hpp"
#include "scenarios.hpp"

using namespace margin;
using namespace margin::test;

namespace {

/// Equity and requirement of one pool at moved prices, valued from scratch.
struct Pool {
  double equity;
  double requirement;
  bool safe() const { return equity > requirement; }
};

/// The pools of a wallet: the cross pool along each factor, each isolated position along its underlying.
template <class Check>
void forEachPool(const Evaluation& evaluation, Check check) {
  const Scenario& scenario = evaluation.scenario;
  const MultiCollateralWallet& wallet = walletOf(evaluation);
  const WalletReport& report = reportOf(evaluation);
  const auto valued = [&](std::optional<AssetIndex> factor, double ratio) {
    const Market market = moved(scenario, factor, ratio);
    return evaluate(wallet, termsOf(scenario, market));
  };
  for (const FactorReport& factor : report.factors) {
    check(factor.liquidation, [&](double ratio) {
      const WalletReport at = valued(factor.asset, ratio);
      return Pool{at.cross.marginEquity, at.cross.maintenanceMargin};
    });
  }
  for (std::size_t i = 0; i < wallet.positions.size(); ++i) {
    if (wallet.positions[i].margin != MarginMode::Isolated) continue;
    const AssetIndex underlying = scenario.rulebook->contracts()[wallet.positions[i].contract].underlying;
    check(report.positions[i].liquidation, [&, i](double ratio) {
      const PositionReport at = valued(underlying, ratio).positions[i];
      return Pool{*at.equity, at.maintenanceMargin};
    });
  }
}

/// What the wallet's largest terms can move by at this ratio: the scale against which amounts are equal.
double scaleOf(const WalletReport& report, double ratio) {
  double scale = 0;
  for (const HoldingReport& holding : report.collateral) scale += std::fabs(holding.value);
  for (const PositionReport& position : report.positions) scale += position.notional + position.initialMargin;
  return scale * std::max(ratio, 1.0);
}

}  // namespace

TEST_CASE("At every boundary equity meets the requirement, or the requirement jumps across it",
          "[property]") {
  std::size_t crossings = 0;
  std::size_t jumps = 0;
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    const Evaluation evaluation = randomEvaluation(seed);
    forEachPool(evaluation, [&](const LiquidationSet& set, const auto& pool) {
      for (const Boundary& boundary : set.boundaries) {
        INFO("seed " << seed << " ratio " << boundary.ratio);
        const Pool before = pool(boundary.ratio * (1 - 1e-10));
        const Pool after = pool(boundary.ratio * (1 + 1e-10));
        const double equal = 1e-9 * scaleOf(reportOf(evaluation), boundary.ratio);
        if (std::fabs(after.requirement - before.requirement) > equal) {
          ++jumps;
          CHECK(before.safe());
          CHECK_FALSE(after.safe());
        } else {
          ++crossings;
          CHECK(std::fabs(boundary.marginEquity - boundary.maintenanceMargin) < equal);
          CHECK(std::fabs(after.equity - after.requirement) < equal);
        }
      }
    });
  }
  // The property would hold of nothing as well.
  CHECK(crossings > accounts());
  CHECK(jumps > accounts() / 1000);
}

TEST_CASE("A dense scan finds no change of safety without a boundary", "[property]") {
  std::size_t changes = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 10; ++seed) {
    forEachPool(randomEvaluation(seed), [&](const LiquidationSet& set, const auto& pool) {
      if (set.state == PoolState::None) {
        CHECK(set.boundaries.empty());
        return;
      }
      REQUIRE(pool(1).safe() == (set.state == PoolState::Safe));
      INFO("seed " << seed);
      changes += denseScan(set.boundaries, 100, [&](double ratio) { return pool(ratio).safe(); });
    });
  }
  CHECK(changes > accounts() / 20);
}

TEST_CASE("Boundaries ascend within the range, and the nearest are told", "[property]") {
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    const Evaluation evaluation = randomEvaluation(seed);
    for (const FactorReport& factor : reportOf(evaluation).factors) {
      const LiquidationSet& set = factor.liquidation;
      INFO("seed " << seed);
      for (std::size_t i = 0; i < set.boundaries.size(); ++i) {
        CHECK(set.boundaries[i].ratio >= kMinRatio);
        CHECK(set.boundaries[i].ratio <= kMaxRatio);
        if (i > 0) CHECK(set.boundaries[i].ratio > set.boundaries[i - 1].ratio);
      }
      if (set.below()) CHECK(set.below()->ratio <= 1);
      if (set.above()) CHECK(set.above()->ratio >= 1);
    }
  }
}
