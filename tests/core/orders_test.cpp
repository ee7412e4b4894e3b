// SPDX-License-Identifier: MIT
// Previews of orders, by hand. Margin of resting orders is BitMEX's published rule (exchange guide).
#include <algorithm>

#include "catch.hpp"
#include "clock.hpp"
#include "venue.hpp"

using namespace margin;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using margin::test::isolatedBy;
using margin::test::open;
using margin::test::Venue;

namespace {

const MarginSchedule kTwoPercent = *MarginSchedule::make({{0, 0.02, 0.01}});

Order limit(Side side, double size, double price, ContractIndex contract = 0) {
  Order order;
  order.contract = contract;
  order.side = side;
  order.size = size;
  order.price = price;
  return order;
}
Order typed(OrderType type, Side side, double size) {
  Order order;
  order.side = side;
  order.size = size;
  order.type = type;
  return order;
}
Order triggered(OrderType type, Side side, double size, double triggerPrice) {
  Order order = typed(type, side, size);
  order.triggerPrice = triggerPrice;
  return order;
}
Order reducing(Order order) {
  order.reduceOnly = true;
  return order;
}
Order isolated(Order order, std::optional<double> maxLeverage = std::nullopt) {
  order.margin = MarginMode::Isolated;
  order.maxLeverage = maxLeverage;
  return order;
}

/// 10,000 USD and a linear contract on a coin of 100 USD; 2 % and 1 %, maker 0.02 %, taker 0.05 %.
struct Trader {
  Venue venue;
  AssetIndex coin = venue.asset("COIN", 100);
  MultiCollateralWallet wallet;

  explicit Trader(const MarginSchedule& levels = kTwoPercent) {
    Contract contract;
    contract.underlying = coin;
    list(contract, levels);
  }
  explicit Trader(Contract contract) {
    contract.underlying = coin;
    list(contract, kTwoPercent);
  }
  Trader& hold(Side side, double size, double entryPrice) {
    wallet.positions.push_back(open(0, side, size, entryPrice));
    return *this;
  }
  WalletReport all(std::vector<Order> orders) {
    wallet.orders = std::move(orders);
    return venue.report(wallet);
  }
  OrderReport one(const Order& order) { return all({order}).orders[0]; }
  /// Margin of all the orders, which is also what they take of the available margin.
  double margin(const std::vector<Order>& orders) {
    const double without = all({}).availableMargin;
    const WalletReport report = all(orders);
    double total = 0;
    for (const OrderReport& order : report.orders) total += order.initialMargin;
    CHECK_THAT(without - report.availableMargin, WithinAbs(total, 1e-9));
    CHECK_THAT(without - report.orders.back().availableMargin, WithinAbs(total, 1e-9));
    return total;
  }

 private:
  void list(const Contract& contract, const MarginSchedule& levels) {
    venue.list(contract, levels);
    venue.takerFee = 0.0005;
    venue.makerFee = 0.0002;
    wallet.collateral = {{kUsd, 10000}};
  }
};

/// 10 BTC and an inverse contract at 8,000.
struct CoinTrader {
  Venue venue;
  SingleCollateralWallet wallet;

  CoinTrader() {
    wallet.asset = venue.asset("BTC", 8000);
    wallet.balance = 10;
    venue.inverse(wallet.asset);
    venue.takerFee = 0.0005;
    venue.makerFee = 0.0002;
  }
  WalletReport all(std::vector<Order> orders) {
    wallet.orders = std::move(orders);
    return venue.report(wallet);
  }
  OrderReport one(const Order& order) { return all({order}).orders[0]; }
};

bool rejected(const OrderReport& report, RejectionCode code) {
  return std::count(report.rejections.begin(), report.rejections.end(), code) == 1;
}
bool onlyRejected(const OrderReport& report, RejectionCode code) {
  return report.rejections.size() == 1 && rejected(report, code);
}

}  // namespace

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
  CHECK(liquidity(Side::Short, 100) == Liquidity::Taker);
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
  // A new position at its leverage: 1,000 / 5.
  trader.wallet.positions.clear();
  filled = trader.one(isolated(limit(Side::Long, 10, 100), 5)).filled;
  CHECK(filled.position->margin == MarginMode::Isolated);
  CHECK_THAT(filled.standing.initialMargin, WithinRel(200.0, 1e-12));
  CHECK_THAT(filled.standing.availableMargin, WithinRel(10000 - 0.5 - 200, 1e-12));
}

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

TEST_CASE("In the coin the average price is by what the contracts are worth", "[orders]") {
  // 1,000 at 10,000 and 1,010 at 10,100 are 0.2 BTC for 2,010 contracts; at the mark they are 0.201.
  CoinTrader trader;
  trader.venue.market.indexPrice[1] = trader.venue.market.markPrice[0] = 10000;
  trader.venue.market.orderBooks = {{0, {}, {{10000, 1000}, {10100, 5000}}}};
  const OrderReport report = trader.one(typed(OrderType::Market, Side::Long, 2010));
  CHECK_THAT(report.price, WithinRel(10050.0, 1e-12));
  CHECK_THAT(report.slippage->cost, WithinRel(0.001, 1e-9));
  CHECK_THAT(report.fee, WithinRel(0.0001, 1e-12));
}

TEST_CASE("Without a book a market order trades at the mark", "[orders]") {
  const OrderReport report = Trader().one(typed(OrderType::Market, Side::Long, 12));
  CHECK(report.price == 100);
  CHECK_FALSE(report.slippage);
}

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
