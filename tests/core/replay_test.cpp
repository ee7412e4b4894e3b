// SPDX-License-Identifier: MIT
// Histories made by hand, with known dates.
#include "margin/replay.hpp"

#include "catch.hpp"
#include "pledged.hpp"
#include "us_account.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

PriceHistory daily(AssetIndex asset, const std::vector<double>& prices) {
  PriceHistory history;
  history.assets = {asset};
  for (std::size_t i = 0; i < prices.size(); ++i) {
    history.rows.push_back({kSecondsPerDay * static_cast<Instant>(20000 + i), {prices[i]}});
  }
  return history;
}

}  // namespace

TEST_CASE("A fall that it lives through, then one that it does not", "[replay]") {
  const Pledged pledged;
  // Liquidated at 84,448.16: a quarter of the way from 90,000 to 67,792.64.
  const double last = 90000 - 4 * (90000 - 100000 * kPledgedLiquidation);
  const Replay result =
      replay(pledged.wallet, daily(pledged.btc, {100000, 86000, 90000, last, 100000}), pledged.terms());
  REQUIRE(result.liquidation);
  CHECK(result.liquidation->row == 3);
  CHECK_THAT(result.liquidation->share, WithinRel(0.25, 1e-9));
  REQUIRE(result.points.size() == 4);
  // 98,000 x 0.86 - 70,000 against 5,000.
  CHECK_THAT(result.points[1].marginUsage.value(), WithinRel(5000 / 14280.0, 1e-12));
  CHECK(result.worst == 3);
  CHECK_FALSE(result.points[3].marginUsage);
}

TEST_CASE("What lives has its worst day", "[replay]") {
  const Pledged pledged;
  const Replay result = replay(pledged.wallet, daily(pledged.btc, {100000, 86000, 120000}), pledged.terms());
  CHECK_FALSE(result.liquidation);
  CHECK(result.worst == 1);
  CHECK(result.funding == 0);
}

TEST_CASE("The first row can be too low already", "[replay]") {
  const Pledged pledged;
  const Replay result = replay(pledged.wallet, daily(pledged.btc, {80000, 100000}), pledged.terms());
  REQUIRE(result.liquidation);
  CHECK(result.liquidation->row == 0);
  CHECK(result.points.size() == 1);
}

TEST_CASE("Funding accrues from row to row and brings the liquidation nearer", "[replay]") {
  Pledged pledged;
  pledged.venue.market.fundingRate[pledged.contract] = 1e-4;
  // A day at 50 USD an hour, then one at 45.
  const Replay result = replay(pledged.wallet, daily(pledged.btc, {100000, 90000, 90000}), pledged.terms());
  CHECK_THAT(result.funding, WithinRel(-24 * 95.0, 1e-9));
  CHECK_THAT(result.points[2].marginEquity, WithinRel(88200 - 50000 - 24 * 95.0, 1e-9));
}

TEST_CASE("An isolated position is gone with its margin, the rest lives on", "[replay]") {
  Pledged pledged;
  pledged.wallet.positions = {
      isolatedBy(IsolatedBy::Margin, 20000, open(pledged.contract, Side::Long, 1, 100000))};
  pledged.wallet.collateral = {{kUsd, 50000}};
  const Replay result = replay(pledged.wallet, daily(pledged.btc, {100000, 70000, 100000}), pledged.terms());
  CHECK_FALSE(result.liquidation);
  REQUIRE(result.isolated.size() == 1);
  CHECK(result.isolated[0].row == 1);
  CHECK(result.isolated[0].contract == pledged.contract);
  // Not less the 30,000 that it has lost there.
  CHECK_THAT(result.points[1].marginEquity, WithinRel(30000.0, 1e-12));
  CHECK_THAT(result.points[2].marginEquity, WithinRel(30000.0, 1e-12));
}

TEST_CASE("A US wallet is judged by each row's clock", "[replay]") {
  UsAccount account(900);
  const AssetIndex btc = account.asset("BTC", 100000);
  account.trade(Side::Long, 1, account.list("MBT", btc, 0.1, 500, 1000, 800), 100000);
  PriceHistory history;
  history.assets = {btc};
  // Monday morning: 500 are enough. From 15:45 it takes 1,000.
  history.rows = {{chicago(6, 2026, 11, 23, 10, 0), {100000}}, {chicago(6, 2026, 11, 23, 15, 50), {100000}}};
  const Replay result = replay(account.wallet, history, account.terms());
  REQUIRE(result.liquidation);
  CHECK(result.liquidation->row == 1);
}
