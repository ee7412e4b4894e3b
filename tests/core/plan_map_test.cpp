// SPDX-License-Identifier: MIT
// A planned position by hand.
#include "margin/plan_map.hpp"

#include "catch.hpp"
#include "pledged.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinRel;

TEST_CASE("A long of one BTC by entry price and leverage", "[plan]") {
  const Pledged pledged;
  const auto cells =
      planMap({pledged.contract, Side::Long, 1}, {80000, 120000, 5, 10}, 3, 2, pledged.terms());
  REQUIRE(cells.size() == 6);
  CHECK(cells[1].entryPrice == 100000);
  CHECK(cells[1].leverage == 5);
  CHECK_THAT(cells[1].isolatedMargin, WithinRel(20000.0, 1e-12));
  // 20,000 + p - 100,000 = 1,000 (1 % of entry).
  CHECK_THAT(cells[1].liquidationPrice.value(), WithinRel(81000.0, 1e-12));
  CHECK(cells[5].entryPrice == 120000);
  CHECK(cells[5].leverage == 10);
  // 12,000 + p - 120,000 = 1,200.
  CHECK_THAT(cells[5].liquidationPrice.value(), WithinRel(109200.0, 1e-12));
}

TEST_CASE("A short is liquidated above, and never with less leverage than one", "[plan]") {
  const Pledged pledged;
  const auto shorts =
      planMap({pledged.contract, Side::Short, 1}, {100000, 110000, 5, 10}, 2, 2, pledged.terms());
  CHECK_THAT(shorts[0].liquidationPrice.value(), WithinRel(119000.0, 1e-12));
  const auto longs =
      planMap({pledged.contract, Side::Long, 1}, {100000, 110000, 0.5, 10}, 2, 2, pledged.terms());
  CHECK_FALSE(longs[0].liquidationPrice);
}

TEST_CASE("Leverage beyond the schedule sets its own margin apart", "[plan]") {
  const Pledged pledged;
  const auto cells =
      planMap({pledged.contract, Side::Long, 1}, {100000, 110000, 100, 200}, 2, 2, pledged.terms());
  // 2 % of 100,000, not 1 %.
  CHECK_THAT(cells[0].isolatedMargin, WithinRel(2000.0, 1e-12));
}
