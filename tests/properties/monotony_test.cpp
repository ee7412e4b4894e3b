// SPDX-License-Identifier: MIT
#include <string>

#include "scenarios.hpp"

using namespace margin;
using namespace margin::test;
using Catch::Matchers::WithinRel;

namespace {

std::string oneBtcPosition(const char* side, double usd, double size, double entry) {
  return "{\"format\":\"margin-scenario/1\",\"rulebook\":\"kraken-global\",\"prices\":{\"BTC\":" +
         std::to_string(entry) +
         "},\"wallets\":[{\"type\":\"multi-collateral\",\"collateral\":[{\"asset\":\"USD\",\"quantity\":" +
         std::to_string(usd) + "}],\"positions\":[{\"contract\":\"PF_XBTUSD\",\"side\":\"" + side +
         "\",\"size\":" + std::to_string(size) + ",\"entryPrice\":" + std::to_string(entry) + "}]}]}";
}

const LiquidationSet& firstUnderlying(const Evaluation& evaluation) {
  return reportOf(evaluation).factors.front().liquidation;
}

}  // namespace

TEST_CASE("On the entry basis with USD collateral long and short mirror", "[property]") {
  Random random(7);
  for (int i = 0; i < 2000; ++i) {
    const double entry = std::stod(std::to_string(random.spread(1000, 200000)));
    const double size = random.spread(0.01, 100);
    const double usd = size * entry * random.between(0.3, 0.9);
    const Evaluation bought = evaluateScenario(oneBtcPosition("long", usd, size, entry));
    const Evaluation sold = evaluateScenario(oneBtcPosition("short", usd, size, entry));
    REQUIRE(bought.errors.empty());
    const auto below = firstUnderlying(bought).below();
    const auto above = firstUnderlying(sold).above();
    const bool mirrored = below && above;
    REQUIRE(mirrored);
    CHECK_THAT(1 - below->ratio, WithinRel(above->ratio - 1, 1e-9));
  }
}

TEST_CASE("For an account that is safe today more USD never brings a boundary nearer", "[property]") {
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    Evaluation evaluation = randomEvaluation(seed);
    const WalletReport& before = reportOf(evaluation);
    MultiCollateralWallet richer = walletOf(evaluation);
    richer.collateral.push_back({kUsd, before.cross.marginEquity * 0.1 + 100});
    const WalletReport after = evaluate(richer, termsOf(evaluation.scenario, evaluation.scenario.market));
    if (before.status == WalletStatus::Liquidation) continue;
    for (std::size_t i = 0; i < before.factors.size(); ++i) {
      const LiquidationSet& poor = before.factors[i].liquidation;
      const LiquidationSet& rich = after.factors[i].liquidation;
      INFO("seed " << seed << " factor " << i);
      if (const auto below = rich.below()) {
        REQUIRE(poor.below());
        CHECK(below->ratio <= poor.below()->ratio * (1 + 1e-12));
        ++compared;
      }
      if (const auto above = rich.above()) {
        REQUIRE(poor.above());
        CHECK(above->ratio >= poor.above()->ratio * (1 - 1e-12));
        ++compared;
      }
    }
  }
  CHECK(compared > accounts() / 3);
}

TEST_CASE("Status and every factor agree about today", "[property]") {
  std::size_t liquidated = 0;
  for (std::uint64_t seed = 1; seed <= accounts(); ++seed) {
    const Evaluation evaluation = randomEvaluation(seed);
    const WalletReport& report = reportOf(evaluation);
    liquidated += report.status == WalletStatus::Liquidation;
    for (const FactorReport& factor : report.factors) {
      INFO("seed " << seed);
      CHECK((factor.liquidation.state == PoolState::Liquidation) ==
            (report.status == WalletStatus::Liquidation));
    }
  }
  CHECK(liquidated > accounts() / 100);
}
