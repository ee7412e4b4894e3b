// SPDX-License-Identifier: MIT
// All liquidation sets of wallets with 100, 1,000 and 10,000 positions on as many contracts: on one
// underlying each (as many factors as positions), and all on one underlying (one large hull).
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "margin/report.hpp"

namespace {

using namespace margin;

struct LargeWallet {
  Rulebook rulebook;
  Market market;
  MultiCollateralWallet wallet;
  Policy policy{MarginBasis::Mark, Levels::Flat, true, false, false};

  LargeWallet(std::size_t positions, bool oneUnderlying) {
    rulebook.addSchedule("A", *MarginSchedule::make({{0, 0.02, 0.01},
                                                     {1e6, 0.04, 0.02},
                                                     {2e6, 0.05, 0.025},
                                                     {5e6, 0.1, 0.05},
                                                     {10e6, 0.2, 0.1},
                                                     {20e6, 0.3, 0.15},
                                                     {60e6, 0.5, 0.25}}));
    wallet.collateral.push_back({kUsd, 2e4 * static_cast<double>(positions)});
    for (std::size_t i = 0; i < positions; ++i) {
      Contract contract;
      contract.symbol = "C" + std::to_string(i);
      contract.underlying = rulebook.underlying(oneUnderlying ? "COIN" : "COIN" + std::to_string(i));
      rulebook.addContract(contract);
      Position position;
      position.contract = i;
      position.side = i % 3 == 0 ? Side::Short : Side::Long;
      position.size = 1 + std::fmod(static_cast<double>(i) * 0.618034, 1.0) * 100;
      position.entryPrice = 1000;
      wallet.positions.push_back(position);
    }
    market.indexPrice.assign(rulebook.assets().size(), 1000);
    market.indexPrice[kUsd] = 1;
    market.markPrice.assign(positions, 1001);
    market.lastPrice.assign(positions, 0);
    market.fundingRate.assign(positions, 0);
  }

  /// Boundaries found, so that the work cannot be dropped.
  std::size_t evaluate() const {
    const WalletReport report =
        margin::evaluate(wallet, Terms{rulebook, policy, Client::Professional, 0, market});
    std::size_t boundaries = 0;
    for (const FactorReport& factor : report.factors) boundaries += factor.liquidation.boundaries.size();
    return boundaries;
  }
};

/// Median milliseconds of processor time of one evaluation.
double milliseconds(const LargeWallet& wallet, std::size_t& boundaries) {
  std::vector<double> rounds;
  for (int round = 0; round < 21; ++round) {
    const std::clock_t start = std::clock();
    boundaries = wallet.evaluate();
    rounds.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::sort(rounds.begin(), rounds.end());
  return rounds[rounds.size() / 2];
}

}  // namespace

int main() {
  std::puts("all liquidation sets of a wallet, mark basis, flat levels, netting (medians of 21)");
  std::puts("  positions  underlyings  factors' boundaries        ms");
  for (const bool oneUnderlying : {false, true}) {
    for (const std::size_t positions : {100u, 1000u, 10000u}) {
      const LargeWallet wallet(positions, oneUnderlying);
      std::size_t boundaries = 0;
      const double time = milliseconds(wallet, boundaries);
      std::printf("  %9zu  %11zu  %19zu  %8.3f\n", positions, oneUnderlying ? 1 : positions, boundaries,
                  time);
    }
  }
}
