// SPDX-License-Identifier: MIT
// What the venue does at the trigger, by hand. Sources: Kraken, "Equity Protection Process"; "US futures -
// Liquidations".
#include "margin/equity_protection.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>

#include "catch.hpp"
#include "us_account.hpp"
#include "venue.hpp"

using namespace margin;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using margin::test::isolatedBy;
using margin::test::open;
using margin::test::UsAccount;
using margin::test::Venue;

namespace {

/// Kraken's example: 1,000 inverse contracts from 8,000 on 0.01 BTC, tick 0.5, mark basis.
struct Example {
  Venue venue;
  SingleCollateralWallet wallet;

  explicit Example(Side side) {
    wallet.asset = venue.asset("BTC", 8000);
    wallet.balance = 0.01;
    Contract contract;
    contract.type = ContractType::Inverse;
    contract.underlying = wallet.asset;
    contract.tick = 0.5;
    wallet.positions = {open(venue.list(contract, margin::test::inverseBtc()), side, 1000, 8000)};
    venue.policy.marginBasis = MarginBasis::Mark;
  }
  std::vector<PoolProtection> pools() const { return equityProtection(wallet, venue.terms()); }
};

/// Long 9 BTC from 100,000 on 90,000 USD: 90,000 + 900,000 (x - 1) = 9,000 at x = 0.91.
struct Linear {
  Venue venue;
  AssetIndex btc = venue.asset("BTC", 100000);
  MultiCollateralWallet wallet;

  Linear() {
    wallet.collateral = {{kUsd, 90000}};
    wallet.positions = {open(venue.linear(btc), Side::Long, 9, 100000)};
    venue.rulebook.equityProtection.partialStep = 0.1;
  }
  std::vector<PoolProtection> pools() const { return equityProtection(wallet, venue.terms()); }
};

std::vector<ProtectionKind> kinds(const PoolProtection& pool) {
  std::vector<ProtectionKind> result;
  for (const ProtectionStep& step : pool.steps) result.push_back(step.kind);
  return result;
}

}  // namespace

TEST_CASE("The worked example: triggered at 7481, closed at no worse than 7407.5", "[protection][golden]") {
  const auto pools = Example(Side::Long).pools();
  REQUIRE(pools.size() == 1);
  const PoolProtection& pool = pools[0];
  CHECK_FALSE(pool.isolated);
  CHECK(pool.factor == AssetIndex{1});
  CHECK(pool.current == 8000);
  CHECK_THAT(pool.trigger.ratio, WithinRel(101.0 / 108, 1e-12));
  CHECK(kinds(pool) == std::vector<ProtectionKind>{ProtectionKind::FullLiquidation,
                                                   ProtectionKind::Assignment, ProtectionKind::Unwind});
  REQUIRE(pool.steps[0].orders.size() == 1);
  const ClosingOrder& order = pool.steps[0].orders[0];
  CHECK(order.side == Side::Short);
  CHECK(order.size == 1000);
  CHECK_THAT(order.markPrice, WithinRel(202000.0 / 27, 1e-12));
  CHECK_THAT(*order.zeroEquityPrice, WithinRel(200000.0 / 27, 1e-9));
  CHECK(*order.limitPrice == 7407.5);
  CHECK(pool.steps[0].fee == 0);
  // At the trigger 1 % of 0.135/1.01 BTC is left; at 7407.5, 0.135 - 2,000/14,815.
  CHECK_THAT(pool.equityAtTrigger, WithinRel(0.00135 / 1.01, 1e-9));
  CHECK_THAT(*pool.steps[0].marginEquity, WithinRel(0.00135 / 1.01, 1e-9));
  CHECK(*pool.steps[0].maintenanceMargin == 0);
  CHECK_THAT(*pool.equityAtLimit, WithinRel(0.025 / 14815, 1e-6));
  CHECK_THAT(pool.portfolioValue, WithinRel(0.00135 / 1.01, 1e-9));
  for (std::size_t i = 1; i < 3; ++i) {
    CHECK(pool.steps[i].orders.empty());
    CHECK_FALSE(pool.steps[i].marginEquity);
    CHECK_FALSE(pool.steps[i].maintenanceMargin);
  }
}

