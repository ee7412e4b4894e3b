// SPDX-License-Identifier: MIT
// Accounts side by side, by hand.
#include "margin/comparison.hpp"

#include "catch.hpp"
#include "clock.hpp"
#include "pledged.hpp"
#include "venue.hpp"

using namespace margin;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using margin::test::open;
using margin::test::Venue;

namespace {

struct Pledged : test::Pledged {
  std::vector<MoveOutcome> outcomes() const { return pledgeOrSell(wallet, venue.terms())->pledged.outcomes; }
};

const MoveOutcome& at(const std::vector<MoveOutcome>& outcomes, double move) {
  for (const MoveOutcome& each : outcomes) {
    if (each.move == move) return each;
  }
  FAIL("no such move");
  return outcomes.front();
}

/// BTC at 100,000 on every kind of contract; 10,000 USD behind 50,000.
struct Trades {
  Venue venue;
  AssetIndex btc = venue.asset("BTC", 100000, 0.02);
  Trade trade{btc, Side::Long, 50000, 10000};

  Trades() {
    venue.linear(btc);
    venue.inverse(btc);
    listUs(0.1);
    venue.takerFee = 0.0005;
    venue.asOf = margin::test::chicago(6, 2026, 11, 23, 10, 0);
  }
  void listUs(double valuePerPoint, std::optional<double> maxPosition = std::nullopt) {
    Contract contract;
    contract.type = ContractType::Us;
    contract.underlying = btc;
    contract.maxPosition = maxPosition;
    contract.us.emplace();
    contract.us->valuePerPoint = valuePerPoint;
    contract.us->intradayMargin = 1000;
    contract.us->initialMargin = 5000;
    contract.us->maintenanceMargin = 4000;
    contract.us->fees.commission = 0.39;
    venue.list(contract);
  }
  AccountComparison in(ContractType type) const { return *compare(trade, type, venue.terms()); }
};

}  // namespace

TEST_CASE("Pledged BTC counts less and falls too; sold, it costs a fee", "[comparison][golden]") {
  const Pledged pledge;
  const PledgeOrSell answer = *pledgeOrSell(pledge.wallet, pledge.venue.terms());
  CHECK_THAT(answer.saleFee, WithinRel(500.0, 1e-12));
  CHECK_THAT(answer.pledged.collateralValue, WithinRel(98000.0, 1e-12));
  CHECK_THAT(answer.sold.collateralValue, WithinRel(99500.0, 1e-12));
  CHECK_THAT(answer.pledged.standing.availableMargin, WithinRel(88000.0, 1e-12));
  CHECK_THAT(answer.sold.standing.availableMargin, WithinRel(89500.0, 1e-12));
  CHECK_THAT(*answer.sold.standing.effectiveLeverage, WithinRel(500.0 / 99.5, 1e-12));
  // 98,000 x + 500,000 (x - 1) = 5,000; 99,500 + 500,000 (x - 1) = 5,000.
  CHECK_THAT(answer.pledged.standing.factors[0].liquidation.below()->ratio, WithinRel(505.0 / 598, 1e-12));
  CHECK_THAT(answer.sold.standing.factors[0].liquidation.below()->ratio, WithinRel(0.811, 1e-12));
}

TEST_CASE("Outcomes: what the whole wallet is worth as the market moves", "[comparison][golden]") {
  const Pledged pledge;
  const PledgeOrSell answer = *pledgeOrSell(pledge.wallet, pledge.venue.terms());
  REQUIRE(answer.pledged.outcomes.size() == 7);
  // The article's two moves: 160,000 and 40,000; 1.1 and 0.9 BTC are in them.
  CHECK_THAT(at(answer.pledged.outcomes, 0.1).pnl, WithinRel(50000.0, 1e-9));
  CHECK_THAT(at(answer.pledged.outcomes, 0.1).walletValue, WithinRel(160000.0, 1e-9));
  CHECK_THAT(at(answer.pledged.outcomes, -0.1).walletValue, WithinRel(40000.0, 1e-9));
  CHECK_FALSE(at(answer.pledged.outcomes, -0.1).liquidated);
  CHECK(at(answer.pledged.outcomes, -0.2).liquidated);
  CHECK_THAT(at(answer.sold.outcomes, 0.1).walletValue, WithinRel(149500.0, 1e-9));
  CHECK_THAT(at(answer.sold.outcomes, -0.1).walletValue, WithinRel(49500.0, 1e-9));
  CHECK(at(answer.sold.outcomes, -0.2).liquidated);
  CHECK(at(answer.pledged.outcomes, 0).pnl == 0);
  CHECK(at(answer.pledged.outcomes, 0).walletValue == 100000);
}

