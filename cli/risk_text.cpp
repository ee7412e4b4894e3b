// SPDX-License-Identifier: MIT
#include "risk_text.hpp"

#include <cmath>
#include <string>

#include "names_text.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

const Rulebook& rulebookOf(const Request& request) { return *request.scenario.rulebook; }

std::string currencyOf(const Request& request) { return currencyOf(request.asked(), rulebookOf(request)); }

/// A fraction that nobody reads to more digits.
std::string share(double fraction) { return printed("%.2f %%", 100 * fraction); }

std::string shockText(const std::vector<NamedMove>& shock, const Rulebook& rulebook) {
  std::string text;
  for (const NamedMove& each : shock) {
    text += (text.empty() ? "" : ", ") + factorText(each.factor, rulebook) + ' ' + signedPercent(each.move);
  }
  return text.empty() ? "nothing moves" : text;
}

std::string fate(const ShockOutcome& outcome, const Rulebook& rulebook) {
  std::string text =
      outcome.liquidatedAt ? "liquidated after " + share(*outcome.liquidatedAt) + " of the way" : "";
  for (const ContractIndex contract : outcome.isolatedLiquidated) {
    text += (text.empty() ? "" : ", ") + symbolOf(contract, rulebook) + " liquidated";
  }
  return text.empty() ? "safe" : text;
}

std::string usageText(const std::optional<double>& usage) { return usage ? share(*usage) : "no equity"; }

/// What an input is called.
std::string inputText(const Sensitivity& each, const Request& request) {
  const Rulebook& rulebook = rulebookOf(request);
  const Wallet& wallet = request.asked();
  const auto contract = [&] {
    const auto& positions =
        std::visit([](const auto& any) -> const std::vector<Position>& { return any.positions; }, wallet);
    return symbolOf(positions[each.index].contract, rulebook);
  };
  switch (each.input) {
    case InputKind::Quantity: {
      const auto* multi = std::get_if<MultiCollateralWallet>(&wallet);
      return "quantity of " +
             (multi ? assetName(multi->collateral[each.index].asset, rulebook) : currencyOf(request));
    }
    case InputKind::Haircut:
      return "haircut of " + assetName(each.index, rulebook);
    case InputKind::Price:
      return "price of " + assetName(each.index, rulebook);
    case InputKind::Size:
      return "size of " + contract();
    case InputKind::EntryPrice:
      return "entry price of " + contract();
    case InputKind::IsolatedMargin:
      return "isolated margin of " + contract();
    case InputKind::MaxLeverage:
      return "leverage of " + contract();
  }
  return "";
}

std::string timeText(const ReplayAnswer& answer, std::size_t row) { return utc(answer.history.rows[row].at); }

}  // namespace

void writeText(std::ostream& out, const LadderAnswer& answer) {
  heading(out, answer.request);
  const Rulebook& rulebook = rulebookOf(answer.request);
  const std::string currency = currencyOf(answer.request);
  std::vector<Row> rows{{"shock", "margin equity", "maintenance margin", "usage", ""}};
  for (std::size_t i = 0; i < answer.outcomes.size(); ++i) {
    const ShockOutcome& outcome = answer.outcomes[i];
    rows.push_back({shockText(answer.shocks[i], rulebook), amountIn(currency, outcome.amounts.marginEquity),
                    amountIn(currency, outcome.amounts.maintenanceMargin), usageText(outcome.marginUsage),
                    fate(outcome, rulebook)});
  }
  table(out, rows);
}

void writeText(std::ostream& out, const SensitivityAnswer& answer) {
  heading(out, answer.request);
  const Sensitivities& found = answer.sensitivities;
  const std::string factor = factorText(answer.factor, rulebookOf(answer.request));
  if (!found.nearest) {
    out << "No move of " << factor << " liquidates it.\n";
    return;
  }
  const double current = answer.factor ? answer.request.scenario.market.indexPrice[*answer.factor] : 1;
  out << "Nearest liquidation: " << factor << " at " << amount(found.nearest->ratio * current) << " ("
      << signedPercent(found.nearest->ratio - 1) << ").\n";
  std::vector<Row> rows{{"input", "today", "1 % more moves it by"}};
  for (const Sensitivity& each : found.ranked) {
    const double change = each.rise * each.value / 100;
    rows.push_back({inputText(each, answer.request), digits(each.value),
                    answer.factor ? amount(change * current) + " USD" : signedPercent(change)});
  }
  table(out, rows);
}

