// SPDX-License-Identifier: MIT
// What the solver says of a single-collateral wallet is compared with the wallet valued anew.
#include <algorithm>
#include <cmath>

#include "dense_scan.hpp"
#include "scenarios.hpp"

using namespace margin;
using namespace margin::test;

namespace {

/// A random single-collateral account and what is said of it.
struct Account {
  explicit Account(std::uint64_t seed) : evaluation(evaluateScenario(randomScenario(seed, Kind::Single))) {
    INFO(randomScenario(seed, Kind::Single));
    REQUIRE(evaluation.errors.empty());
  }
  const SingleCollateralWallet& wallet() const {
    return std::get<SingleCollateralWallet>(evaluation.scenario.wallets[0]);
  }
  const WalletReport& report() const { return reportOf(evaluation); }
  const LiquidationSet& set() const { return report().factors.at(0).liquidation; }
  WalletReport at(double ratio) const {
    const Market market = moved(evaluation.scenario, wallet().asset, ratio);
    return evaluate(wallet(), termsOf(evaluation.scenario, market));
  }
  bool safeAt(double ratio) const {
    const WalletReport then = at(ratio);
    return then.marginEquity > then.maintenanceMargin;
  }
  /// What the largest terms amount to at a ratio of prices, in the coin.
  double scale(double ratio) const {
    double scale = wallet().balance;
    for (const PositionReport& position : report().positions) {
      scale += position.notional * (1 + 1 / ratio) + position.initialMargin;
    }
    return scale;
  }

  Evaluation evaluation;
};

}  // namespace

TEST_CASE("At every boundary of a coin wallet equity equals the requirement", "[property][single]") {
  std::size_t crossings = 0;
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    const Account account(seed);
    CHECK(account.report().factors.size() == 1);
    const LiquidationSet& set = account.set();
    for (std::size_t i = 0; i < set.boundaries.size(); ++i) {
      const Boundary& boundary = set.boundaries[i];
      INFO("seed " << seed << " ratio " << boundary.ratio);
      CHECK(boundary.ratio >= kMinRatio);
      CHECK(boundary.ratio <= kMaxRatio);
      if (i > 0) CHECK(boundary.ratio > set.boundaries[i - 1].ratio);
      const WalletReport then = account.at(boundary.ratio);
      const double equal = 1e-9 * account.scale(boundary.ratio);
      CHECK(std::fabs(then.marginEquity - then.maintenanceMargin) < equal);
      CHECK(std::fabs(then.marginEquity - boundary.marginEquity) < equal);
      CHECK(std::fabs(then.maintenanceMargin - boundary.maintenanceMargin) < equal);
      ++crossings;
    }
  }
  CHECK(crossings > accounts() / 3);
}

TEST_CASE("A dense scan of a coin wallet finds no change of safety without a boundary",
          "[property][single]") {
  std::size_t changes = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 10; ++seed) {
    const Account account(seed);
    const LiquidationSet& set = account.set();
    if (set.state == PoolState::None) {
      CHECK(set.boundaries.empty());
      continue;
    }
    CHECK(account.safeAt(1) == (set.state == PoolState::Safe));
    INFO("seed " << seed);
    changes += denseScan(set.boundaries, 1000, [&](double ratio) { return account.safeAt(ratio); });
  }
  CHECK(changes > accounts() / 30);
}

TEST_CASE("At its bankruptcy price a coin wallet is worth nothing", "[property][single]") {
  std::size_t bankrupt = 0;
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    const Account account(seed);
    for (std::size_t i = 0; i < account.wallet().positions.size(); ++i) {
      const PositionReport& position = account.report().positions[i];
      if (!position.bankruptcyPrice) continue;
      INFO("seed " << seed << " position " << i);
      const double ratio = *position.bankruptcyPrice / position.markPrice;
      const bool below = account.wallet().positions[i].side == Side::Long;
      CHECK((below ? ratio <= 1 + 1e-12 : ratio >= 1 - 1e-12));
      CHECK(std::fabs(account.at(ratio).marginEquity) < 1e-9 * account.scale(ratio));
      ++bankrupt;
    }
  }
  CHECK(bankrupt > accounts() / 5);
}