TEST_CASE("Every contract of the coin's wallet is closed", "[protection][golden]") {
  // Kraken, "Example assignment": 1,760,000 PI and 300,000 FI contracts in one account.
  Example example(Side::Long);
  example.wallet.balance = 10;
  example.wallet.positions[0].size = 1760000;
  example.wallet.positions.push_back(
      open(example.venue.inverse(example.wallet.asset), Side::Long, 300000, 8000));
  const std::vector<ClosingOrder> orders = example.pools().at(0).steps[0].orders;
  REQUIRE(orders.size() == 2);
  CHECK(orders[0].size == 1760000);
  CHECK(orders[1].size == 300000);
}

TEST_CASE("On entry the same account is triggered at 7,476.64, and closed at the same price",
          "[protection][golden]") {
  // 0.135 - 0.125 y = 0.00125 at y = 1.07.
  Example example(Side::Long);
  example.venue.policy.marginBasis = MarginBasis::Entry;
  const PoolProtection pool = example.pools().at(0);
  CHECK_THAT(8000 * pool.trigger.ratio, WithinAbs(7476.6355, 1e-4));
  CHECK_THAT(*pool.steps[0].orders[0].zeroEquityPrice, WithinAbs(7407.4074, 1e-4));
}

TEST_CASE("What the book does not take is assigned", "[protection][golden]") {
  // Kraken, "Example assignment": of 1,760,000 contracts 1,007,379 are liquidated, and 752,621 assigned; the
  // 300,000 of the other contract are liquidated all.
  Example example(Side::Long);
  example.wallet.balance = 20;
  example.wallet.positions[0].size = 1760000;
  example.wallet.positions.push_back(
      open(example.venue.inverse(example.wallet.asset), Side::Long, 300000, 8000));
  // Two levels within the limit, and one that is not: nobody sells below zero equity.
  example.venue.market.orderBooks = {{0, {{8000, 7379}, {7990, 1000000}, {4000, 9e9}}, {}},
                                     {1, {{8000, 400000}}, {}}};
  const PoolProtection pool = example.pools().at(0);
  REQUIRE(pool.steps[0].orders.size() == 2);
  CHECK(pool.steps[0].orders[0].filled == 1007379.0);
  CHECK(pool.steps[0].orders[1].filled == 300000.0);
  REQUIRE(pool.steps[1].kind == ProtectionKind::Assignment);
  REQUIRE(pool.steps[1].orders.size() == 1);
  CHECK(pool.steps[1].orders[0].contract == 0);
  CHECK(pool.steps[1].orders[0].size == 752621);
  CHECK(pool.steps[1].orders[0].limitPrice == pool.steps[0].orders[0].limitPrice);
}

TEST_CASE("A book has moved with the mark", "[protection]") {
  // Short: triggered at 8,608.70, bought at no more than 8,695.5. Offers of 8,050 are at 8,662.5 by then,
  // those of 8,090 at 8,705.5.
  Example example(Side::Short);
  example.venue.market.orderBooks = {{0, {}, {{8050, 100}, {8090, 5000}}}};
  const PoolProtection pool = example.pools().at(0);
  CHECK(pool.steps[0].orders[0].filled == 100.0);
  CHECK(pool.steps[1].orders.at(0).size == 900);
  CHECK_FALSE(Example(Side::Short).pools().at(0).steps[0].orders[0].filled);
}

TEST_CASE("A short is bought back at no more than its zero-equity price, rounded down",
          "[protection][golden]") {
  const PoolProtection pool = Example(Side::Short).pools().at(0);
  CHECK_THAT(pool.trigger.ratio, WithinRel(99.0 / 92, 1e-12));
  CHECK_THAT(pool.steps[0].orders[0].markPrice, WithinAbs(8608.6957, 1e-4));
  CHECK_THAT(*pool.steps[0].orders[0].zeroEquityPrice, WithinAbs(8695.6522, 1e-4));
  CHECK(pool.steps[0].orders[0].side == Side::Long);
  CHECK_THAT(*pool.steps[0].orders[0].zeroEquityPrice, WithinRel(200000.0 / 23, 1e-9));
  CHECK(*pool.steps[0].orders[0].limitPrice == 8695.5);
}

