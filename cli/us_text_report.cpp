// SPDX-License-Identifier: MIT
#include "us_text_report.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "liquidation_text.hpp"
#include "margin/chicago.hpp"
#include "names_text.hpp"
#include "orders_text.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

std::string words(Regime regime) {
  switch (regime) {
    case Regime::Intraday:
      return "Intraday";
    case Regime::Initial:
      return "Initial";
    case Regime::Maintenance:
      return "Maintenance";
  }
  return "Initial";
}

/// A time of day in Chicago, with its weekday where that is not today's.
std::string timeOfDay(Instant moment, Instant today) {
  const std::string text = weekdayAndTime(moment);
  return chicagoTime(moment).day == chicagoTime(today).day ? text.substr(text.find(' ') + 1) : text;
}

void regime(std::ostream& out, const UsReport& report, Instant asOf) {
  const NextSwitch& next = report.nextSwitch;
  if (!report.open) out << "The market is closed. ";
  out << words(report.regime) << " margin until " << timeOfDay(next.time, asOf) << " Chicago time (in "
      << duration(next.time - asOf) << "); then " << amount(next.requirement) << " USD is required.\n";
}

/// How much of equity a margin takes, as a slider.
Row slider(const char* name, const std::optional<double>& usage) {
  constexpr double kWidth = 20;
  if (!usage) return {name, std::string(static_cast<std::size_t>(kWidth) + 2, ' '), "none"};
  const auto used = static_cast<std::size_t>(std::min(kWidth, *usage * kWidth));
  std::string bar(static_cast<std::size_t>(kWidth), '.');
  std::fill_n(bar.begin(), used, '#');
  return {name, "[" + bar + "]", printed("%.2f %%", *usage * 100)};
}

void positions(std::ostream& out, const Scenario& scenario, const UsFuturesWallet& wallet,
               const UsReport& report) {
  std::vector<Row> rows = {
      {"position", "size", "entry", "mark", "profit", "required", "liquidation", "bankruptcy", "break-even"}};
  for (std::size_t i = 0; i < report.positions.size(); ++i) {
    const Position& position = wallet.positions[i];
    const UsPositionReport& valued = report.positions[i];
    rows.push_back({nameOf(position, *scenario.rulebook), amount(position.size), amount(position.entryPrice),
                    amount(valued.markPrice), amount(valued.unrealizedPnl), amount(valued.requirement),
                    prices(valued.liquidation, valued.markPrice), amountOrNone(valued.bankruptcyPrice),
                    amountOrNone(valued.breakEvenPrice)});
  }
  table(out, rows);
}

void costs(std::ostream& out, const Scenario& scenario, const UsFuturesWallet& wallet,
           const UsReport& report) {
  std::vector<Row> rows = {{"costs", "to open", "to close", "funding an hour", "a day", "in 30 days"}};
  const auto add = [&](std::string name, double open, double close, double perHour) {
    rows.push_back({std::move(name), amount(open), amount(close), amount(perHour), amount(24 * perHour),
                    amount(720 * perHour)});
  };
  double open = 0;
  double close = 0;
  for (std::size_t i = 0; i < report.positions.size(); ++i) {
    const UsPositionReport& valued = report.positions[i];
    add(nameOf(wallet.positions[i], *scenario.rulebook), valued.openFee, valued.closeFee,
        valued.fundingPerHour);
    open += valued.openFee;
    close += valued.closeFee;
  }
  add("all", open, close, report.funding.perHour);
  out << '\n';
  table(out, rows);
  if (report.funding.nextSettlement) {
    out << "  Funding is adjusted next at " << timeOfDay(*report.funding.nextSettlement, *scenario.asOf)
        << " Chicago time.\n";
  }
}

}  // namespace

void writeUsText(std::ostream& out, std::size_t number, const Scenario& scenario,
                 const UsFuturesWallet& wallet, const UsReport& report) {
  out << "\nWallet " << number << " (us-futures): " << words(report.status) << '\n';
  regime(out, report, *scenario.asOf);
  table(out, {slider("intraday margin used", report.intradayUsage),
              slider("initial margin used", report.initialUsage)});
  out << '\n';
  table(out, {{"cash", amount(wallet.cash)},
              {"unrealised profit", amount(report.unrealizedPnl)},
              {"equity", amount(report.equity)},
              {"intraday margin", amount(report.intradayMargin)},
              {"initial margin", amount(report.initialMargin)},
              {"maintenance margin", amount(report.maintenanceMargin)},
              {"required now", amount(report.requirement)},
              {"risk buffer", amount(report.riskBuffer)},
              {"risk buffer then", amount(report.nextSwitch.riskBuffer)},
              {"available margin", amount(report.availableMargin)},
              {"withdrawable", amount(report.withdrawable)},
              {"effective leverage", times(report.effectiveLeverage)},
              {"next liquidation's fee", amount(report.liquidationFee)}});
  if (!report.positions.empty()) {
    out << '\n';
    positions(out, scenario, wallet, report);
    costs(out, scenario, wallet, report);
  }
  out << '\n';
  factorTable(out, *scenario.rulebook, report.factors);
  writeOrders(out, *scenario.rulebook, "USD", wallet.orders, report.orders);
  writeTransfers(out, *scenario.rulebook, "USD", wallet.transfers, report.transfers);
}

}  // namespace margin
