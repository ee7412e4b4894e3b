// SPDX-License-Identifier: MIT
#include "request_text.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "margin/inverse.hpp"
#include "names_text.hpp"
#include "text_table.hpp"

namespace margin {
namespace {

/// The sentences of backwards answers.
class Sentences {
 public:
  Sentences(std::ostream& out, const Request& request)
      : out_(out), request_(request), rulebook_(*request.scenario.rulebook) {}

  void operator()(const AskedCollateral& asked) const {
    const std::string asset = assetName(asked.asset, rulebook_);
    out_ << "To live through " << goal(asked.goal) << ": ";
    if (asked.solution.kind == SolutionKind::Amount) {
      const double worth = asked.solution.amount * price(asked.asset);
      out_ << "add " << amountIn(asset, asked.solution.amount) << ' ' << asset;
      if (asked.asset != kUsd) out_ << " (" << amount(worth) << " USD)";
      out_ << ".\n";
    } else {
      other(asked.solution, "no amount of " + asset + " is enough");
    }
  }

  void operator()(const AskedClose& asked) const {
    const std::string contract = symbolOf(asked.contract, rulebook_);
    out_ << "To live through " << goal(asked.goal) << ": ";
    if (asked.solution.kind == SolutionKind::Amount) {
      out_ << "close " << size(asked.solution) << " of " << contract << ".\n";
    } else {
      other(asked.solution, "closing " + contract + " is not enough");
    }
  }

  void operator()(const AskedLargest& asked) const {
    const std::string contract = symbolOf(asked.contract, rulebook_);
    out_ << "At most: ";
    if (asked.solution.kind == SolutionKind::Amount) {
      out_ << (asked.side == Side::Long ? "buy " : "sell ")
           << size(asked.solution) << ' ' << contract;
    } else {
      out_ << (asked.solution.kind == SolutionKind::NotNeeded ? "nothing limits " : "no size of ")
           << contract;
    }
    if (asked.limit.availableMargin) out_ << ", with available margin";
    if (asked.limit.leverage) out_ << ", at " << amount(*asked.limit.leverage) << "x or less";
    if (asked.limit.survival) out_ << ", living through " << goal(*asked.limit.survival);
    out_ << ".\n";
  }

  void operator()(const AskedPlan& asked) const {
    out_ << "To reach " << amount(asked.price) << " before liquidation, " << amount(asked.position.size)
         << ' ' << symbolOf(asked.position.contract, rulebook_) << " from "
         << amount(asked.position.entryPrice)
         << (asked.plan.kind == SolutionKind::NotNeeded ? " need no more than the schedule's margin: "
                                                        : " need an isolated margin of ")
         << amount(asked.plan.isolatedMargin) << " USD, " << amount(asked.plan.maxLeverage) << "x.\n";
  }

  void operator()(const AskedHedge& asked) const {
    const std::string contract = symbolOf(asked.contract, rulebook_);
    if (!asked.hedge) {
      out_ << "No hedge with " << contract << ": gains do not count as margin here.\n";
      return;
    }
    out_ << "Margin equity stands still where you " << (asked.hedge->side == Side::Long ? "buy " : "sell ")
         << amount(asked.hedge->size) << ' ' << contract << "; portfolio value (delta) at "
         << amount(asked.hedge->deltaNeutralSize) << ".\n";
  }

  void operator()(const AskedHaircut& asked) const {
    const std::string asset = assetName(asked.asset, rulebook_);
    if (asked.solution.kind == SolutionKind::Amount) {
      out_ << "A haircut of " << percent(asked.solution.amount) << " on " << asset
           << " liquidates the wallet at today's prices.\n";
    } else {
      out_ << (asked.solution.kind == SolutionKind::NotNeeded
                   ? "The wallet is in liquidation as it is.\n"
                   : "No haircut on " + asset + " liquidates it.\n");
    }
  }

 private:
  double price(AssetIndex asset) const { return request_.scenario.market.indexPrice[asset]; }

  std::string goal(const Survival& goal) const {
    const std::string change = signedPercent(goal.move);
    if (!goal.factor) return "the market at " + change;
    return assetName(*goal.factor, rulebook_) + ' ' + amount(price(*goal.factor) * (1 + goal.move)) + " (" +
           change + ')';
  }

  void other(const Solution& solution, const std::string& impossible) const {
    out_ << (solution.kind == SolutionKind::NotNeeded ? "nothing is needed.\n" : impossible + ".\n");
  }

