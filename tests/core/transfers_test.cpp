// SPDX-License-Identifier: MIT
// Previews of transfers, by hand.
#include "catch.hpp"
#include "us_account.hpp"
#include "venue.hpp"

using namespace margin;
using Catch::Matchers::WithinRel;
using margin::test::open;
using margin::test::UsAccount;
using margin::test::Venue;

namespace {

std::vector<TransferReport> previews(const Venue& venue, MultiCollateralWallet wallet,
                                     std::vector<Transfer> transfers) {
  wallet.transfers = std::move(transfers);
  return venue.report(wallet).transfers;
}

bool is(const Standing& standing, WalletStatus status) {
  return standing.status == std::variant<WalletStatus, UsStatus>(status);
}

/// 1,000 USD under a long of 1,000 USD: initial margin 20, maintenance margin 10.
struct Account {
  Venue venue;
  MultiCollateralWallet wallet;
  AssetIndex coin = venue.asset("COIN", 100, 0.1);

  Account() {
    wallet.collateral = {{kUsd, 1000}};
    wallet.positions = {open(venue.linear(coin), Side::Long, 10, 100)};
  }
};

}  // namespace

TEST_CASE("A withdrawal leaves the initial margin; one that does not is shown as if made, and not kept",
          "[transfers]") {
  const Account account;
  const auto reports = previews(account.venue, account.wallet,
                                {{kUsd, -981}, {kUsd, -980}, {kUsd, -1}, {kUsd, 5}, {kUsd, -5}});
  REQUIRE(reports.size() == 5);
  CHECK_FALSE(reports[0].allowed);
  CHECK(reports[0].standing.marginEquity == 19);
  CHECK(reports[0].standing.availableMargin == -1);
  CHECK(is(reports[0].standing, WalletStatus::ReduceOnly));
  CHECK(reports[1].allowed);
  CHECK(reports[1].standing.marginEquity == 20);
  CHECK(reports[1].standing.availableMargin == 0);
  CHECK(reports[1].standing.initialMargin == 20);
  CHECK(reports[1].standing.maintenanceMargin == 10);
  CHECK_THAT(*reports[1].standing.effectiveLeverage, WithinRel(50.0, 1e-12));
  CHECK(is(reports[1].standing, WalletStatus::Healthy));
  // 20 + 1,000 (x - 1) = 10.
  CHECK_THAT(reports[1].standing.factors[0].liquidation.below()->ratio, WithinRel(0.99, 1e-12));
  CHECK_FALSE(reports[2].allowed);
  CHECK(reports[3].allowed);
  CHECK(reports[3].standing.marginEquity == 25);
  CHECK(reports[4].allowed);
}

TEST_CASE("A transfer into the wallet brings an asset that was not held, at its haircut", "[transfers]") {
  const Account account;
  const auto reports = previews(account.venue, account.wallet, {{account.coin, 2}, {account.coin, -2.1}});
  CHECK(reports[0].allowed);
  CHECK_THAT(reports[0].standing.marginEquity, WithinRel(1180.0, 1e-12));
  CHECK_FALSE(reports[1].allowed);
}

TEST_CASE("What is held in several rows can leave at once", "[transfers]") {
  Account account;
  account.wallet.collateral = {{kUsd, 500}, {kUsd, 500}};
  CHECK(previews(account.venue, account.wallet, {{kUsd, -980}})[0].allowed);
  CHECK_FALSE(previews(account.venue, account.wallet, {{kUsd, -980.01}})[0].allowed);
}

TEST_CASE("Resting orders keep back their margin", "[transfers]") {
  // 20 of the position and 2 % of 500.
  Account account;
  Order order;
  order.size = 5;
  order.price = 100;
  account.wallet.orders = {order};
  CHECK(previews(account.venue, account.wallet, {{kUsd, -970}})[0].allowed);
  CHECK_FALSE(previews(account.venue, account.wallet, {{kUsd, -971}})[0].allowed);
}

TEST_CASE("A coin wallet gives up no more than its balance", "[transfers]") {
  // Long 1,000 from 8,000, worth 0.025 more at 10,000: available 0.0325.
  Venue venue;
  SingleCollateralWallet wallet;
  wallet.asset = venue.asset("BTC", 10000);
  wallet.balance = 0.01;
  wallet.positions = {open(venue.inverse(wallet.asset), Side::Long, 1000, 8000)};
  wallet.transfers = {{wallet.asset, -0.011}, {wallet.asset, -0.01}, {wallet.asset, 0.02}};
  const auto reports = venue.report(wallet).transfers;
  CHECK_FALSE(reports[0].allowed);
  CHECK(reports[1].allowed);
  CHECK_THAT(reports[1].standing.marginEquity, WithinRel(0.025, 1e-12));
  CHECK_THAT(reports[2].standing.marginEquity, WithinRel(0.045, 1e-12));
  REQUIRE(reports[2].standing.inUsd);
  CHECK_THAT(reports[2].standing.inUsd->marginEquity, WithinRel(450.0, 1e-12));
}

TEST_CASE("A US wallet keeps the requirement in force", "[transfers][us]") {
  UsAccount account(10000);
  account.trade(Side::Long, 2, account.list("MBT", account.asset("BTC", 100000), 0.1, 1000, 5000, 4000),
                100000);
  account.wallet.transfers = {{kUsd, -8000.01}, {kUsd, -8000}};
  auto reports = account.report().transfers;
  CHECK_FALSE(reports[0].allowed);
  CHECK(reports[1].allowed);
  CHECK(reports[1].standing.marginEquity == 2000);
  CHECK(reports[1].standing.availableMargin == 0);
  // At 15:45 the initial margin, all there is, is in force.
  account.asOf = margin::test::chicago(6, 2026, 11, 23, 15, 45);
  account.wallet.transfers = {{kUsd, -0.01}};
  CHECK_FALSE(account.report().transfers[0].allowed);
}
