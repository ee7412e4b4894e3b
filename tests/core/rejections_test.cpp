// SPDX-License-Identifier: MIT
// Why the venue would reject an order, by hand. Codes of its API.
#include "catch.hpp"
#include "clock.hpp"
#include "trader.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("An order that needs more than is available is rejected", "[orders][rejections]") {
  Trader trader;
  trader.wallet.collateral[0].quantity = 200;
  CHECK(trader.one(limit(Side::Long, 100, 99)).rejections.empty());
  CHECK(onlyRejected(trader.one(limit(Side::Long, 102, 99)), RejectionCode::InsufficientAvailableFunds));
  // The orders before it rest, rejected or not.
  const WalletReport report = trader.all({limit(Side::Long, 200, 99), limit(Side::Long, 1, 99)});
  CHECK(rejected(report.orders[1], RejectionCode::InsufficientAvailableFunds));
  // A market order is judged by what it leaves: 200 - 5 of fee against 200.
  CHECK(onlyRejected(trader.one(typed(OrderType::Market, Side::Long, 100)),
                     RejectionCode::InsufficientAvailableFunds));
  CHECK(trader.one(typed(OrderType::Market, Side::Long, 97)).rejections.empty());
  // What only closes is never short of margin, though 200 - 180 is less than 2 % of 3,180.
  trader.wallet.positions = {open(0, Side::Long, 30, 106)};
  CHECK(trader.all({}).availableMargin < 0);
  CHECK(trader.one(limit(Side::Short, 30, 101)).rejections.empty());
}

TEST_CASE("What opens at once must find its margin beside the orders that rest before it",
          "[orders][rejections]") {
  // 100 at the mark take 200, the fee is 5; one bid at 90 takes 1.8.
  Trader trader;
  trader.wallet.collateral[0].quantity = 206;
  const Order market = typed(OrderType::Market, Side::Long, 100);
  CHECK(trader.one(market).rejections.empty());
  const Order bid = limit(Side::Long, 1, 90);
  CHECK(rejected(trader.all({bid, market}).orders[1], RejectionCode::InsufficientAvailableFunds));
  CHECK(trader.all({market, bid}).orders[0].rejections.empty());
  // 100 offered at 110 take 220 alone, and nothing once they would close what is bought.
  trader.wallet.collateral[0].quantity = 226;
  CHECK(trader.all({limit(Side::Short, 100, 110), market}).orders[1].rejections.empty());
  // An immediate order is judged like it.
  Order immediate = limit(Side::Long, 100, 100);
  immediate.timeInForce = TimeInForce::ImmediateOrCancel;
  trader.wallet.collateral[0].quantity = 206;
  CHECK(rejected(trader.all({bid, immediate}).orders[1], RejectionCode::InsufficientAvailableFunds));
}

TEST_CASE("Behind another that closes the position an order opens, and needs margin",
          "[orders][rejections]") {
  Trader trader;
  trader.hold(Side::Long, 10, 100);
  trader.wallet.collateral[0].quantity = 25;
  // 25 - 20 of the position; the second ten at 110 take 22.
  const WalletReport report = trader.all({limit(Side::Short, 10, 110), limit(Side::Short, 10, 110)});
  CHECK(report.orders[0].rejections.empty());
  CHECK(onlyRejected(report.orders[1], RejectionCode::InsufficientAvailableFunds));
}

TEST_CASE("An order that would trade the account into liquidation is rejected", "[orders][rejections]") {
  // One bought at 250 is 150 lost at once, of 100 USD; resting it takes 5.
  Trader trader;
  trader.wallet.collateral[0].quantity = 100;
  CHECK(onlyRejected(trader.one(limit(Side::Long, 1, 250)), RejectionCode::WouldCauseLiquidation));
  CHECK(trader.one(limit(Side::Long, 1, 190)).rejections.empty());
  // An isolated position alone: 100 of margin, 100 lost; the wallet is healthy.
  trader.wallet.collateral[0].quantity = 10000;
  const OrderReport report = trader.one(isolated(limit(Side::Long, 1, 200), 2));
  CHECK(onlyRejected(report, RejectionCode::WouldCauseLiquidation));
  CHECK(report.filled.standing.status == std::variant<WalletStatus, UsStatus>(WalletStatus::Healthy));
  // Where it is liquidated already, what closes is not at fault; what opens is.
  trader.wallet.collateral[0].quantity = 5;
  trader.hold(Side::Long, 10, 100);
  CHECK(trader.one(limit(Side::Short, 1, 100)).rejections.empty());
  CHECK(rejected(trader.one(limit(Side::Long, 1, 100)), RejectionCode::WouldCauseLiquidation));
}

