// SPDX-License-Identifier: MIT
// What an order trades at, what it costs, and the wallet it leaves, by hand.
#include "catch.hpp"
#include "trader.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("A limit order that finds the other side is a taker", "[orders]") {
  Trader trader;
  const auto liquidity = [&](Side side, double price) { return trader.one(limit(side, 1, price)).liquidity; };
  // Without a book against the mark of 100.
  CHECK(liquidity(Side::Long, 99.5) == Liquidity::Maker);
  CHECK(liquidity(Side::Long, 100) == Liquidity::Taker);
  CHECK(liquidity(Side::Short, 100.5) == Liquidity::Maker);
  CHECK(liquidity(Side::Short, 100) == Liquidity::Taker);
  trader.venue.market.orderBooks = {{0, {}, {{101, 1}}}};
  CHECK(liquidity(Side::Long, 100.5) == Liquidity::Maker);
  CHECK(liquidity(Side::Long, 101) == Liquidity::Taker);
  // Nobody bids.
  CHECK(liquidity(Side::Short, 100) == Liquidity::Maker);
  // 1 x 99 at 0.02 %, 1 x 101 at 0.05 %.
  CHECK_THAT(trader.one(limit(Side::Long, 1, 99)).fee, WithinRel(0.0198, 1e-12));
  CHECK_THAT(trader.one(limit(Side::Long, 1, 101)).fee, WithinRel(0.0505, 1e-12));
  CHECK(trader.one(typed(OrderType::Market, Side::Short, 1)).liquidity == Liquidity::Taker);
  CHECK(trader.one(triggered(OrderType::Stop, Side::Short, 1, 90)).liquidity == Liquidity::Taker);
}

TEST_CASE("Adding averages the entry price, in the coin by what it is worth there", "[orders]") {
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  const FilledReport filled = trader.one(limit(Side::Long, 30, 120)).filled;
  CHECK(filled.position->size == 40);
  CHECK_THAT(filled.position->entryPrice, WithinRel(115.0, 1e-12));
  CHECK(filled.realizedPnl == 0);
  // Crosses: 0.05 % of 3,600. 10,000 - 1.8 + 40 (100 - 115); 2 % of 4,600.
  CHECK_THAT(filled.realizedAfterFee, WithinRel(-1.8, 1e-12));
  CHECK_THAT(filled.standing.marginEquity, WithinRel(9398.2, 1e-12));
  CHECK_THAT(filled.standing.initialMargin, WithinRel(92.0, 1e-12));
  CHECK_THAT(filled.standing.maintenanceMargin, WithinRel(46.0, 1e-12));
  CHECK_THAT(filled.standing.availableMargin, WithinRel(9306.2, 1e-12));
  CHECK_THAT(*filled.standing.effectiveLeverage, WithinRel(4000 / 9398.2, 1e-12));
  CoinTrader coin;
  coin.wallet.positions = {open(0, Side::Long, 1000, 8000)};
  // 0.125 + 0.1 BTC for 2,000.
  CHECK_THAT(coin.one(limit(Side::Long, 1000, 10000)).filled.position->entryPrice,
             WithinRel(2000 / 0.225, 1e-12));
}

TEST_CASE("Beyond closing, a position flips to the trade price", "[orders]") {
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  trader.wallet.collateral[0].quantity = 1000;
  const FilledReport filled = trader.one(limit(Side::Short, 15, 110)).filled;
  CHECK(filled.position->side == Side::Short);
  CHECK(filled.position->size == 5);
  CHECK(filled.position->entryPrice == 110);
  CHECK_THAT(filled.realizedPnl, WithinRel(100.0, 1e-12));
  // Rests: 0.02 % of 1,650. 1,000 + 100 - 0.33 + 5 x 10.
  CHECK_THAT(filled.realizedAfterFee, WithinRel(99.67, 1e-12));
  CHECK_THAT(filled.standing.marginEquity, WithinRel(1149.67, 1e-12));
  CHECK_THAT(filled.standing.availableMargin, WithinRel(1149.67 - 11, 1e-12));
  CHECK(filled.standing.status == std::variant<WalletStatus, UsStatus>(WalletStatus::Healthy));
  // Short 5 from 110, 1,099.67 beside it: 1,099.67 + 550 - 500 x = 5.5 at x = 3.28834; nothing below.
  REQUIRE(filled.standing.factors.size() == 2);
  CHECK_THAT(filled.standing.factors[0].liquidation.above()->ratio, WithinRel(1644.17 / 500, 1e-12));
}

