// SPDX-License-Identifier: MIT
// Simulated odds against closed forms, and the parts that they are made of.
#include <cmath>

#include "asset_courses.hpp"
#include "catch.hpp"
#include "margin/odds.hpp"
#include "margin/report.hpp"
#include "normal_quantile.hpp"
#include "pledged.hpp"
#include "us_account.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;

namespace {

double normal(double z) { return std::erfc(-z / std::sqrt(2.0)) / 2; }

PriceModel modelOf(std::vector<AssetIndex> assets, std::vector<PriceMotion> motions,
                   const std::vector<std::vector<double>>& correlations) {
  return {std::move(assets), std::move(motions), *correlationRoot(correlations)};
}

Estimate simulated(const Wallet& wallet, const PriceModel& model, const Terms& terms, double days,
                   std::size_t blocks) {
  SimulationState state;
  simulate(wallet, model, {{days}, 8, 7}, blocks, state, terms);
  return estimateOf(state, 0);
}

}  // namespace

TEST_CASE("The quantile undoes the normal distribution", "[simulation]") {
  CHECK(normalQuantile(0.5) == 0);
  for (const double probability : {1e-300, 1e-20, 1e-9, 0.001, 0.0749, 0.076, 0.3, 0.49}) {
    const double z = normalQuantile(probability);
    CHECK_THAT(normal(z), WithinRel(probability, 1e-13 * std::max(1.0, z * z)));
    if (probability > 1e-9) CHECK_THAT(normalQuantile(1 - probability), WithinRel(-z, 1e-9));
  }
}

TEST_CASE("The root of correlations gives them back", "[simulation]") {
  const std::vector<std::vector<double>> matrix{{1, 0.8, 0.5}, {0.8, 1, 0.6}, {0.5, 0.6, 1}};
  const auto root = correlationRoot(matrix);
  REQUIRE(root);
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double product = 0;
      for (std::size_t k = 0; k <= j; ++k) product += (*root)[i][k] * (*root)[j][k];
      CHECK_THAT(product, WithinAbs(matrix[i][j], 1e-14));
    }
  }
  CHECK(correlationRoot({{1, 1}, {1, 1}}));
  CHECK_FALSE(correlationRoot({{1, 0.9, -0.9}, {0.9, 1, 0.9}, {-0.9, 0.9, 1}}));
  CHECK_FALSE(correlationRoot({{1, 1, 0}, {1, 1, 0.5}, {0, 0.5, 1}}));
}

TEST_CASE("Assets apart add up to the pool", "[simulation]") {
  Pledged pledged;
  const AssetIndex eth = pledged.venue.asset("ETH", 4000, 0.1);
  const AssetIndex eur = pledged.venue.asset("EUR", 1.1, 0.02, 0.0005);
  pledged.wallet.profitCurrency = eur;
  pledged.wallet.collateral.push_back({eth, 10});
  pledged.wallet.positions.push_back(open(pledged.venue.linear(eth), Side::Short, 20, 4100));
  pledged.venue.policy.marginBasis = MarginBasis::Mark;
  AssetCourses courses(pledged.wallet, {pledged.btc, eth}, pledged.terms());
  std::vector<double> slopes(2);
  for (const double x : {0.5, 1.0, 2.5, 6.0}) {
    for (const double y : {0.4, 1.0, 3.0}) {
      Pledged then = pledged;
      for (auto& prices : {&then.venue.market.indexPrice}) {
        (*prices)[pledged.btc] *= x;
        (*prices)[eth] *= y;
      }
      then.venue.market.markPrice[0] *= x;
      then.venue.market.markPrice[1] *= y;
      const WalletReport report = evaluate(then.wallet, then.terms());
      CHECK_THAT(courses.excess({x, y}, slopes),
                 WithinAbs(report.cross.marginEquity - report.cross.maintenanceMargin, 1e-6));
    }
  }
}

TEST_CASE("One asset: simulation and closed form agree", "[simulation]") {
  const Pledged pledged;
  const Wallet wallet = pledged.wallet;
  const PriceMotion motion{0.6, 0.1};
  const double exact = touchProbability({kPledgedLiquidation, {}}, motion, 30 / 365.0);
  const Estimate estimate =
      simulated(wallet, modelOf({pledged.btc}, {motion}, {{1}}), pledged.terms(), 30, 40);
  CHECK(estimate.standardError > 0);
  CHECK(estimate.standardError < 0.01);
  CHECK_THAT(estimate.probability, WithinAbs(exact, 3 * estimate.standardError));
}

TEST_CASE("Two assets that move as one are one", "[simulation]") {
  Pledged pledged;
  const AssetIndex eth = pledged.venue.asset("ETH", 4000, 0.02);
  // Half of the pledged BTC as ETH at the same haircut: together they move as before.
  pledged.wallet.collateral = {{pledged.btc, 0.5}, {eth, 12.5}};
  const PriceMotion motion{0.6, 0};
  const double exact = touchProbability({kPledgedLiquidation, {}}, motion, 30 / 365.0);
  const Estimate estimate =
      simulated(pledged.wallet, modelOf({pledged.btc, eth}, {motion, motion}, {{1, 1}, {1, 1}}),
                pledged.terms(), 30, 40);
  CHECK_THAT(estimate.probability, WithinAbs(exact, 3 * estimate.standardError));
}

TEST_CASE("A US wallet: the same line, the same odds", "[simulation]") {
  UsAccount account(2000);
  const AssetIndex btc = account.asset("BTC", 100000);
  account.trade(Side::Long, 1, account.list("MBT", btc, 0.1, 500, 1000, 800), 100000);
  const UsReport report = account.report();
  // 2,000 + 10,000 (x - 1) = requirement.
  const double barrier = 1 - (2000 - report.requirement) / 10000;
  const PriceMotion motion{0.5, 0};
  const Estimate estimate =
      simulated(account.wallet, modelOf({btc}, {motion}, {{1}}), account.terms(), 20, 40);
  CHECK_THAT(estimate.probability,
             WithinAbs(touchProbability({barrier, {}}, motion, 20 / 365.0), 3 * estimate.standardError));
}

TEST_CASE("Slices make no difference", "[simulation]") {
  const Pledged pledged;
  const PriceModel model = modelOf({pledged.btc}, {{0.8, 0}}, {{1}});
  const SimulationPlan plan{{1, 7, 30}, 4, 42};
  SimulationState whole;
  simulate(pledged.wallet, model, plan, 6, whole, pledged.terms());
  SimulationState sliced;
  for (const std::size_t blocks : {1, 3, 2})
    simulate(pledged.wallet, model, plan, blocks, sliced, pledged.terms());
  CHECK(whole.blocks == 6);
  CHECK(sliced.blocks == 6);
  CHECK(whole.sum == sliced.sum);
  CHECK(whole.squares == sliced.squares);
  CHECK(whole.sum[0] < whole.sum[2]);
}
