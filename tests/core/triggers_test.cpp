// SPDX-License-Identifier: MIT
// Stops, take-profits and trigger entries, by hand.
#include "catch.hpp"
#include "trader.hpp"
#include "us_account.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("A triggered order is previewed at the trigger's prices", "[orders]") {
  // Long 10 from 100; stopped at 95: -50, fee 0.05 % of 950.
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  OrderReport report = trader.one(triggered(OrderType::Stop, Side::Short, 10, 95));
  CHECK(report.price == 95);
  CHECK_THAT(report.filled.realizedPnl, WithinRel(-50.0, 1e-12));
  CHECK_THAT(report.filled.standing.marginEquity, WithinRel(10000 - 50 - 0.475, 1e-12));
  // Half of it: the rest stands at 95 too.
  report = trader.one(triggered(OrderType::Stop, Side::Short, 5, 95));
  CHECK_THAT(report.filled.standing.marginEquity, WithinRel(10000 - 50 - 0.2375, 1e-12));
  CHECK(report.filled.standing.factors[0].current == 95);
  // At worst 94.
  Order order = triggered(OrderType::Stop, Side::Short, 10, 95);
  order.price = 94;
  CHECK(trader.one(order).price == 94);
  CHECK_THAT(trader.one(order).filled.realizedPnl, WithinRel(-60.0, 1e-12));
  report = trader.one(triggered(OrderType::TakeProfit, Side::Short, 10, 110));
  CHECK_THAT(report.filled.realizedPnl, WithinRel(100.0, 1e-12));
  CHECK(report.triggersAtOnce == false);
}

TEST_CASE("An entry must find its margin when it triggers, not before", "[orders][rejections]") {
  // 10 at 110: 2 % is 22, the fee 0.55.
  Trader trader;
  trader.wallet.collateral[0].quantity = 22.56;
  const Order entry = triggered(OrderType::TriggerEntry, Side::Long, 10, 110);
  OrderReport report = trader.one(entry);
  CHECK(report.rejections.empty());
  CHECK(report.initialMargin == 0);
  trader.wallet.collateral[0].quantity = 22.54;
  CHECK(onlyRejected(trader.one(entry), RejectionCode::InsufficientAvailableFunds));
  CHECK(onlyRejected(trader.one(triggered(OrderType::Stop, Side::Long, 10, 110)),
                     RejectionCode::InsufficientAvailableFunds));
  // A long that has gained 100 by then pays for as much again: 122.54 - 0.55 - 2 % of 2,100 (entries of 1,000
  // and 1,100); 22.54 alone would not.
  trader.hold(Side::Long, 10, 100);
  CHECK(trader.one(entry).rejections.empty());
  // On the way down the long has lost 50: -27.46 - ...; what closes it needs nothing all the same.
  CHECK(rejected(trader.one(triggered(OrderType::TriggerEntry, Side::Long, 10, 95)),
                 RejectionCode::InsufficientAvailableFunds));
  CHECK(trader.one(triggered(OrderType::Stop, Side::Short, 10, 95)).rejections.empty());
}

TEST_CASE("A US contract's entry needs the margin of a new position when it triggers", "[orders][us]") {
  // One MBT at intraday margin 1,000, four times that in a news window; the fees are 0.
  UsAccount account(3999);
  const ContractIndex mbt = account.list("MBT", account.asset("BTC", 100000), 0.1, 1000, 5000, 4000);
  Order order = triggered(OrderType::Stop, Side::Long, 1, 110000);
  order.contract = mbt;
  account.wallet.orders = {order};
  CHECK(account.report().orders[0].rejections.empty());
  account.wallet.news = true;
  CHECK(onlyRejected(account.report().orders[0], RejectionCode::InsufficientAvailableFunds));
  account.wallet.cash = 4000;
  CHECK(account.report().orders[0].rejections.empty());
}

TEST_CASE("A trigger that today's price has reached fires at once", "[orders]") {
  Trader trader;
  const auto fires = [&](OrderType type, Side side, double trigger) {
    return trader.one(triggered(type, side, 1, trigger)).triggersAtOnce;
  };
  // At a mark of 100.
  CHECK(fires(OrderType::Stop, Side::Long, 99) == true);
  CHECK(fires(OrderType::Stop, Side::Long, 100) == true);
  CHECK(fires(OrderType::Stop, Side::Long, 101) == false);
  CHECK(fires(OrderType::Stop, Side::Short, 101) == true);
  CHECK(fires(OrderType::Stop, Side::Short, 100) == true);
  CHECK(fires(OrderType::Stop, Side::Short, 99) == false);
  CHECK(fires(OrderType::TakeProfit, Side::Long, 101) == true);
  CHECK(fires(OrderType::TakeProfit, Side::Long, 99) == false);
  CHECK(fires(OrderType::TakeProfit, Side::Short, 99) == true);
  CHECK(fires(OrderType::TakeProfit, Side::Short, 101) == false);
  for (const Side side : {Side::Long, Side::Short}) {
    CHECK(fires(OrderType::TriggerEntry, side, 99) == false);
    CHECK(fires(OrderType::TriggerEntry, side, 100) == true);
    CHECK(fires(OrderType::TriggerEntry, side, 101) == false);
  }
  CHECK_FALSE(trader.one(limit(Side::Long, 1, 99)).triggersAtOnce);
  // By its own signal: the index stands at 98.
  trader.venue.market.indexPrice[trader.coin] = 98;
  Order order = triggered(OrderType::Stop, Side::Long, 1, 99);
  order.triggerSignal = TriggerSignal::Index;
  CHECK(trader.one(order).triggersAtOnce == false);
}

