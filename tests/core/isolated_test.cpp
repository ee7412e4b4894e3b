// SPDX-License-Identifier: MIT
#include "account.hpp"
#include "catch.hpp"

using namespace margin;
using Catch::Matchers::WithinRel;
using margin::test::Account;
using margin::test::classA;
using margin::test::factor;

namespace {

Account isolatedLong(IsolatedBy by, double value) {
  Account account;
  account.hold("USD", 50000);
  Position& position = account.trade(Side::Long, 1, "BTC", 100000, classA());
  position.margin = MarginMode::Isolated;
  position.isolatedBy = by;
  (by == IsolatedBy::Margin ? position.isolatedMargin : position.maxLeverage) = value;
  return account;
}

}  // namespace

TEST_CASE("An isolated position is liquidated by its own margin alone", "[isolated]") {
  Account account = isolatedLong(IsolatedBy::MaxLeverage, 10);
  const WalletReport report = account.report();
  CHECK(report.positions[0].initialMargin == 10000);
  CHECK(report.initialMargin == 10000);
  CHECK(report.cross.marginEquity == 40000);
  CHECK(report.cross.maintenanceMargin == 0);
  // 10,000 + 100,000 (x - 1) = 1,000
  CHECK_THAT(report.positions[0].liquidation.below()->ratio, WithinRel(0.91, 1e-12));
  CHECK_THAT(*report.positions[0].bankruptcyPrice, WithinRel(90000.0, 1e-12));
  CHECK(factor(account, report, "BTC").state == PoolState::None);
  CHECK(report.status == WalletStatus::Healthy);
}

TEST_CASE("Leverage beyond the schedule allocates the schedule's initial margin", "[isolated]") {
  CHECK(isolatedLong(IsolatedBy::MaxLeverage, 100).report().positions[0].initialMargin == 2000);
}

TEST_CASE("Isolated margin below maintenance stands in liquidation; the wallet does not", "[isolated]") {
  Account account = isolatedLong(IsolatedBy::Margin, 900);
  const WalletReport report = account.report();
  CHECK(report.positions[0].liquidation.state == PoolState::Liquidation);
  CHECK_THAT(report.positions[0].liquidation.above()->ratio, WithinRel(1.001, 1e-12));
  CHECK(report.status == WalletStatus::Healthy);
}

TEST_CASE("Negative isolated equity is not floored", "[isolated]") {
  Account account = isolatedLong(IsolatedBy::Margin, 1000);
  account.market.markPrice[0] = 90000;
  const WalletReport report = account.report();
  CHECK(*report.positions[0].equity == -9000);
  CHECK(report.marginEquity == 40000);
  CHECK(report.cross.marginEquity == 49000);
  CHECK_FALSE(report.positions[0].effectiveLeverage);
}

TEST_CASE("A short is liquidated above, under the mark basis a little sooner", "[isolated]") {
  Account account = isolatedLong(IsolatedBy::Margin, 5000);
  account.wallet.positions[0].side = Side::Short;
  // 5,000 - 100,000 (x - 1) = 1,000
  CHECK_THAT(account.report().positions[0].liquidation.above()->ratio, WithinRel(1.04, 1e-12));
  account.policy.marginBasis = MarginBasis::Mark;
  CHECK_THAT(account.report().positions[0].liquidation.above()->ratio, WithinRel(105.0 / 101, 1e-12));
}
