// SPDX-License-Identifier: MIT
// Fees, funding, interest and what can be withdrawn, by hand. Rates are examples.
#include "catch.hpp"
#include "clock.hpp"
#include "venue.hpp"

using namespace margin;
using Catch::Matchers::WithinRel;
using margin::test::isolatedBy;
using margin::test::open;
using margin::test::Venue;

namespace {

/// One linear position of ten units from 100, with 1,000 USD beside it.
struct Linear {
  Venue venue;
  AssetIndex coin = venue.asset("COIN", 100);
  MultiCollateralWallet wallet;

  explicit Linear(Side side) {
    venue.takerFee = 0.0005;
    wallet.collateral = {{kUsd, 1000}};
    wallet.positions = {open(venue.linear(coin), side, 10, 100)};
  }
  WalletReport report() const { return venue.report(wallet); }
  PositionReport position() const { return report().positions[0]; }
};

/// Units that can leave, told in a row of the list.
double leaving(const WalletReport& report, std::size_t row, AssetIndex asset) {
  REQUIRE(report.withdrawable.size() > row);
  CHECK(report.withdrawable[row].asset == asset);
  return report.withdrawable[row].quantity;
}

/// One inverse position of 10,000 contracts from 2,500: 4 coins.
struct Inverse {
  Venue venue;
  AssetIndex coin = venue.asset("ETH", 2500);
  SingleCollateralWallet wallet;

  explicit Inverse(Side side) {
    venue.takerFee = 0.0005;
    wallet.asset = coin;
    wallet.balance = 1;
    wallet.positions = {open(venue.inverse(coin), side, 10000, 2500)};
  }
  WalletReport report() const { return venue.report(wallet); }
  PositionReport position() const { return report().positions[0]; }
};

}  // namespace

TEST_CASE("Break-even of a linear position pays both taker fees", "[costs]") {
  // Long: 10 (P - 100) = 0.5 + 0.005 P; short: 10 (100 - P) = 0.5 + 0.005 P.
  CHECK_THAT(*Linear(Side::Long).position().breakEvenPrice, WithinRel(100.0 * 2001 / 1999, 1e-12));
  CHECK_THAT(*Linear(Side::Short).position().breakEvenPrice, WithinRel(100.0 * 1999 / 2001, 1e-12));
  Linear rebated(Side::Long);
  rebated.venue.takerFee = 0;
  CHECK(*rebated.position().breakEvenPrice == 100);
}

TEST_CASE("Funding moves the break-even price", "[costs]") {
  // 10 (P - 100) + 3 = 0.5 + 0.005 P; the short with 3 owed: 10 (100 - P) - 3 = 0.5 + 0.005 P.
  Linear bought(Side::Long);
  bought.wallet.positions[0].unrealizedFunding = 3;
  CHECK_THAT(*bought.position().breakEvenPrice, WithinRel(997.5 / 9.995, 1e-12));
  Linear sold(Side::Short);
  sold.wallet.positions[0].unrealizedFunding = -3;
  CHECK_THAT(*sold.position().breakEvenPrice, WithinRel(996.5 / 10.005, 1e-12));
}

TEST_CASE("Where funding has paid for everything there is no break-even price", "[costs]") {
  // 10 (P - 100) + 1,001 = 0.5 + 0.005 P would be a price below 0.
  Linear bought(Side::Long);
  bought.wallet.positions[0].unrealizedFunding = 1001;
  CHECK_FALSE(bought.position().breakEvenPrice);
  // The short that owes it all: 1,000 - 10 P - 1,000 = ...
  Linear sold(Side::Short);
  sold.wallet.positions[0].unrealizedFunding = -1000;
  CHECK_FALSE(sold.position().breakEvenPrice);
}

TEST_CASE("Break-even of an inverse position pays both taker fees", "[costs]") {
  // Long: 4 - 10,000/P = 0.002 + 5/P; short: 10,000/P - 4 = 0.002 + 5/P.
  CHECK_THAT(*Inverse(Side::Long).position().breakEvenPrice, WithinRel(10005 / 3.998, 1e-12));
  CHECK_THAT(*Inverse(Side::Short).position().breakEvenPrice, WithinRel(9995 / 4.002, 1e-12));
  Inverse paid(Side::Long);
  paid.wallet.positions[0].unrealizedFunding = -0.25;
  CHECK_THAT(*paid.position().breakEvenPrice, WithinRel(10005 / 3.748, 1e-12));
  // A long that owes four coins would have to be worth more than they are.
  paid.wallet.positions[0].unrealizedFunding = -4;
  CHECK_FALSE(paid.position().breakEvenPrice);
}

