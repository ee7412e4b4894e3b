// SPDX-License-Identifier: MIT
// Margin of resting orders, by hand: BitMEX's published rule (exchange guide).
#include "catch.hpp"
#include "trader.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("Bids of 20 at 100 and offers of 15 at 150: the net 5 bids and the 15 offers are charged",
          "[orders][golden]") {
  // BitMEX exchange guide: 2 % of 15 x 150 + 5 x 100.
  Trader trader;
  WalletReport report = trader.all({limit(Side::Long, 20, 100), limit(Side::Short, 15, 150)});
  CHECK_THAT(report.orders[0].initialMargin, WithinRel(40.0, 1e-12));
  CHECK_THAT(report.orders[0].availableMargin, WithinRel(9960.0, 1e-12));
  CHECK_THAT(report.orders[1].initialMargin, WithinRel(15.0, 1e-12));
  CHECK_THAT(report.orders[1].availableMargin, WithinRel(9945.0, 1e-12));
  CHECK_THAT(report.availableMargin, WithinRel(9945.0, 1e-12));
  // Orders take available margin; the positions' initial margin is without them.
  CHECK(report.initialMargin == 0);
  CHECK(report.cross.initialMargin == 0);
  report = trader.all({limit(Side::Short, 15, 150), limit(Side::Long, 20, 100)});
  CHECK_THAT(report.orders[0].initialMargin, WithinRel(45.0, 1e-12));
  CHECK_THAT(report.orders[1].initialMargin, WithinRel(10.0, 1e-12));
}

TEST_CASE("Dearest meets dearest, and what is left over is charged at its own price", "[orders]") {
  // Bids 10 at 90 and 10 at 80; offers 5 at 120 and 10 at 110.
  // 5 x 120 (with 90), 5 x 110 (with 90), 5 x 110 (with 80), 5 x 80 alone: 2 % of 2,100.
  Trader trader;
  CHECK_THAT(trader.margin({limit(Side::Long, 10, 80), limit(Side::Short, 10, 110), limit(Side::Long, 10, 90),
                            limit(Side::Short, 5, 120)}),
             WithinRel(42.0, 1e-12));
}

TEST_CASE("Two orders of 48,000 at ten times reserve 9,600", "[orders][golden]") {
  // Kraken's command-line client, test of an edited order: 2 x 48,000 / 10.
  Trader trader(*MarginSchedule::make({{0, 0.1, 0.02}}));
  CHECK_THAT(trader.margin({limit(Side::Long, 2, 48000)}), WithinRel(9600.0, 1e-12));
  Trader byLeverage;
  CHECK_THAT(byLeverage.margin({isolated(limit(Side::Long, 2, 48000), 10)}), WithinRel(9600.0, 1e-12));
}

TEST_CASE("What closes a position takes no margin, what goes beyond it does", "[orders][golden]") {
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  CHECK(trader.margin({limit(Side::Short, 10, 150)}) == 0);
  CHECK_THAT(trader.margin({limit(Side::Short, 15, 150)}), WithinRel(15.0, 1e-12));
  // The first ten close, wherever they are priced: 6, then 4 of 6; 2 x 120 remain.
  CHECK_THAT(trader.margin({limit(Side::Short, 6, 200), limit(Side::Short, 6, 120)}), WithinRel(4.8, 1e-12));
  // Of the offers 5 at 150 open; they meet 5 of 20 bids: 2 % of 5 x 150 + 15 x 100.
  CHECK_THAT(trader.margin({limit(Side::Short, 15, 150), limit(Side::Long, 20, 100)}),
             WithinRel(45.0, 1e-12));
  const OrderReport report = trader.one(limit(Side::Short, 15, 150));
  CHECK(report.reduces == 10);
  CHECK(report.opens == 5);
}

TEST_CASE("A reduce-only order takes no margin and uses up nothing", "[orders]") {
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  CHECK(trader.margin({reducing(limit(Side::Short, 15, 150))}) == 0);
  CHECK(trader.margin({reducing(limit(Side::Short, 10, 150)), limit(Side::Short, 10, 150)}) == 0);
  const OrderReport report = trader.one(reducing(limit(Side::Short, 15, 150)));
  CHECK(report.reduces == 10);
  CHECK(report.opens == 0);
  // The fee is of what trades: 10 x 150 at the maker's rate.
  CHECK_THAT(report.fee, WithinRel(0.3, 1e-12));
  CHECK_FALSE(report.filled.position);
}

