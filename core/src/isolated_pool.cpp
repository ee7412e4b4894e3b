// SPDX-License-Identifier: MIT
#include <vector>

#include "pool.hpp"
#include "requirement.hpp"

namespace margin {
namespace {

/// The lines of an isolated position's course, shown.
class IsolatedLines {
 public:
  IsolatedLines(const Leg& leg, Figure allocatedMargin, Figure unrealized, const Line& profit,
                const ProfitCurrency& profitCurrency, const Policy& policy, Arithmetic& arithmetic)
      : leg_(leg),
        allocatedMargin_(allocatedMargin),
        unrealized_(unrealized),
        profit_(profit),
        profitCurrency_(profitCurrency),
        policy_(policy),
        arithmetic_(arithmetic) {}

  LineFigures equityOf(const Line& line, double from) const {
    Arithmetic& a = arithmetic_;
    a.setSubject(leg_.contract->symbol);
    const Figure kept = keptFrom(from, profit_, profitCurrency_);
    Figure slope = a.times(Symbol::Exposure, a.input(Symbol::Side, sign(leg_.side)), leg_.markNotional);
    Figure rest = a.noted(Symbol::Intermediate, Operation::Difference, profit_.intercept,
                          {a.stepOf(unrealized_), slope.step});
    if (kept != 1) {
      slope = a.times(Symbol::GainAsMargin, slope, kept);
      rest = a.times(Symbol::GainAsMargin, rest, kept);
    }
    FigureSum slopes;
    slopes.add(a, slope);
    FigureSum intercepts;
    intercepts.add(a, allocatedMargin_);
    intercepts.add(a, rest);
    const Figure total = slopes.totalAs(a, Symbol::EquitySlope, line.slope);
    return {total, intercepts.totalAs(a, Symbol::EquityIntercept, line.intercept)};
  }

  PieceFigures linesOf(const BoundaryPiece& piece) const {
    Arithmetic& a = arithmetic_;
    PieceFigures lines;
    lines.equity = equityOf(piece.equity, piece.from);
    FigureSum slope;
    FigureSum intercept;
    if (policy_.marginBasis == MarginBasis::Entry) {
      intercept.add(a, leg_.maintenanceMargin);
    } else {
      addMaintenanceTerms(slope, intercept, {leg_}, policy_, piece, a);
      lines.levelStart = levelStartAt(piece.from, {leg_}, a);
    }
    lines.requirement.slope = slope.totalAs(a, Symbol::RequirementSlope, piece.requirement.slope);
    lines.requirement.intercept =
        intercept.totalAs(a, Symbol::RequirementIntercept, piece.requirement.intercept);
    return lines;
  }

 private:
  const Leg& leg_;
  const Figure allocatedMargin_;
  const Figure unrealized_;
  const Line profit_;
  const ProfitCurrency& profitCurrency_;
  const Policy& policy_;
  Arithmetic& arithmetic_;
};

}  // namespace

IsolatedPool isolatedPool(const Leg& leg, Figure allocatedMargin, ProfitCurrency profitCurrency,
                          const Terms& terms, Arithmetic& arithmetic) {
  FigureSum sum;
  sum.add(arithmetic, leg.unrealizedPnl);
  sum.add(arithmetic, leg.unrealizedFunding);
  const Figure unrealized = sum.total(arithmetic, Symbol::Intermediate);
  const Figure asMargin = profitCurrency.asMargin(unrealized, arithmetic);
  const Figure equity = arithmetic.plus(Symbol::Equity, allocatedMargin, asMargin);

  Course course;
  const double slope = sign(leg.side) * leg.markNotional;
  course.equity += Line{0, allocatedMargin};
  const Line profit{slope, (sum.sum() - Sum(slope)).value()};
  addAsMargin(course.equity, profit, profitCurrency, course.extent);
  addMaintenance(course, {leg}, terms.policy);
  scaleRequirement(course, terms.alarm);
  const IsolatedLines lines(leg, allocatedMargin, unrealized, profit, profitCurrency, terms.policy,
                            arithmetic);
  return {asMargin, equity,
          answer(
              course, equity, leg.maintenanceMargin * terms.alarm, arithmetic,
              [&](const BoundaryPiece& piece) { return lines.linesOf(piece); },
              [&](const Line& line, double from) { return lines.equityOf(line, from); })};
}

}  // namespace margin