TEST_CASE("What fires at once is previewed at today's prices", "[orders]") {
  // Long 10 from 90. A stop at 110 sells at today's 100: 100 gained, not 200; fee 0.05 % of 1,000.
  Trader trader;
  trader.hold(Side::Long, 10, 90);
  OrderReport report = trader.one(triggered(OrderType::Stop, Side::Short, 10, 110));
  CHECK(report.price == 100);
  CHECK_THAT(report.filled.realizedPnl, WithinRel(100.0, 1e-12));
  CHECK_THAT(report.filled.standing.marginEquity, WithinRel(10000 + 100 - 0.5, 1e-12));
  CHECK_FALSE(report.filled.liquidationFirst);
  // The book, as of a market order: 4 at 99.5, 6 at 99.
  trader.venue.market.orderBooks = {{0, {{99.5, 4}, {99, 6}}, {}}};
  report = trader.one(triggered(OrderType::Stop, Side::Short, 10, 110));
  CHECK_THAT(report.price, WithinRel(99.2, 1e-12));
  CHECK(report.slippage->filled == 10);
  // With a worst price it is a limit order from now on; at 105 it rests, and beyond the long takes margin:
  // 2 % of 5 x 105.
  Order order = triggered(OrderType::Stop, Side::Short, 15, 110);
  order.price = 105;
  report = trader.one(order);
  CHECK(report.price == 105);
  CHECK(report.liquidity == Liquidity::Maker);
  CHECK_THAT(report.initialMargin, WithinRel(10.5, 1e-12));
  CHECK_THAT(trader.all({order}).availableMargin, WithinRel(10000 + 100 - 18 - 10.5, 1e-12));
}

TEST_CASE("The signal tells how far prices move until the trigger", "[orders]") {
  // Mark 100, index 102, last 98: to 95 is 95/100, 95/102, 95/98; 10 long from 100 at the mark then.
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  trader.venue.market.indexPrice[trader.coin] = 102;
  trader.venue.market.lastPrice[0] = 98;
  Order order = triggered(OrderType::Stop, Side::Short, 1, 95);
  const auto equity = [&] { return trader.one(order).filled.standing.marginEquity.value; };
  const auto expected = [](double mark) { return 10000 - 5 - 0.0475 + 9 * (mark - 100); };
  CHECK_THAT(equity(), WithinRel(expected(95), 1e-12));
  order.triggerSignal = TriggerSignal::Index;
  CHECK_THAT(equity(), WithinRel(expected(9500.0 / 102), 1e-12));
  order.triggerSignal = TriggerSignal::Last;
  CHECK_THAT(equity(), WithinRel(expected(9500.0 / 98), 1e-12));
  trader.venue.market.lastPrice[0] = 0;
  CHECK_THAT(equity(), WithinRel(expected(95), 1e-12));
}

TEST_CASE("A trigger beyond the liquidation price comes too late", "[orders]") {
  // 150 + 1,000 (x - 1) = 10 at x = 0.86.
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  trader.wallet.collateral[0].quantity = 150;
  const auto first = [&](OrderType type, double price, ContractIndex contract = 0) {
    Order order = triggered(type, Side::Short, 1, price);
    order.contract = contract;
    return trader.one(order).filled.liquidationFirst;
  };
  CHECK(first(OrderType::Stop, 87) == false);
  CHECK(first(OrderType::Stop, 85) == true);
  CHECK(first(OrderType::TakeProfit, 200) == false);
  // Another contract on the coin, without a position: the coin's factor tells.
  trader.venue.linear(trader.coin, kTwoPercent);
  CHECK(first(OrderType::TriggerEntry, 85, 1) == true);
  CHECK(first(OrderType::TriggerEntry, 87, 1) == false);
  CHECK_FALSE(trader.one(limit(Side::Short, 1, 85)).filled.liquidationFirst);
  // In liquidation today, it comes too late anyway.
  trader.wallet.collateral[0].quantity = 10;
  CHECK(first(OrderType::TakeProfit, 110) == true);
}

TEST_CASE("An isolated position's own boundary is what a trigger must come before", "[orders]") {
  // 100 of its own: 100 + 1,000 (x - 1) = 10 at x = 0.91.
  Trader trader;
  trader.wallet.positions = {isolatedBy(IsolatedBy::Margin, 100, open(0, Side::Long, 10, 100))};
  CHECK(trader.one(isolated(triggered(OrderType::Stop, Side::Short, 10, 92))).filled.liquidationFirst ==
        false);
  CHECK(trader.one(isolated(triggered(OrderType::Stop, Side::Short, 10, 90))).filled.liquidationFirst ==
        true);
}

TEST_CASE("A trigger on the boundary itself comes too late", "[orders]") {
  Trader trader(*MarginSchedule::make({{0, 0.5, 0.25}}));
  trader.hold(Side::Long, 20, 100);
  trader.wallet.collateral[0].quantity = 1000;
  // 1,000 + 2,000 (x - 1) = 500 at x = 3/4.
  CHECK(trader.one(triggered(OrderType::Stop, Side::Short, 1, 75)).filled.liquidationFirst == true);
  CHECK(trader.one(triggered(OrderType::Stop, Side::Short, 1, 75.01)).filled.liquidationFirst == false);
}

TEST_CASE("A gain at the trigger is converted at the trigger's prices", "[orders]") {
  // Paid in the coin that is traded: 1,000 USD at 200 are 5 coins, worth 1,000; at today's 100 they would be
  // 10, worth 2,000. Fee 0.05 % of 2,000.
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  trader.wallet.profitCurrency = trader.coin;
  const Order order = triggered(OrderType::TakeProfit, Side::Short, 10, 200);
  CHECK_THAT(trader.one(order).filled.standing.marginEquity, WithinRel(10000.0 + 1000 - 1, 1e-12));
}
