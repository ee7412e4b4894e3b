// SPDX-License-Identifier: MIT
#include "single_text.hpp"

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

void figures(std::ostream& out, const std::string& coin, const WalletReport& report) {
  const WalletInUsd& usd = *report.inUsd;
  table(out,
        {{"", coin, "USD"},
         {"balance", amountIn(coin, report.balanceValue), amount(usd.balance)},
         {"unrealised profit", amountIn(coin, report.unrealizedPnl), amount(usd.unrealizedPnl)},
         {"unrealised funding", amountIn(coin, report.unrealizedFunding), ""},
         {"margin equity", amountIn(coin, report.marginEquity), amount(usd.marginEquity)},
         {"initial margin", amountIn(coin, report.initialMargin), amount(usd.initialMargin)},
         {"maintenance margin", amountIn(coin, report.maintenanceMargin), amount(usd.maintenanceMargin)},
         {"available margin", amountIn(coin, report.availableMargin), amount(usd.availableMargin)},
         {"risk buffer", amountIn(coin, report.riskBuffer), amount(usd.riskBuffer)},
         {"withdrawable", amountIn(coin, report.withdrawable.front().quantity), ""},
         {"effective leverage", times(report.effectiveLeverage), ""},
         {"margin usage", report.marginUsage ? printed("%.2f %%", *report.marginUsage * 100) : "none", ""}});
}

void positions(std::ostream& out, const Rulebook& rulebook, const std::string& coin,
               const SingleCollateralWallet& wallet, const WalletReport& report) {
  std::vector<Row> rows = {{"position", "size", "entry", "mark", "profit, " + coin, "profit, USD",
                            "maintenance, " + coin, "maintenance, USD", "liquidation", "bankruptcy"}};
  for (std::size_t i = 0; i < report.positions.size(); ++i) {
    const Position& position = wallet.positions[i];
    const PositionReport& valued = report.positions[i];
    rows.push_back({nameOf(position, rulebook), amount(position.size), amount(position.entryPrice),
                    amount(valued.markPrice), amountIn(coin, valued.unrealizedPnl),
                    amount(valued.inUsd->unrealizedPnl), amountIn(coin, valued.maintenanceMargin),
                    amount(valued.inUsd->maintenanceMargin), prices(valued.liquidation, valued.markPrice),
                    amountOrNone(valued.bankruptcyPrice)});
  }
  out << '\n';
  table(out, rows);
}

}  // namespace

void writeSingleText(std::ostream& out, const Scenario& scenario, const SingleCollateralWallet& wallet,
                     const WalletReport& report) {
  const Rulebook& rulebook = *scenario.rulebook;
  const std::string coin = assetName(wallet.asset, rulebook);
  figures(out, coin, report);
  if (!report.positions.empty()) positions(out, rulebook, coin, wallet, report);
  out << '\n';
  factorTable(out, rulebook, report.factors);
  writeCosts(out, scenario, coin, wallet.positions, report);
  if (!report.positions.empty()) writeSettlement(out, rulebook, report.settlement, coin);
  writeOrders(out, rulebook, coin, wallet.orders, report.orders);
  writeTransfers(out, rulebook, coin, wallet.transfers, report.transfers);
}

}  // namespace margin
