// SPDX-License-Identifier: MIT
// Golden liquidation prices, each derived by hand in the comment.
#include "account.hpp"
#include "catch.hpp"

using namespace margin;
using Catch::Matchers::WithinRel;
using margin::test::Account;
using margin::test::classA;
using margin::test::classB;
using margin::test::factor;

namespace {

Account pledgedBtc() {
  Account account;
  account.hold("BTC", 1, 100000, 0.02);
  account.trade(Side::Long, 5, "BTC", 100000, classA());
  return account;
}

}  // namespace

TEST_CASE("1 BTC pledged, long 5: falls on both sides of the account", "[liquidation][golden]") {
  Account account = pledgedBtc();
  WalletReport report = account.report();
  CHECK(report.collateralValue == 98000);
  CHECK(report.initialMargin == 10000);
  CHECK(report.maintenanceMargin == 5000);
  CHECK_THAT(*report.effectiveLeverage, WithinRel(500.0 / 98, 1e-12));
  // 98,000 x + 500,000 (x - 1) = 5,000
  REQUIRE(factor(account, report, "BTC").boundaries.size() == 1);
  CHECK_THAT(factor(account, report, "BTC").below()->ratio, WithinRel(505.0 / 598, 1e-12));
  CHECK_FALSE(factor(account, report, "BTC").above());
  // Bankruptcy: 98,000 x + 500,000 (x - 1) = 0
  CHECK_THAT(*report.positions[0].bankruptcyPrice, WithinRel(100000 * 500.0 / 598, 1e-12));

  account.policy.marginBasis = MarginBasis::Mark;
  report = account.report();
  // 98,000 x + 500,000 (x - 1) = 5,000 x
  CHECK_THAT(factor(account, report, "BTC").below()->ratio, WithinRel(500.0 / 593, 1e-12));
}

TEST_CASE("ETH pledged, long SOL: either or both can liquidate", "[liquidation][golden]") {
  Account account;
  account.hold("ETH", 10, 4000, 0.06);
  account.trade(Side::Long, 500, "SOL", 200, classB());
  const WalletReport report = account.report();
  // 37,600 + 100,000 (x - 1) = 1,000
  CHECK_THAT(200 * factor(account, report, "SOL").below()->ratio, WithinRel(126.80, 1e-12));
  // 37,600 x = 1,000
  CHECK_THAT(4000 * factor(account, report, "ETH").below()->ratio, WithinRel(4000 / 37.6, 1e-12));
  // 37,600 x + 100,000 (x - 1) = 1,000
  CHECK_THAT(factor(account, report).below()->ratio, WithinRel(101 / 137.6, 1e-12));
  CHECK_FALSE(factor(account, report).above());
}

TEST_CASE("Two contracts, marginal, mark basis, no netting: a boundary on either side",
          "[liquidation][golden]") {
  Account account;
  account.policy = {MarginBasis::Mark, Levels::Marginal, false, false, false};
  account.hold("USD", 250000);
  account.trade(Side::Long, 50, "BTC", 100000, classA());
  account.trade(Side::Short, 47, "BTC", 100000, classA());
  const WalletReport report = account.report();
  const LiquidationSet& set = factor(account, report, "BTC");
  REQUIRE(set.boundaries.size() == 2);
  // Below, both sides within 1-2 million: 250,000 + 300,000 (x - 1) = 0.02 x 9,700,000 x - 20,000.
  CHECK_THAT(100000 * set.boundaries[0].ratio, WithinRel(100000 * 30.0 / 106, 1e-12));
  // Above, both sides within 5-10 million: requirement 0.05 n - 145,000 each.
  CHECK_THAT(100000 * set.boundaries[1].ratio, WithinRel(100000 * 240.0 / 185, 1e-12));
}

TEST_CASE("A jump of a flat level is the crossing itself", "[liquidation]") {
  // Short 9 BTC from 100,000 with 113,000 USD: at 1,000,000 notional maintenance jumps from 1 % to 2 %.
  // Just below it 113,000 - 100,000 = 13,000 covers 10,000; at it 20,000 is not covered.
  Account account;
  account.policy.marginBasis = MarginBasis::Mark;
  account.hold("USD", 113000);
  account.trade(Side::Short, 9, "BTC", 100000, classA());
  const WalletReport report = account.report();
  const LiquidationSet& set = factor(account, report, "BTC");
  REQUIRE(set.boundaries.size() == 1);
  CHECK(set.boundaries[0].ratio == 1e6 / 9e5);
  CHECK_THAT(set.boundaries[0].maintenanceMargin, WithinRel(20000.0, 1e-12));
  CHECK_THAT(set.boundaries[0].marginEquity, WithinRel(13000.0, 1e-9));
}

