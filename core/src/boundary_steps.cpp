// SPDX-License-Identifier: MIT
#include "boundary_steps.hpp"

#include <cmath>

namespace margin {
namespace {

/// A ratio that a piece's end decided, not the lines: they meet there but for the last digits.
Figure atEnd(double ratio, const Figure& meeting, std::optional<Figure> levelStart, Symbol symbol,
             Arithmetic& arithmetic) {
  const bool atLevel = levelStart && *levelStart == ratio;
  const Figure end =
      atLevel ? *levelStart : arithmetic.input(ratio == 1 ? Symbol::One : Symbol::PieceEnd, ratio);
  return std::isfinite(meeting.value) ? arithmetic.choice(symbol, end, meeting) : end;
}

/// A line at a ratio.
Figure at(Symbol symbol, const LineFigures& line, const Figure& ratio, Arithmetic& arithmetic) {
  return arithmetic.plus(symbol, arithmetic.times(Symbol::Intermediate, line.slope, ratio), line.intercept);
}

}  // namespace

void addSteps(Boundary& boundary, const BoundaryPiece& piece, const PieceFigures& lines, Symbol symbol,
              Arithmetic& a) {
  const double ratio = boundary.ratio;
  if (piece.jump && lines.levelStart && *lines.levelStart == ratio) {
    boundary.ratio = *lines.levelStart;
  } else {
    const Figure rise = a.noted(Symbol::Intermediate, Operation::Difference, piece.difference.slope,
                                {a.stepOf(lines.equity.slope), a.stepOf(lines.requirement.slope)});
    const Figure missing = a.noted(Symbol::Intermediate, Operation::Difference, -piece.difference.intercept,
                                   {a.stepOf(lines.requirement.intercept), a.stepOf(lines.equity.intercept)});
    const Figure meeting = a.over(symbol, missing, rise);
    boundary.ratio = meeting == ratio ? meeting : atEnd(ratio, meeting, lines.levelStart, symbol, a);
  }
  boundary.marginEquity = at(Symbol::MarginEquity, lines.equity, boundary.ratio, a);
  boundary.maintenanceMargin = at(Symbol::MaintenanceMargin, lines.requirement, boundary.ratio, a);
}

Figure zeroRatio(const EquityZero& zero, const LineFigures& equity, Symbol symbol, Arithmetic& a) {
  const Figure lost = a.minus(Symbol::Intermediate, 0, equity.intercept);
  const Figure meeting = a.over(symbol, lost, equity.slope);
  return meeting == zero.ratio ? meeting : atEnd(zero.ratio, meeting, std::nullopt, symbol, a);
}

}  // namespace margin
