// SPDX-License-Identifier: MIT
// Backwards answers by hand.
#include "margin/inverse.hpp"

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
  Survival fall(double move) const { return {btc, move}; }
  /// A contract that trades in whole lots.
  ContractIndex inLotsOf(double lot) {
    Contract added;
    added.underlying = btc;
    added.lot = lot;
    return venue.list(added);
  }
};

void checkAmount(const Solution& solution, double amount) {
  REQUIRE(solution.kind == SolutionKind::Amount);
  CHECK_THAT(solution.amount, WithinRel(amount, 1e-12));
}

}  // namespace

TEST_CASE("Collateral to survive: as it stands there, after haircut", "[inverse]") {
  Pledged pledged;
  // At 70,000: 68,600 - 150,000 - 5,000.
  checkAmount(collateralToSurvive(pledged.wallet, kUsd, pledged.fall(-0.3), pledged.venue.terms()), 86400);
  // A BTC counts 68,600 there.
  checkAmount(collateralToSurvive(pledged.wallet, pledged.btc, pledged.fall(-0.3), pledged.venue.terms()),
              86400.0 / 68600);
  pledged.venue.policy.collateralFee = true;
  // All of it less the conversion fee: 97,510 a BTC today.
  checkAmount(collateralToSurvive(pledged.wallet, pledged.btc, pledged.fall(-0.3), pledged.venue.terms()),
              (155000 - 68257) / 68257.0);
}

TEST_CASE("Nothing is needed for what the account lives through", "[inverse]") {
  const Pledged pledged;
  const Terms terms = pledged.venue.terms();
  CHECK(collateralToSurvive(pledged.wallet, kUsd, pledged.fall(-0.15), terms).kind ==
        SolutionKind::NotNeeded);
  CHECK(collateralToSurvive(pledged.wallet, kUsd, pledged.fall(5), terms).kind == SolutionKind::NotNeeded);
  CHECK(sizeToClose(pledged.wallet, 0, pledged.fall(-0.15), terms).kind == SolutionKind::NotNeeded);
}

TEST_CASE("An asset that does not count saves nothing", "[inverse]") {
  Pledged pledged;
  const AssetIndex worthless = pledged.venue.asset("MEME", 1, 1);
  CHECK(collateralToSurvive(pledged.wallet, worthless, pledged.fall(-0.3), pledged.venue.terms()).kind ==
        SolutionKind::Impossible);
}

TEST_CASE("What is worst on the way decides, not only its end", "[inverse]") {
  // Long on the mark basis: from 1.1 million on 40 %. At a ratio of 1.1 equity is 98,000 x 1.1 + 100,000 and
  // 440,000 are required; at 1.5 147,000 + 500,000 and 600,000.
  Pledged pledged;
  pledged.venue.policy.marginBasis = MarginBasis::Mark;
  pledged.contract = pledged.venue.linear(pledged.btc, margin::test::schedule({{0, 0.02}, {1.1e6, 0.8}}));
  pledged.wallet.positions = {open(pledged.contract, Side::Long, 10, 100000)};
  checkAmount(collateralToSurvive(pledged.wallet, kUsd, pledged.fall(0.5), pledged.venue.terms()),
              440000 - 107800 - 100000);
}

TEST_CASE("Size to close: what is closed loses no more", "[inverse]") {
  Pledged pledged;
  // 68,600 = (30,000 + 1,000) of each contract kept.
  checkAmount(sizeToClose(pledged.wallet, 0, pledged.fall(-0.3), pledged.venue.terms()), 5 - 68600.0 / 31000);
  // The taker fee of what is closed is paid: 50 a contract.
  pledged.venue.takerFee = 0.0005;
  checkAmount(sizeToClose(pledged.wallet, 0, pledged.fall(-0.3), pledged.venue.terms()),
              (155000 - 68600.0) / (31000 - 50));
  pledged.wallet.positions[0] = isolatedBy(IsolatedBy::Margin, 20000, pledged.wallet.positions[0]);
  pledged.wallet.positions.push_back(open(pledged.venue.linear(pledged.btc), Side::Long, 5, 100000));
  CHECK(sizeToClose(pledged.wallet, 0, pledged.fall(-0.3), pledged.venue.terms()).kind ==
        SolutionKind::Impossible);
}

