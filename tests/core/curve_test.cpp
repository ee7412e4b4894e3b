// SPDX-License-Identifier: MIT
// Curves by hand.
#include "margin/curve.hpp"

#include "catch.hpp"
#include "pledged.hpp"
#include "us_account.hpp"

using namespace margin;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using margin::test::isolatedBy;
using margin::test::open;
using margin::test::Venue;

namespace {

struct Pledged : test::Pledged {
  Curve curve(double from, double to, std::size_t samples = 0) const {
    return curveOf(wallet, rayOf(venue.rulebook, btc), from, to, samples, venue.terms());
  }
};

}  // namespace

TEST_CASE("A curve has points at its ends, today and where it is liquidated", "[curve]") {
  const Curve curve = Pledged().curve(-0.5, 0.5);
  REQUIRE(curve.points.size() == 4);
  CHECK(curve.points[0].move == -0.5);
  // 49,000 - 250,000; 50,000 - 250,000.
  CHECK_THAT(curve.points[0].amounts.marginEquity, WithinRel(-201000.0, 1e-12));
  CHECK_THAT(curve.points[0].amounts.portfolioValue, WithinRel(-200000.0, 1e-12));
  // 98,000 x + 500,000 (x - 1) = 5,000.
  CHECK_THAT(curve.points[1].move, WithinRel(505.0 / 598 - 1, 1e-12));
  CHECK_THAT(curve.points[1].amounts.marginEquity, WithinRel(5000.0, 1e-12));
  CHECK_THAT(curve.points[1].amounts.maintenanceMargin, WithinRel(5000.0, 1e-12));
  CHECK(curve.points[2].move == 0);
  CHECK_THAT(curve.points[2].amounts.initialMargin, WithinRel(10000.0, 1e-12));
  CHECK(curve.points[3].move == 0.5);
  REQUIRE(curve.liquidation.boundaries.size() == 1);
  CHECK(curve.samples.empty());
}

TEST_CASE("Flat levels jump on the mark basis: two points with one move", "[curve]") {
  Pledged pledged;
  pledged.venue.policy.marginBasis = MarginBasis::Mark;
  // A million is reached at twice the price: from 1 % to 2 %.
  const Curve curve = pledged.curve(0.5, 1.5);
  REQUIRE(curve.points.size() == 4);
  CHECK(curve.points[1].move == 1);
  CHECK(curve.points[2].move == 1);
  CHECK_THAT(curve.points[1].amounts.maintenanceMargin, WithinRel(10000.0, 1e-12));
  CHECK_THAT(curve.points[2].amounts.maintenanceMargin, WithinRel(20000.0, 1e-12));
  CHECK_THAT(curve.points[1].amounts.initialMargin, WithinRel(20000.0, 1e-12));
  CHECK_THAT(curve.points[2].amounts.initialMargin, WithinRel(40000.0, 1e-12));
  CHECK(curve.points[1].amounts.marginEquity == curve.points[2].amounts.marginEquity);
}

TEST_CASE("Samples are even from end to end", "[curve]") {
  const Curve curve = Pledged().curve(-0.1, 0.1, 3);
  REQUIRE(curve.samples.size() == 3);
  CHECK_THAT(curve.samples[0].amounts.marginEquity, WithinRel(38200.0, 1e-12));
  CHECK_THAT(curve.samples[1].amounts.marginEquity, WithinRel(98000.0, 1e-12));
  CHECK_THAT(curve.samples[2].amounts.marginEquity, WithinRel(157800.0, 1e-12));
}

