// SPDX-License-Identifier: MIT
// What is said of a US wallet is compared with the wallet valued anew at moved prices and at moved times.
#include <algorithm>
#include <cmath>

#include "dense_scan.hpp"
#include "scenarios.hpp"
#include "us_account.hpp"

using namespace margin;
using namespace margin::test;

namespace {

/// Up to six contracts on up to four underlyings, with premiums; some nearly hedged, some deep in loss.
UsAccount randomUsAccount(std::uint64_t seed) {
  Random random(seed);
  UsAccount account(random.spread(100, 1e6));
  if (random.chance(0.05)) account.wallet.cash = -account.wallet.cash;
  const AssetIndex assets[] = {
      account.asset("BTC", random.spread(2e4, 2e5)), account.asset("ETH", random.spread(500, 1e4)),
      account.asset("NDX", random.spread(5e3, 5e4), AssetKind::Other), account.asset("SOL", 200)};
  const std::size_t count = 1 + random.below(6);
  for (std::size_t i = 0; i < count; ++i) {
    const AssetIndex asset = assets[random.below(4)];
    const double price = account.market.indexPrice[asset];
    const double valuePerPoint = random.spread(0.01, 50);
    const double initial = valuePerPoint * price * random.between(0.05, 0.5);
    const ContractIndex contract =
        account.list("C" + std::to_string(i), asset, valuePerPoint, initial * random.between(0.02, 1),
                     initial, initial * random.between(0.7, 1));
    account.market.markPrice[contract] *= random.between(0.98, 1.02);
    const double size = 1 + std::floor(random.spread(1, 20) * std::fabs(account.wallet.cash) /
                                       (valuePerPoint * price) / static_cast<double>(count));
    account.trade(random.chance(0.5) ? Side::Long : Side::Short, size, contract,
                  price * random.between(0.8, 1.25));
  }
  account.wallet.carried = random.chance(0.3);
  // Some minute of the weeks round the change of the clock.
  account.asOf = chicago(5, 2026, 10, 19, 0, 0) + 60 * static_cast<Instant>(random.below(4 * 7 * 24 * 60));
  return account;
}

Market moved(const UsAccount& account, std::optional<AssetIndex> factor, double ratio) {
  return margin::test::moved(account.market, account.rulebook, factor, ratio);
}

double scaleOf(const UsAccount& account, const UsReport& report, double ratio) {
  double scale = std::fabs(account.wallet.cash) + report.requirement;
  for (const UsPositionReport& position : report.positions) scale += position.notional;
  return scale * std::max(ratio, 1.0);
}

}  // namespace

TEST_CASE("At every boundary of a US wallet equity meets the requirement in force", "[property][us]") {
  std::size_t crossings = 0;
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    const UsAccount account = randomUsAccount(seed);
    const UsReport report = account.report();
    for (const FactorReport& factor : report.factors) {
      CHECK((factor.liquidation.state == PoolState::Safe) == (report.equity > report.requirement));
      for (const Boundary& boundary : factor.liquidation.boundaries) {
        INFO("seed " << seed << " ratio " << boundary.ratio);
        const UsReport at = account.reportAt(moved(account, factor.asset, boundary.ratio));
        const double equal = 1e-9 * scaleOf(account, report, boundary.ratio);
        CHECK(std::fabs(at.equity - at.requirement) < equal);
        CHECK(std::fabs(boundary.marginEquity - at.equity) < equal);
        CHECK(boundary.maintenanceMargin == report.requirement);
        ++crossings;
      }
    }
  }
  CHECK(crossings > accounts());
}

TEST_CASE("A dense scan of a US wallet finds no change of safety without a boundary", "[property][us]") {
  std::size_t changes = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 10; ++seed) {
    const UsAccount account = randomUsAccount(seed);
    const UsReport report = account.report();
    for (const FactorReport& factor : report.factors) {
      const auto safeAt = [&](double ratio) {
        const UsReport at = account.reportAt(moved(account, factor.asset, ratio));
        return at.equity > at.requirement;
      };
      INFO("seed " << seed);
      changes += denseScan(factor.liquidation.boundaries, 100, safeAt);
    }
  }
  CHECK(changes > accounts() / 10);
}

TEST_CASE("At its bankruptcy price a US wallet is worth nothing", "[property][us]") {
  std::size_t bankrupt = 0;
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    const UsAccount account = randomUsAccount(seed);
    const UsReport report = account.report();
    for (std::size_t i = 0; i < report.positions.size(); ++i) {
      const UsPositionReport& position = report.positions[i];
      if (!position.bankruptcyPrice) continue;
      INFO("seed " << seed << " position " << i);
      const double ratio = *position.bankruptcyPrice / position.markPrice;
      const Position& held = account.wallet.positions[i];
      CHECK((ratio == 1 || (ratio < 1) == (held.side == Side::Long)));
      const UsReport at =
          account.reportAt(moved(account, account.rulebook.contracts()[held.contract].underlying, ratio));
      CHECK(std::fabs(at.equity) < 1e-9 * scaleOf(account, report, ratio));
      ++bankrupt;
    }
  }
  CHECK(bankrupt > accounts() / 2);
}

TEST_CASE("Until the next switch nothing changes, and then what was told", "[property][us]") {
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    UsAccount account = randomUsAccount(seed);
    const UsReport now = account.report();
    INFO("seed " << seed);
    REQUIRE(now.nextSwitch.time > account.asOf);
    account.asOf = now.nextSwitch.time - 1;
    const UsReport before = account.report();
    CHECK(before.regime == now.regime);
    CHECK(before.requirement == now.requirement);
    CHECK(before.nextSwitch.time == now.nextSwitch.time);
    account.asOf = now.nextSwitch.time;
    const UsReport then = account.report();
    CHECK(then.regime == now.nextSwitch.regime);
    CHECK(then.regime != now.regime);
    CHECK(then.requirement == now.nextSwitch.requirement);
    CHECK(then.riskBuffer == now.nextSwitch.riskBuffer);
  }
}