TEST_CASE("An isolated position liquidated on the way has lost its margin", "[comparison]") {
  // 1 BTC pledged beside 50,000 USD, long 1 BTC isolated with 15,000: 15,000 + 100,000 (x - 1) = 1,000 at
  // 0.86.
  Pledged pledge;
  pledge.wallet.collateral = {{pledge.btc, 1}, {kUsd, 50000}};
  pledge.wallet.positions = {test::isolatedBy(IsolatedBy::Margin, 15000, open(0, Side::Long, 1, 100000))};
  pledge.venue.linear(pledge.btc);
  const std::vector<MoveOutcome> outcomes = pledge.outcomes();
  CHECK(at(outcomes, -0.1).isolatedLiquidated.empty());
  CHECK_THAT(at(outcomes, -0.1).pnl, WithinRel(-10000.0, 1e-9));
  CHECK_THAT(at(outcomes, -0.1).walletValue, WithinRel(130000.0, 1e-9));
  CHECK(at(outcomes, -0.2).isolatedLiquidated == std::vector<ContractIndex>{0});
  CHECK_FALSE(at(outcomes, -0.2).liquidated);
  CHECK_THAT(at(outcomes, -0.2).pnl, WithinRel(-15000.0, 1e-12));
  // 80,000 + 50,000 - 15,000, where the loss would have been 20,000.
  CHECK_THAT(at(outcomes, -0.2).walletValue, WithinRel(115000.0, 1e-12));
  CHECK(at(outcomes, 0.2).isolatedLiquidated.empty());
  CHECK_THAT(at(outcomes, 0.2).walletValue, WithinRel(190000.0, 1e-9));
}

TEST_CASE("What is told of isolated positions does not hide the cross pool's end", "[comparison]") {
  // 100,000 x 0.98 x + 500,000 (x - 1) less the 15,000 set apart.
  Pledged pledge;
  pledge.wallet.positions.push_back(test::isolatedBy(
      IsolatedBy::Margin, 15000, open(pledge.venue.linear(pledge.btc), Side::Short, 1, 100000)));
  const std::vector<MoveOutcome> outcomes = pledge.outcomes();
  CHECK(at(outcomes, -0.2).liquidated);
  CHECK(at(outcomes, -0.2).isolatedLiquidated.empty());
  // -15,000 of the short at 1.15 - 0.01: gone at 1.2; the long has gained 100,000.
  CHECK(at(outcomes, 0.2).isolatedLiquidated == std::vector<ContractIndex>{1});
  CHECK_THAT(at(outcomes, 0.2).pnl, WithinRel(85000.0, 1e-9));
}

TEST_CASE("An isolated position that does not move with crypto stays, unless it is in liquidation today",
          "[comparison]") {
  Pledged pledge;
  const AssetIndex euro = pledge.venue.asset("EUR", 1);
  const ContractIndex contract = pledge.venue.linear(euro);
  pledge.wallet.positions = {test::isolatedBy(IsolatedBy::Margin, 15, open(contract, Side::Long, 100, 1))};
  CHECK(at(pledge.outcomes(), -0.3).isolatedLiquidated.empty());
  pledge.venue.market.markPrice[contract] = 0.85;
  for (const MoveOutcome& outcome : pledge.outcomes()) {
    CHECK(outcome.isolatedLiquidated == std::vector<ContractIndex>{contract});
    CHECK(outcome.pnl == -15);
  }
}