TEST_CASE("An order that closes all leaves no position; funding is settled with it", "[orders]") {
  Trader trader;
  trader.hold(Side::Short, 10, 100);
  trader.wallet.positions[0].unrealizedFunding = -7;
  // Bought at 90 below the mark: maker, 0.18. 10,000 - 7 + 100 - 0.18.
  FilledReport filled = trader.one(limit(Side::Long, 10, 90)).filled;
  CHECK_FALSE(filled.position);
  CHECK_THAT(filled.realizedPnl, WithinRel(100.0, 1e-12));
  CHECK_THAT(filled.standing.marginEquity, WithinRel(10092.82, 1e-12));
  CHECK(filled.standing.initialMargin == 0);
  // A part: 4 closed, 6 left as they were but for the funding.
  filled = trader.one(limit(Side::Long, 4, 90)).filled;
  CHECK(filled.position->size == 6);
  CHECK(filled.position->entryPrice == 100);
  CHECK(filled.position->unrealizedFunding == 0);
  CHECK_THAT(filled.standing.marginEquity, WithinRel(10000 - 7 + 40 - 0.072, 1e-12));
}

TEST_CASE("A fill is of the order alone, without those beside it", "[orders]") {
  Trader trader;
  const WalletReport report = trader.all({limit(Side::Long, 10, 90), limit(Side::Long, 20, 80)});
  // 2 % of 1,600 and nothing of the order at 90; 10,000 - 0.32 + 20 x 20.
  CHECK_THAT(report.orders[1].filled.standing.availableMargin, WithinRel(10000 - 0.32 + 400 - 32, 1e-12));
}

TEST_CASE("A realised gain is paid in the profit currency, loss and fee in USD", "[orders]") {
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  trader.wallet.collateral[0].quantity = 1000;
  trader.wallet.profitCurrency = trader.venue.asset("BTC", 100000, 0.02, 0.005);
  // 100 x 0.995 / 100,000 BTC count 0.98 of it; fee 0.02 % of 1,100.
  CHECK_THAT(trader.one(limit(Side::Short, 10, 110)).filled.standing.marginEquity,
             WithinRel(1000 + 97.51 - 0.22, 1e-12));
  // -100, fee 0.05 % of 900.
  CHECK_THAT(trader.one(limit(Side::Short, 10, 90)).filled.standing.marginEquity,
             WithinRel(1000 - 100 - 0.45, 1e-12));
}

TEST_CASE("Isolated margin grows with what is added and shrinks with what is closed", "[orders]") {
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  trader.wallet.positions[0] = isolatedBy(IsolatedBy::Margin, 200, trader.wallet.positions[0]);
  // 10 x 2 % of 120 more.
  FilledReport filled = trader.one(isolated(limit(Side::Long, 10, 120))).filled;
  CHECK_THAT(filled.position->isolatedMargin, WithinRel(224.0, 1e-12));
  CHECK_THAT(filled.position->entryPrice, WithinRel(110.0, 1e-12));
  filled = trader.one(isolated(limit(Side::Short, 4, 120))).filled;
  CHECK_THAT(filled.position->isolatedMargin, WithinRel(120.0, 1e-12));
  CHECK(filled.position->size == 6);
  // Turned round without a leverage of its own: 5 x 2 % of 120.
  filled = trader.one(isolated(limit(Side::Short, 15, 120))).filled;
  CHECK(filled.position->side == Side::Short);
  CHECK_THAT(filled.standing.initialMargin, WithinRel(12.0, 1e-12));
  // A new position at its leverage: 1,000 / 5.
  trader.wallet.positions.clear();
  filled = trader.one(isolated(limit(Side::Long, 10, 100), 5)).filled;
  CHECK(filled.position->margin == MarginMode::Isolated);
  CHECK_THAT(filled.standing.initialMargin, WithinRel(200.0, 1e-12));
  CHECK_THAT(filled.standing.availableMargin, WithinRel(10000 - 0.5 - 200, 1e-12));
}

