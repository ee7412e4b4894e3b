// SPDX-License-Identifier: MIT
// Maps by hand.
#include "margin/liquidation_map.hpp"

#include <algorithm>
#include <cmath>

#include "catch.hpp"
#include "venue.hpp"
#include "zero_lines.hpp"

using namespace margin;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using margin::test::open;
using margin::test::schedule;
using margin::test::Venue;

namespace {

/// 10 ETH of 4,000 at a haircut of 10 %, and 500 SOL bought at 200 (class A: 1,000 of maintenance margin).
struct SolOnEth {
  Venue venue;
  AssetIndex eth = venue.asset("ETH", 4000, 0.1);
  AssetIndex sol = venue.asset("SOL", 200);
  MultiCollateralWallet wallet;

  explicit SolOnEth(const MarginSchedule& levels = margin::test::classA()) {
    const ContractIndex contract = venue.linear(sol, levels);
    wallet.collateral = {{eth, 10}};
    wallet.positions = {open(contract, Side::Long, 500, 200)};
  }
  std::vector<MapLine> lines(const MapAxes& axes) const {
    const auto found = liquidationLines(wallet, axes, venue.terms());
    REQUIRE(found);
    return *found;
  }
};

}  // namespace

TEST_CASE("Two assets: one straight line between safe and liquidation", "[map]") {
  const SolOnEth account;
  const auto lines = account.lines({{account.eth, -0.5, 0.5}, {account.sol, -0.5, 0.5}});
  // 36,000 x + 100,000 (y - 1) = 1,000, from x = 0.5 to y = 0.5.
  REQUIRE(lines.size() == 1);
  CHECK_FALSE(lines[0].closed);
  REQUIRE(lines[0].points.size() == 2);
  const MapPoint& one = lines[0].points[0].x < 0 ? lines[0].points[0] : lines[0].points[1];
  const MapPoint& other = lines[0].points[0].x < 0 ? lines[0].points[1] : lines[0].points[0];
  CHECK(one.x == -0.5);
  CHECK_THAT(one.y, WithinRel(-0.17, 1e-12));
  CHECK_THAT(other.x, WithinRel(15.0 / 36, 1e-12));
  CHECK(other.y == -0.5);
}

TEST_CASE("Swapped axes swap the points", "[map]") {
  const SolOnEth account;
  const auto lines = account.lines({{account.sol, -0.5, 0.5}, {account.eth, -0.5, 0.5}});
  REQUIRE(lines.size() == 1);
  for (const MapPoint& point : lines[0].points) {
    CHECK_THAT(36000 * (1 + point.y) + 100000 * point.x, WithinRel(1000.0, 1e-9));
  }
}

TEST_CASE("A jump of the requirement is a line of its own", "[map]") {
  // On the mark basis from 150,000 USD on 40 %: 60,000 at SOL 300, of 36,000 x + 50,000.
  SolOnEth account(schedule({{0, 0.02}, {150e3, 0.8}}));
  account.venue.policy.marginBasis = MarginBasis::Mark;
  const auto lines = account.lines({{account.eth, -0.9, -0.5}, {account.sol, 0.4, 0.9}});
  // 36,000 x + 100,000 (y - 1) = 40,000 y beyond y = 1.5: x = (100 - 60 y) / 36, which is 0.1 at y = 1.60667
  // and 10 / 36 at y = 1.5.
  REQUIRE(lines.size() == 1);
  const auto& points = lines[0].points;
  REQUIRE(points.size() == 3);
  const bool fromJump = points[0].y == 0.5;
  const MapPoint& edge = fromJump ? points[0] : points[2];
  const MapPoint& top = fromJump ? points[2] : points[0];
  CHECK_THAT(edge.x, WithinAbs(-0.9, 1e-12));
  CHECK_THAT(edge.y, WithinAbs(0.5, 1e-12));
  CHECK_THAT(points[1].x, WithinRel(10.0 / 36 - 1, 1e-12));
  CHECK_THAT(points[1].y, WithinAbs(0.5, 1e-12));
  CHECK_THAT(top.x, WithinAbs(-0.9, 1e-12));
  CHECK_THAT(top.y, WithinRel(0.94 / 0.6 - 0.96, 1e-9));
}

