// SPDX-License-Identifier: MIT
// Figures by hand. Contract sizes: Kraken, "US - Contract Specifications"; margins are examples.
#include "us_wallet.hpp"

#include "catch.hpp"
#include "us_account.hpp"

using namespace margin;
using Catch::Matchers::WithinRel;
using margin::test::chicago;
using margin::test::UsAccount;

namespace {

/// 10,000 USD and two long MBT (0.1 BTC) from 100,000; 1,000, 5,000 and 4,000 USD a contract.
UsAccount twoBitcoins() {
  UsAccount account(10000);
  const AssetIndex btc = account.asset("BTC", 100000);
  account.trade(Side::Long, 2, account.list("MBT", btc, 0.1, 1000, 5000, 4000), 100000);
  return account;
}

const LiquidationSet& market(const UsReport& report) { return report.factors.back().liquidation; }

}  // namespace

TEST_CASE("100 USD more in BTC is 10 USD of one MBT", "[us][golden]") {
  UsAccount account(1000);
  const AssetIndex btc = account.asset("BTC", 100000);
  account.trade(Side::Long, 1, account.list("MBT", btc, 0.1, 1000, 5000, 4000), 100000);
  account.market.markPrice[0] = 100100;
  CHECK(account.report().unrealizedPnl == 10);
  CHECK(account.report().equity == 1010);
  account.wallet.positions[0].side = Side::Short;
  CHECK(account.report().unrealizedPnl == -10);
}

TEST_CASE("An intraday account: sums, usage and what cannot be kept", "[us]") {
  UsAccount account = twoBitcoins();
  account.market.markPrice[0] = 99000;
  const UsReport report = account.report();
  CHECK(report.unrealizedPnl == -200);
  CHECK(report.equity == 9800);
  CHECK(report.intradayMargin == 2000);
  CHECK(report.initialMargin == 10000);
  CHECK(report.maintenanceMargin == 8000);
  CHECK(report.regime == Regime::Intraday);
  CHECK(report.open);
  CHECK(report.requirement == 2000);
  CHECK(report.availableMargin == 7800);
  CHECK(report.riskBuffer == 7800);
  CHECK(report.withdrawable == 7800);
  CHECK_THAT(*report.intradayUsage, WithinRel(2000.0 / 9800, 1e-12));
  CHECK_THAT(*report.initialUsage, WithinRel(10000.0 / 9800, 1e-12));
  CHECK_THAT(*report.effectiveLeverage, WithinRel(19800.0 / 9800, 1e-12));
  CHECK(report.status == UsStatus::Warning);
  CHECK(report.nextSwitch.time == chicago(6, 2026, 11, 23, 15, 45));
  CHECK(report.nextSwitch.regime == Regime::Initial);
  CHECK(report.nextSwitch.requirement == 10000);
  CHECK(report.nextSwitch.riskBuffer == -200);
  REQUIRE(report.positions.size() == 1);
  CHECK(report.positions[0].notional == 19800);
  CHECK(report.positions[0].requirement == 2000);
}

TEST_CASE("At 15:45 initial margin is in force, and the warning has come true", "[us][golden]") {
  UsAccount account = twoBitcoins();
  account.wallet.cash = 9999.99;
  account.asOf = chicago(6, 2026, 11, 23, 15, 44, 59);
  CHECK(account.report().status == UsStatus::Warning);
  CHECK(account.report().requirement == 2000);
  account.asOf = chicago(6, 2026, 11, 23, 15, 45);
  const UsReport report = account.report();
  CHECK(report.regime == Regime::Initial);
  CHECK(report.open);
  CHECK(report.requirement == 10000);
  CHECK(report.status == UsStatus::LiquidationRisk);
  CHECK(report.withdrawable == 0);
  CHECK(report.nextSwitch.time == chicago(6, 2026, 11, 23, 17, 0));
  CHECK(report.nextSwitch.regime == Regime::Intraday);
  CHECK(report.nextSwitch.requirement == 2000);
  account.wallet.cash = 10000;
  CHECK(account.report().status == UsStatus::Healthy);
}

TEST_CASE("Carried positions take maintenance margin in the place of initial", "[us]") {
  UsAccount account = twoBitcoins();
  account.wallet.carried = true;
  CHECK(account.report().requirement == 2000);
  CHECK(account.report().nextSwitch.regime == Regime::Maintenance);
  CHECK(account.report().nextSwitch.requirement == 8000);
  account.asOf = chicago(5, 2026, 10, 30, 16, 30);
  const UsReport report = account.report();
  CHECK(report.regime == Regime::Maintenance);
  CHECK_FALSE(report.open);
  CHECK(report.requirement == 8000);
  CHECK(report.nextSwitch.time == chicago(6, 2026, 11, 1, 17, 0));
}