TEST_CASE("A zero-equity price on a tick stays there, and without a tick it is the limit", "[protection]") {
  // 90 at the trigger's 91; the equity is 1/91 of the notional.
  Linear linear;
  CHECK_THAT(*linear.pools()[0].steps[0].orders[0].limitPrice, WithinRel(90000.0, 1e-12));
  Contract contract;
  contract.underlying = linear.btc;
  contract.tick = 1;
  linear.wallet.positions = {open(linear.venue.list(contract), Side::Long, 9, 100000)};
  CHECK(*linear.pools()[0].steps[0].orders[0].limitPrice == 90000);
}

TEST_CASE("Alerts lie at half, three quarters and nine tenths of the equity used", "[protection]") {
  // 0.135 - 0.125 y = 0.00125 y / usage, in y = 8,000 / price.
  const PoolProtection pool = Example(Side::Long).pools().at(0);
  REQUIRE(pool.alerts.size() == 3);
  CHECK(pool.alerts[0].marginUsage == 0.5);
  CHECK(pool.alerts[1].marginUsage == 0.75);
  CHECK(pool.alerts[2].marginUsage == 0.9);
  CHECK_THAT(pool.alerts[0].ratio, WithinRel(17.0 / 18, 1e-12));
  CHECK_THAT(pool.alerts[1].ratio, WithinRel(76.0 / 81, 1e-12));
  CHECK_THAT(pool.alerts[2].ratio, WithinRel(455.0 / 486, 1e-12));
}

TEST_CASE("Alerts already passed are left out", "[protection]") {
  // 0.00125 of 0.002 is 62.5 %: 0.127 - 0.125 y = 0.00125 y / usage.
  Example example(Side::Long);
  example.wallet.balance = 0.002;
  const PoolProtection pool = example.pools().at(0);
  REQUIRE(pool.alerts.size() == 2);
  CHECK(pool.alerts[0].marginUsage == 0.75);
  CHECK_THAT(pool.alerts[0].ratio, WithinRel((0.125 + 0.00125 / 0.75) / 0.127, 1e-12));
}

TEST_CASE("Alerts of a wallet of dollars and of an isolated position", "[protection]") {
  // 90,000 + 900,000 (x - 1) = 9,000 / usage; 10,000 + 100,000 (x - 1) = 1,000 / usage.
  Linear linear;
  PoolProtection pool = linear.pools().at(0);
  REQUIRE(pool.alerts.size() == 3);
  CHECK_THAT(pool.alerts[0].ratio, WithinRel(0.92, 1e-12));
  CHECK_THAT(pool.alerts[2].ratio, WithinRel(0.91 + 1.0 / 900, 1e-12));
  linear.wallet.positions = {isolatedBy(IsolatedBy::MaxLeverage, 10, open(0, Side::Long, 1, 100000))};
  pool = linear.pools().at(0);
  REQUIRE(pool.alerts.size() == 3);
  CHECK_THAT(pool.alerts[0].ratio, WithinRel(0.92, 1e-12));
}

TEST_CASE("The first tenth closed makes the pool safe where nothing is charged for it", "[protection]") {
  // At 91,000: 9,000 of equity against 9,000, then against 8,100.
  const PoolProtection pool = Linear().pools().at(0);
  CHECK(pool.steps[0].kind == ProtectionKind::PartialLiquidation);
  REQUIRE(pool.steps[0].orders.size() == 1);
  CHECK(pool.steps[0].orders[0].side == Side::Short);
  CHECK_THAT(pool.steps[0].orders[0].size, WithinRel(0.9, 1e-12));
  CHECK_THAT(pool.steps[0].orders[0].markPrice, WithinRel(91000.0, 1e-12));
  CHECK_THAT(*pool.steps[0].marginEquity, WithinRel(9000.0, 1e-9));
  CHECK_THAT(*pool.steps[0].maintenanceMargin, WithinRel(8100.0, 1e-9));
  CHECK(pool.steps[0].ends);
  CHECK(kinds(pool) ==
        std::vector<ProtectionKind>{ProtectionKind::PartialLiquidation, ProtectionKind::FullLiquidation,
                                    ProtectionKind::Assignment, ProtectionKind::CoveredLiquidation,
                                    ProtectionKind::Unwind});
  CHECK_THAT(pool.equityAtTrigger, WithinRel(9000.0, 1e-9));
  CHECK_THAT(*pool.equityAtLimit, WithinAbs(0, 1e-6));
  CHECK_THAT(pool.portfolioValue, WithinRel(9000.0, 1e-9));
}

