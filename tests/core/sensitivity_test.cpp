// SPDX-License-Identifier: MIT
// Derivatives of a liquidation price by hand: of 98,000 x + 500,000 (x - 1) = 5,000, so x = 505 / 598.
#include "margin/sensitivity.hpp"

#include <algorithm>

#include "catch.hpp"
#include "pledged.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinRel;

namespace {

const Sensitivity& of(const Sensitivities& all, InputKind input, std::size_t index) {
  const auto found = std::find_if(all.ranked.begin(), all.ranked.end(), [&](const Sensitivity& each) {
    return each.input == input && each.index == index;
  });
  REQUIRE(found != all.ranked.end());
  return *found;
}

void checkSlope(const Sensitivity& each, double slope) {
  CHECK_THAT(each.rise, WithinRel(slope, 1e-9));
  CHECK_THAT(each.fall, WithinRel(slope, 1e-9));
}

}  // namespace

TEST_CASE("What moves the liquidation of pledged BTC, and by how much", "[sensitivity]") {
  const Pledged pledged;
  const Sensitivities all = sensitivities(pledged.wallet, pledged.btc, pledged.terms());
  REQUIRE(all.nearest);
  const double x = kPledgedLiquidation;
  CHECK_THAT(all.nearest->ratio.value, WithinRel(x, 1e-12));
  // q 98 x + 500 (x - 1) = 5.
  checkSlope(of(all, InputKind::Quantity, 0), -98 * x / 598);
  // (1 - h) 100 x + ...
  checkSlope(of(all, InputKind::Haircut, pledged.btc), 100 * x / 598);
  // 98 x + s 100 (x - 1) = s.
  checkSlope(of(all, InputKind::Size, 0), (101 - 100 * x) / 598);
  // 98 x + 5 (100 x - e) = 0.05 e with e in thousands: margin follows the entry price.
  checkSlope(of(all, InputKind::EntryPrice, 0), 5.05 / 598 / 1000);
  CHECK(std::is_sorted(all.ranked.begin(), all.ranked.end(),
                       [](const Sensitivity& left, const Sensitivity& right) {
                         return std::abs(left.rise * left.value) > std::abs(right.rise * right.value);
                       }));
}

TEST_CASE("Another asset's price moves the liquidation, the factor's own does not", "[sensitivity]") {
  Pledged pledged;
  const AssetIndex eth = pledged.venue.asset("ETH", 4000, 0.1);
  pledged.wallet.collateral.push_back({eth, 10});
  const Sensitivities all = sensitivities(pledged.wallet, pledged.btc, pledged.terms());
  // ... + 36,000 at 4,000: 9 a dollar, of 598,000.
  checkSlope(of(all, InputKind::Price, eth), -9.0 / 598000);
  CHECK(std::none_of(all.ranked.begin(), all.ranked.end(), [&](const Sensitivity& each) {
    return each.input == InputKind::Price && each.index == pledged.btc;
  }));
}

TEST_CASE("At the start of a level the two sides differ", "[sensitivity]") {
  Pledged pledged;
  pledged.venue.policy.levels = Levels::Marginal;
  // A million at entry: up to it a contract takes 1 % of 100,000, beyond it 2 %.
  pledged.wallet.positions = {open(pledged.contract, Side::Long, 10, 100000)};
  pledged.wallet.collateral = {{pledged.btc, 4}};
  const Sensitivities all = sensitivities(pledged.wallet, pledged.btc, pledged.terms());
  const Sensitivity& size = of(all, InputKind::Size, 0);
  // 392 x + s 100 (x - 1) = s or, beyond ten, 10 + 2 (s - 10).
  const double x = 1010.0 / 1392;
  CHECK_THAT(size.fall, WithinRel((101 - 100 * x) / 1392, 1e-6));
  CHECK_THAT(size.rise, WithinRel((102 - 100 * x) / 1392, 1e-6));
}

TEST_CASE("Without a liquidation nothing moves it", "[sensitivity]") {
  Pledged pledged;
  pledged.wallet.positions.clear();
  const Sensitivities all = sensitivities(pledged.wallet, pledged.btc, pledged.terms());
  CHECK_FALSE(all.nearest);
  CHECK(all.ranked.empty());
}
