// SPDX-License-Identifier: MIT
// By hand, in y = today's price over price: a contract is worth y times what it is worth today.
#include "catch.hpp"
#include "venue.hpp"

using namespace margin;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using margin::test::inverseBtc;
using margin::test::open;
using margin::test::Venue;

namespace {

/// The example of Kraken's "Equity Protection Process": 1,000 contracts from 8,000 on 0.01 BTC.
struct Example {
  Venue venue;
  AssetIndex btc = venue.asset("BTC", 8000);
  ContractIndex perpetual = venue.inverse(btc);
  SingleCollateralWallet wallet;

  explicit Example(Side side = Side::Long, double balance = 0.01, double size = 1000) {
    wallet.asset = btc;
    wallet.balance = balance;
    wallet.positions = {open(perpetual, side, size, 8000)};
  }

  WalletReport report() const { return venue.report(wallet); }
  WalletReport on(MarginBasis basis) {
    venue.policy.marginBasis = basis;
    return report();
  }
};

const LiquidationSet& coin(const WalletReport& report) { return report.factors.front().liquidation; }

/// The only boundary, as a price.
double price(const Example& example, const WalletReport& report) {
  REQUIRE(coin(report).boundaries.size() == 1);
  return coin(report).boundaries[0].ratio * example.venue.market.indexPrice[example.btc];
}

}  // namespace

TEST_CASE("The worked example: value 0.125, margins 0.0025 and 0.00125 BTC", "[single][golden]") {
  const WalletReport report = Example().report();
  CHECK_THAT(report.positions[0].notional, WithinRel(0.125, 1e-12));
  CHECK_THAT(report.initialMargin, WithinRel(0.0025, 1e-12));
  CHECK_THAT(report.maintenanceMargin, WithinRel(0.00125, 1e-12));
  CHECK_THAT(report.cross.maintenanceMargin, WithinRel(0.00125, 1e-12));
  CHECK(report.balanceValue == 0.01);
  CHECK(report.collateralValue == 0.01);
  CHECK(report.marginEquity == 0.01);
  CHECK(report.portfolioValue == 0.01);
  CHECK_THAT(report.availableMargin, WithinRel(0.0075, 1e-12));
  CHECK_THAT(report.riskBuffer, WithinRel(0.00875, 1e-12));
  CHECK_THAT(*report.marginUsage, WithinRel(0.125, 1e-12));
  CHECK_THAT(*report.effectiveLeverage, WithinRel(12.5, 1e-12));
  CHECK(report.status == WalletStatus::Healthy);
  CHECK(report.collateral.empty());
}

TEST_CASE("The worked example is liquidated at 7481 on the mark basis, at 7476.6 on entry",
          "[single][golden]") {
  // 0.135 - 0.125 y = 0.00125 y at y = 108/101; = 0.00125 at y = 107/100; = 0 at y = 27/25.
  Example example;
  const WalletReport mark = example.on(MarginBasis::Mark);
  CHECK_THAT(price(example, mark), WithinRel(202000.0 / 27, 1e-12));
  CHECK_THAT(price(example, mark), WithinAbs(7481.4815, 5e-5));
  CHECK_THAT(coin(mark).below()->marginEquity, WithinRel(0.00125 * 108 / 101, 1e-12));
  CHECK_THAT(coin(mark).below()->maintenanceMargin, WithinRel(0.00125 * 108 / 101, 1e-12));
  const WalletReport entry = example.on(MarginBasis::Entry);
  CHECK_THAT(price(example, entry), WithinRel(8000 / 1.07, 1e-12));
  CHECK_THAT(price(example, entry), WithinAbs(7476.6355, 5e-5));
  CHECK_THAT(coin(entry).below()->maintenanceMargin, WithinRel(0.00125, 1e-12));
  for (const WalletReport& report : {mark, entry}) {
    CHECK_THAT(*report.positions[0].bankruptcyPrice, WithinRel(200000.0 / 27, 1e-12));
    CHECK_THAT(*report.positions[0].bankruptcyPrice, WithinAbs(7407.4074, 5e-5));
    CHECK_FALSE(coin(report).above());
    CHECK(coin(report).state == PoolState::Safe);
    REQUIRE(report.positions[0].liquidation.boundaries.size() == 1);
    CHECK(report.positions[0].liquidation.boundaries[0].ratio == coin(report).boundaries[0].ratio);
  }
}