TEST_CASE("A position larger than the contract allows is rejected", "[orders][rejections]") {
  Contract contract;
  contract.maxPosition = 15;
  Trader trader(contract);
  trader.hold(Side::Long, 10, 100);
  CHECK(trader.one(limit(Side::Long, 5, 99)).rejections.empty());
  CHECK(onlyRejected(trader.one(limit(Side::Long, 6, 99)), RejectionCode::MaxPositionViolation));
  CHECK(trader.one(limit(Side::Short, 25, 101)).rejections.empty());
  CHECK(onlyRejected(trader.one(limit(Side::Short, 26, 101)), RejectionCode::MaxPositionViolation));
}

TEST_CASE("The largest position counts the orders that rest before on the same side",
          "[orders][rejections]") {
  Contract contract;
  contract.maxPosition = 15;
  Trader trader(contract);
  trader.venue.linear(trader.coin, kTwoPercent);
  trader.hold(Side::Long, 10, 100);
  const auto last = [&](std::vector<Order> orders) { return trader.all(std::move(orders)).orders.back(); };
  CHECK(last({limit(Side::Long, 3, 99), limit(Side::Long, 2, 98)}).rejections.empty());
  CHECK(onlyRejected(last({limit(Side::Long, 3, 99), limit(Side::Long, 3, 98)}),
                     RejectionCode::MaxPositionViolation));
  // 10 and 3 and 3 at the market, too.
  CHECK(onlyRejected(last({limit(Side::Long, 3, 99), typed(OrderType::Market, Side::Long, 3)}),
                     RejectionCode::MaxPositionViolation));
  // Sold 12 and 14 of 10: short 16. Alone the 14 open 4.
  CHECK(onlyRejected(last({limit(Side::Short, 12, 101), limit(Side::Short, 14, 101)}),
                     RejectionCode::MaxPositionViolation));
  // Nothing beside it: the other side, another contract, what waits, what only reduces, what never rests.
  Order immediate = limit(Side::Long, 5, 100);
  immediate.timeInForce = TimeInForce::ImmediateOrCancel;
  CHECK(last({limit(Side::Short, 5, 101), limit(Side::Long, 5, 99, 1),
              triggered(OrderType::Stop, Side::Long, 5, 110), reducing(limit(Side::Short, 5, 101)), immediate,
              limit(Side::Long, 5, 99)})
            .rejections.empty());
  // Those after it do not count.
  CHECK(trader.all({limit(Side::Long, 5, 99), limit(Side::Long, 5, 99)}).orders[0].rejections.empty());
}

TEST_CASE("A leverage that the schedule does not allow is rejected", "[orders][rejections]") {
  Trader trader(margin::test::classA());
  CHECK(trader.one(isolated(limit(Side::Long, 10, 99), 50)).rejections.empty());
  CHECK(
      onlyRejected(trader.one(isolated(limit(Side::Long, 10, 99), 51)), RejectionCode::FixedLeverageTooHigh));
  // A million and more: 4 %, 25 times.
  trader.wallet.collateral[0].quantity = 1e6;
  CHECK(onlyRejected(trader.one(isolated(limit(Side::Long, 11000, 99), 30)),
                     RejectionCode::FixedLeverageTooHigh));
  CHECK(trader.one(isolated(limit(Side::Long, 11000, 99), 25)).rejections.empty());
}

TEST_CASE("A reduce-only order without anything to reduce is rejected", "[orders][rejections]") {
  Trader trader;
  const Order order = reducing(limit(Side::Short, 1, 101));
  const OrderReport report = trader.one(order);
  CHECK(onlyRejected(report, RejectionCode::WouldNotReducePosition));
  CHECK(report.fee == 0);
  CHECK_FALSE(report.filled.position);
  trader.hold(Side::Short, 10, 100);
  CHECK(rejected(trader.one(order), RejectionCode::WouldNotReducePosition));
  CHECK(trader.one(order).filled.position->size == 10);
  trader.wallet.positions[0].side = Side::Long;
  CHECK(trader.one(order).rejections.empty());
}

