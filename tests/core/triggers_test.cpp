// SPDX-License-Identifier: MIT
// Stops, take-profits and trigger entries, by hand.
#include "catch.hpp"
#include "trader.hpp"

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
  // Not judged by today's margin: it waits.
  CHECK(trader.one(triggered(OrderType::TriggerEntry, Side::Long, 1e6, 110)).rejections.empty());
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