TEST_CASE("The short that mirrors it is liquidated above", "[single][golden]") {
  // 0.125 y - 0.115 = 0.00125 y at y = 92/99; = 0.00125 at y = 93/100; = 0 at y = 23/25.
  Example example(Side::Short);
  const WalletReport mark = example.on(MarginBasis::Mark);
  CHECK_THAT(price(example, mark), WithinRel(198000.0 / 23, 1e-12));
  CHECK_THAT(price(example, mark), WithinAbs(8608.6957, 5e-5));
  CHECK_THAT(*mark.positions[0].bankruptcyPrice, WithinRel(200000.0 / 23, 1e-12));
  CHECK_THAT(*mark.positions[0].bankruptcyPrice, WithinAbs(8695.6522, 5e-5));
  CHECK_FALSE(coin(mark).below());
  CHECK_THAT(price(example, example.on(MarginBasis::Entry)), WithinRel(8000 / 0.93, 1e-12));
}

TEST_CASE("A short no larger than its coin: no liquidation on the mark basis, 100 times the price on entry",
          "[single]") {
  // Equity 0.125 y against 0.00125 y, or 0.00125 at y = 1/100; never 0.
  Example example(Side::Short, 0.125);
  CHECK(coin(example.on(MarginBasis::Mark)).boundaries.empty());
  CHECK(coin(example.on(MarginBasis::Mark)).state == PoolState::Safe);
  const WalletReport entry = example.on(MarginBasis::Entry);
  CHECK_THAT(price(example, entry), WithinRel(800000.0, 1e-12));
  CHECK_FALSE(entry.positions[0].bankruptcyPrice);
}

TEST_CASE("Boundaries beyond a millionth of today's price are none", "[single]") {
  // 0.125 y = balance + 0.125 - 0.00125: y = 8 balance + 0.99.
  Example example(Side::Long, 124000);
  CHECK_THAT(price(example, example.report()), WithinRel(8000 / 992000.99, 1e-12));
  example.wallet.balance = 126000;
  CHECK(coin(example.report()).boundaries.empty());
}

TEST_CASE("Levels go by contracts, whatever the price", "[single]") {
  Example example(Side::Long, 100, 499999);
  CHECK(example.report().positions[0].level == 1);
  example.wallet.positions[0].size = 500000;
  CHECK(example.report().positions[0].level == 2);
  example.wallet.positions[0].size = 600000;
  // 75 BTC: 4 % of all, or 2 % of 500,000 and 4 % of 100,000 contracts, 14,000 USD.
  CHECK_THAT(example.report().initialMargin, WithinRel(3.0, 1e-12));
  CHECK_THAT(example.report().maintenanceMargin, WithinRel(1.5, 1e-12));
  example.venue.policy.levels = Levels::Marginal;
  CHECK_THAT(example.report().initialMargin, WithinRel(1.75, 1e-12));
  CHECK_THAT(example.report().maintenanceMargin, WithinRel(0.875, 1e-12));
  // At half the price the coins double, the level stays.
  example.venue.market.markPrice[0] = 4000;
  CHECK_THAT(example.report().initialMargin, WithinRel(1.75, 1e-12));
  example.venue.policy.marginBasis = MarginBasis::Mark;
  CHECK_THAT(example.report().initialMargin, WithinRel(3.5, 1e-12));
  CHECK(example.report().positions[0].level == 2);
  example.venue.policy.levels = Levels::Flat;
  CHECK_THAT(example.report().initialMargin, WithinRel(6.0, 1e-12));
}

TEST_CASE("Two million contracts on BTC take 6 % and 3 %", "[single][golden]") {
  const WalletReport report = Example(Side::Long, 100, 2e6).report();
  CHECK(report.positions[0].level == 3);
  CHECK_THAT(report.initialMargin, WithinRel(15.0, 1e-12));
  CHECK_THAT(report.maintenanceMargin, WithinRel(7.5, 1e-12));
}

TEST_CASE("Marginal levels on the mark basis: the boundary of a level's slices", "[single]") {
  // 600,000 contracts, 75 BTC; maintenance 7,000 USD, 0.875 y BTC. 5 + 75 - 75 y = 0.875 y at y = 80/75.875.
  Example example(Side::Long, 5, 600000);
  example.venue.policy.levels = Levels::Marginal;
  CHECK_THAT(price(example, example.on(MarginBasis::Mark)), WithinRel(8000 * 75.875 / 80, 1e-12));
}

