// SPDX-License-Identifier: MIT
// Figures of Kraken, "Portfolio Management" and "Multi-collateral fixed maturity": 1 % of perpetuals, 1 % at
// one day to 20 % at 210 days.
#include "margin/mark_price.hpp"

#include "catch.hpp"
#include "clock.hpp"
#include "venue.hpp"

using namespace margin;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using margin::test::open;
using margin::test::utc;
using margin::test::Venue;

namespace {

const MarkPriceRules kRules{0.01, {{1, 0.01}, {210, 0.2}}};
const Instant kExpiry = utc(2026, 3, 27, 8, 0);
constexpr Instant kDay = 86400;

/// A dated contract on an index of 35,000.
struct Dated {
  Venue venue;
  MultiCollateralWallet wallet;

  Dated() {
    venue.rulebook.markPrice = kRules;
    Contract contract;
    contract.underlying = venue.asset("BTC", 35000);
    contract.perpetual = false;
    contract.expiry = "2026-03-27";
    contract.expires = kExpiry;
    wallet.positions = {open(venue.list(contract), Side::Long, 2, 35000)};
    venue.takerFee = 0.0005;
  }
  PositionReport position() const { return venue.report(wallet).positions[0]; }
};

}  // namespace

TEST_CASE("The cap grows with the days to expiry", "[mark][golden]") {
  CHECK(datedMarkCap(kRules, 1) == 0.01);
  CHECK_THAT(datedMarkCap(kRules, 210), WithinRel(0.2, 1e-12));
  // 1 % + 19 % x 86/209 = 97/1100.
  CHECK_THAT(datedMarkCap(kRules, 87), WithinRel(97.0 / 1100, 1e-12));
  CHECK_THAT(datedMarkCap(kRules, 87), WithinAbs(0.088182, 5e-7));
  CHECK_THAT(datedMarkCap(kRules, 105.5), WithinRel(0.105, 1e-12));
}

TEST_CASE("Outside its entries the cap is level", "[mark]") {
  CHECK(datedMarkCap(kRules, 0) == 0.01);
  CHECK(datedMarkCap(kRules, 0.5) == 0.01);
  CHECK(datedMarkCap(kRules, 300) == 0.2);
  const MarkPriceRules bent{0.01, {{10, 0.02}, {20, 0.04}, {40, 0.05}}};
  CHECK_THAT(datedMarkCap(bent, 15), WithinRel(0.03, 1e-12));
  CHECK_THAT(datedMarkCap(bent, 20), WithinRel(0.04, 1e-12));
  CHECK_THAT(datedMarkCap(bent, 30), WithinRel(0.045, 1e-12));
}

TEST_CASE("At 35,000 and 87 days the mark stays between 31,913 and 38,087", "[mark][golden]") {
  // The source rounds the cap to 8.82 %; exact: 35,000 (1 -+ 97/1100).
  Dated dated;
  dated.venue.asOf = kExpiry - 87 * kDay;
  const MarkLimits limits = *dated.position().markLimits;
  CHECK_THAT(limits.lowest, WithinRel(35000.0 * 1003 / 1100, 1e-12));
  CHECK_THAT(limits.highest, WithinRel(35000.0 * 1197 / 1100, 1e-12));
  CHECK_THAT(limits.lowest, WithinAbs(31913, 1));
  CHECK_THAT(limits.highest, WithinAbs(38087, 1));
}

TEST_CASE("Days are counted by the second", "[mark]") {
  // 105.5 days: 10.5 %.
  Dated dated;
  dated.venue.asOf = kExpiry - 105 * kDay - kDay / 2;
  CHECK_THAT(dated.position().markLimits->highest, WithinRel(38675.0, 1e-12));
}

TEST_CASE("A perpetual's cap needs no clock, a dated contract's does", "[mark]") {
  Dated dated;
  CHECK_FALSE(dated.position().markLimits);
  dated.wallet.positions.push_back(open(dated.venue.linear(1), Side::Long, 1, 35000));
  const MarkLimits limits = *dated.venue.report(dated.wallet).positions[1].markLimits;
  CHECK_THAT(limits.lowest, WithinRel(34650.0, 1e-12));
  CHECK_THAT(limits.highest, WithinRel(35350.0, 1e-12));
  dated.venue.rulebook.markPrice.reset();
  CHECK_FALSE(dated.venue.report(dated.wallet).positions[1].markLimits);
}

TEST_CASE("Expiry: hours left, and the taker fee of holding until then", "[mark]") {
  Dated dated;
  CHECK_FALSE(dated.position().expiry);
  dated.venue.asOf = kExpiry - 90 * 60;
  dated.venue.market.markPrice[0] = 35100;
  ExpiryReport expiry = *dated.position().expiry;
  CHECK(expiry.time == kExpiry);
  CHECK_FALSE(expiry.expired);
  CHECK(expiry.hours == 1.5);
  CHECK_THAT(expiry.settlementFee, WithinRel(35.1, 1e-12));
  dated.venue.asOf = kExpiry - 1;
  CHECK_FALSE(dated.position().expiry->expired);
  dated.venue.asOf = kExpiry;
  expiry = *dated.position().expiry;
  CHECK(expiry.expired);
  CHECK(expiry.hours == 0);
  dated.venue.asOf = kExpiry + kDay;
  CHECK(dated.position().expiry->hours == 0);
  CHECK_THAT(dated.position().markLimits->highest, WithinRel(35350.0, 1e-12));
}