TEST_CASE("Taker fees of the entry and of the mark notional", "[costs][golden]") {
  // 10 x 100 and 10 x 110; in coin 10,000/2,500 and 10,000/2,000.
  Linear linear(Side::Long);
  linear.venue.market.markPrice[0] = 110;
  CHECK_THAT(linear.position().openFee, WithinRel(0.5, 1e-12));
  CHECK_THAT(linear.position().closeFee, WithinRel(0.55, 1e-12));
  Inverse inverse(Side::Short);
  inverse.venue.market.markPrice[0] = 2000;
  CHECK_THAT(inverse.position().openFee, WithinRel(0.002, 1e-12));
  CHECK_THAT(inverse.position().closeFee, WithinRel(0.0025, 1e-12));
  CHECK_THAT(inverse.position().inUsd->closeFee, WithinRel(6.25, 1e-12));
  // Kraken's fee example, corrected: 100,000 contracts at 50,000 are 2 BTC; 0.04 % is 0.0008 BTC.
  Inverse example(Side::Long);
  example.venue.takerFee = 0.0004;
  example.wallet.positions[0] = open(0, Side::Long, 100000, 50000);
  CHECK_THAT(example.position().openFee, WithinRel(0.0008, 1e-12));
}

TEST_CASE("A linear position pays size x index x rate an hour, a short receives it", "[costs]") {
  Linear bought(Side::Long);
  bought.venue.market.fundingRate[0] = 0.0001;
  bought.venue.market.markPrice[0] = 120;  // The mark has no part in it.
  CHECK_THAT(bought.position().fundingPerHour, WithinRel(-0.1, 1e-12));
  CHECK(bought.position().fundingRate == 0.0001);
  CHECK_THAT(bought.position().absoluteFundingRate, WithinRel(0.01, 1e-12));
  const FundingReport funding = bought.report().funding;
  CHECK_THAT(funding.perHour, WithinRel(-0.1, 1e-12));
  CHECK_THAT(funding.perDay, WithinRel(-2.4, 1e-12));
  CHECK_THAT(funding.perMonth, WithinRel(-72.0, 1e-12));
  Linear sold(Side::Short);
  sold.venue.market.fundingRate[0] = 0.0001;
  CHECK_THAT(sold.position().fundingPerHour, WithinRel(0.1, 1e-12));
}

TEST_CASE("An inverse position pays contracts / index x rate an hour, in the coin", "[costs][golden]") {
  Inverse bought(Side::Long);
  bought.venue.market.fundingRate[0] = 0.0001;
  CHECK_THAT(bought.position().fundingPerHour, WithinRel(-0.0004, 1e-12));
  CHECK_THAT(bought.position().inUsd->fundingPerHour, WithinRel(-1.0, 1e-12));
  CHECK_THAT(bought.position().absoluteFundingRate, WithinRel(4e-8, 1e-12));
  // Kraken's historical funding rates: -1.6898883333333e-05 of 20,712.93 is -8.15861558e-10 BTC a contract.
  bought.venue.market.fundingRate[0] = -1.6898883333333e-05;
  bought.venue.market.indexPrice[bought.coin] = 20712.93;
  CHECK_THAT(bought.position().absoluteFundingRate, WithinRel(-8.15861558e-10, 1e-6));
}

TEST_CASE("The indicated rate is the premium over the coefficient, within the limit", "[costs]") {
  Venue venue;
  Contract contract;
  contract.underlying = venue.asset("COIN", 100);
  contract.fundingCoefficient = 8;
  contract.maxFundingRate = 0.001;
  MultiCollateralWallet wallet;
  wallet.positions = {open(venue.list(contract), Side::Long, 1, 100)};
  const auto at = [&](double mark) {
    venue.market.markPrice[0] = mark;
    return venue.report(wallet).positions[0].indicatedFundingRate;
  };
  CHECK_THAT(*at(100.4), WithinRel(0.0005, 1e-9));
  CHECK_THAT(*at(99.6), WithinRel(-0.0005, 1e-9));
  CHECK(*at(101) == 0.001);
  CHECK(*at(99) == -0.001);
  CHECK_FALSE(Linear(Side::Long).position().indicatedFundingRate);
}