TEST_CASE("A contract of 100 USD is worth 100 times as much, and its levels go by contracts", "[single]") {
  Example example(Side::Long, 1, 1);
  Contract contract;
  contract.type = ContractType::Inverse;
  contract.underlying = example.btc;
  contract.contractSize = 100;
  example.wallet.positions = {
      open(example.venue.list(contract, margin::test::schedule({{0, 0.02}, {1000, 0.04}})), Side::Long, 1000,
           8000)};
  const WalletReport report = example.report();
  CHECK_THAT(report.positions[0].notional, WithinRel(12.5, 1e-12));
  CHECK(report.positions[0].level == 2);
  CHECK_THAT(report.initialMargin, WithinRel(0.5, 1e-12));
}

TEST_CASE("Perpetual and dated contracts on the coin net", "[single]") {
  // Long 0.125, short 0.25 BTC. 0.02 - 0.125 + 0.125 y = 0.0025 at y = 0.86; = 0.0025 y at y = 6/7.
  Example example(Side::Long, 0.02);
  example.wallet.positions.push_back(open(example.venue.inverse(example.btc), Side::Short, 2000, 8000));
  WalletReport report = example.report();
  CHECK_THAT(report.initialMargin, WithinRel(0.005, 1e-12));
  CHECK_THAT(report.maintenanceMargin, WithinRel(0.0025, 1e-12));
  CHECK_THAT(price(example, report), WithinRel(8000 / 0.86, 1e-12));
  CHECK_THAT(price(example, example.on(MarginBasis::Mark)), WithinRel(8000 * 7.0 / 6, 1e-12));
  // Each is bankrupt on the side where it loses: the whole at y = 0.84, the long never.
  CHECK_THAT(*example.report().positions[1].bankruptcyPrice, WithinRel(8000 / 0.84, 1e-12));
  CHECK_FALSE(example.report().positions[0].bankruptcyPrice);
  example.venue.policy.netting = false;
  CHECK_THAT(example.report().initialMargin, WithinRel(0.0075, 1e-12));
  CHECK_THAT(example.report().maintenanceMargin, WithinRel(0.00375, 1e-12));
}

TEST_CASE("A premium of the mark is held as the price moves", "[single]") {
  // Mark 8,080 of index 8,000: today's notional 100/808, pnl 0.125 - 100/808 = 1/808.
  // 0.135 - (100/808) y = 0.00125 at y = 0.13375 x 8.08; the price told is the index.
  Example example;
  example.venue.market.markPrice[0] = 8080;
  const WalletReport report = example.report();
  CHECK_THAT(report.unrealizedPnl, WithinRel(1.0 / 808, 1e-12));
  CHECK_THAT(price(example, report), WithinRel(8000 / (0.13375 * 8.08), 1e-12));
  CHECK_THAT(*report.positions[0].bankruptcyPrice, WithinRel(1000 / 0.135, 1e-12));
}

TEST_CASE("The closing fee joins the requirement at the mark", "[single]") {
  // 0.0000625 y beside it: entry 0.13375 = 0.1250625 y, mark 0.135 = 0.1263125 y.
  Example example;
  example.venue.takerFee = 0.0005;
  CHECK_THAT(example.report().maintenanceMargin, WithinRel(0.00125, 1e-12));
  example.venue.policy.closingFee = true;
  const WalletReport entry = example.report();
  CHECK_THAT(entry.maintenanceMargin, WithinRel(0.0013125, 1e-12));
  CHECK_THAT(entry.cross.maintenanceMargin, WithinRel(0.0013125, 1e-12));
  CHECK_THAT(entry.positions[0].maintenanceMargin, WithinRel(0.00125, 1e-12));
  CHECK_THAT(price(example, entry), WithinRel(8000 * 2001.0 / 2140, 1e-12));
  CHECK_THAT(price(example, example.on(MarginBasis::Mark)), WithinRel(8000 * 2021.0 / 2160, 1e-12));
  // Netting does not lessen it: 0.0005 x 0.375 BTC.
  example.wallet.positions.push_back(open(example.venue.inverse(example.btc), Side::Short, 2000, 8000));
  CHECK_THAT(example.on(MarginBasis::Entry).maintenanceMargin, WithinRel(0.0025 + 0.0001875, 1e-12));
}

