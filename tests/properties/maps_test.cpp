// SPDX-License-Identifier: MIT
// Maps of two factors are compared with the wallet valued anew at the prices of each place.
#include <algorithm>
#include <cmath>
#include <variant>

#include "margin/liquidation_map.hpp"
#include "scenarios.hpp"

using namespace margin;
using namespace margin::test;

namespace {

/// A random account of one wallet that has two factors at least, and two of them.
struct Mapped {
  Evaluation evaluation;
  MapAxes axes;

  const Scenario& scenario() const { return evaluation.scenario; }
  const Wallet& wallet() const { return evaluation.scenario.wallets[0]; }

  /// Equity and requirement of the cross pool, valued from scratch.
  std::pair<double, double> at(double x, double y) const {
    const Market first = moved(scenario(), axes.x.factor, 1 + x);
    const Market market = moved(first, *scenario().rulebook, axes.y.factor, 1 + y);
    const Terms terms = margin::test::termsOf(scenario(), market);
    if (const auto* us = std::get_if<UsFuturesWallet>(&wallet())) {
      const UsReport report = evaluate(*us, terms);
      return {report.equity, report.requirement};
    }
    const WalletReport report = evaluate(std::get<MultiCollateralWallet>(wallet()), terms);
    return {report.cross.marginEquity, report.cross.maintenanceMargin};
  }
  bool safeAt(double x, double y) const {
    const auto [equity, requirement] = at(x, y);
    return equity > requirement;
  }
  double scale() const {
    double sum = 1;
    const auto add = [&](const auto& report) {
      for (const auto& position : report.positions) sum += position.notional + position.initialMargin;
    };
    std::visit(add, evaluation.wallets[0]);
    if (const auto* report = std::get_if<WalletReport>(&evaluation.wallets[0])) {
      for (const HoldingReport& holding : report->collateral) sum += std::fabs(holding.value);
    }
    return sum * (1 + axes.x.to) * (1 + axes.y.to);
  }
};

std::optional<Mapped> randomMap(std::uint64_t seed) {
  Random random(seed);
  const Kind kind = random.chance(0.8) ? Kind::Multi : Kind::UsFutures;
  Mapped mapped{evaluateScenario(randomScenario(seed, kind)), {}};
  REQUIRE(mapped.evaluation.errors.empty());
  const auto& factors =
      std::visit([](const auto& report) -> const std::vector<FactorReport>& { return report.factors; },
                 mapped.evaluation.wallets[0]);
  const auto& positions = std::visit(
      [](const auto& wallet) -> const std::vector<Position>& { return wallet.positions; }, mapped.wallet());
  const bool open = std::any_of(positions.begin(), positions.end(),
                                [](const Position& each) { return each.margin == MarginMode::Cross; });
  if (factors.size() < 2 || !open) return std::nullopt;
  const std::size_t x = random.below(factors.size());
  const std::size_t y = (x + 1 + random.below(factors.size() - 1)) % factors.size();
  mapped.axes = {{factors[x].asset, random.between(-0.95, -0.1), random.between(0.1, 3)},
                 {factors[y].asset, random.between(-0.95, -0.1), random.between(0.1, 3)}};
  return mapped;
}

}  // namespace

TEST_CASE("The usage of a map is that of the wallet at each place", "[property][map]") {
  std::size_t liquidated = 0;
  std::size_t cells = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 8; ++seed) {
    const auto mapped = randomMap(seed);
    if (!mapped) continue;
    const std::size_t columns = 5;
    const std::size_t rows = 4;
    const auto usage = usageGrid(mapped->wallet(), mapped->axes, columns, rows, termsOf(mapped->scenario()));
    REQUIRE(usage.size() == columns * rows);
    const MapAxes& axes = mapped->axes;
    for (std::size_t i = 0; i < usage.size(); ++i) {
      const double x = axes.x.from + (axes.x.to - axes.x.from) * static_cast<double>(i % columns) / 4;
      const double y = axes.y.from + (axes.y.to - axes.y.from) * static_cast<double>(i / columns) / 3;
      const auto [equity, requirement] = mapped->at(x, y);
      INFO("seed " << seed << " at " << x << ", " << y);
      ++cells;
      liquidated += usage[i] >= 1;
      if (std::fabs(equity) < 1e-6 * mapped->scale()) continue;
      if (equity > 0) {
        CHECK(usage[i] == Approx(requirement / equity).epsilon(1e-6).margin(1e-9));
      } else {
        const bool none = std::isinf(usage[i]) || requirement == 0;
        CHECK(none);
      }
    }
  }
  CHECK(cells > accounts());
  CHECK(liquidated > cells / 20);
}