TEST_CASE("Hours until funding alone liquidates", "[costs]") {
  // Maintenance 1 % of 1,000; 0.1 USD an hour: (1,000 - 10) / 0.1.
  Linear bought(Side::Long);
  bought.venue.market.fundingRate[0] = 0.0001;
  CHECK_THAT(*bought.report().funding.hoursToLiquidation, WithinRel(9900.0, 1e-12));
  bought.wallet.positions[0].unrealizedFunding = -90;
  CHECK_THAT(*bought.report().funding.hoursToLiquidation, WithinRel(9000.0, 1e-12));
  bought.wallet.collateral[0].quantity = 100;
  CHECK(*bought.report().funding.hoursToLiquidation == 0);  // 10 against 10.
  bought.venue.market.fundingRate[0] = -0.0001;
  CHECK(*bought.report().funding.hoursToLiquidation == 0);
  bought.wallet.collateral[0].quantity = 1000;
  CHECK_FALSE(bought.report().funding.hoursToLiquidation);
  bought.venue.market.fundingRate[0] = 0;
  CHECK_FALSE(bought.report().funding.hoursToLiquidation);
  bought.wallet.positions.clear();
  CHECK_FALSE(bought.report().funding.hoursToLiquidation);
  // In the coin: maintenance 1 % of 4; 0.0004 an hour: (1 - 0.04) / 0.0004.
  Inverse coin(Side::Long);
  coin.venue.market.fundingRate[0] = 0.0001;
  CHECK_THAT(*coin.report().funding.hoursToLiquidation, WithinRel(2400.0, 1e-12));
}

TEST_CASE("The cross pool lasts by its own funding, an isolated position by its own", "[costs]") {
  // Cross: 900 - 10 against 0.1 an hour, though the wallet pays 0.3; isolated: 100 - 20 against 0.2.
  Linear wallet(Side::Long);
  wallet.wallet.positions.push_back(
      isolatedBy(IsolatedBy::Margin, 100, open(wallet.venue.linear(wallet.coin), Side::Long, 20, 100)));
  wallet.venue.market.fundingRate = {0.0001, 0.0001};
  const WalletReport report = wallet.report();
  CHECK_THAT(report.funding.perHour, WithinRel(-0.3, 1e-12));
  CHECK_THAT(*report.funding.hoursToLiquidation, WithinRel(8900.0, 1e-12));
  CHECK_THAT(*report.positions[1].hoursToFundingLiquidation, WithinRel(400.0, 1e-12));
  CHECK_FALSE(report.positions[0].hoursToFundingLiquidation);
}

TEST_CASE("Funding eats a gain in another currency first, at what it counts for", "[costs]") {
  // Gain 100 in BTC counts 0.98 x 0.995 = 0.9751 of it; maintenance 10; 0.11 an hour of index 110.
  Linear bought(Side::Long);
  bought.wallet.profitCurrency = bought.venue.asset("BTC", 100000, 0.02, 0.005);
  bought.venue.market.indexPrice[bought.coin] = bought.venue.market.markPrice[0] = 110;
  bought.venue.market.fundingRate[0] = 0.0001;
  // Beside 4 USD, 6 of the gain must stay as margin: it may fall to 6 / 0.9751.
  bought.wallet.collateral[0].quantity = 4;
  CHECK_THAT(*bought.report().funding.hoursToLiquidation, WithinRel((100 - 6 / 0.9751) / 0.11, 1e-12));
  // Beside 40 USD it may become a loss of 30.
  bought.wallet.collateral[0].quantity = 40;
  CHECK_THAT(*bought.report().funding.hoursToLiquidation, WithinRel(130 / 0.11, 1e-12));
  // Isolated with 30 of its own: a loss of 20.
  bought.wallet.positions[0] = isolatedBy(IsolatedBy::Margin, 30, bought.wallet.positions[0]);
  CHECK_THAT(*bought.position().hoursToFundingLiquidation, WithinRel(120 / 0.11, 1e-12));
}

