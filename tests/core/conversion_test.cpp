// SPDX-License-Identifier: MIT
// Sales of collateral, by hand. The order is Kraken's ("Fees & Charges for Multi-Collateral Futures"); the
// haircuts and fees are examples.
#include "margin/conversion.hpp"

#include "catch.hpp"
#include "venue.hpp"

using namespace margin;
using Catch::Matchers::WithinRel;
using margin::test::isolatedBy;
using margin::test::open;
using margin::test::Venue;

namespace {

struct Holder {
  Venue venue;
  AssetIndex btc = venue.asset("BTC", 100000, 0.02, 0.005);
  AssetIndex eth = venue.asset("ETH", 4000, 0.06, 0.005);
  AssetIndex usdc = venue.asset("USDC", 1, 0.01, 0.0005);
  AssetIndex ltc = venue.asset("LTC", 80, 0.06, 0.005);

  Waterfall sell(std::vector<Holding> balances) const {
    return convert(std::move(balances), venue.rulebook, venue.market);
  }
};

}  // namespace

TEST_CASE("The lowest haircut is sold first, each with its fee", "[conversion]") {
  // 1,000 USDC bring 999.50; the other 4,000.50 are 4,000.5 / 99,500 BTC, whose fee is 4,000.5 x 5/995.
  const Holder holder;
  const Waterfall waterfall =
      holder.sell({{holder.eth, 1}, {holder.btc, 2}, {kUsd, -5000}, {holder.usdc, 1000}});
  REQUIRE(waterfall.conversions.size() == 2);
  CHECK(waterfall.conversions[0].asset == holder.usdc);
  CHECK(waterfall.conversions[0].quantity == 1000);
  CHECK_THAT(waterfall.conversions[0].proceeds, WithinRel(999.5, 1e-12));
  CHECK_THAT(waterfall.conversions[0].fee, WithinRel(0.5, 1e-12));
  CHECK(waterfall.conversions[1].asset == holder.btc);
  CHECK_THAT(waterfall.conversions[1].quantity, WithinRel(4000.5 / 99500, 1e-12));
  CHECK_THAT(waterfall.conversions[1].proceeds, WithinRel(4000.5, 1e-12));
  CHECK_THAT(waterfall.conversions[1].fee, WithinRel(4000.5 * 5 / 995, 1e-12));
  CHECK(waterfall.uncovered == 0);
  REQUIRE(waterfall.balances.size() == 4);
  CHECK(waterfall.balances[0].quantity == 1);
  CHECK_THAT(waterfall.balances[1].quantity, WithinRel(2 - 4000.5 / 99500, 1e-12));
  CHECK(waterfall.balances[2].asset == kUsd);
  CHECK(waterfall.balances[2].quantity == 0);
  CHECK(waterfall.balances[3].quantity == 0);
}

TEST_CASE("Of equal haircuts the one held first is sold first", "[conversion]") {
  const Holder holder;
  CHECK(holder.sell({{kUsd, -10}, {holder.ltc, 1}, {holder.eth, 1}}).conversions[0].asset == holder.ltc);
  CHECK(holder.sell({{kUsd, -10}, {holder.eth, 1}, {holder.ltc, 1}}).conversions[0].asset == holder.eth);
}

TEST_CASE("What is left when nothing is left to sell stays owed", "[conversion]") {
  // 1 ETH brings 3,980.
  const Holder holder;
  const Waterfall waterfall = holder.sell({{holder.eth, 1}, {holder.btc, 0}, {kUsd, -5000}});
  REQUIRE(waterfall.conversions.size() == 1);
  CHECK(waterfall.conversions[0].quantity == 1);
  CHECK_THAT(waterfall.uncovered, WithinRel(1020.0, 1e-12));
  CHECK_THAT(waterfall.balances[2].quantity, WithinRel(-1020.0, 1e-12));
}

TEST_CASE("Selling exactly all leaves nothing owed", "[conversion]") {
  const Holder holder;
  const Waterfall waterfall = holder.sell({{holder.eth, 1}, {kUsd, -3980}});
  CHECK(waterfall.uncovered == 0);
  CHECK(waterfall.balances[0].quantity == 0);
  CHECK(waterfall.balances[1].quantity == 0);
}

TEST_CASE("Where no USD is owed nothing is sold", "[conversion]") {
  const Holder holder;
  for (const auto& balances : {std::vector<Holding>{{holder.btc, 1}}, {{kUsd, 5}, {holder.btc, 1}}}) {
    const Waterfall waterfall = holder.sell(balances);
    CHECK(waterfall.conversions.empty());
    CHECK(waterfall.balances.size() == balances.size());
    CHECK(waterfall.uncovered == 0);
  }
}

TEST_CASE("Holdings of one asset are one balance, where it first stood", "[conversion]") {
  const Holder holder;
  const auto balances = balancesOf({{holder.btc, 1}, {kUsd, -3}, {holder.btc, 2}, {kUsd, 1}});
  REQUIRE(balances.size() == 2);
  CHECK(balances[0].asset == holder.btc);
  CHECK(balances[0].quantity == 3);
  CHECK(balances[1].quantity == -2);
}

