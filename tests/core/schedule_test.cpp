// SPDX-License-Identifier: MIT
#include "account.hpp"
#include "catch.hpp"
#include "margin/margin.hpp"

using namespace margin;
using Catch::Matchers::WithinRel;
using margin::test::classA;

TEST_CASE("Class A of 1,500,000 and 3,000,000 USD, flat and marginal", "[schedule]") {
  const MarginSchedule schedule = classA();
  CHECK_THAT(initialMargin(schedule, 1.5e6, Levels::Flat), WithinRel(60000.0, 1e-12));
  CHECK_THAT(maintenanceMargin(schedule, 1.5e6, Levels::Flat), WithinRel(30000.0, 1e-12));
  CHECK_THAT(initialMargin(schedule, 1.5e6, Levels::Marginal), WithinRel(40000.0, 1e-12));
  CHECK_THAT(maintenanceMargin(schedule, 1.5e6, Levels::Marginal), WithinRel(20000.0, 1e-12));
  CHECK_THAT(initialMargin(schedule, 3e6, Levels::Flat), WithinRel(150000.0, 1e-12));
  CHECK_THAT(maintenanceMargin(schedule, 3e6, Levels::Flat), WithinRel(75000.0, 1e-12));
  CHECK_THAT(initialMargin(schedule, 3e6, Levels::Marginal), WithinRel(110000.0, 1e-12));
  CHECK_THAT(maintenanceMargin(schedule, 3e6, Levels::Marginal), WithinRel(55000.0, 1e-12));
}

TEST_CASE("EEA class F of 20,000 USD takes 20 % and 10 %", "[schedule]") {
  const MarginSchedule schedule = test::eeaClassF();
  CHECK_THAT(initialMargin(schedule, 20000, Levels::Flat), WithinRel(4000.0, 1e-12));
  CHECK_THAT(maintenanceMargin(schedule, 20000, Levels::Flat), WithinRel(2000.0, 1e-12));
}

TEST_CASE("A level applies from its start on, inclusive", "[schedule]") {
  const MarginSchedule schedule = classA();
  CHECK(schedule.levelAt(0) == 0);
  CHECK(schedule.levelAt(999999.99) == 0);
  CHECK(schedule.levelAt(1e6) == 1);
  CHECK(schedule.levelAt(1e12) == 6);
}

TEST_CASE("Marginal margin is continuous where levels start", "[schedule]") {
  const MarginSchedule schedule = classA();
  for (std::size_t i = 1; i < schedule.levels().size(); ++i) {
    const double from = schedule.levels()[i].from;
    const MarginLine below = schedule.maintenanceLine(i - 1, Levels::Marginal);
    const MarginLine above = schedule.maintenanceLine(i, Levels::Marginal);
    CHECK_THAT(below.rate * from + below.offset, WithinRel(above.rate * from + above.offset, 1e-12));
  }
}

TEST_CASE("The published amounts of a ten-level table are the marginal offsets", "[schedule][peers]") {
  // freqtrade c9ae5e1, leverage tiers of BTC/USDT: lower limit, maintenance rate, maintenance amount.
  const double tiers[][3] = {{0, 0.004, 0},           {50000, 0.005, 50},     {250000, 0.01, 1300},
                             {1e6, 0.025, 16300},     {7.5e6, 0.05, 203800},  {40e6, 0.1, 2203800},
                             {100e6, 0.125, 4703800}, {200e6, 0.15, 9703800}, {400e6, 0.25, 49703800},
                             {600e6, 0.5, 199703800}};
  std::vector<MarginLevel> levels;
  for (const auto& [from, rate, amount] : tiers) levels.push_back({from, rate, rate});
  const auto schedule = MarginSchedule::make(levels);
  REQUIRE(schedule);
  for (std::size_t i = 1; i < levels.size(); ++i) {
    CHECK_THAT(-schedule->maintenanceLine(i, Levels::Marginal).offset, WithinRel(tiers[i][2], 1e-12));
  }
}

TEST_CASE("A schedule that breaks its rules is refused at the field", "[schedule]") {
  const auto refusal = [](std::vector<MarginLevel> levels) {
    return MarginSchedule::make(std::move(levels)).error();
  };
  CHECK(refusal({}).code == ErrorCode::Missing);
  CHECK(refusal({{1, 0.1, 0.05}}).path == "/0/from");
  CHECK(refusal({{0, 0.1, 0.2}}).path == "/0/maintenance");
  CHECK(refusal({{0, 0.1, 0}}).path == "/0/maintenance");
  CHECK(refusal({{0, 1.1, 0.5}}).path == "/0/initial");
  CHECK(refusal({{0, 0.1, 0.05}, {0, 0.2, 0.1}}).path == "/1/from");
  CHECK(refusal({{0, 0.1, 0.05}, {9, 0.05, 0.05}}).path == "/1/initial");
  CHECK(refusal({{0, 0.1, 0.05}, {9, 0.1, 0.04}}).path == "/1/maintenance");
}