TEST_CASE("A market order takes the book as far as 1 % from the mark", "[orders]") {
  Trader trader;
  trader.venue.market.orderBooks = {
      {0, {{99.5, 4}, {99, 4}, {98.9, 4}}, {{100.2, 5}, {100.6, 5}, {101, 5}, {101.1, 5}}}};
  // 501 + 503 + 202 for 12: 100.50; 6 more than at the mark.
  OrderReport report = trader.one(typed(OrderType::Market, Side::Long, 12));
  CHECK_THAT(report.price, WithinRel(100.5, 1e-12));
  CHECK(report.slippage->filled == 12);
  CHECK(report.slippage->unfilled == 0);
  CHECK_THAT(*report.slippage->averagePrice, WithinRel(100.5, 1e-12));
  CHECK(*report.slippage->worstPrice == 101);
  CHECK_THAT(report.slippage->cost, WithinRel(6.0, 1e-12));
  CHECK_THAT(report.fee, WithinRel(0.603, 1e-12));
  CHECK_THAT(report.filled.standing.marginEquity, WithinRel(10000 - 6 - 0.603, 1e-12));
  report = trader.one(typed(OrderType::Market, Side::Long, 20));
  CHECK(report.slippage->filled == 15);
  CHECK(report.slippage->unfilled == 5);
  CHECK(report.filled.position->size == 15);
  CHECK(report.rejections.empty());
  // 398 + 396 for 8: 99.25.
  report = trader.one(typed(OrderType::Market, Side::Short, 10));
  CHECK_THAT(report.price, WithinRel(99.25, 1e-12));
  CHECK(report.slippage->unfilled == 2);
  CHECK_THAT(report.slippage->cost, WithinRel(6.0, 1e-12));
  // Reduce-only: no more than there is.
  trader.hold(Side::Short, 5, 100);
  report = trader.one(reducing(typed(OrderType::Market, Side::Long, 12)));
  CHECK_THAT(report.price, WithinRel(100.2, 1e-12));
  CHECK_THAT(report.fee, WithinRel(0.0005 * 501, 1e-12));
  CHECK_FALSE(report.filled.position);
}

TEST_CASE("An immediate-or-cancel order takes the book as far as its price, and the rest is cancelled",
          "[orders]") {
  Trader trader;
  trader.venue.market.orderBooks = {{0, {{99.5, 4}, {99, 4}}, {{100.2, 5}, {100.6, 5}, {102, 5}}}};
  Order order = limit(Side::Long, 12, 100.6);
  order.timeInForce = TimeInForce::ImmediateOrCancel;
  // 501 + 503 for 10: 100.40; 4 more than at the mark; fee 0.05 %.
  OrderReport report = trader.one(order);
  CHECK_THAT(report.price, WithinRel(100.4, 1e-12));
  CHECK(report.slippage->filled == 10);
  CHECK(report.slippage->unfilled == 2);
  CHECK(*report.slippage->worstPrice == 100.6);
  CHECK_THAT(report.slippage->cost, WithinRel(4.0, 1e-12));
  CHECK_THAT(report.fee, WithinRel(0.502, 1e-12));
  CHECK(report.filled.position->size == 10);
  CHECK_THAT(report.filled.position->entryPrice, WithinRel(100.4, 1e-12));
  CHECK(report.liquidity == Liquidity::Taker);
  CHECK(report.initialMargin == 0);
  CHECK(report.rejections.empty());
  // Its price is its own bound, beyond the 1 % of market orders.
  order.price = 102;
  CHECK(trader.one(order).slippage->filled == 12);
  order.side = Side::Short;
  order.price = 99.5;
  CHECK(trader.one(order).slippage->filled == 4);
  // Without a book: whole, at its price.
  trader.venue.market.orderBooks.clear();
  report = trader.one(order);
  CHECK(report.price == 99.5);
  CHECK(report.filled.position->size == 12);
  CHECK_FALSE(report.slippage);
}

