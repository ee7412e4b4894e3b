// SPDX-License-Identifier: MIT
#include "multi_text.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "costs_text.hpp"
#include "liquidation_text.hpp"
#include "names_text.hpp"
#include "orders_text.hpp"
#include "settlement_text.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

void figures(std::ostream& out, const WalletReport& report) {
  std::vector<Row> rows = {{"balance value", amount(report.balanceValue)},
                           {"collateral value", amount(report.collateralValue)},
                           {"unrealised profit", amount(report.unrealizedPnl)},
                           {"unrealised funding", amount(report.unrealizedFunding)},
                           {"margin equity", amount(report.marginEquity)},
                           {"portfolio value", amount(report.portfolioValue)},
                           {"initial margin", amount(report.initialMargin)},
                           {"maintenance margin", amount(report.maintenanceMargin)},
                           {"available margin", amount(report.availableMargin)},
                           {"risk buffer", amount(report.riskBuffer)},
                           {"effective leverage", times(report.effectiveLeverage)}};
  rows.push_back(
      {"margin usage", report.marginUsage ? printed("%.2f %%", *report.marginUsage * 100) : "none"});
  table(out, rows);
}

void collateral(std::ostream& out, const Rulebook& rulebook, const MultiCollateralWallet& wallet,
                const WalletReport& report) {
  std::vector<Row> rows = {{"collateral", "quantity", "price", "value", "haircut", "as margin"}};
  for (std::size_t i = 0; i < report.collateral.size(); ++i) {
    const HoldingReport& valued = report.collateral[i];
    const std::string asset = assetName(wallet.collateral[i].asset, rulebook);
    rows.push_back({asset, amountIn(asset, wallet.collateral[i].quantity), amount(valued.price),
                    amount(valued.value), percent(valued.haircut), amount(valued.collateralValue)});
  }
  out << '\n';
  table(out, rows);
}

void withdrawable(std::ostream& out, const Rulebook& rulebook, const WalletReport& report) {
  std::vector<Row> rows = {{"withdrawable, one at a time", "quantity"}};
  for (const WithdrawableReport& each : report.withdrawable) {
    const std::string asset = assetName(each.asset, rulebook);
    rows.push_back({asset, amountIn(asset, each.quantity)});
  }
  out << '\n';
  table(out, rows);
}

void positions(std::ostream& out, const Rulebook& rulebook, const MultiCollateralWallet& wallet,
               const WalletReport& report) {
  std::vector<Row> rows = {
      {"position", "size", "entry", "mark", "profit", "maintenance", "liquidation", "bankruptcy"}};
  for (std::size_t i = 0; i < report.positions.size(); ++i) {
    const Position& position = wallet.positions[i];
    const PositionReport& valued = report.positions[i];
    rows.push_back({nameOf(position, rulebook), amount(position.size), amount(position.entryPrice),
                    amount(valued.markPrice), amount(valued.unrealizedPnl), amount(valued.maintenanceMargin),
                    prices(valued.liquidation, valued.markPrice), amountOrNone(valued.bankruptcyPrice)});
  }
  out << '\n';
  table(out, rows);
}

}  // namespace

void writeMultiText(std::ostream& out, const Scenario& scenario, const MultiCollateralWallet& wallet,
                    const WalletReport& report) {
  const Rulebook& rulebook = *scenario.rulebook;
  figures(out, report);
  if (!report.collateral.empty()) collateral(out, rulebook, wallet, report);
  if (!report.withdrawable.empty()) withdrawable(out, rulebook, report);
  if (!report.positions.empty()) positions(out, rulebook, wallet, report);
  out << '\n';
  factorTable(out, rulebook, report.factors);
  writeCosts(out, scenario, "USD", wallet.positions, report);
  if (!report.positions.empty()) writeSettlement(out, rulebook, report.settlement, "USD");
  if (report.automaticConversion) writeAutomaticConversion(out, rulebook, *report.automaticConversion);
  writeOrders(out, rulebook, "USD", wallet.orders, report.orders);
  writeTransfers(out, rulebook, "USD", wallet.transfers, report.transfers);
}

}  // namespace margin
