// SPDX-License-Identifier: MIT
#include "us_text_report.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

#include "liquidation_text.hpp"
#include "margin/chicago.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

std::string words(UsStatus status) {
  switch (status) {
    case UsStatus::Healthy:
      return "healthy";
    case UsStatus::Warning:
      return "warning";
    case UsStatus::LiquidationRisk:
      return "at risk of liquidation";
  }
  return "healthy";
}

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
  constexpr std::array kWeekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  const LocalTime time = chicagoTime(moment);
  std::array<char, 16> text;
  std::snprintf(text.data(), text.size(), "%02d:%02d", time.second / 3600, time.second / 60 % 60);
  if (time.day == chicagoTime(today).day) return text.data();
  return kWeekdays[static_cast<std::size_t>(time.weekday())] + std::string(" ") + text.data();
}

/// "2 d 1 h 30 min"; of less than a minute the seconds.
std::string duration(Instant seconds) {
  if (seconds < 60) return std::to_string(seconds) + " s";
  std::string text;
  const auto add = [&](Instant count, const char* unit) {
    if (count > 0) text += (text.empty() ? "" : " ") + std::to_string(count) + unit;
  };
  add(seconds / kSecondsPerDay, " d");
  add(seconds / kSecondsPerHour % 24, " h");
  add(seconds / 60 % 60, " min");
  return text;
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
    rows.push_back({(position.side == Side::Long ? "long " : "short ") +
                        plain(scenario.rulebook->contracts()[position.contract].symbol),
                    amount(position.size), amount(position.entryPrice), amount(valued.markPrice),
                    amount(valued.unrealizedPnl), amount(valued.requirement),
                    prices(valued.liquidation, valued.markPrice),
                    valued.bankruptcyPrice ? amount(*valued.bankruptcyPrice) : "none",
                    valued.breakEvenPrice ? amount(*valued.breakEvenPrice) : "none"});
  }
  table(out, rows);
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
  }
  out << '\n';
  factorTable(out, *scenario.rulebook, report.factors);
}

}  // namespace margin