void writeText(std::ostream& out, const HoldingTimeAnswer& answer) {
  heading(out, answer.request);
  const HoldingTime& time = answer.time;
  const std::string currency = currencyOf(answer.request);
  out << "Funding " << amountIn(currency, time.fundingPerHour) << ' ' << currency << " an hour, interest "
      << amount(time.interestPerHour) << " USD an hour.\n";
  if (time.hoursToLiquidation) {
    out << "At today's prices they liquidate it in "
        << duration(static_cast<Instant>(*time.hoursToLiquidation * static_cast<double>(kSecondsPerHour)))
        << ".\n";
  } else {
    out << "At today's prices they do not liquidate it within ten years.\n";
  }
}

void writeText(std::ostream& out, const OddsAnswer& answer) {
  heading(out, answer.request);
  if (answer.oneFactor) {
    out << "Chance that " << factorText(answer.oneFactor->factor, rulebookOf(answer.request))
        << " touches a liquidation price, in closed form:\n";
  } else {
    out << "Chance of a liquidation, from " << answer.paths.blocks * kPairsPerBlock * 2
        << " simulated paths:\n";
  }
  std::vector<Row> rows{{"within days", "chance", answer.oneFactor ? "" : "give or take"}};
  for (std::size_t i = 0; i < answer.odds.size(); ++i) {
    const Estimate& estimate = answer.odds[i];
    rows.push_back({digits(answer.plan.horizons[i]), share(estimate.probability),
                    answer.oneFactor ? "" : share(estimate.standardError)});
  }
  table(out, rows);
}

void writeText(std::ostream& out, const ReplayAnswer& answer) {
  heading(out, answer.request);
  const Replay& replay = answer.replay;
  out << answer.history.rows.size() << " rows from " << timeText(answer, 0) << " to "
      << timeText(answer, answer.history.rows.size() - 1) << ".\n";
  for (const IsolatedLiquidation& each : replay.isolated) {
    out << symbolOf(each.contract, rulebookOf(answer.request)) << " (isolated) would have been liquidated by "
        << timeText(answer, each.row) << ".\n";
  }
  if (replay.liquidation) {
    out << "The wallet would have been liquidated ";
    if (replay.liquidation->row > 0) out << "after " << timeText(answer, replay.liquidation->row - 1) << ", ";
    out << "by " << timeText(answer, replay.liquidation->row) << ".\n";
  } else {
    out << "The wallet would have lived.\n";
  }
  const ReplayPoint& worst = replay.points[*replay.worst];
  out << "Highest margin usage " << usageText(worst.marginUsage) << " on " << timeText(answer, worst.row)
      << ".\n";
  const std::string currency = currencyOf(answer.request);
  out << "Funding " << (replay.funding < 0 ? "paid " : "received ")
      << amountIn(currency, std::abs(replay.funding)) << ' ' << currency << ".\n";
}

void writeText(std::ostream& out, const PlanMapAnswer& answer) {
  heading(out, answer.request);
  out << "Liquidation price of a " << (answer.planned.side == Side::Long ? "long of " : "short of ")
      << digits(answer.planned.size) << ' ' << symbolOf(answer.planned.contract, rulebookOf(answer.request))
      << ", by leverage and entry price\n";
  std::vector<Row> rows{{""}};
  for (std::size_t i = 0; i < answer.columns; ++i) rows.front().push_back(amount(answer.cells[i].entryPrice));
  for (std::size_t row = 0; row < answer.rows; ++row) {
    rows.push_back({amount(answer.cells[row * answer.columns].leverage) + "x"});
    for (std::size_t i = 0; i < answer.columns; ++i) {
      rows.back().push_back(amountOrNone(answer.cells[row * answer.columns + i].liquidationPrice));
    }
  }
  table(out, rows);
}

}  // namespace margin