TEST_CASE("Maker-only orders that trade and immediate ones that do not are rejected",
          "[orders][rejections]") {
  Trader trader;
  Order order = limit(Side::Long, 1, 99);
  order.makerOnly = true;
  CHECK(trader.one(order).rejections.empty());
  order.price = 100;
  CHECK(onlyRejected(trader.one(order), RejectionCode::PostWouldExecute));
  order.makerOnly = false;
  order.timeInForce = TimeInForce::ImmediateOrCancel;
  CHECK(trader.one(order).rejections.empty());
  order.price = 99;
  CHECK(onlyRejected(trader.one(order), RejectionCode::IocWouldNotExecute));
  // Nothing within 1 % of the mark: previewed whole, at the mark.
  trader.venue.market.orderBooks = {{0, {}, {{101.5, 10}}}};
  const OrderReport report = trader.one(typed(OrderType::Market, Side::Long, 2));
  CHECK(onlyRejected(report, RejectionCode::IocWouldNotExecute));
  CHECK(report.slippage->filled == 0);
  CHECK(report.slippage->unfilled == 2);
  CHECK_FALSE(report.slippage->averagePrice);
  CHECK(report.price == 100);
  CHECK(report.filled.position->size == 2);
}

TEST_CASE("A given book whose side is empty offers nothing", "[orders][rejections]") {
  Trader trader;
  trader.venue.market.orderBooks = {{0, {{99.5, 4}}, {}}};
  OrderReport report = trader.one(typed(OrderType::Market, Side::Long, 2));
  CHECK(onlyRejected(report, RejectionCode::IocWouldNotExecute));
  CHECK(report.slippage->unfilled == 2);
  Order order = limit(Side::Long, 2, 120);
  order.timeInForce = TimeInForce::ImmediateOrCancel;
  CHECK(rejected(trader.one(order), RejectionCode::IocWouldNotExecute));
  // A bid above the mark waits for a seller: as a maker it is not rejected.
  order.timeInForce = TimeInForce::GoodTillCancelled;
  order.makerOnly = true;
  report = trader.one(order);
  CHECK(report.rejections.empty());
  CHECK(report.liquidity == Liquidity::Maker);
  // The other side is there, and the book of another contract is none.
  CHECK(trader.one(typed(OrderType::Market, Side::Short, 2)).rejections.empty());
  trader.venue.market.orderBooks[0].contract = 1;
  trader.venue.linear(trader.coin, kTwoPercent);
  CHECK(trader.one(typed(OrderType::Market, Side::Long, 2)).rejections.empty());
}

TEST_CASE("Prices off the tick and sizes off the lot are rejected", "[orders][rejections]") {
  Contract contract;
  contract.tick = 0.1;
  contract.lot = 0.001;
  Trader trader(contract);
  CHECK(trader.one(limit(Side::Long, 0.003, 99.3)).rejections.empty());
  CHECK(onlyRejected(trader.one(limit(Side::Long, 0.003, 99.35)), RejectionCode::InvalidPrice));
  CHECK(onlyRejected(trader.one(limit(Side::Long, 0.0035, 99.3)), RejectionCode::InvalidSize));
  CHECK(onlyRejected(trader.one(triggered(OrderType::Stop, Side::Long, 1, 110.05)),
                     RejectionCode::InvalidPrice));
  CHECK(trader.one(limit(Side::Long, 123.457, 98.7)).rejections.empty());
}

TEST_CASE("Orders on an expired contract are rejected", "[orders][rejections]") {
  Contract contract;
  contract.perpetual = false;
  contract.expires = margin::test::utc(2026, 3, 27, 8, 0);
  Trader trader(contract);
  const Order order = limit(Side::Long, 1, 99);
  CHECK(trader.one(order).rejections.empty());
  trader.venue.asOf = *contract.expires - 1;
  CHECK(trader.one(order).rejections.empty());
  trader.venue.asOf = *contract.expires;
  CHECK(onlyRejected(trader.one(order), RejectionCode::ContractExpired));
}