TEST_CASE("Funding owed is equity gone", "[single]") {
  // 0.134 - 0.125 y = 0.00125 at y = 1.062.
  Example example;
  example.wallet.positions[0].unrealizedFunding = -0.001;
  const WalletReport report = example.report();
  CHECK(report.unrealizedFunding == -0.001);
  CHECK_THAT(report.totalUnrealizedAsMargin, WithinRel(-0.001, 1e-12));
  CHECK_THAT(report.marginEquity, WithinRel(0.009, 1e-12));
  CHECK_THAT(price(example, report), WithinRel(8000 / 1.062, 1e-12));
}

TEST_CASE("Ten thousand contracts from 2,500 to 2,800 gain 3/7 of a coin", "[single][golden]") {
  Venue venue;
  SingleCollateralWallet wallet;
  wallet.asset = venue.asset("ETH", 2800);
  wallet.balance = 1;
  wallet.positions = {open(venue.inverse(wallet.asset), Side::Long, 10000, 2500)};
  const WalletReport report = venue.report(wallet);
  CHECK_THAT(report.unrealizedPnl, WithinRel(3.0 / 7, 1e-12));
  CHECK_THAT(report.unrealizedPnl, WithinAbs(0.42857, 5e-6));
  CHECK_THAT(report.inUsd->unrealizedPnl, WithinRel(1200.0, 1e-12));
  CHECK_THAT(report.inUsd->marginEquity, WithinRel(4000.0, 1e-12));
  CHECK_THAT(report.inUsd->settlement.realizedPnl, WithinRel(1200.0, 1e-12));
  // 2 % of 4 ETH at entry.
  CHECK_THAT(report.positions[0].returnOnEquity, WithinRel(3.0 / 7 / 0.08, 1e-12));
  CHECK_THAT(*report.positions[0].effectiveLeverage, WithinRel(10000.0 / 2800 / (10.0 / 7), 1e-12));
}

TEST_CASE("A hundred thousand contracts are 10 coins at 10,000 and gain 0.476190 at 10,500",
          "[single][golden]") {
  // BitMEX, inverse futures guide: 1 % of margin is 0.1 XBT.
  Venue venue;
  SingleCollateralWallet wallet;
  wallet.asset = venue.asset("BTC", 10500);
  wallet.balance = 0.1;
  wallet.positions = {open(venue.inverse(wallet.asset, *MarginSchedule::make({{0, 0.01, 0.005}})), Side::Long,
                           100000, 10000)};
  const WalletReport report = venue.report(wallet);
  CHECK_THAT(report.initialMargin, WithinRel(0.1, 1e-12));
  CHECK_THAT(report.unrealizedPnl, WithinRel(10.0 / 21, 1e-12));
}

TEST_CASE("Each coin has a wallet of its own", "[single]") {
  Venue venue;
  const AssetIndex btc = venue.asset("BTC", 8000);
  const AssetIndex eth = venue.asset("ETH", 2500, 0.06, 0.005);
  const ContractIndex onBtc = venue.inverse(btc);
  const ContractIndex onEth = venue.inverse(eth);
  SingleCollateralWallet first;
  first.asset = btc;
  first.balance = 0.01;
  first.positions = {open(onBtc, Side::Long, 1000, 8000)};
  SingleCollateralWallet second;
  second.asset = eth;
  second.balance = 2;
  second.positions = {open(onEth, Side::Short, 5000, 2500)};
  // The other coin's haircut counts in no wallet: 2 ETH short 2 ETH, equity 2 y = 0.02 at y = 1/100.
  const WalletReport report = venue.report(second);
  CHECK(report.collateralValue == 2);
  REQUIRE(report.factors.size() == 1);
  CHECK(report.factors[0].asset == eth);
  CHECK(report.factors[0].current == 2500);
  CHECK_THAT(report.factors[0].liquidation.above()->ratio, WithinRel(100.0, 1e-12));
  CHECK(venue.report(first).factors[0].asset == btc);
  CHECK_THAT(venue.report(first).factors[0].liquidation.below()->ratio, WithinRel(1 / 1.07, 1e-12));
}