TEST_CASE("Closing a hedge makes it worse", "[inverse]") {
  Pledged pledged;
  pledged.wallet.positions.push_back(open(pledged.venue.linear(pledged.btc), Side::Short, 1, 100000));
  CHECK(sizeToClose(pledged.wallet, 1, pledged.fall(-0.3), pledged.venue.terms()).kind ==
        SolutionKind::Impossible);
}

TEST_CASE("The largest size stops where the next level would ask too much", "[inverse]") {
  const Pledged pledged;
  SizeLimit limit;
  // 98,000 carry 2.45 million at 4 %, but from 2 million on 5 % are asked: 20 BTC are not reached.
  const Solution solution =
      largestSize(pledged.wallet, pledged.contract, Side::Long, limit, pledged.venue.terms());
  checkAmount(solution, 15);
  CHECK(solution.amount < 15);
  // The other way 5 close, and as much can be sold short.
  checkAmount(largestSize(pledged.wallet, pledged.contract, Side::Short, limit, pledged.venue.terms()), 25);
}

TEST_CASE("The largest size for a leverage, and for a price to live through", "[inverse]") {
  const Pledged pledged;
  SizeLimit limit;
  limit.availableMargin = false;
  limit.leverage = 8;
  checkAmount(largestSize(pledged.wallet, pledged.contract, Side::Long, limit, pledged.venue.terms()),
              8 * 0.98 - 5);
  limit.leverage.reset();
  limit.survival = pledged.fall(-0.1);
  // At 90,000: 88,200 = (10,000 + 1,000) of each contract.
  checkAmount(largestSize(pledged.wallet, pledged.contract, Side::Long, limit, pledged.venue.terms()),
              88200.0 / 11000 - 5);
  limit.survival = pledged.fall(-0.3);
  CHECK(largestSize(pledged.wallet, pledged.contract, Side::Long, limit, pledged.venue.terms()).kind ==
        SolutionKind::Impossible);
}

TEST_CASE("A contract's largest position is the most", "[inverse]") {
  Pledged pledged;
  Contract contract;
  contract.underlying = pledged.btc;
  contract.maxPosition = 7;
  const ContractIndex listed = pledged.venue.list(contract);
  checkAmount(largestSize(pledged.wallet, listed, Side::Long, {}, pledged.venue.terms()), 7);
}

TEST_CASE("An isolated position is liquidated just beyond its stop", "[inverse]") {
  const Pledged pledged;
  const Position position = open(pledged.contract, Side::Long, 1, 100000);
  IsolatedPlan plan = isolatedPlan(position, kUsd, 90000, pledged.venue.terms());
  CHECK(plan.kind == SolutionKind::Amount);
  CHECK_THAT(plan.isolatedMargin, WithinRel(11000.0, 1e-12));
  CHECK_THAT(plan.maxLeverage, WithinRel(100.0 / 11, 1e-12));
  // 500 and 1,000 are less than the 2,000 that the schedule asks.
  plan = isolatedPlan(position, kUsd, 99500, pledged.venue.terms());
  CHECK(plan.kind == SolutionKind::NotNeeded);
  CHECK(plan.isolatedMargin == 2000);
  CHECK(plan.maxLeverage == 50);
}

TEST_CASE("A delta-neutral account is not margin-neutral", "[inverse]") {
  Pledged pledged;
  pledged.wallet.positions.clear();
  const auto answer = hedge(pledged.wallet, pledged.contract, pledged.venue.terms());
  REQUIRE(answer);
  CHECK(answer->side == Side::Short);
  CHECK_THAT(answer->size, WithinRel(0.98, 1e-12));
  CHECK_THAT(answer->deltaNeutralSize, WithinRel(1.0, 1e-12));
}

