// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>

#include "catch.hpp"
#include "margin/codec.hpp"
#include "random_accounts.hpp"

namespace margin::test {

/// How many random accounts a property is tried on: MARGIN_RANDOM_ACCOUNTS, or enough for a quick run.
inline std::uint64_t accounts() {
  const char* const wanted = std::getenv("MARGIN_RANDOM_ACCOUNTS");
  return wanted ? std::strtoull(wanted, nullptr, 10) : 2000;
}

inline Evaluation randomEvaluation(std::uint64_t seed) {
  Evaluation evaluation = evaluateScenario(randomScenario(seed));
  INFO(randomScenario(seed));
  REQUIRE(evaluation.errors.empty());
  return evaluation;
}

inline Terms termsOf(const Scenario& scenario, const Market& market) {
  const FeeTier fees = scenario.rulebook->feeTier(scenario.volume30d);
  return {*scenario.rulebook, scenario.policy, scenario.client, fees.taker, market,
          fees.maker,         scenario.asOf};
}

/// The only wallet of a random account, which is multi-collateral.
inline const MultiCollateralWallet& walletOf(const Evaluation& evaluation) {
  return std::get<MultiCollateralWallet>(evaluation.scenario.wallets[0]);
}
inline const WalletReport& reportOf(const Evaluation& evaluation) {
  return std::get<WalletReport>(evaluation.wallets[0]);
}

/// Prices with one asset, or all crypto, moved by a ratio: straight from the definition.
inline Market moved(const Market& today, const Rulebook& rulebook, std::optional<AssetIndex> factor,
                    double ratio) {
  Market market = today;
  const auto moves = [&](AssetIndex asset) {
    return factor ? asset == *factor : rulebook.assets()[asset].kind == AssetKind::Crypto;
  };
  for (AssetIndex asset = 0; asset < market.indexPrice.size(); ++asset) {
    if (moves(asset)) market.indexPrice[asset] *= ratio;
  }
  for (ContractIndex contract = 0; contract < market.markPrice.size(); ++contract) {
    if (moves(rulebook.contracts()[contract].underlying)) market.markPrice[contract] *= ratio;
  }
  return market;
}
inline Market moved(const Scenario& scenario, std::optional<AssetIndex> factor, double ratio) {
  return moved(scenario.market, *scenario.rulebook, factor, ratio);
}

}  // namespace margin::test
