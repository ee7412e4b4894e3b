// SPDX-License-Identifier: MIT
// The article's account, 1 BTC pledged and 5 BTC long, put together from the library's own types: at which
// price is it liquidated? With a file, the report on a scenario document instead.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "margin/codec.hpp"
#include "margin/report.hpp"

namespace {

/// Today's prices of one asset and of one contract on it. What no wallet uses needs none.
margin::Market marketOf(const margin::Rulebook& rulebook, margin::AssetIndex asset,
                        margin::ContractIndex contract, double price) {
  margin::Market market;
  market.indexPrice.resize(rulebook.assets().size());
  market.indexPrice[margin::kUsd] = 1;
  market.indexPrice[asset] = price;
  market.markPrice.resize(rulebook.contracts().size());
  market.markPrice[contract] = price;
  market.lastPrice.resize(rulebook.contracts().size());
  market.fundingRate.resize(rulebook.contracts().size());
  return market;
}

/// The price of BTC at which the article's account is liquidated, nearest below today's.
std::optional<double> liquidationPrice() {
  constexpr double kPrice = 100000;
  const auto rulebook = margin::builtInRulebook("kraken-global");
  const margin::AssetIndex btc = rulebook->findAsset("BTC").value();
  const margin::ContractIndex perpetual = rulebook->findContract("PF_XBTUSD").value();
  const margin::Market market = marketOf(*rulebook, btc, perpetual, kPrice);

  margin::MultiCollateralWallet wallet;
  wallet.collateral = {{btc, 1}};
  wallet.positions = {{.contract = perpetual, .side = margin::Side::Long, .size = 5, .entryPrice = kPrice}};

  const margin::Terms terms{.rulebook = *rulebook, .policy = rulebook->policy, .market = market};
  for (const margin::FactorReport& factor : evaluate(wallet, terms).factors) {
    if (factor.asset != btc) continue;
    if (const auto below = factor.liquidation.below()) return kPrice * below->ratio;
  }
  return std::nullopt;
}

int reportOn(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string scenario{std::istreambuf_iterator<char>(file), {}};
  const margin::Evaluation evaluation = margin::evaluateScenario(scenario);
  for (const margin::Error& error : evaluation.errors) {
    std::cerr << word(error.code) << " at " << error.path << ": " << error.message << '\n';
  }
  if (!evaluation.errors.empty()) return 2;
  std::cout << margin::toJson(evaluation) << '\n';
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count > 1) return reportOn(arguments[1]);
  const std::optional<double> price = liquidationPrice();
  if (!price) return 1;
  std::printf("Liquidated where BTC falls to %.2f USD.\n", *price);
  return 0;
}
