// SPDX-License-Identifier: MIT
#include "account.hpp"
#include "catch.hpp"

using namespace margin;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using margin::test::Account;
using margin::test::classA;
using margin::test::factor;

TEST_CASE("No position: valued, healthy, nothing to liquidate", "[wallet]") {
  const Account account = Account().hold("BTC", 2, 100000, 0.02).hold("USD", 500);
  const WalletReport report = account.report();
  CHECK(report.balanceValue == 200500);
  CHECK(report.collateralValue == 196500);
  CHECK(report.availableMargin == 196500);
  CHECK(report.effectiveLeverage == 0.0);
  CHECK(report.status == WalletStatus::Healthy);
  REQUIRE(report.factors.size() == 2);
  CHECK(factor(account, report, "BTC").state == PoolState::None);
  CHECK(factor(account, report).boundaries.empty());
}

TEST_CASE("A gain in another currency counts after haircut and fee, a loss in full", "[wallet]") {
  Account account;
  account.hold("USD", 50000);
  account.wallet.profitCurrency = account.asset("BTC", 0.02, 0.005);
  account.market.indexPrice[account.wallet.profitCurrency] = 100000;
  account.trade(Side::Long, 1, "ETH", 4000, classA());
  account.market.markPrice[0] = 4400;
  CHECK_THAT(account.report().totalUnrealizedAsMargin, WithinRel(400 * 0.98 * 0.995, 1e-12));
  account.market.markPrice[0] = 3600;
  CHECK(account.report().totalUnrealizedAsMargin == -400);
}

TEST_CASE("Profit currency BTC: an isolated gain does not touch the cross pool", "[wallet][isolated]") {
  Account account;
  account.hold("USD", 50000);
  account.wallet.profitCurrency = account.asset("BTC", 0.02, 0.005);
  account.trade(Side::Long, 1, "BTC", 100000, classA());
  Position& isolated = account.trade(Side::Long, 5, "ETH", 4000, classA());
  isolated.margin = MarginMode::Isolated;
  isolated.isolatedBy = IsolatedBy::Margin;
  isolated.isolatedMargin = 3000;
  const CrossReport before = account.report().cross;
  account.market.markPrice[1] = 5000;
  const WalletReport after = account.report();
  CHECK(after.cross.marginEquity == before.marginEquity);
  CHECK(after.cross.marginEquity == 47000);
  CHECK_THAT(*after.positions[1].equity, WithinRel(3000 + 5000 * 0.98 * 0.995, 1e-12));
  CHECK_THAT(after.marginEquity, WithinRel(50000 + 5000 * 0.98 * 0.995, 1e-12));
}

TEST_CASE("A negative USD balance counts in full", "[wallet]") {
  const Account account = Account().hold("USD", -20000).hold("BTC", 1, 100000, 0.02);
  const WalletReport report = account.report();
  CHECK(report.balanceValue == 80000);
  CHECK(report.collateralValue == 78000);
}

TEST_CASE("Haircut 0 counts all, haircut 1 nothing", "[wallet]") {
  Account account = Account().hold("BTC", 1, 100000, 0).hold("ETH", 10, 4000, 1);
  account.trade(Side::Short, 1, "SOL", 200, classA());
  const WalletReport report = account.report();
  CHECK(report.collateral[0].collateralValue == 100000);
  CHECK(report.collateral[1].collateralValue == 0);
  // Collateral that counts nothing cannot liquidate.
  CHECK(factor(account, report, "ETH").boundaries.empty());
  CHECK(factor(account, report, "ETH").state == PoolState::Safe);
}

TEST_CASE("Two equal collaterals are worth the sum and move together", "[wallet]") {
  Account once = Account().hold("BTC", 2, 100000, 0.02);
  Account twice = Account().hold("BTC", 1, 100000, 0.02).hold("BTC", 1, 100000, 0.02);
  for (Account* account : {&once, &twice}) account->trade(Side::Long, 10, "BTC", 100000, classA());
  const WalletReport a = once.report();
  const WalletReport b = twice.report();
  CHECK(a.marginEquity == b.marginEquity);
  CHECK(b.factors.size() == 2);
  REQUIRE(factor(twice, b, "BTC").boundaries.size() == 1);
  CHECK_THAT(factor(twice, b, "BTC").boundaries[0].ratio,
             WithinRel(factor(once, a, "BTC").boundaries[0].ratio, 1e-12));
}

TEST_CASE("The conversion fee reduces collateral and the closing fee joins the requirement", "[wallet]") {
  Account account;
  account.asset("BTC", 0.02, 0.005);
  account.hold("BTC", 1, 100000);
  account.trade(Side::Long, 5, "BTC", 100000, classA());
  account.takerFee = 0.0005;
  CHECK(account.report().collateralValue == 98000);
  account.policy.collateralFee = true;
  CHECK_THAT(account.report().collateralValue, WithinRel(100000 * 0.98 * 0.995, 1e-12));
  CHECK(account.report().cross.maintenanceMargin == 5000);
  account.policy.closingFee = true;
  CHECK_THAT(account.report().cross.maintenanceMargin, WithinRel(5000 + 250.0, 1e-12));
  CHECK_THAT(account.report().positions[0].maintenanceMargin, WithinRel(5000.0, 1e-12));
}

TEST_CASE("Status is tested in order: liquidation, reduce-only, healthy", "[wallet]") {
  Account account;
  account.hold("USD", 5000);
  account.trade(Side::Long, 5, "BTC", 100000, classA());  // initial 10,000, maintenance 5,000
  CHECK(account.report().status == WalletStatus::Liquidation);
  account.wallet.collateral[0].quantity = 5000.01;
  CHECK(account.report().status == WalletStatus::ReduceOnly);
  account.wallet.collateral[0].quantity = 10000;
  CHECK(account.report().status == WalletStatus::Healthy);
}

TEST_CASE("10,000 times the size meets the top level", "[wallet]") {
  Account account;
  account.hold("BTC", 10000, 100000, 0.02);
  account.trade(Side::Long, 50000, "BTC", 100000, classA());
  const WalletReport report = account.report();
  CHECK(report.positions[0].level == 7);
  CHECK_THAT(report.initialMargin, WithinRel(5e9 * 0.5, 1e-12));
  CHECK(report.status == WalletStatus::Liquidation);
  // Under the entry basis the requirement stands still: 980e6 x + 5e9 (x - 1) = 1.25e9.
  REQUIRE(factor(account, report, "BTC").above());
  CHECK_THAT(factor(account, report, "BTC").above()->ratio, WithinRel(6.25 / 5.98, 1e-12));
}