TEST_CASE("A fee of each tenth can outrun the requirement it saves", "[protection]") {
  // 2 % of 81,900 is 1,638 a step, and 900 less is required: nine steps, none of which is enough.
  Linear linear;
  linear.venue.rulebook.equityProtection.liquidationFee = 0.02;
  const PoolProtection pool = linear.pools().at(0);
  REQUIRE(pool.steps.size() == 13);
  for (std::size_t i = 0; i < 9; ++i) {
    const ProtectionStep& step = pool.steps[i];
    const double count = static_cast<double>(i + 1);
    INFO("step " << i);
    CHECK(step.kind == ProtectionKind::PartialLiquidation);
    CHECK_THAT(step.orders[0].size, WithinRel(0.9, 1e-9));
    CHECK_THAT(step.fee, WithinRel(1638.0, 1e-9));
    CHECK_THAT(*step.marginEquity, WithinAbs(std::max(0.0, 9000 - 1638 * count), 1e-6));
    CHECK_THAT(*step.maintenanceMargin, WithinAbs(9000 - 900 * count, 1e-6));
    CHECK_FALSE(step.ends);
  }
  CHECK(pool.steps[9].kind == ProtectionKind::FullLiquidation);
}

TEST_CASE("A smaller fee is earned back", "[protection]") {
  // 0.5 % of 81,900: 9,000 - 409.5 against 8,100.
  Linear linear;
  linear.venue.rulebook.equityProtection.liquidationFee = 0.005;
  const PoolProtection pool = linear.pools().at(0);
  CHECK_THAT(pool.steps[0].fee, WithinRel(409.5, 1e-9));
  CHECK_THAT(*pool.steps[0].marginEquity, WithinRel(8590.5, 1e-9));
  CHECK(pool.steps[0].ends);
  // Closed in full at once: 0.5 % of 819,000.
  CHECK_THAT(pool.equityAtTrigger, WithinRel(9000.0 - 4095, 1e-9));
}

TEST_CASE("Each step takes its share of every position", "[protection]") {
  // Short 3 BTC on another contract beside it: net 6 BTC, margin of the long 9.
  Linear linear;
  linear.wallet.positions.push_back(open(linear.venue.linear(linear.btc), Side::Short, 3, 100000));
  const PoolProtection pool = linear.pools().at(0);
  // 90,000 + 600,000 (x - 1) = 9,000 at x = 0.865.
  CHECK_THAT(pool.trigger.ratio, WithinRel(0.865, 1e-12));
  REQUIRE(pool.steps[0].orders.size() == 2);
  CHECK_THAT(pool.steps[0].orders[0].size, WithinRel(0.9, 1e-12));
  CHECK(pool.steps[0].orders[1].side == Side::Long);
  CHECK_THAT(pool.steps[0].orders[1].size, WithinRel(0.3, 1e-12));
  // Equity 9,000 of 12 x 86,500 in all: each may trade so much worse, the sale lower, the purchase higher.
  const double worse = 9000.0 / (12 * 86500);
  CHECK_THAT(*pool.steps[0].orders[0].zeroEquityPrice, WithinRel(86500 * (1 - worse), 1e-9));
  CHECK_THAT(*pool.steps[0].orders[1].zeroEquityPrice, WithinRel(86500 * (1 + worse), 1e-9));
}

TEST_CASE("Without partial steps all is closed at once", "[protection]") {
  Linear linear;
  linear.venue.rulebook.equityProtection.partialStep = 0;
  CHECK(kinds(linear.pools().at(0)) ==
        std::vector<ProtectionKind>{ProtectionKind::FullLiquidation, ProtectionKind::Assignment,
                                    ProtectionKind::CoveredLiquidation, ProtectionKind::Unwind});
}