TEST_CASE("Safe, unsafe after a jump, safe again: every boundary is found", "[liquidation]") {
  // Long 9 BTC with equity just short of what the second level wants: it recovers as the price rises.
  Account account;
  account.policy.marginBasis = MarginBasis::Mark;
  account.hold("USD", -85000);
  account.trade(Side::Long, 9, "BTC", 90000, classA());
  account.market.indexPrice[account.asset("BTC")] = 100000;
  account.market.markPrice[0] = 100000;
  const WalletReport report = account.report();
  const LiquidationSet& set = factor(account, report, "BTC");
  // -85,000 + 900,000 x - 810,000 against 1 %: x = 895 / 891; the jump at 10 / 9 finds 105,000 safe.
  REQUIRE(set.boundaries.size() == 1);
  CHECK(set.state == PoolState::Liquidation);
  CHECK_THAT(set.above()->ratio, WithinRel(895.0 / 891, 1e-12));

  account.wallet.collateral[0].quantity = -172000;
  const WalletReport deeper = account.report();
  const LiquidationSet& three = factor(account, deeper, "BTC");
  // 900,000 x - 982,000 against 9,000 x: 982 / 891 = 1.102; at 10 / 9 equity 18,000 meets 20,000; then
  // 900,000 x - 982,000 = 18,000 x: 982 / 882 = 1.113.
  REQUIRE(three.boundaries.size() == 3);
  CHECK_THAT(three.boundaries[0].ratio, WithinRel(982.0 / 891, 1e-12));
  CHECK_THAT(three.boundaries[1].ratio, WithinRel(10.0 / 9, 1e-12));
  CHECK_THAT(three.boundaries[2].ratio, WithinRel(982.0 / 882, 1e-12));
}

TEST_CASE("Collateral that hedges the position exactly: its price liquidates nothing", "[liquidation]") {
  Account account;
  account.hold("BTC", 5, 100000, 0);
  account.trade(Side::Short, 5, "BTC", 100000, classA());
  const WalletReport report = account.report();
  CHECK(factor(account, report, "BTC").state == PoolState::Safe);
  CHECK(factor(account, report, "BTC").boundaries.empty());
  CHECK_FALSE(report.positions[0].bankruptcyPrice);

  // Under the mark basis the requirement grows with the price and equity does not: 500,000 = 0.01 n at the
  // first level, but levels rise: at 20-60 million 15 % is far more, at 5-10 million 5 % meets 500,000
  // exactly at 10 million, where the flat level of 10 % begins.
  account.policy.marginBasis = MarginBasis::Mark;
  const WalletReport marked = account.report();
  const LiquidationSet& set = factor(account, marked, "BTC");
  REQUIRE(set.boundaries.size() == 1);
  CHECK_THAT(set.boundaries[0].ratio, WithinRel(20.0, 1e-12));
}

TEST_CASE("Liquidated today says so, and where it would be safe again", "[liquidation]") {
  Account account;
  account.hold("USD", 4000);
  account.trade(Side::Long, 5, "BTC", 100000, classA());
  const WalletReport report = account.report();
  const LiquidationSet& set = factor(account, report, "BTC");
  CHECK(set.state == PoolState::Liquidation);
  CHECK_FALSE(set.below());
  REQUIRE(set.above());
  CHECK_THAT(set.above()->ratio, WithinRel(501.0 / 500, 1e-12));
}

TEST_CASE("A boundary exactly at today's price is both below and above", "[liquidation]") {
  Account account;
  account.hold("USD", 5000);
  account.trade(Side::Long, 5, "BTC", 100000, classA());
  const WalletReport report = account.report();
  const LiquidationSet& set = factor(account, report, "BTC");
  CHECK(set.state == PoolState::Liquidation);
  REQUIRE(set.boundaries.size() == 1);
  CHECK(set.boundaries[0].ratio == 1);
  REQUIRE(set.below());
  REQUIRE(set.above());
  CHECK(set.below()->ratio == 1);
  CHECK(set.above()->ratio == 1);
}

TEST_CASE("A point that only touches is no boundary", "[liquidation]") {
  // A gain that is not kept whole gives equity its only peak at today's price. With USD balance B it is
  // 50,000 x + 100,000 + B below and 200,000 - 50,000 x + B above; maintenance of 200,000 is 2,000.
  Account account;
  account.wallet.profitCurrency = account.asset("EUR", 0.5);
  account.market.indexPrice[account.wallet.profitCurrency] = 1.1;
  account.hold("BTC", 3, 100000, 0.5);
  account.trade(Side::Short, 2, "BTC", 100000, classA());
  account.hold("USD", -146000);  // peak 4,000
  WalletReport report = account.report();
  CHECK(factor(account, report, "BTC").boundaries.size() == 2);
  account.wallet.collateral.back().quantity = -148000;  // peak 2,000: touches and stays unsafe
  report = account.report();
  CHECK(factor(account, report, "BTC").boundaries.empty());
  CHECK(factor(account, report, "BTC").state == PoolState::Liquidation);
}

TEST_CASE("Equity that is 0 today, or touches 0, is the bankruptcy price", "[liquidation]") {
  // A gain counts nothing: equity is 0 at every mark on the winning side, today's among them.
  Account account;
  account.wallet.profitCurrency = account.asset("EUR", 1);
  account.market.indexPrice[account.wallet.profitCurrency] = 1.1;
  account.trade(Side::Short, 1, "BTC", 110, classA());
  account.market.indexPrice[account.asset("BTC")] = 100;
  account.market.markPrice[0] = 100;
  CHECK(account.report().positions[0].bankruptcyPrice == 100.0);
}

TEST_CASE("Only crypto moves with the market", "[liquidation]") {
  Account account;
  account.hold("EUR", 10000, 1.1, 0.02);
  account.trade(Side::Long, 100, "EUR", 1.1, classA());
  account.trade(Side::Long, 1, "BTC", 100000, classA());
  const WalletReport report = account.report();
  const LiquidationSet& market = factor(account, report);
  const LiquidationSet& btc = factor(account, report, "BTC");
  REQUIRE(market.boundaries.size() == 1);
  CHECK(market.boundaries[0].ratio == btc.boundaries[0].ratio);
}