TEST_CASE("Orders of different contracts never match", "[orders]") {
  Trader trader;
  trader.venue.linear(trader.coin, kTwoPercent);
  CHECK_THAT(trader.margin({limit(Side::Long, 10, 100), limit(Side::Short, 10, 100, 1)}),
             WithinRel(40.0, 1e-12));
}

TEST_CASE("Only orders that rest take margin", "[orders]") {
  Trader trader;
  Order at = limit(Side::Long, 10, 100);
  at.timeInForce = TimeInForce::ImmediateOrCancel;
  CHECK(trader.margin({at}) == 0);
  CHECK(trader.margin({typed(OrderType::Market, Side::Long, 10)}) == 0);
  CHECK(trader.margin({triggered(OrderType::Stop, Side::Long, 10, 110)}) == 0);
  // They do not use up the position for those that rest.
  trader.hold(Side::Short, 10, 100);
  CHECK(trader.margin({at, limit(Side::Long, 10, 90)}) == 0);
}

TEST_CASE("The level is that of the position that would result", "[orders]") {
  // Class A, 900,000 USD open. 200,000 more reach 1.1 million: 4 %; marginal 24,000 - 18,000.
  Trader trader(margin::test::classA());
  trader.wallet.collateral = {{kUsd, 1e6}};
  trader.hold(Side::Long, 9000, 100);
  CHECK_THAT(trader.margin({limit(Side::Long, 2000, 100)}), WithinRel(8000.0, 1e-12));
  // Together with those before it: 50,000 alone at 2 %, then 250,000 at 4 %.
  const WalletReport report = trader.all({limit(Side::Long, 500, 100), limit(Side::Long, 2000, 100)});
  CHECK_THAT(report.orders[0].initialMargin, WithinRel(1000.0, 1e-12));
  CHECK_THAT(report.orders[1].initialMargin, WithinRel(9000.0, 1e-12));
  // On the other side 9,000 close; 2,000 open from nothing.
  CHECK_THAT(trader.margin({limit(Side::Short, 11000, 100)}), WithinRel(4000.0, 1e-12));
  trader.venue.policy.levels = Levels::Marginal;
  CHECK_THAT(trader.margin({limit(Side::Long, 2000, 100)}), WithinRel(6000.0, 1e-12));
  // On the mark basis 1.1 million are open: 200,000 more at 4 %.
  trader.venue.market.markPrice[0] = 1100.0 / 9;
  trader.venue.policy.marginBasis = MarginBasis::Mark;
  CHECK_THAT(trader.margin({limit(Side::Long, 2000, 100)}), WithinRel(8000.0, 1e-12));
}

TEST_CASE("An isolated order takes at least what its leverage leaves", "[orders]") {
  Trader trader;
  CHECK_THAT(trader.margin({isolated(limit(Side::Long, 10, 100), 5)}), WithinRel(200.0, 1e-12));
  CHECK_THAT(trader.margin({isolated(limit(Side::Long, 10, 100), 100)}), WithinRel(20.0, 1e-12));
}

TEST_CASE("Inverse: margin in the coin, levels by contracts, the lower price is the dearer", "[orders]") {
  CoinTrader trader;
  WalletReport report = trader.all({limit(Side::Long, 1000, 8000)});
  CHECK_THAT(report.orders[0].initialMargin, WithinRel(0.0025, 1e-12));
  CHECK_THAT(report.availableMargin, WithinRel(9.9975, 1e-12));
  CHECK_THAT(report.orders[0].fee, WithinRel(0.0005 * 0.125, 1e-12));
  report = trader.all({limit(Side::Short, 1000, 10000), limit(Side::Long, 1000, 5000)});
  CHECK_THAT(report.orders[0].initialMargin, WithinRel(0.002, 1e-12));
  CHECK_THAT(report.orders[1].initialMargin, WithinRel(0.002, 1e-12));
  // 400,000 open and 200,000 more: 4 % of 25 BTC; marginal 14,000 - 8,000 USD at 8,000.
  trader.wallet.positions = {open(0, Side::Long, 400000, 8000)};
  CHECK_THAT(trader.one(limit(Side::Long, 200000, 8000)).initialMargin, WithinRel(1.0, 1e-12));
  trader.venue.policy.levels = Levels::Marginal;
  CHECK_THAT(trader.one(limit(Side::Long, 200000, 8000)).initialMargin, WithinRel(0.75, 1e-12));
}