TEST_CASE("Status and what can be withdrawn follow the price", "[single]") {
  Example example;
  const auto at = [&](double price) {
    example.venue.market.indexPrice[example.btc] = example.venue.market.markPrice[0] = price;
    return example.report();
  };
  CHECK_THAT(at(8000).withdrawable.front().quantity, WithinRel(0.0075, 1e-12));
  // A gain stays until it is realised: available 0.0325, balance 0.01.
  CHECK(at(10000).withdrawable.front().quantity == 0.01);
  // 0.135 - 2/15 = 1/600, between 0.00125 and 0.0025.
  CHECK(at(7500).status == WalletStatus::ReduceOnly);
  CHECK(at(7500).withdrawable.front().quantity == 0);
  CHECK_THAT(at(7500).availableMargin, WithinRel(1.0 / 600 - 0.0025, 1e-9));
  // 0.135 - 1/7 is below 0.
  const WalletReport broke = at(7000);
  CHECK(broke.status == WalletStatus::Liquidation);
  CHECK(coin(broke).state == PoolState::Liquidation);
  CHECK_FALSE(broke.effectiveLeverage);
  CHECK_FALSE(broke.marginUsage);
  CHECK_THAT(coin(broke).above()->ratio, WithinRel(8000 / 1.07 / 7000, 1e-12));
}

TEST_CASE("A boundary at today's price is both below and above", "[single]") {
  // Balance 0.00125 = maintenance margin.
  const WalletReport report = Example(Side::Long, 0.00125).report();
  CHECK(report.status == WalletStatus::Liquidation);
  CHECK(report.riskBuffer == 0);
  REQUIRE(coin(report).boundaries.size() == 1);
  CHECK(coin(report).below()->ratio == 1);
  CHECK(coin(report).above()->ratio == 1);
}

TEST_CASE("Without positions there is nothing to liquidate", "[single]") {
  Example example;
  example.wallet.positions.clear();
  const WalletReport report = example.report();
  CHECK(report.status == WalletStatus::Healthy);
  CHECK(coin(report).state == PoolState::None);
  CHECK(coin(report).boundaries.empty());
  CHECK(report.withdrawable.front().quantity == 0.01);
  CHECK(*report.effectiveLeverage == 0);
}

TEST_CASE("Retail clients take the retail schedule", "[single]") {
  Example example(Side::Long, 1);
  Contract contract;
  contract.type = ContractType::Inverse;
  contract.underlying = example.btc;
  example.venue.rulebook.addSchedule("retail", *MarginSchedule::make({{0, 0.5, 0.25}}));
  contract.retailSchedule = example.venue.rulebook.findSchedule("retail");
  example.wallet.positions = {open(example.venue.list(contract, inverseBtc()), Side::Long, 1000, 8000)};
  CHECK_THAT(example.report().initialMargin, WithinRel(0.0025, 1e-12));
  example.venue.client = Client::Retail;
  CHECK_THAT(example.report().initialMargin, WithinRel(0.0625, 1e-12));
  CHECK_THAT(example.report().maintenanceMargin, WithinRel(0.03125, 1e-12));
}

TEST_CASE("Closing everything settles in the coin", "[single]") {
  // At 7,000: loss 1/7 - 1/8 = 1/56, fee 0.0005/7.
  Example example;
  example.venue.takerFee = 0.0005;
  example.venue.market.indexPrice[example.btc] = example.venue.market.markPrice[0] = 7000;
  example.wallet.positions[0].unrealizedFunding = 0.001;
  const SettlementReport settlement = example.report().settlement;
  CHECK_THAT(settlement.realizedPnl, WithinRel(0.001 - 1.0 / 56, 1e-12));
  CHECK_THAT(settlement.closeFee, WithinRel(1.0 / 14000, 1e-12));
  CHECK(settlement.waterfall.conversions.empty());
  REQUIRE(settlement.waterfall.balances.size() == 1);
  const double left = 0.011 - 1.0 / 56 - 1.0 / 14000;
  CHECK(settlement.waterfall.balances[0].asset == example.btc);
  CHECK_THAT(settlement.waterfall.balances[0].quantity, WithinRel(left, 1e-12));
  CHECK_THAT(settlement.waterfall.uncovered, WithinRel(-left, 1e-12));
}
