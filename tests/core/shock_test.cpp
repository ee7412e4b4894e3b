// SPDX-License-Identifier: MIT
// Shocks by hand.
#include "margin/shock.hpp"

#include "catch.hpp"
#include "pledged.hpp"
#include "us_account.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinRel;

namespace {

Shock shock(const Venue& venue, AssetIndex asset, double move) {
  Shock shock{std::vector<double>(venue.rulebook.assets().size())};
  shock.move[asset] = move;
  return shock;
}

}  // namespace

TEST_CASE("A shock: the account at its prices, and where on the way it is liquidated", "[shock]") {
  const Pledged pledged;
  const auto outcomes = shockLadder(
      pledged.wallet, {shock(pledged.venue, pledged.btc, -0.1), shock(pledged.venue, pledged.btc, -0.2)},
      pledged.terms());
  REQUIRE(outcomes.size() == 2);
  // 98,000 x 0.9 - 50,000 against 5,000.
  CHECK_THAT(outcomes[0].amounts.marginEquity, WithinRel(38200.0, 1e-12));
  CHECK_THAT(outcomes[0].marginUsage.value(), WithinRel(5000 / 38200.0, 1e-12));
  CHECK_FALSE(outcomes[0].liquidatedAt);
  CHECK_FALSE(outcomes[1].marginUsage);
  CHECK_THAT(outcomes[1].liquidatedAt.value(), WithinRel((1 - kPledgedLiquidation) / 0.2, 1e-12));
}

TEST_CASE("A shock that lands on the liquidation price reaches it at its end", "[shock]") {
  const Pledged pledged;
  const auto outcome = shockLadder(
      pledged.wallet, {shock(pledged.venue, pledged.btc, kPledgedLiquidation - 1)}, pledged.terms());
  REQUIRE(outcome.front().liquidatedAt);
  CHECK_THAT(*outcome.front().liquidatedAt, WithinRel(1.0, 1e-9));
}

TEST_CASE("Of an account in liquidation every shock is too late", "[shock]") {
  Pledged pledged;
  pledged.wallet.collateral = {{pledged.btc, 0.01}};
  const auto outcome = shockLadder(pledged.wallet, {shock(pledged.venue, pledged.btc, 0.1)}, pledged.terms());
  CHECK(outcome.front().liquidatedAt == 0.0);
}

TEST_CASE("An isolated position is liquidated by its own underlying alone", "[shock]") {
  Pledged pledged;
  const AssetIndex eth = pledged.venue.asset("ETH", 4000);
  const ContractIndex other = pledged.venue.linear(eth);
  pledged.wallet.positions = {isolatedBy(IsolatedBy::Margin, 1000, open(other, Side::Long, 1, 4000))};
  const auto outcomes =
      shockLadder(pledged.wallet, {shock(pledged.venue, eth, -0.3), shock(pledged.venue, pledged.btc, -0.9)},
                  pledged.terms());
  CHECK(outcomes[0].isolatedLiquidated == std::vector<ContractIndex>{other});
  CHECK(outcomes[1].isolatedLiquidated.empty());
}

TEST_CASE("A coin's wallet under a shock", "[shock]") {
  Venue venue;
  const AssetIndex btc = venue.asset("BTC", 8000);
  const ContractIndex contract = venue.inverse(btc);
  SingleCollateralWallet wallet;
  wallet.asset = btc;
  wallet.balance = 1;
  wallet.positions = {open(contract, Side::Long, 8000, 8000)};
  // 1 + 8,000 (1/8,000 - 1/p) = 80 / p on the mark basis, 80 / 8,000 on entry.
  const auto outcome = shockLadder(wallet, {shock(venue, btc, -0.6)}, venue.terms()).front();
  const double liquidation = 8000.0 / (2 - 0.01);
  CHECK_THAT(outcome.liquidatedAt.value(), WithinRel((1 - liquidation / 8000) / 0.6, 1e-12));
}

TEST_CASE("A US wallet under a shock", "[shock]") {
  UsAccount account(2000);
  const AssetIndex btc = account.asset("BTC", 100000);
  account.trade(Side::Long, 1, account.list("MBT", btc, 0.1, 500, 1000, 800), 100000);
  Shock fall{std::vector<double>(account.rulebook.assets().size())};
  fall.move[btc] = -0.1;
  const auto outcome = shockLadder(account.wallet, {fall}, account.terms()).front();
  CHECK_THAT(outcome.amounts.marginEquity, WithinRel(1000.0, 1e-12));
}