TEST_CASE("Interest is charged on the loss that no USD covers, above the threshold", "[costs]") {
  Linear bought(Side::Long);
  bought.venue.rulebook.interest = InterestRules{30000, 0.1825};
  bought.wallet.positions[0].size = 10000;
  bought.venue.market.markPrice[0] = 96;
  bought.wallet.collateral = {{kUsd, 25000}, {bought.coin, 10000}};
  // 40,000 - 25,000; 15,000 x 0.1825 / 365 = 7.50 a day.
  InterestReport interest = *bought.report().interest;
  CHECK(interest.unrealizedLoss == 40000);
  CHECK(interest.usdCover == 25000);
  CHECK(interest.charged == 15000);
  CHECK_THAT(interest.perDay, WithinRel(7.5, 1e-12));
  bought.wallet.collateral[0].quantity = 41000;
  CHECK(bought.report().interest->charged == 0);
  bought.wallet.collateral[0].quantity = -5000;
  CHECK(bought.report().interest->usdCover == 0);
  CHECK(bought.report().interest->charged == 40000);
  // At the threshold, not above it; funding owed counts as loss.
  bought.venue.market.markPrice[0] = 97;
  CHECK(bought.report().interest->charged == 0);
  bought.wallet.positions[0].unrealizedFunding = -1;
  CHECK(bought.report().interest->charged == 30001);
  bought.venue.market.markPrice[0] = 101;
  CHECK(bought.report().interest->unrealizedLoss == 0);
  bought.venue.rulebook.interest.reset();
  CHECK_FALSE(bought.report().interest);
}

TEST_CASE("Withdrawable: no more than is held, and no more than leaves the initial margin", "[costs]") {
  // 1 BTC counts 98,000; long 5 BTC take 10,000: 88,000 / 98,000 BTC.
  Venue venue;
  const AssetIndex btc = venue.asset("BTC", 100000, 0.02, 0.005);
  MultiCollateralWallet wallet;
  wallet.collateral = {{btc, 1}};
  wallet.positions = {open(venue.linear(btc), Side::Long, 5, 100000)};
  CHECK_THAT(leaving(venue.report(wallet), 0, btc), WithinRel(88.0 / 98, 1e-12));
  venue.policy.collateralFee = true;
  CHECK_THAT(leaving(venue.report(wallet), 0, btc), WithinRel(1 - 10000 / (98000 * 0.995), 1e-12));
  venue.policy.collateralFee = false;
  // Each alone in full, while the others carry the margin.
  wallet.collateral = {{btc, 1}, {kUsd, 20000}};
  WalletReport report = venue.report(wallet);
  CHECK(leaving(report, 0, btc) == 1);
  CHECK(leaving(report, 1, kUsd) == 20000);
  // A gain of 5,000 in USD can leave too; not where profit is BTC.
  venue.market.markPrice[0] = 101000;
  CHECK(leaving(venue.report(wallet), 1, kUsd) == 25000);
  wallet.profitCurrency = btc;
  CHECK(leaving(venue.report(wallet), 1, kUsd) == 20000);
  // Nothing below the initial margin: 118,000 - 110,000 is less than 10,000.
  venue.market.markPrice[0] = 78000;
  CHECK(leaving(venue.report(wallet), 0, btc) == 0);
}

TEST_CASE("Withdrawable: an asset that counts nothing leaves freely, a debt never", "[costs]") {
  Venue venue;
  const AssetIndex junk = venue.asset("JUNK", 5, 1);
  const AssetIndex btc = venue.asset("BTC", 100000, 0.02);
  MultiCollateralWallet wallet;
  wallet.collateral = {{junk, 7}, {kUsd, -50000}, {btc, 1}};
  const WalletReport report = venue.report(wallet);
  CHECK(leaving(report, 0, junk) == 7);
  CHECK(leaving(report, 1, kUsd) == 0);
  CHECK_THAT(leaving(report, 2, btc), WithinRel(48.0 / 98, 1e-12));
}