TEST_CASE("Settlement: a gain comes in the profit currency, the fee in USD", "[conversion]") {
  // +400 of ETH from 4,000 to 4,400: 400 x 0.995 / 100,000 BTC. Fee 0.0005 x 4,400 = 2.20, of which 1 USD is
  // held; 1.2 / (100,000 x 0.995) BTC pay the rest.
  Holder holder;
  MultiCollateralWallet wallet;
  wallet.profitCurrency = holder.btc;
  wallet.collateral = {{kUsd, 1}, {holder.btc, 1}};
  wallet.positions = {open(holder.venue.linear(holder.eth), Side::Long, 1, 4000)};
  holder.venue.market.markPrice[0] = 4400;
  holder.venue.takerFee = 0.0005;
  SettlementReport settlement = holder.venue.report(wallet).settlement;
  CHECK(settlement.realizedPnl == 400);
  CHECK_THAT(settlement.closeFee, WithinRel(2.2, 1e-12));
  REQUIRE(settlement.waterfall.conversions.size() == 1);
  CHECK_THAT(settlement.waterfall.conversions[0].quantity, WithinRel(1.2 / 99500, 1e-9));
  CHECK_THAT(settlement.waterfall.balances[1].quantity, WithinRel(1 + 0.00398 - 1.2 / 99500, 1e-12));
  CHECK(settlement.waterfall.uncovered == 0);
  // Not held before, it comes last; with USD enough for the fee nothing is sold.
  wallet.collateral = {{kUsd, 1000}};
  settlement = holder.venue.report(wallet).settlement;
  REQUIRE(settlement.waterfall.balances.size() == 2);
  CHECK(settlement.waterfall.balances[1].asset == holder.btc);
  CHECK_THAT(settlement.waterfall.balances[1].quantity, WithinRel(0.00398, 1e-12));
  CHECK_THAT(settlement.waterfall.balances[0].quantity, WithinRel(997.8, 1e-12));
  CHECK(settlement.waterfall.conversions.empty());
}

TEST_CASE("Settlement: a loss is USD, whatever the profit currency", "[conversion]") {
  // -400 and 1.80 of fee: 401.8 / 99,500 BTC. USD, not held, comes last and is 0.
  Holder holder;
  MultiCollateralWallet wallet;
  wallet.profitCurrency = holder.eth;
  wallet.collateral = {{holder.btc, 1}};
  wallet.positions = {open(holder.venue.linear(holder.eth), Side::Long, 1, 4000)};
  holder.venue.market.markPrice[0] = 3600;
  holder.venue.takerFee = 0.0005;
  const SettlementReport settlement = holder.venue.report(wallet).settlement;
  CHECK(settlement.realizedPnl == -400);
  REQUIRE(settlement.waterfall.balances.size() == 2);
  CHECK_THAT(settlement.waterfall.balances[0].quantity, WithinRel(1 - 401.8 / 99500, 1e-12));
  CHECK(settlement.waterfall.balances[1].asset == kUsd);
  CHECK(settlement.waterfall.balances[1].quantity == 0);
}

TEST_CASE("Settlement counts isolated positions and funding, and a wallet can owe in the end",
          "[conversion]") {
  // 100 USD; cross -300, isolated +50, funding -10: 160 owed.
  Holder holder;
  MultiCollateralWallet wallet;
  wallet.collateral = {{kUsd, 100}};
  wallet.positions = {
      open(holder.venue.linear(holder.eth), Side::Long, 1, 4300),
      isolatedBy(IsolatedBy::Margin, 90, open(holder.venue.linear(holder.eth), Side::Short, 1, 4050))};
  wallet.positions[0].unrealizedFunding = -10;
  const SettlementReport settlement = holder.venue.report(wallet).settlement;
  CHECK(settlement.realizedPnl == -260);
  CHECK(settlement.waterfall.uncovered == 160);
  REQUIRE(settlement.waterfall.balances.size() == 1);
  CHECK(settlement.waterfall.balances[0].quantity == -160);
}

TEST_CASE("A debt beyond the threshold is converted by itself", "[conversion]") {
  Holder holder;
  holder.venue.rulebook.conversion.threshold = 1000;
  MultiCollateralWallet wallet;
  wallet.collateral = {{holder.btc, 1}, {kUsd, -1000}};
  WalletReport report = holder.venue.report(wallet);
  REQUIRE(report.automaticConversion);
  CHECK(report.automaticConversion->owed == 1000);
  CHECK(report.automaticConversion->threshold == 1000);
  CHECK(report.automaticConversion->waterfall.conversions.empty());
  CHECK(report.automaticConversion->waterfall.uncovered == 1000);
  // Two holdings of USD are one debt.
  wallet.collateral.push_back({kUsd, -990});
  report = holder.venue.report(wallet);
  CHECK(report.automaticConversion->owed == 1990);
  REQUIRE(report.automaticConversion->waterfall.conversions.size() == 1);
  CHECK_THAT(report.automaticConversion->waterfall.conversions[0].quantity, WithinRel(0.02, 1e-12));
  CHECK_THAT(report.automaticConversion->waterfall.conversions[0].fee, WithinRel(10.0, 1e-12));
  CHECK(report.automaticConversion->waterfall.uncovered == 0);
  wallet.collateral.push_back({kUsd, 1990});
  CHECK_FALSE(holder.venue.report(wallet).automaticConversion);
}