TEST_CASE("A coin's wallet is hedged by as many contracts as it is worth dollars", "[inverse]") {
  Venue venue;
  const AssetIndex btc = venue.asset("BTC", 8000);
  SingleCollateralWallet wallet;
  wallet.asset = btc;
  wallet.balance = 0.01;
  const auto answer = hedge(wallet, venue.inverse(btc), venue.terms());
  REQUIRE(answer);
  CHECK(answer->side == Side::Short);
  CHECK_THAT(answer->size, WithinRel(80.0, 1e-12));
}

TEST_CASE("Coins and dollars that other wallets need", "[inverse]") {
  Venue venue;
  const AssetIndex btc = venue.asset("BTC", 8000);
  SingleCollateralWallet coin;
  coin.asset = btc;
  coin.balance = 0.01;
  coin.positions = {open(venue.inverse(btc), Side::Long, 1000, 8000)};
  // At 5,000: 0.01 - 0.075 - 0.00125.
  checkAmount(collateralToSurvive(coin, btc, {btc, -0.375}, venue.terms()), 0.06625);
  margin::test::UsAccount account(5000);
  const AssetIndex asset = account.asset("BTC", 100000);
  account.wallet.positions = {open(account.list("MBT", asset, 0.1, 500, 2000, 1800), Side::Long, 2, 100000)};
  checkAmount(collateralToSurvive(account.wallet, kUsd, {asset, -0.3}, account.terms()), 2000);
}

TEST_CASE("A haircut that liquidates", "[inverse]") {
  Pledged pledged;
  // 93,000 of buffer on 100,000.
  checkAmount(liquidatingHaircut(pledged.wallet, pledged.btc, pledged.venue.terms()), 0.95);
  pledged.wallet.collateral.push_back({kUsd, 50000});
  CHECK(liquidatingHaircut(pledged.wallet, pledged.btc, pledged.venue.terms()).kind ==
        SolutionKind::Impossible);
  pledged.wallet.collateral = {{pledged.btc, 0.05}};
  CHECK(liquidatingHaircut(pledged.wallet, pledged.btc, pledged.venue.terms()).kind ==
        SolutionKind::NotNeeded);
}

TEST_CASE("Whole lots keep to the goal", "[inverse]") {
  Pledged pledged;
  const ContractIndex listed = pledged.inLotsOf(0.01);
  pledged.wallet.positions[0].contract = listed;
  // 5 - 68,600 / 31,000 = 2.787... to close.
  const Solution close = sizeToClose(pledged.wallet, 0, pledged.fall(-0.3), pledged.venue.terms());
  CHECK_THAT(close.inLots.value(), WithinAbs(2.79, 1e-12));
  // Up to 20 contracts, but not 20: there the next level begins.
  const Solution most = largestSize(pledged.wallet, listed, Side::Long, {}, pledged.venue.terms());
  CHECK_THAT(most.inLots.value(), WithinAbs(14.99, 1e-12));
  // 1,020 carry 0.51 at 2 %: what rounding alone takes away is given back.
  pledged.wallet.collateral = {{kUsd, 1020}};
  pledged.wallet.positions.clear();
  const Solution even = largestSize(pledged.wallet, listed, Side::Long, {}, pledged.venue.terms());
  CHECK_THAT(even.inLots.value(), WithinAbs(0.51, 1e-12));
  CHECK_FALSE(largestSize(pledged.wallet, pledged.contract, Side::Long, {}, pledged.venue.terms()).inLots);
}

TEST_CASE("Closing past a level's start takes one lot more than reaching it", "[inverse]") {
  Pledged pledged;
  const ContractIndex listed = pledged.inLotsOf(0.0001);
  pledged.wallet.collateral = {{kUsd, 19000}};
  pledged.wallet.positions = {open(listed, Side::Long, 10.5, 100000)};
  // 10 contracts are a million: from there on 2 % are to be kept, below 1 %.
  const Solution close = sizeToClose(pledged.wallet, 0, pledged.fall(-0.001), pledged.venue.terms());
  CHECK_THAT(close.amount, WithinAbs(0.5, 1e-12));
  CHECK_THAT(close.inLots.value(), WithinAbs(0.5001, 1e-12));
}