TEST_CASE("An island of liquidation is a closed line", "[map]") {
  // Each axis adds a requirement that rises to 1 at 1 and falls again; equity is 1.5: a square on its tip.
  MapPool pool;
  pool.open = true;
  for (PoolParts* parts : {&pool.u, &pool.v}) {
    parts->collateral += Line{0, 1.5};
    parts->requirement += Line{1, 0};
    parts->requirement.bends.push_back({1, Line{1, 0}, Line{-1, 2}, false});
  }
  pool.collateralToday = 1.5;
  const auto lines = zeroLines(pool, {0.1, 1.9}, {0.1, 1.9});
  REQUIRE(lines);
  REQUIRE(lines->size() == 1);
  CHECK(lines->front().closed);
  REQUIRE(lines->front().places.size() == 4);
  for (const Place2& place : lines->front().places) {
    CHECK_THAT(std::abs(place.u - 1) + std::abs(place.v - 1), WithinRel(0.5, 1e-12));
  }
}

TEST_CASE("The market against one of its assets: both move that asset", "[map]") {
  const SolOnEth account;
  const MapAxes axes{{std::nullopt, -0.5, 0.5}, {account.sol, -0.5, 0.5}};
  const auto lines = account.lines(axes);
  REQUIRE(lines.size() == 1);
  REQUIRE(lines[0].points.size() > 20);
  for (const MapPoint& point : lines[0].points) {
    const double market = 1 + point.x;
    CHECK_THAT(36000 * market + 100000 * (market * (1 + point.y) - 1), WithinAbs(1000, 1e-6));
    CHECK(point.x >= -0.5 - 1e-12);
    CHECK(point.y <= 0.5 + 1e-12);
  }
  const auto usage = usageGrid(account.wallet, axes, 3, 3, account.venue.terms());
  // Market up a half, SOL half of that: 54,000 - 25,000.
  CHECK_THAT(usage[2], WithinRel(1000.0 / 29000, 1e-12));
  CHECK_THAT(usage[4], WithinRel(1000.0 / 36000, 1e-12));
  CHECK(std::isinf(usage[0]));
}

TEST_CASE("A gain that is not kept whole bends the line where it turns into a loss", "[map]") {
  SolOnEth account;
  account.wallet.profitCurrency = account.eth;
  // SOL short in the place of long: gains below 200 count 0.9.
  account.wallet.positions[0].side = Side::Short;
  account.wallet.collateral[0].quantity = -0.0;
  account.wallet.collateral.push_back({kUsd, 4600});
  account.wallet.positions.push_back(open(account.venue.linear(account.eth), Side::Long, 10, 4000));
  const auto lines = account.lines({{account.eth, -0.5, 0.5}, {account.sol, -0.5, 0.5}});
  // 4,600 + u = 1,400 with u = 40,000 (x - 1) - 100,000 (y - 1) while it is a loss: u = -3,200 all along.
  REQUIRE(lines.size() == 1);
  for (const MapPoint& point : lines[0].points) {
    CHECK_THAT(40000 * point.x - 100000 * point.y, WithinRel(-3200.0, 1e-9));
  }
}

TEST_CASE("Without positions nothing is liquidated", "[map]") {
  SolOnEth account;
  account.wallet.positions.clear();
  const MapAxes axes{{account.eth, -0.5, 0.5}, {account.sol, -0.5, 0.5}};
  CHECK(account.lines(axes).empty());
  const auto usage = usageGrid(account.wallet, axes, 2, 2, account.venue.terms());
  CHECK(std::all_of(usage.begin(), usage.end(), [](double each) { return each == 0; }));
}