  std::string size(const Solution& solution) const {
    return digits(solution.inLots.value_or(solution.amount));
  }

  std::ostream& out_;
  const Request& request_;
  const Rulebook& rulebook_;
};

/// How many lines and columns of characters show a map.
constexpr std::size_t kColumns = 61;
constexpr std::size_t kRows = 25;

}  // namespace

void writeText(std::ostream& out, const CurveAnswer& answer) {
  const Scenario& scenario = answer.request.scenario;
  const bool single = std::holds_alternative<SingleCollateralWallet>(answer.request.asked());
  heading(out, answer.request);
  const std::string currency = currencyOf(answer.request.asked(), *scenario.rulebook);
  std::vector<Row> rows{{"move", answer.factor ? "price" : "", "margin equity", "portfolio value",
                         "initial margin", "maintenance margin"}};
  const auto& points = answer.curve.samples.empty() ? answer.curve.points : answer.curve.samples;
  for (const CurvePoint& point : points) {
    const CurveAmounts& amounts = point.amounts;
    rows.push_back(
        {signedPercent(point.move),
         answer.factor ? amount(scenario.market.indexPrice[*answer.factor] * (1 + point.move)) : "",
         amountIn(currency, amounts.marginEquity), amountIn(currency, amounts.portfolioValue),
         amountIn(currency, amounts.initialMargin), amountIn(currency, amounts.maintenanceMargin)});
  }
  table(out, rows);
  if (answer.curve.samples.empty()) {
    out << "In " << currency << ", straight between the points" << (single ? " along 1 / price" : "")
        << ".\n";
  }
  for (const Boundary& boundary : answer.curve.liquidation.boundaries) {
    out << "Liquidation line at " << signedPercent(boundary.ratio - 1) << ".\n";
  }
  if (answer.curve.liquidation.boundaries.empty()) out << "No liquidation line anywhere on this way.\n";
}

void writeText(std::ostream& out, const MapAnswer& answer) {
  const Scenario& scenario = answer.request.scenario;
  const Rulebook& rulebook = *scenario.rulebook;
  heading(out, answer.request);
  const std::vector<double> usage =
      usageGrid(answer.request.asked(), answer.axes, kColumns, kRows, termsOf(scenario));
  const auto cellOf = [](const MapAxis& axis, std::size_t count) {
    const double share = (0 - axis.from) / (axis.to - axis.from);
    return static_cast<std::size_t>(share * static_cast<double>(count - 1) + 0.5);
  };
  const bool holdsToday =
      answer.axes.x.from <= 0 && answer.axes.x.to >= 0 && answer.axes.y.from <= 0 && answer.axes.y.to >= 0;
  const std::size_t todayColumn = holdsToday ? cellOf(answer.axes.x, kColumns) : kColumns;
  const std::size_t todayRow = holdsToday ? cellOf(answer.axes.y, kRows) : kRows;
  out << factorText(answer.axes.y.factor, rulebook) << " upwards from " << signedPercent(answer.axes.y.from)
      << " to " << signedPercent(answer.axes.y.to) << '\n';
  for (std::size_t row = kRows; row-- > 0;) {
    out << "  ";
    for (std::size_t column = 0; column < kColumns; ++column) {
      const double cell = usage[row * kColumns + column];
      const bool today = row == todayRow && column == todayColumn;
      out << (today ? 'o' : cell >= 1 ? '#' : cell >= 0.5 ? '+' : '.');
    }
    out << '\n';
  }
  out << factorText(answer.axes.x.factor, rulebook) << " to the right from "
      << signedPercent(answer.axes.x.from) << " to " << signedPercent(answer.axes.x.to) << '\n'
      << "o today, . safe, + half of the equity or more is taken by maintenance margin, # liquidated\n";
  if (answer.lines.empty()) out << "No liquidation line within the map.\n";
  for (const MapLine& line : answer.lines) {
    const MapPoint& first = line.points.front();
    const MapPoint& last = line.points.back();
    out << "Liquidation line of " << line.points.size() << " points from " << signedPercent(first.x) << ", "
        << signedPercent(first.y);
    if (line.closed) {
      out << ", closed.\n";
    } else {
      out << " to " << signedPercent(last.x) << ", " << signedPercent(last.y) << ".\n";
    }
  }
}

void writeText(std::ostream& out, const InverseAnswer& answer) {
  heading(out, answer.request);
  const Sentences say(out, answer.request);
  for (const Asked& asked : answer.answers) std::visit(say, asked);
}

}  // namespace margin