TEST_CASE("An order that is filled takes no further quote for what rounding leaves", "[orders]") {
  // In doubles the four parts add up to a trifle less than 7.704.
  Trader trader;
  trader.venue.market.orderBooks = {
      {0,
       {},
       {{100, 0.0636603776380573}, {100.1, 0.04490443659609447}, {100.2, 3.51469}, {100.3, 6}, {100.4, 1}}}};
  const OrderReport report = trader.one(typed(OrderType::Market, Side::Long, 7.704));
  CHECK(report.slippage->worstPrice == 100.3);
  CHECK(report.slippage->filled == 7.704);
  CHECK(report.slippage->unfilled == 0);
}

TEST_CASE("In the coin the average price is by what the contracts are worth", "[orders]") {
  // 1,000 at 10,000 and 1,010 at 10,100 are 0.2 BTC for 2,010 contracts; at the mark they are 0.201.
  CoinTrader trader;
  trader.venue.market.indexPrice[1] = trader.venue.market.markPrice[0] = 10000;
  trader.venue.market.orderBooks = {{0, {}, {{10000, 1000}, {10100, 5000}}}};
  const OrderReport report = trader.one(typed(OrderType::Market, Side::Long, 2010));
  CHECK_THAT(report.price, WithinRel(10050.0, 1e-12));
  CHECK_THAT(report.slippage->cost, WithinRel(0.001, 1e-9));
  CHECK_THAT(report.fee, WithinRel(0.0001, 1e-12));
  REQUIRE(report.inUsd);
  CHECK_THAT(report.inUsd->slippageCost, WithinRel(10.0, 1e-9));
  CHECK_THAT(report.inUsd->fee, WithinRel(1.0, 1e-12));
}

TEST_CASE("A coin's dollars are today's, of an order that waits those at its trigger", "[orders]") {
  // 1,000 contracts from 8,000: sold at 16,000 they bring 0.0625 BTC, less 0.05 % of 1,000 dollars.
  CoinTrader trader;
  trader.wallet.positions = {open(0, Side::Long, 1000, 8000)};
  const OrderReport report = trader.one(triggered(OrderType::TakeProfit, Side::Short, 1000, 16000));
  REQUIRE(report.inUsd);
  CHECK_THAT(report.inUsd->realizedPnl, WithinRel(1000.0, 1e-12));
  CHECK_THAT(report.inUsd->fee, WithinRel(0.5, 1e-12));
  CHECK_THAT(report.inUsd->realizedAfterFee, WithinRel(999.5, 1e-12));
  CHECK_THAT(report.inUsd->availableMargin, WithinRel(8000 * report.availableMargin.value, 1e-12));
  REQUIRE(report.filled.standing.inUsd);
  CHECK_THAT(report.filled.standing.inUsd->marginEquity,
             WithinRel(16000 * report.filled.standing.marginEquity.value, 1e-12));
  CHECK_FALSE(Trader().one(limit(Side::Long, 1, 100)).inUsd);
}

TEST_CASE("Without a book a market order trades at the mark", "[orders]") {
  const OrderReport report = Trader().one(typed(OrderType::Market, Side::Long, 12));
  CHECK(report.price == 100);
  CHECK_FALSE(report.slippage);
}
