// SPDX-License-Identifier: MIT
#include "warnings.hpp"

#include <cstddef>
#include <string>
#include <utility>

#include "dates.hpp"
#include "reader.hpp"
#include "us_warnings.hpp"

namespace margin {
namespace {

class Warnings {
 public:
  explicit Warnings(const Scenario& scenario) : scenario_(scenario) {}

  /// Whether the rulebook holds at the scenario's moment.
  void ofRulebook() {
    constexpr Instant kFresh = 180 * kSecondsPerDay;
    const Rulebook& rulebook = *scenario_.rulebook;
    const auto effective = startOfDay(rulebook.effective);
    if (!scenario_.asOf || !effective) return;
    if (*scenario_.asOf < *effective) {
      add("not-effective", "/rulebook",
          joined({"The rulebook holds from ", rulebook.effective,
                  " on; the scenario is of a day before that."}));
    } else if (*scenario_.asOf > *effective + kFresh) {
      add("rulebook-age", "/rulebook",
          joined({"The rulebook is of ", rulebook.effective,
                  ", more than 180 days before the scenario; rules may "
                  "have changed since."}));
    }
  }

  void of(std::size_t index, const MultiCollateralWallet& wallet, const WalletReport& report) {
    const std::string path = "/wallets/" + std::to_string(index);
    std::vector<char> told(scenario_.rulebook->assets().size());
    for (std::size_t i = 0; i < wallet.collateral.size(); ++i) {
      told[wallet.collateral[i].asset] = 1;
      ofAsset(wallet.collateral[i].asset, path + "/collateral/" + std::to_string(i) + "/asset");
    }
    told[wallet.profitCurrency] = 1;
    ofAsset(wallet.profitCurrency, path + "/profitCurrency");
    ofContracts(wallet.positions, wallet.orders, report, path);
    for (std::size_t i = 0; i < wallet.transfers.size(); ++i) {
      const AssetIndex asset = wallet.transfers[i].asset;
      if (std::exchange(told[asset], 1) == 0)
        ofAsset(asset, path + "/transfers/" + std::to_string(i) + "/asset");
    }
  }

  void of(std::size_t index, const SingleCollateralWallet& wallet, const WalletReport& report) {
    ofContracts(wallet.positions, wallet.orders, report, "/wallets/" + std::to_string(index));
  }

  void of(std::size_t index, const UsFuturesWallet& wallet, const UsReport& report) {
    warnOfUsWallet(warnings_, scenario_, "/wallets/" + std::to_string(index), wallet, report);
  }

  std::vector<Warning> take() noexcept { return std::move(warnings_); }

 private:
  void add(std::string code, std::string path, std::string message) {
    warnings_.push_back({std::move(code), std::move(path), std::move(message)});
  }

  void ofAsset(AssetIndex index, const std::string& path) {
    const Asset& asset = scenario_.rulebook->assets()[index];
    if (!asset.assumed) return;
    add("assumed", path,
        joined({"The haircut of ", asset.name, " is an assumption: no current figure is published."}));
  }

  /// Positions, and contracts that only orders are on.
  void ofContracts(const std::vector<Position>& positions, const std::vector<Order>& orders,
                   const WalletReport& report, const std::string& path) {
    std::vector<char> told(scenario_.rulebook->contracts().size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
      told[positions[i].contract] = 1;
      ofPosition(positions[i], report.positions[i], path + "/positions/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < orders.size(); ++i) {
      if (std::exchange(told[orders[i].contract], 1) == 0)
        ofSchedule(orders[i].contract, path + "/orders/" + std::to_string(i));
    }
  }

  void ofSchedule(ContractIndex index, const std::string& path) {
    const Contract& contract = scenario_.rulebook->contracts()[index];
    if (!contract.assumed) return;
    add("assumed", path + "/contract",
        joined(
            {"The margin schedule of ", contract.symbol, " is an assumption: its class is not published."}));
  }

  void ofPosition(const Position& position, const PositionReport& report, const std::string& path) {
    const Contract& contract = scenario_.rulebook->contracts()[position.contract];
    ofSchedule(position.contract, path);
    ofPrices(contract, position, report, path);
    if (position.margin == MarginMode::Cross) return;
    if (report.equity && *report.equity < 0) {
      add("negative-equity", path, "The isolated position has lost more than the margin allocated to it.");
    } else if (report.liquidation.state == PoolState::Liquidation) {
      add("isolated-liquidation", path, "The isolated position is at or below its maintenance margin today.");
    }
  }

  void ofPrices(const Contract& contract, const Position& position, const PositionReport& report,
                const std::string& path) {
    constexpr double kRounding = 1e-9;
    const double mark = report.markPrice;
    if (report.markLimits && (mark < report.markLimits->lowest * (1 - kRounding) ||
                              mark > report.markLimits->highest * (1 + kRounding))) {
      add("mark-limit", path + "/contract",
          joined(
              {"The mark of ", contract.symbol, " stands further from its index than the venue lets it."}));
    }
    const double rate = scenario_.market.fundingRate[position.contract];
    if (contract.maxFundingRate && (rate > *contract.maxFundingRate || rate < -*contract.maxFundingRate)) {
      add("funding-limit", path + "/contract",
          joined({"The funding rate of ", contract.symbol, " is beyond the venue's limit."}));
    }
    if (report.expiry && report.expiry->expired) {
      add("expired", path + "/contract",
          joined({contract.symbol, " has expired: it was settled in cash, for the taker fee."}));
    }
  }

  const Scenario& scenario_;
  std::vector<Warning> warnings_;
};

}  // namespace

std::vector<Warning> warningsOf(const Scenario& scenario, const std::vector<AnyReport>& reports) {
  Warnings warnings(scenario);
  warnings.ofRulebook();
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (const auto* multi = std::get_if<MultiCollateralWallet>(&scenario.wallets[i])) {
      warnings.of(i, *multi, std::get<WalletReport>(reports[i]));
    } else if (const auto* single = std::get_if<SingleCollateralWallet>(&scenario.wallets[i])) {
      warnings.of(i, *single, std::get<WalletReport>(reports[i]));
    } else if (const auto* us = std::get_if<UsFuturesWallet>(&scenario.wallets[i])) {
      warnings.of(i, *us, std::get<UsReport>(reports[i]));
    }
  }
  return warnings.take();
}

}  // namespace margin