TEST_CASE("An isolated position goes alone", "[protection]") {
  // 10,000 of its own: 10,000 + 100,000 (x - 1) = 1,000; the wallet keeps 90,000 - 9,000.
  Linear linear;
  linear.wallet.positions = {isolatedBy(IsolatedBy::MaxLeverage, 10, open(0, Side::Long, 1, 100000))};
  const auto pools = linear.pools();
  REQUIRE(pools.size() == 1);
  CHECK(pools[0].isolated == ContractIndex{0});
  CHECK(pools[0].factor == linear.btc);
  CHECK_THAT(pools[0].trigger.ratio, WithinRel(0.91, 1e-12));
  CHECK_THAT(pools[0].equityAtTrigger, WithinRel(1000.0, 1e-9));
  CHECK_THAT(pools[0].portfolioValue, WithinRel(81000.0, 1e-12));
  CHECK_THAT(*pools[0].steps[0].orders[0].limitPrice, WithinRel(90000.0, 1e-9));
}

TEST_CASE("The cross pool comes first, and the pools do not mix", "[protection]") {
  Linear linear;
  linear.wallet.positions.push_back(
      isolatedBy(IsolatedBy::Margin, 10000, open(linear.venue.linear(linear.btc), Side::Short, 1, 100000)));
  const auto pools = linear.pools();
  REQUIRE(pools.size() == 2);
  CHECK_FALSE(pools[0].isolated);
  CHECK(pools[1].isolated == ContractIndex{1});
  // Cross: 80,000 + 900,000 (x - 1) = 9,000; isolated: 10,000 - 100,000 (x - 1) = 1,000.
  CHECK_THAT(pools[0].trigger.ratio, WithinRel(1 - 71.0 / 900, 1e-12));
  CHECK_THAT(pools[1].trigger.ratio, WithinRel(1.09, 1e-12));
  for (const PoolProtection& pool : pools) {
    for (const ProtectionStep& step : pool.steps) CHECK(step.orders.size() <= 1);
  }
}

TEST_CASE("In liquidation today, today is the trigger", "[protection]") {
  Linear linear;
  linear.wallet.collateral[0].quantity = 8000;
  const PoolProtection pool = linear.pools().at(0);
  CHECK(pool.trigger.ratio == 1);
  CHECK(pool.trigger.marginEquity == 8000);
  CHECK(pool.trigger.maintenanceMargin == 9000);
  CHECK(pool.alerts.empty());
  // 8,000 against 9,000, 8,100, 7,200.
  CHECK_FALSE(pool.steps[0].ends);
  CHECK(pool.steps[1].ends);
  CHECK(pool.steps[1].kind == ProtectionKind::PartialLiquidation);
  CHECK(pool.steps[2].kind == ProtectionKind::FullLiquidation);
}

TEST_CASE("An account worth less than nothing has no price left to protect", "[protection]") {
  Linear linear;
  linear.wallet.collateral[0].quantity = -5000;
  const PoolProtection pool = linear.pools().at(0);
  CHECK(pool.equityAtTrigger == 0);
  CHECK(*pool.equityAtLimit == 0);
  CHECK(pool.portfolioValue == 0);
}

TEST_CASE("Where nothing can be liquidated there is nothing to protect", "[protection]") {
  Linear linear;
  linear.wallet.collateral[0].quantity = 2e6;
  CHECK(linear.pools().empty());
  linear.wallet.positions.clear();
  CHECK(linear.pools().empty());
}

TEST_CASE("US: the broker closes at the market, for 25 and later 50 USD", "[protection][us]") {
  // 10,000 + 20,000 (x - 1) = 2,000 at x = 0.6.
  UsAccount account(10000);
  account.trade(Side::Long, 2, account.list("MBT", account.asset("BTC", 100000), 0.1, 1000, 5000, 4000),
                100000);
  const auto pools = [&] {
    return equityProtection(account.wallet, Terms{account.rulebook, Policy(), Client::Professional, 0,
                                                  account.market, 0, account.asOf});
  };
  REQUIRE(pools().size() == 1);
  const PoolProtection pool = pools()[0];
  CHECK_THAT(pool.trigger.ratio, WithinRel(0.6, 1e-12));
  CHECK(kinds(pool) == std::vector<ProtectionKind>{ProtectionKind::ForcedClose});
  CHECK(pool.steps[0].fee == 25);
  CHECK_THAT(*pool.steps[0].marginEquity, WithinRel(1975.0, 1e-9));
  CHECK_THAT(pool.equityAtTrigger, WithinRel(1975.0, 1e-9));
  CHECK_FALSE(pool.equityAtLimit);
  CHECK_FALSE(pool.steps[0].orders[0].zeroEquityPrice);
  CHECK_FALSE(pool.steps[0].orders[0].limitPrice);
  // 10,000 + 20,000 (x - 1) = 2,000 / usage.
  REQUIRE(pool.alerts.size() == 3);
  CHECK_THAT(pool.alerts[0].ratio, WithinRel(0.7, 1e-12));
  account.wallet.liquidations = 1;
  CHECK(pools()[0].steps[0].fee == 50);
  account.wallet.liquidations = 7;
  CHECK(pools()[0].steps[0].fee == 50);
}