TEST_CASE("On a ray each asset moves with its weight", "[curve]") {
  Pledged pledged;
  const AssetIndex sol = pledged.venue.asset("SOL", 200);
  const ContractIndex contract = pledged.venue.linear(sol);
  pledged.wallet.positions.push_back(open(contract, Side::Short, 100, 200));
  Ray ray;
  ray.weight = {0, 0.5, -2};
  // BTC down 10 %, SOL up 40 %: 88,200 - 50,000 - 8,000.
  const Curve curve = curveOf(pledged.wallet, ray, -0.2, 0.2, 0, pledged.venue.terms());
  CHECK_THAT(curve.points.front().amounts.marginEquity, WithinRel(30200.0, 1e-12));
  // BTC up 10 %, SOL down 40 %.
  CHECK_THAT(curve.points.back().amounts.marginEquity, WithinRel(107800.0 + 50000 + 8000, 1e-12));
  // 98,000 (1 + t/2) + 250,000 t + 40,000 t = 5,000 + 200.
  REQUIRE(curve.liquidation.boundaries.size() == 1);
  CHECK_THAT(curve.liquidation.boundaries[0].ratio - 1, WithinRel(-92800.0 / 339000, 1e-12));
  // A price of SOL of nothing ends the ray.
  CHECK_THAT(moveRange(ray).to, WithinAbs(0.5, 1e-6));
}

TEST_CASE("Isolated positions count in the wallet, not in its pool", "[curve]") {
  Pledged pledged;
  pledged.wallet.positions = {isolatedBy(IsolatedBy::Margin, 20000, pledged.wallet.positions[0])};
  const Curve curve = pledged.curve(-0.1, 0.1);
  const CurveAmounts& low = curve.points.front().amounts;
  CHECK_THAT(low.marginEquity, WithinRel(88200.0 - 50000, 1e-12));
  CHECK_THAT(low.crossMarginEquity, WithinRel(68200.0, 1e-12));
  CHECK(low.crossMaintenanceMargin == 0);
  CHECK_THAT(low.maintenanceMargin, WithinRel(5000.0, 1e-12));
  CHECK_THAT(low.initialMargin, WithinRel(20000.0, 1e-12));
  CHECK(curve.liquidation.state == PoolState::None);
}

TEST_CASE("A coin's wallet is straight in dollars", "[curve]") {
  Venue venue;
  const AssetIndex btc = venue.asset("BTC", 8000);
  const ContractIndex contract = venue.inverse(btc);
  venue.policy.marginBasis = MarginBasis::Mark;
  SingleCollateralWallet wallet;
  wallet.asset = btc;
  wallet.balance = 0.01;
  wallet.positions = {open(contract, Side::Long, 1000, 8000)};
  const Curve curve = curveOf(wallet, rayOf(venue.rulebook, btc), -0.5, 0.5, 0, venue.terms());
  // At 4,000: 0.01 + 1,000 (1/8,000 - 1/4,000) = -0.115 BTC; 0.0025 of margin.
  REQUIRE(curve.points.size() == 4);
  CHECK_THAT(curve.points[0].amounts.marginEquity, WithinRel(-0.115, 1e-12));
  CHECK_THAT(curve.points[0].usd->marginEquity, WithinRel(-460.0, 1e-12));
  CHECK_THAT(curve.points[0].amounts.maintenanceMargin, WithinRel(0.0025, 1e-12));
  // Liquidated at 7,481.48, where equity is 1 % of 1,000 / 7,481.48.
  CHECK_THAT(8000 * (1 + curve.points[1].move), WithinRel(1010 / 0.135, 1e-12));
  CHECK_THAT(curve.points[1].usd->marginEquity, WithinRel(10.0, 1e-12));
}

TEST_CASE("A US wallet's requirement stands still", "[curve]") {
  margin::test::UsAccount account(5000);
  const AssetIndex btc = account.asset("BTC", 100000);
  account.wallet.positions = {open(account.list("MBT", btc, 0.1, 500, 2000, 1800), Side::Long, 2, 100000)};
  const Curve curve = curveOf(account.wallet, rayOf(account.rulebook, btc), -0.5, 0.1, 0, account.terms());
  // 5,000 + 20,000 m = 1,000 at -20 %.
  REQUIRE(curve.points.size() == 4);
  CHECK_THAT(curve.points[1].move, WithinRel(-0.2, 1e-12));
  CHECK_THAT(curve.points[0].amounts.marginEquity, WithinRel(-5000.0, 1e-12));
  CHECK(curve.points[0].amounts.maintenanceMargin == 1000);
  CHECK(curve.points[0].amounts.initialMargin == 4000);
}
