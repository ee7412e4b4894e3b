// SPDX-License-Identifier: MIT
// How long a wallet can be held, by hand.
#include "margin/holding_time.hpp"

#include <cmath>

#include "catch.hpp"
#include "pledged.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

TEST_CASE("Funding alone: buffer over what it costs an hour", "[holding]") {
  Pledged pledged;
  pledged.venue.market.fundingRate[pledged.contract] = 1e-5;
  // 98,000 - 5,000 at 5 USD an hour.
  const HoldingTime time = holdingTime(pledged.wallet, pledged.terms());
  CHECK_THAT(time.fundingPerHour, WithinRel(-5.0, 1e-12));
  CHECK_THAT(time.hoursToLiquidation.value(), WithinRel(93000 / 5.0, 1e-12));
  CHECK_THAT(time.paid, WithinRel(93000.0, 1e-12));
}

TEST_CASE("What is received liquidates nothing", "[holding]") {
  Pledged pledged;
  pledged.venue.market.fundingRate[pledged.contract] = -1e-5;
  const HoldingTime time = holdingTime(pledged.wallet, pledged.terms());
  CHECK_FALSE(time.hoursToLiquidation);
  CHECK_THAT(time.paid, WithinRel(-5 * kLongestHolding, 1e-12));
}

TEST_CASE("Interest on a loss that no USD covers", "[holding]") {
  Pledged pledged;
  pledged.venue.rulebook.interest = InterestRules{30000, 0.5};
  // Bought at 110,000: a loss of 50,000, and no USD. 98,000 - 50,000 - 5,500 = 42,500 are to be eaten.
  pledged.wallet.positions = {open(pledged.contract, Side::Long, 5, 110000)};
  const HoldingTime time = holdingTime(pledged.wallet, pledged.terms());
  const double rate = 0.5 / 8760;
  CHECK_THAT(time.interestPerHour, WithinRel(50000 * rate, 1e-12));
  CHECK_THAT(time.hoursToLiquidation.value(), WithinRel(42500 / (50000 * rate), 1e-9));
  CHECK_THAT(time.paid, WithinRel(42500.0, 1e-9));
}

TEST_CASE("Interest paid from USD leaves less of the loss covered", "[holding]") {
  Pledged pledged;
  pledged.venue.rulebook.interest = InterestRules{30000, 0.5};
  pledged.wallet.positions = {open(pledged.contract, Side::Long, 5, 110000)};
  pledged.wallet.collateral.push_back({kUsd, 20000});
  const double rate = 0.5 / 8760;
  // What is charged grows from 30,000 to the whole loss while the USD last; then it stays.
  const double covered = std::log(50000.0 / 30000) / std::log(1 + rate);
  const double hours = covered + 42500 / (50000 * rate);
  CHECK_THAT(holdingTime(pledged.wallet, pledged.terms()).hoursToLiquidation.value(), WithinAbs(hours, 1.0));
}

TEST_CASE("Interest begins where funding has driven the loss above the threshold", "[holding]") {
  Pledged pledged;
  pledged.venue.rulebook.interest = InterestRules{30000, 0.5};
  pledged.venue.market.fundingRate[pledged.contract] = 1e-5;
  const HoldingTime time = holdingTime(pledged.wallet, pledged.terms());
  CHECK(time.interestPerHour == 0);
  CHECK(time.hoursToLiquidation.value() < 93000 / 5.0);
  CHECK(time.hoursToLiquidation.value() > 30000 / 5.0);
}

TEST_CASE("USD held covers the loss until interest has eaten it", "[holding]") {
  Pledged pledged;
  pledged.venue.rulebook.interest = InterestRules{30000, 0.5};
  pledged.wallet.positions = {open(pledged.contract, Side::Long, 5, 110000)};
  pledged.wallet.collateral.push_back({kUsd, 50000});
  CHECK(holdingTime(pledged.wallet, pledged.terms()).interestPerHour == 0);
  CHECK_FALSE(holdingTime(pledged.wallet, pledged.terms()).hoursToLiquidation);
}

TEST_CASE("A coin's wallet pays funding in the coin", "[holding]") {
  Venue venue;
  const AssetIndex btc = venue.asset("BTC", 8000);
  const ContractIndex contract = venue.inverse(btc);
  venue.market.fundingRate[contract] = 1e-4;
  SingleCollateralWallet wallet;
  wallet.asset = btc;
  wallet.balance = 1;
  wallet.positions = {open(contract, Side::Long, 8000, 8000)};
  // 1 - 0.01 coin at 1e-4 coin an hour.
  CHECK_THAT(holdingTime(wallet, venue.terms()).hoursToLiquidation.value(), WithinRel(9900.0, 1e-9));
}
