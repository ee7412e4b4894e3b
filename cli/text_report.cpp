// SPDX-License-Identifier: MIT
#include "text_report.hpp"

#include <string>
#include <vector>

#include "text_table.hpp"

namespace margin {
namespace {

/// A ratio of prices.
std::string ratio(double value) { return printed("%.6g", value); }

std::string percent(double fraction) { return printed("%+.2f %%", fraction * 100); }

std::string times(const std::optional<double>& leverage) {
  return leverage ? printed("%.3f x", *leverage) : "none";
}

std::string price(const std::optional<Boundary>& boundary, double current) {
  if (!boundary) return "none";
  return amount(boundary->ratio * current) + " (" + percent(boundary->ratio - 1) + ")";
}

/// The liquidation prices of a position on either side of its mark.
std::string prices(const LiquidationSet& set, double current) {
  const std::string now = set.state == PoolState::Liquidation ? "now" : "";
  const auto below = set.below();
  const auto above = set.above();
  if (!below && !above) return now.empty() ? "none" : now;
  std::string text = now;
  if (below) text += (text.empty() ? "" : ", ") + price(below, current);
  if (above) text += (text.empty() ? "" : ", ") + price(above, current);
  return text;
}

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

void factors(std::ostream& out, const Rulebook& rulebook, const WalletReport& report) {
  std::vector<Row> rows = {{"price of", "today", "liquidation below", "liquidation above", "all boundaries"}};
  for (const FactorReport& factor : report.factors) {
    const LiquidationSet& set = factor.liquidation;
    const std::string name = factor.asset ? plain(rulebook.assets()[*factor.asset].name) : "market (ratio)";
    const auto shown = [&](const std::optional<Boundary>& boundary) {
      if (factor.asset || !boundary) return price(boundary, factor.current);
      return ratio(boundary->ratio) + " (" + percent(boundary->ratio - 1) + ")";
    };
    rows.push_back({name, factor.asset ? amount(factor.current) : ratio(factor.current), shown(set.below()),
                    shown(set.above()), std::to_string(set.boundaries.size())});
  }
  table(out, rows);
}

}  // namespace

void writeText(std::ostream& out, const Evaluation& evaluation) {
  const Scenario& scenario = evaluation.scenario;
  if (!scenario.title.empty()) out << plain(scenario.title) << '\n';
  out << "Rulebook " << plain(scenario.rulebook->id) << ", effective " << scenario.rulebook->effective
      << ". Amounts in USD. An estimate, not advice.\n";
  for (std::size_t i = 0; i < evaluation.wallets.size(); ++i) {
    const auto* multi = std::get_if<MultiCollateralWallet>(&scenario.wallets[i]);
    if (!multi) continue;
    const WalletReport& report = std::get<WalletReport>(evaluation.wallets[i]);
    out << "\nWallet " << i + 1 << " (multi-collateral): " << words(report.status) << '\n';
    figures(out, report);
    if (!report.positions.empty()) {
      out << '\n';
      positions(out, scenario, *multi, report);
    }
    out << '\n';
    factors(out, *scenario.rulebook, report);
  }
  if (!evaluation.warnings.empty()) out << '\n';
  for (const Warning& warning : evaluation.warnings) {
    out << "Note " << warning.path << ": " << plain(warning.message) << '\n';
  }
}

}  // namespace margin