TEST_CASE("Debts are kept, and only what is not USD can be sold", "[comparison]") {
  Pledged pledge;
  pledge.wallet.collateral = {{pledge.btc, 1}, {kUsd, -20000}};
  const PledgeOrSell answer = *pledgeOrSell(pledge.wallet, pledge.venue.terms());
  CHECK_THAT(answer.sold.collateralValue, WithinRel(79500.0, 1e-12));
  CHECK_THAT(answer.saleFee, WithinRel(500.0, 1e-12));
  pledge.wallet.collateral = {{kUsd, 20000}};
  CHECK_FALSE(pledgeOrSell(pledge.wallet, pledge.venue.terms()));
  pledge.wallet.collateral = {{kUsd, 20000}, {pledge.btc, 0}};
  CHECK_FALSE(pledgeOrSell(pledge.wallet, pledge.venue.terms()));
}

TEST_CASE("The collateral fee lessens what is pledged, not what is sold", "[comparison]") {
  Pledged pledge;
  pledge.venue.policy.collateralFee = true;
  const PledgeOrSell answer = *pledgeOrSell(pledge.wallet, pledge.venue.terms());
  CHECK_THAT(answer.pledged.collateralValue, WithinRel(98000 * 0.995, 1e-12));
  CHECK_THAT(answer.sold.collateralValue, WithinRel(99500.0, 1e-12));
}

TEST_CASE("The trade in a multi-collateral wallet, on the asset itself", "[comparison]") {
  Trades trades;
  trades.venue.market.fundingRate[0] = 0.00001;
  const AccountComparison account = trades.in(ContractType::Linear);
  CHECK_THAT(account.size, WithinRel(0.5, 1e-12));
  CHECK_THAT(account.notional, WithinRel(50000.0, 1e-12));
  CHECK(account.collateral.asset == trades.btc);
  CHECK_THAT(account.collateral.quantity, WithinRel(0.1, 1e-12));
  CHECK_THAT(account.marginNeeded, WithinRel(1000.0, 1e-12));
  CHECK(account.possible);
  CHECK_THAT(*account.effectiveLeverage, WithinRel(50000.0 / 9800, 1e-12));
  // 9,800 x + 50,000 (x - 1) = 500.
  CHECK_THAT(account.liquidation.below()->ratio, WithinRel(505.0 / 598, 1e-12));
  CHECK_THAT(at(account.outcomes, -0.1).pnl, WithinRel(-5000.0, 1e-9));
  CHECK_THAT(at(account.outcomes, -0.1).walletValue, WithinRel(4000.0, 1e-9));
  CHECK_THAT(account.openFee, WithinRel(25.0, 1e-12));
  CHECK_THAT(account.closeFee, WithinRel(25.0, 1e-12));
  CHECK_THAT(account.fundingPerDay, WithinRel(-12.0, 1e-12));
  // 2 % of 490,000 is all that counts.
  CHECK_THAT(account.largestPosition, WithinRel(490000.0, 1e-12));
}

TEST_CASE("The trade in a wallet of the coin", "[comparison]") {
  const AccountComparison account = Trades().in(ContractType::Inverse);
  CHECK_THAT(account.size, WithinRel(50000.0, 1e-12));
  CHECK_THAT(account.collateral.quantity, WithinRel(0.1, 1e-12));
  CHECK_THAT(account.marginNeeded, WithinRel(1000.0, 1e-12));
  CHECK_THAT(*account.effectiveLeverage, WithinRel(5.0, 1e-12));
  // 0.1 + 0.5 (1 - y) = 0.005 at y = 1.19.
  CHECK_THAT(account.liquidation.below()->ratio, WithinRel(1 / 1.19, 1e-12));
  // -0.5/9 BTC at 90,000; 0.1 BTC beside it.
  CHECK_THAT(at(account.outcomes, -0.1).pnl, WithinRel(-5000.0, 1e-9));
  CHECK_THAT(at(account.outcomes, -0.1).walletValue, WithinRel(4000.0, 1e-9));
  CHECK_THAT(at(account.outcomes, 0.2).walletValue, WithinRel(22000.0, 1e-9));
  CHECK_THAT(account.largestPosition, WithinRel(500000.0, 1e-12));
}