TEST_CASE("A news window leaves open positions alone", "[us]") {
  UsAccount account = twoBitcoins();
  account.wallet.news = true;
  CHECK(account.report().requirement == 2000);
}

TEST_CASE("Liquidation is where equity meets the requirement in force", "[us]") {
  UsAccount account = twoBitcoins();
  // 10,000 + 20,000 (x - 1) = 2,000 at x = 0.6; equity 0 at x = 0.5.
  UsReport report = account.report();
  REQUIRE(report.factors.size() == 2);
  REQUIRE(report.factors[0].liquidation.boundaries.size() == 1);
  CHECK_THAT(report.factors[0].liquidation.below()->ratio, WithinRel(0.6, 1e-12));
  CHECK_THAT(report.factors[0].liquidation.below()->marginEquity, WithinRel(2000, 1e-12));
  CHECK(report.factors[0].liquidation.below()->maintenanceMargin == 2000);
  CHECK(report.factors[0].liquidation.state == PoolState::Safe);
  CHECK(market(report).boundaries.size() == 1);
  CHECK_THAT(*report.positions[0].bankruptcyPrice, WithinRel(50000, 1e-12));
  // Closed: 10,000 + 20,000 (x - 1) = 10,000 today. Equality is unsafe.
  account.asOf = chicago(6, 2026, 11, 23, 16, 30);
  report = account.report();
  CHECK(report.factors[0].liquidation.state == PoolState::Liquidation);
  REQUIRE(report.factors[0].liquidation.above());
  CHECK(report.factors[0].liquidation.above()->ratio == 1);
  // Short: 10,000 - 20,000 (x - 1) = 2,000 at x = 1.4, and 0 at 1.5.
  account.asOf = chicago(6, 2026, 11, 23, 10, 0);
  account.wallet.positions[0].side = Side::Short;
  report = account.report();
  CHECK_FALSE(report.factors[0].liquidation.below());
  CHECK_THAT(report.positions[0].liquidation.above()->ratio, WithinRel(1.4, 1e-12));
  CHECK_THAT(*report.positions[0].bankruptcyPrice, WithinRel(150000, 1e-12));
}

TEST_CASE("Underlyings move apart, the market takes crypto alone; a premium is held", "[us]") {
  UsAccount account(12000);
  const AssetIndex btc = account.asset("BTC", 100000);
  const AssetIndex ndx = account.asset("NDX", 25000, AssetKind::Other);
  const ContractIndex mbt = account.list("MBT", btc, 0.1, 1000, 5000, 4000);
  const ContractIndex bitcoin = account.list("BTC", btc, 5, 20000, 100000, 90000);
  const ContractIndex mnq = account.list("MNQ", ndx, 2, 100, 2000, 1800);
  account.market.markPrice[mbt] = 101000;
  account.trade(Side::Long, 1, mbt, 101000);
  account.trade(Side::Short, 1, mnq, 25000);
  const UsReport report = account.report();
  REQUIRE(report.factors.size() == 3);
  CHECK(*report.factors[0].asset == btc);
  CHECK(*report.factors[1].asset == ndx);
  CHECK_FALSE(report.factors[2].asset);
  // BTC: 12,000 + 10,100 (x - 1) = 1,100 at x < 0 : none below. NDX: 12,000 - 50,000 (x - 1) = 1,100.
  CHECK(report.factors[0].liquidation.boundaries.empty());
  CHECK_THAT(report.factors[1].liquidation.above()->ratio, WithinRel(1 + 10900.0 / 50000, 1e-12));
  CHECK(market(report).boundaries.empty());
  CHECK(market(report).state == PoolState::Safe);
  CHECK_FALSE(report.positions[0].bankruptcyPrice);
  // A short of 5 BTC against it: 12,000 + (10,100 - 500,000)(x - 1) = 21,100 at x = 1 - 9,100/489,900.
  account.trade(Side::Short, 1, bitcoin, 100000);
  CHECK_THAT(account.report().factors[0].liquidation.below()->ratio, WithinRel(1 - 9100.0 / 489900, 1e-12));
  CHECK(account.report().status == UsStatus::LiquidationRisk);
}