TEST_CASE("Withdrawable: a gain can leave where no USD is held, as far as the margin spares it", "[costs]") {
  // 1 BTC counts 98,000; long 1 BTC from 90,000 has gained 10,000 and takes 1,800.
  Venue venue;
  const AssetIndex btc = venue.asset("BTC", 100000, 0.02);
  MultiCollateralWallet wallet;
  wallet.collateral = {{btc, 1}};
  wallet.positions = {open(venue.linear(btc), Side::Long, 1, 90000)};
  WalletReport report = venue.report(wallet);
  REQUIRE(report.withdrawable.size() == 2);
  CHECK(leaving(report, 0, btc) == 1);
  CHECK(leaving(report, 1, kUsd) == 10000);
  // What leaves may be all but the margin: 0.0001 BTC counts 9.8, of 10,009.8 the 1,800 stay.
  wallet.collateral = {{btc, 0.0001}};
  CHECK_THAT(leaving(venue.report(wallet), 1, kUsd), WithinRel(8209.8, 1e-12));
  wallet.transfers = {{kUsd, -8209.9}, {kUsd, -8209.7}, {kUsd, -0.2}};
  report = venue.report(wallet);
  CHECK_FALSE(report.transfers[0].allowed);
  CHECK(report.transfers[1].allowed);
  CHECK_THAT(report.transfers[1].standing.marginEquity, WithinRel(1800.1, 1e-12));
  CHECK_FALSE(report.transfers[2].allowed);
  wallet.transfers.clear();
  // Nothing of a loss, of another profit currency, or of an isolated position.
  venue.market.markPrice[0] = 89000;
  CHECK(venue.report(wallet).withdrawable.size() == 1);
  venue.market.markPrice[0] = 100000;
  wallet.profitCurrency = btc;
  CHECK(venue.report(wallet).withdrawable.size() == 1);
  wallet.profitCurrency = kUsd;
  wallet.positions = {isolatedBy(IsolatedBy::MaxLeverage, 50, wallet.positions[0])};
  CHECK(venue.report(wallet).withdrawable.size() == 1);
}

TEST_CASE("Withdrawable: all rows of an asset are told once", "[costs]") {
  // 300 and 200 USD and a gain of 100; the position takes 2 % of 1,000.
  Venue venue;
  const AssetIndex coin = venue.asset("COIN", 110, 0.5);
  MultiCollateralWallet wallet;
  wallet.collateral = {{kUsd, 300}, {coin, 1}, {kUsd, 200}, {coin, 2}};
  wallet.positions = {open(venue.linear(coin), Side::Long, 10, 100)};
  const WalletReport report = venue.report(wallet);
  REQUIRE(report.withdrawable.size() == 2);
  CHECK(leaving(report, 0, kUsd) == 600);
  CHECK(leaving(report, 1, coin) == 3);
}

TEST_CASE("Funding settles a whole number of intervals after 1970", "[costs]") {
  Venue venue;
  const AssetIndex btc = venue.asset("BTC", 100000);
  MultiCollateralWallet wallet;
  wallet.collateral = {{kUsd, 100000}};
  wallet.positions = {open(venue.linear(btc), Side::Long, 1, 100000)};
  venue.market.fundingRate[0] = 0.0001;
  const auto settles = [&](double hours, Instant now) {
    venue.rulebook.funding.intervalHours = hours;
    venue.asOf = now;
    return venue.report(wallet).funding.nextSettlement;
  };
  using margin::test::utc;
  CHECK(settles(1, utc(2026, 3, 27, 8, 0)) == utc(2026, 3, 27, 9, 0));
  CHECK(settles(1, utc(2026, 3, 27, 8, 0) - 1) == utc(2026, 3, 27, 8, 0));
  CHECK(settles(4, utc(2026, 3, 27, 8, 1)) == utc(2026, 3, 27, 12, 0));
  CHECK(settles(0.5, utc(2026, 3, 27, 8, 1)) == utc(2026, 3, 27, 8, 30));
  CHECK(settles(24, utc(2026, 3, 27, 8, 1)) == utc(2026, 3, 28, 0, 0));
  CHECK(settles(8, -1) == 0);
  // A long of 100,000 pays 10 an hour: 80 in eight.
  CHECK_THAT(venue.report(wallet).funding.perSettlement, WithinRel(-80.0, 1e-12));
  venue.asOf.reset();
  CHECK_FALSE(venue.report(wallet).funding.nextSettlement);
  venue.asOf = 0;
  Contract dated;
  dated.underlying = btc;
  dated.perpetual = false;
  wallet.positions = {open(venue.list(dated), Side::Long, 1, 100000)};
  CHECK_FALSE(venue.report(wallet).funding.nextSettlement);
}