TEST_CASE("An isolated position ends after one step, at the cost of its own margin alone", "[protection]") {
  // 90,000 + 9 (P - 100,000) = 9,000 at P = 91,000. A tenth closed at the mark: 9,000 against 8,100.
  Linear linear;
  linear.wallet.collateral[0].quantity = 200000;
  linear.wallet.positions[0].margin = MarginMode::Isolated;
  linear.wallet.positions[0].isolatedBy = IsolatedBy::Margin;
  linear.wallet.positions[0].isolatedMargin = 90000;
  const PoolProtection pool = linear.pools().at(0);
  CHECK_THAT(pool.trigger.ratio, WithinRel(0.91, 1e-12));
  CHECK_THAT(*pool.steps[0].marginEquity, WithinRel(9000.0, 1e-9));
  CHECK_THAT(*pool.steps[0].maintenanceMargin, WithinRel(8100.0, 1e-9));
  CHECK(pool.steps[0].ends);
  CHECK_THAT(pool.portfolioValue, WithinRel(200000.0 - 81000, 1e-9));
  // At 80,000 it has lost 180,000, and takes no more than its 90,000.
  linear.venue.market.indexPrice[linear.btc] = 80000;
  linear.venue.market.markPrice[linear.wallet.positions[0].contract] = 80000;
  CHECK_THAT(linear.pools().at(0).portfolioValue, WithinRel(110000.0, 1e-9));
}

TEST_CASE("What an isolated position leaves of the wallet: its collateral and the others moved too",
          "[protection]") {
  // 2 BTC pledged, a cross long of 1 BTC from 100,000 and an isolated one of 1 BTC at 10,000: triggered at
  // 91,000. Then 2 x 91,000, less 9,000 each: 164,000.
  Linear linear;
  linear.wallet.collateral = {{linear.btc, 2}};
  linear.wallet.positions = {
      open(0, Side::Long, 1, 100000),
      isolatedBy(IsolatedBy::Margin, 10000, open(linear.venue.linear(linear.btc), Side::Long, 1, 100000))};
  const auto pools = linear.pools();
  REQUIRE(pools.back().isolated == ContractIndex{1});
  CHECK_THAT(pools.back().trigger.ratio, WithinRel(0.91, 1e-12));
  CHECK_THAT(pools.back().portfolioValue, WithinRel(164000.0, 1e-12));
}

TEST_CASE("Thousands of isolated positions are told one by one, not with the wallet each", "[protection]") {
  // Each is a long of 1 from 100 with a margin of 10: 10 + 100 (x - 1) = 1 at 0.91.
  constexpr std::size_t kPositions = 2000;
  Linear linear;
  linear.wallet.positions.clear();
  for (std::size_t i = 0; i < kPositions; ++i) {
    const AssetIndex asset = linear.venue.asset("A" + std::to_string(i), 100);
    const ContractIndex contract = linear.venue.linear(asset);
    linear.wallet.positions.push_back(isolatedBy(IsolatedBy::Margin, 10, open(contract, Side::Long, 1, 100)));
  }
  // A valuation of the wallet each would be seconds in a fast build, and minutes with sanitizers.
  const auto begin = std::chrono::steady_clock::now();
  const auto pools = linear.pools();
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(10));
  REQUIRE(pools.size() == kPositions);
  for (const PoolProtection& pool : pools) {
    CHECK_THAT(pool.trigger.ratio, WithinRel(0.91, 1e-12));
    CHECK_THAT(pool.portfolioValue, WithinRel(90000.0 - 9, 1e-12));
  }
}