TEST_CASE("Each position has its own session; the strictest names the regime", "[us]") {
  UsAccount account(20000);
  const AssetIndex btc = account.asset("BTC", 100000);
  const AssetIndex wheat = account.asset("WHEAT", 500, AssetKind::Other);
  const ContractIndex mbt = account.list("MBT", btc, 0.1, 1000, 5000, 4000);
  const ContractIndex zw = account.list("ZW", wheat, 50, 500, 2000, 1900);
  Contract early = account.rulebook.contracts()[zw];
  early.symbol = "ZWE";
  early.us->session = {19 * 60, 13 * 60 + 20};
  account.rulebook.addContract(early);
  account.market.markPrice.push_back(500);
  account.market.fundingRate.push_back(0);
  account.trade(Side::Long, 1, mbt, 100000);
  account.trade(Side::Long, 1, zw + 1, 500);
  account.asOf = chicago(6, 2026, 11, 23, 13, 0);
  CHECK(account.report().nextSwitch.time == chicago(6, 2026, 11, 23, 13, 5));
  CHECK(account.report().nextSwitch.requirement == 3000);
  CHECK(account.report().nextSwitch.regime == Regime::Initial);
  account.asOf = chicago(6, 2026, 11, 23, 14, 0);
  const UsReport report = account.report();
  CHECK(report.positions[0].regime == Regime::Intraday);
  CHECK(report.positions[1].regime == Regime::Initial);
  CHECK(report.regime == Regime::Initial);
  CHECK_FALSE(report.open);
  CHECK(report.requirement == 3000);
  CHECK(report.nextSwitch.time == chicago(6, 2026, 11, 23, 15, 45));
  CHECK(report.nextSwitch.requirement == 7000);
}

TEST_CASE("Fees of both sides, and the mark that pays them", "[us][golden]") {
  UsAccount account(10000);
  const AssetIndex ndx = account.asset("NDX", 25000, AssetKind::Other);
  const AssetIndex btc = account.asset("BTC", 100000);
  const ContractIndex mnq = account.list("MNQ", ndx, 2, 100, 2000, 1800);
  const ContractIndex bitnomial = account.list("PBTCUCZ50", btc, 0.01, 100, 500, 400);
  Rulebook& rulebook = account.rulebook;
  Contract commission = rulebook.contracts()[mnq];
  commission.symbol = "MNQ commission";
  commission.us->fees.commission = 0.39;
  Contract allIn = rulebook.contracts()[bitnomial];
  allIn.symbol = "Bitnomial all in";
  allIn.us->fees = {0.03, 0.10, 0.02, 0};
  rulebook.addContract(commission);
  rulebook.addContract(allIn);
  account.market.markPrice.insert(account.market.markPrice.end(), {25000, 100000});
  account.market.fundingRate.insert(account.market.fundingRate.end(), {0, 0});
  account.trade(Side::Long, 1, 2, 25000);
  account.trade(Side::Short, 10, 3, 100000);
  const UsReport report = account.report();
  // Kraken, "US Futures Fees": 0.39 a side; Bitnomial 0.03 + 0.10 + 0.02 a side.
  CHECK_THAT(report.positions[0].openFee + report.positions[0].closeFee, WithinRel(0.78, 1e-12));
  CHECK_THAT(report.positions[1].openFee + report.positions[1].closeFee, WithinRel(3.00, 1e-12));
  CHECK_THAT(*report.positions[0].breakEvenPrice, WithinRel(25000 + 0.78 / 2, 1e-12));
  CHECK_THAT(*report.positions[1].breakEvenPrice, WithinRel(100000 - 3.0 / 0.1, 1e-12));
}

TEST_CASE("A short whose fees exceed its entry value never breaks even", "[us]") {
  UsAccount account(10);
  const ContractIndex cheap = account.list("CHEAP", account.asset("BTC", 1), 1, 1, 1, 1);
  Contract dear = account.rulebook.contracts()[cheap];
  dear.symbol = "DEAR";
  dear.us->fees.commission = 0.5;
  account.rulebook.addContract(dear);
  account.market.markPrice.push_back(1);
  account.market.fundingRate.push_back(0);
  account.trade(Side::Short, 1, 1, 1);
  CHECK_FALSE(account.report().positions[0].breakEvenPrice);
}

TEST_CASE("The first liquidation costs 25 USD, each later one 50", "[us][golden]") {
  UsAccount account = twoBitcoins();
  CHECK(account.report().liquidationFee == 25);
  for (const int liquidations : {1, 2, 7}) {
    account.wallet.liquidations = liquidations;
    CHECK(account.report().liquidationFee == 50);
  }
}

