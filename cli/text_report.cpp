// SPDX-License-Identifier: MIT
#include "text_report.hpp"

#include <string>
#include <vector>

#include "liquidation_text.hpp"
#include "text_table.hpp"
#include "us_text_report.hpp"

namespace margin {
namespace {

std::string words(WalletStatus status) {
  switch (status) {
    case WalletStatus::Healthy:
      return "healthy";
    case WalletStatus::ReduceOnly:
      return "reduce-only";
    case WalletStatus::Liquidation:
      return "in liquidation";
  }
  return "healthy";
}

void figures(std::ostream& out, const WalletReport& report) {
  std::vector<Row> rows = {{"balance value", amount(report.balanceValue)},
                           {"collateral value", amount(report.collateralValue)},
                           {"unrealised profit", amount(report.unrealizedPnl)},
                           {"margin equity", amount(report.marginEquity)},
                           {"initial margin", amount(report.initialMargin)},
                           {"maintenance margin", amount(report.maintenanceMargin)},
                           {"available margin", amount(report.availableMargin)},
                           {"risk buffer", amount(report.riskBuffer)},
                           {"effective leverage", times(report.effectiveLeverage)}};
  rows.push_back(
      {"margin usage", report.marginUsage ? printed("%.2f %%", *report.marginUsage * 100) : "none"});
  table(out, rows);
}

void positions(std::ostream& out, const Scenario& scenario, const MultiCollateralWallet& wallet,
               const WalletReport& report) {
  std::vector<Row> rows = {
      {"position", "size", "entry", "mark", "profit", "maintenance", "liquidation", "bankruptcy"}};
  for (std::size_t i = 0; i < report.positions.size(); ++i) {
    const Position& position = wallet.positions[i];
    const PositionReport& valued = report.positions[i];
    rows.push_back({(position.side == Side::Long ? "long " : "short ") +
                        plain(scenario.rulebook->contracts()[position.contract].symbol) +
                        (position.margin == MarginMode::Isolated ? " isolated" : ""),
                    amount(position.size), amount(position.entryPrice), amount(valued.markPrice),
                    amount(valued.unrealizedPnl), amount(valued.maintenanceMargin),
                    prices(valued.liquidation, valued.markPrice),
                    valued.bankruptcyPrice ? amount(*valued.bankruptcyPrice) : "none"});
  }
  table(out, rows);
}

void writeMultiCollateral(std::ostream& out, std::size_t number, const Scenario& scenario,
                          const MultiCollateralWallet& wallet, const WalletReport& report) {
  out << "\nWallet " << number << " (multi-collateral): " << words(report.status) << '\n';
  figures(out, report);
  if (!report.positions.empty()) {
    out << '\n';
    positions(out, scenario, wallet, report);
  }
  out << '\n';
  factorTable(out, *scenario.rulebook, report.factors);
}

}  // namespace

void writeText(std::ostream& out, const Evaluation& evaluation) {
  const Scenario& scenario = evaluation.scenario;
  if (!scenario.title.empty()) out << plain(scenario.title) << '\n';
  out << "Rulebook " << plain(scenario.rulebook->id) << ", effective " << scenario.rulebook->effective
      << ". Amounts in USD. An estimate, not advice.\n";
  for (std::size_t i = 0; i < evaluation.wallets.size(); ++i) {
    const Wallet& wallet = scenario.wallets[i];
    if (const auto* multi = std::get_if<MultiCollateralWallet>(&wallet)) {
      writeMultiCollateral(out, i + 1, scenario, *multi, std::get<WalletReport>(evaluation.wallets[i]));
    } else if (const auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
      writeUsText(out, i + 1, scenario, *us, std::get<UsReport>(evaluation.wallets[i]));
    }
  }
  if (!evaluation.warnings.empty()) out << '\n';
  for (const Warning& warning : evaluation.warnings) {
    out << "Note " << warning.path << ": " << plain(warning.message) << '\n';
  }
}

}  // namespace margin