TEST_CASE("The trade in a US account, in whole contracts", "[comparison][us]") {
  // 5.5 contracts of 10,000 USD are five.
  Trades trades;
  trades.trade.notional = 55000;
  AccountComparison account = trades.in(ContractType::Us);
  CHECK(account.size == 5);
  CHECK_THAT(account.notional, WithinRel(50000.0, 1e-12));
  CHECK(account.collateral.asset == kUsd);
  CHECK(account.collateral.quantity == 10000);
  CHECK(account.marginNeeded == 5000);
  CHECK(account.possible);
  // 10,000 + 50,000 (x - 1) = 5,000.
  CHECK_THAT(account.liquidation.below()->ratio, WithinRel(0.9, 1e-12));
  CHECK_THAT(account.openFee, WithinRel(1.95, 1e-12));
  CHECK_THAT(account.largestPosition, WithinRel(100000.0, 1e-12));
  // After 15:45: 25,000 needed, and two contracts are what 10,000 carry.
  trades.venue.asOf = margin::test::chicago(6, 2026, 11, 23, 15, 45);
  account = trades.in(ContractType::Us);
  CHECK(account.marginNeeded == 25000);
  CHECK_FALSE(account.possible);
  CHECK_THAT(account.largestPosition, WithinRel(20000.0, 1e-12));
  // Less than one contract is none.
  trades.trade.notional = 9999;
  account = trades.in(ContractType::Us);
  CHECK(account.size == 0);
  CHECK(account.notional == 0);
  CHECK_FALSE(account.possible);
}

TEST_CASE("Of several contracts the perpetual of the smallest worth is taken", "[comparison]") {
  Trades trades;
  trades.listUs(0.01, 3);
  const AccountComparison account = trades.in(ContractType::Us);
  CHECK(account.contract == 3);
  CHECK(account.size == 50);
  // No more than the contract allows: 3 x 1,000 USD.
  CHECK_THAT(account.largestPosition, WithinRel(3000.0, 1e-12));
  CHECK_FALSE(compare({kUsd, Side::Long, 1, 1}, ContractType::Linear, trades.venue.terms()));
}

TEST_CASE("The largest position stays below a level it cannot carry", "[comparison]") {
  // 30,000 at 2 % is 1.5 million, at 4 % 750,000: just below a million. Marginal: 20,000 + 4 % of 250,000.
  Trades trades;
  trades.trade.collateral = 30000 / 0.98;
  CHECK_THAT(trades.in(ContractType::Linear).largestPosition, WithinRel(1e6, 1e-9));
  trades.venue.policy.levels = Levels::Marginal;
  CHECK_THAT(trades.in(ContractType::Linear).largestPosition, WithinRel(1.25e6, 1e-9));
}

TEST_CASE("Assumed margins and haircuts are told with the rulebook's reasons", "[comparison]") {
  Trades trades;
  trades.venue.rulebook.assumptions = {{"others", "v", "r", {}, true}, {"US", "v", "r", {2}, false}};
  CHECK_FALSE(trades.in(ContractType::Linear).assumed);
  CHECK(trades.in(ContractType::Linear).assumptions.empty());
  Contract contract;
  contract.type = ContractType::Us;
  contract.underlying = trades.btc;
  contract.assumed = true;
  contract.us.emplace();
  contract.us->valuePerPoint = 0.05;
  contract.us->intradayMargin = contract.us->initialMargin = contract.us->maintenanceMargin = 100;
  trades.venue.list(contract);
  AccountComparison account = trades.in(ContractType::Us);
  CHECK(account.assumed);
  REQUIRE(account.assumptions.size() == 1);
  CHECK(account.assumptions[0]->subject == "others");
  trades.venue.rulebook.assumptions[1].contracts = {account.contract};
  CHECK(trades.in(ContractType::Us).assumptions.at(0)->subject == "US");
  trades.venue.rulebook.assumptions.clear();
  CHECK(trades.in(ContractType::Us).assumed);
  CHECK(trades.in(ContractType::Us).assumptions.empty());
}