TEST_CASE("Funding of perpetuals is told by the hour and charged at 15:00", "[us]") {
  UsAccount account = twoBitcoins();
  account.market.fundingRate[0] = 0.0001;
  // 2 x 0.1 x 100,000 x 0.0001 = 2 USD an hour, paid by the long.
  CHECK_THAT(account.report().funding.perHour, WithinRel(-2, 1e-12));
  CHECK(*account.report().funding.nextSettlement == chicago(6, 2026, 11, 23, 15, 0));
  account.wallet.positions[0].side = Side::Short;
  CHECK_THAT(account.report().funding.perHour, WithinRel(2, 1e-12));
  Contract dated = account.rulebook.contracts()[0];
  dated.symbol = "dated";
  dated.perpetual = false;
  account.rulebook.addContract(dated);
  account.market.markPrice.push_back(100000);
  account.market.fundingRate.push_back(0);
  account.wallet.positions[0].contract = 1;
  CHECK_FALSE(account.report().funding.nextSettlement);
}

TEST_CASE("An order on a closed session waits for the open", "[us][orders]") {
  UsAccount account = twoBitcoins();
  Order order;
  order.type = OrderType::Market;
  order.size = 1;
  account.wallet.orders = {order};
  CHECK_FALSE(account.report().orders[0].waitsUntil);
  // The quarter before the close is open still.
  account.asOf = chicago(6, 2026, 11, 23, 15, 50);
  CHECK_FALSE(account.report().orders[0].waitsUntil);
  account.asOf = chicago(6, 2026, 11, 23, 16, 0);
  CHECK(*account.report().orders[0].waitsUntil == chicago(6, 2026, 11, 23, 17, 0));
  account.asOf = chicago(6, 2026, 11, 27, 18, 0);  // a Friday
  CHECK(*account.report().orders[0].waitsUntil == chicago(6, 2026, 11, 29, 17, 0));
}

TEST_CASE("Without positions: the first contract's session, nothing required", "[us]") {
  UsAccount account(500);
  UsReport report = account.report();  // no contract at all: the standard session
  CHECK(report.regime == Regime::Intraday);
  CHECK(report.nextSwitch.time == chicago(6, 2026, 11, 23, 15, 45));
  const ContractIndex listed = account.list("MBT", account.asset("BTC", 100000), 0.1, 1000, 5000, 4000);
  Contract late = account.rulebook.contracts()[listed];
  Rulebook other;
  late.us->session = {8 * 60, 9 * 60};
  late.underlying = other.underlying("BTC");
  other.addContract(late);
  account.rulebook = other;
  report = account.report();
  CHECK(report.regime == Regime::Initial);
  CHECK_FALSE(report.open);
  CHECK(report.requirement == 0);
  CHECK(report.status == UsStatus::Healthy);
  CHECK(report.withdrawable == 500);
  REQUIRE(report.factors.size() == 1);
  CHECK(report.factors[0].liquidation.state == PoolState::None);
  account.wallet.cash = -10;
  report = account.report();
  CHECK(report.status == UsStatus::Healthy);
  CHECK(report.withdrawable == 0);
  CHECK_FALSE(report.intradayUsage);
}

TEST_CASE("A gain cannot be withdrawn before it is realised", "[us]") {
  UsAccount account = twoBitcoins();
  account.market.markPrice[0] = 200000;
  CHECK(account.report().availableMargin == 28000);
  CHECK(account.report().withdrawable == 10000);
}

TEST_CASE("How a valued wallet stands", "[us]") {
  const UsReport report = twoBitcoins().report();
  const Standing stands = standing(report);
  CHECK(stands.marginEquity == 10000);
  CHECK(stands.initialMargin == 10000);
  CHECK(stands.maintenanceMargin == 8000);
  CHECK(stands.availableMargin == 8000);
  CHECK(*stands.effectiveLeverage == 2);
  CHECK(std::get<UsStatus>(stands.status) == UsStatus::Healthy);
  CHECK(stands.factors.size() == 2);
}

TEST_CASE("In a news window a market order needs four times the intraday margin", "[us][orders]") {
  // 4,500 - 2 x 1,000 leaves 2,500: enough for one more of 1,000, too little for one of 4,000.
  UsAccount account = twoBitcoins();
  account.wallet.cash = 4500;
  Order order;
  order.contract = account.wallet.positions[0].contract;
  order.side = Side::Long;
  order.size = 1;
  order.type = OrderType::Market;
  account.wallet.orders = {order};
  CHECK(account.report().orders.at(0).rejections.empty());
  account.wallet.news = true;
  CHECK(account.report().orders.at(0).rejections ==
        std::vector<RejectionCode>{RejectionCode::InsufficientAvailableFunds});
}