TEST_CASE("Every point of a map's lines divides safe from liquidated", "[property][map]") {
  std::size_t points = 0;
  std::size_t closed = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 8; ++seed) {
    const auto mapped = randomMap(seed);
    if (!mapped) continue;
    const auto lines = liquidationLines(mapped->wallet(), mapped->axes, termsOf(mapped->scenario()));
    REQUIRE(lines);
    const double equal = 1e-8 * mapped->scale();
    for (const MapLine& line : *lines) {
      closed += line.closed;
      REQUIRE(line.points.size() >= 2);
      for (const MapPoint& point : line.points) {
        ++points;
        // On the line itself, or on a jump: both answers are found within a hair of it.
        const auto [equity, requirement] = mapped->at(point.x, point.y);
        bool safe = false;
        bool unsafe = std::fabs(equity - requirement) <= equal;
        if (unsafe) continue;
        // A wedge between a line and a jump may be narrow: all around, then by angles that crowd the axes.
        for (int i = 0; i < 1440 && !(safe && unsafe); ++i) {
          const double hair = 1e-7 * (1 + i % 3);
          const double angle = i < 720 ? 6.2831853 * i / 720 : 1.5707963 * (i / 180) + std::pow(0.9, i % 180);
          (mapped->safeAt(point.x + hair * std::cos(angle), point.y + hair * std::sin(angle)) ? safe
                                                                                              : unsafe) =
              true;
        }
        INFO("seed " << seed << " at " << point.x << ", " << point.y);
        CHECK((safe && unsafe));
      }
    }
  }
  CHECK(points > accounts());
  CHECK(closed < points);
}

TEST_CASE("No cell of a fine grid contradicts a map's lines", "[property][map]") {
  std::size_t changes = 0;
  for (std::uint64_t seed = 1; seed <= accounts() / 16; ++seed) {
    const auto mapped = randomMap(seed);
    if (!mapped) continue;
    const auto lines = liquidationLines(mapped->wallet(), mapped->axes, termsOf(mapped->scenario()));
    REQUIRE(lines);
    const MapAxes& axes = mapped->axes;
    // Along a row that no point of a line lies on, safety changes as often as lines are crossed.
    constexpr int kRows = 5;
    constexpr int kColumns = 60;
    for (int row = 0; row < kRows; ++row) {
      const double y = axes.y.from + (axes.y.to - axes.y.from) * (row + 0.5137) / kRows;
      std::vector<double> crossings;
      for (const MapLine& line : *lines) {
        const std::size_t pieces = line.points.size() - (line.closed ? 0 : 1);
        for (std::size_t i = 0; i < pieces; ++i) {
          const MapPoint& from = line.points[i];
          const MapPoint& to = line.points[(i + 1) % line.points.size()];
          if ((from.y < y) == (to.y < y)) continue;
          crossings.push_back(from.x + (to.x - from.x) * (y - from.y) / (to.y - from.y));
        }
      }
      for (int column = 0; column < kColumns; ++column) {
        const double from = axes.x.from + (axes.x.to - axes.x.from) * column / kColumns;
        const double to = axes.x.from + (axes.x.to - axes.x.from) * (column + 1) / kColumns;
        const double blur = (axes.x.to - axes.x.from) * 1e-3;
        const bool near = std::any_of(crossings.begin(), crossings.end(), [&](double each) {
          return std::fabs(each - from) < blur || std::fabs(each - to) < blur;
        });
        if (near) continue;
        const auto within = std::count_if(crossings.begin(), crossings.end(),
                                          [&](double each) { return each > from && each < to; });
        const bool differs = mapped->safeAt(from, y) != mapped->safeAt(to, y);
        INFO("seed " << seed << " row at " << y << " between " << from << " and " << to);
        CHECK((within % 2 == 1) == differs);
        changes += differs;
      }
    }
  }
  CHECK(changes > accounts() / 40);
}
