// SPDX-License-Identifier: MIT
#include "account.hpp"
#include "catch.hpp"

using namespace margin;
using Catch::Matchers::WithinRel;
using margin::test::Account;
using margin::test::classA;
using margin::test::factor;

namespace {

/// Long perpetual with initial margin 2,000 and short dated with 3,000, on the underlyings named.
Account spread(const std::string& perpetual, const std::string& dated) {
  Account account;
  account.hold("USD", 100000);
  account.trade(Side::Long, 1, perpetual, 100000, classA());
  account.trade(Side::Short, 1.5, dated, 100000, classA());
  return account;
}

void isolate(Position& position) {
  position.margin = MarginMode::Isolated;
  position.isolatedBy = IsolatedBy::MaxLeverage;
  position.maxLeverage = 50;
}

}  // namespace

TEST_CASE("Opposite legs on one underlying are charged the larger side", "[netting][golden]") {
  CHECK(spread("BTC", "BTC").report().initialMargin == 3000);
  CHECK(spread("BTC", "BTC").report().maintenanceMargin == 1500);
}

TEST_CASE("An isolated leg never nets", "[netting][golden]") {
  for (const std::size_t leg : {std::size_t{0}, std::size_t{1}}) {
    Account account = spread("BTC", "BTC");
    isolate(account.wallet.positions[leg]);
    CHECK(account.report().initialMargin == 5000);
  }
}

TEST_CASE("Different underlyings add up", "[netting][golden]") {
  CHECK(spread("BTC", "ETH").report().initialMargin == 5000);
}

TEST_CASE("Without netting both sides are charged", "[netting]") {
  Account account = spread("BTC", "BTC");
  account.policy.netting = false;
  CHECK(account.report().initialMargin == 5000);
}

TEST_CASE("Legs of one side add up before the other side is compared", "[netting]") {
  Account account = spread("BTC", "BTC");
  account.trade(Side::Long, 1, "BTC", 100000, classA());
  CHECK(account.report().initialMargin == 4000);
}

TEST_CASE("The larger side changes with the price, and the answer with it", "[netting]") {
  // Long 12 at a flat 2 % against short 15 with a level of 3 % from 1.2 million on. Today both levels are
  // reached by the short side alone; below 80,000 it falls back and the larger side is still the short,
  // until neither: followed exactly through jumps.
  const auto flat = *MarginSchedule::make({{0, 0.04, 0.02}});
  const auto stepped = *MarginSchedule::make({{0, 0.02, 0.01}, {1.2e6, 0.06, 0.03}});
  Account account;
  account.policy.marginBasis = MarginBasis::Mark;
  account.hold("USD", 40000);
  account.trade(Side::Long, 12, "BTC", 100000, flat);
  account.trade(Side::Short, 15, "BTC", 100000, stepped);
  const WalletReport report = account.report();
  CHECK_THAT(report.maintenanceMargin, WithinRel(45000.0, 1e-12));
  const LiquidationSet& set = factor(account, report, "BTC");
  // 40,000 + 300,000 (1 - x): against 45,000 x above 0.8, where it turns at 340/345; at 0.8 the short side
  // falls to 12,000 and the long side rules with 24,000 x: safe down to the end.
  REQUIRE(set.boundaries.size() == 1);
  CHECK_THAT(set.boundaries[0].ratio, WithinRel(340.0 / 345, 1e-12));
  CHECK_THAT(set.boundaries[0].maintenanceMargin, WithinRel(45000.0 * 340 / 345, 1e-12));
}

TEST_CASE("The side that rules switches inside a piece of marginal levels", "[netting]") {
  // Long 10 at 2 %; short 8 at 1 %, 5 % of what lies above 500,000: equal where
  // 0.02 x 1,000,000 x = 0.05 x 800,000 x - 20,000, that is x = 1.
  const auto flat = *MarginSchedule::make({{0, 0.04, 0.02}});
  const auto stepped = *MarginSchedule::make({{0, 0.02, 0.01}, {500000, 0.1, 0.05}});
  Account account;
  account.policy = {MarginBasis::Mark, Levels::Marginal, true, false, false};
  account.hold("USD", 30000);
  account.trade(Side::Long, 10, "BTC", 100000, flat);
  account.trade(Side::Short, 8, "BTC", 100000, stepped);
  const WalletReport report = account.report();
  CHECK_THAT(report.maintenanceMargin, WithinRel(20000.0, 1e-12));
  const LiquidationSet& set = factor(account, report, "BTC");
  // Equity 30,000 + 200,000 (x - 1). Below today the long side rules: 30,000 + 200,000 (x - 1) = 20,000 x.
  REQUIRE(set.boundaries.size() == 1);
  CHECK_THAT(set.boundaries[0].ratio, WithinRel(170.0 / 180, 1e-12));
}
