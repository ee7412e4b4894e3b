// SPDX-License-Identifier: MIT
// How the solver's answers are shown: by the lines that it solved.
#pragma once

#include <optional>
#include <vector>

#include "arithmetic.hpp"
#include "course.hpp"
#include "margin/liquidation.hpp"

namespace margin {

/// A line of the solver, each number made of what it was summed from.
struct LineFigures {
  Figure slope;
  Figure intercept;
};

/// The lines of a piece.
struct PieceFigures {
  LineFigures equity;
  LineFigures requirement;
  std::optional<Figure> levelStart;  ///< The ratio at which the piece begins, where that is a level's start.
};

/// Gives a boundary its steps: the ratio at which the lines meet, or the level's start at which one jumps,
/// and the lines there.
///
/// @param symbol  What the course runs along: Ratio or ReciprocalRatio.
void addSteps(Boundary& boundary, const BoundaryPiece& piece, const PieceFigures& lines, Symbol symbol,
              Arithmetic& arithmetic);

/// The ratio at which a line of equity is 0.
Figure zeroRatio(const EquityZero& zero, const LineFigures& equity, Symbol symbol, Arithmetic& arithmetic);

/// The boundaries of a course. Steps are left only where a working is kept.
///
/// @param today    Equity less requirement today, as the wallet reports it.
/// @param linesOf  The figures of a BoundaryPiece.
template <class LinesOf>
std::vector<Boundary> boundaries(const Course& course, double today, Arithmetic& arithmetic, LinesOf linesOf,
                                 Symbol symbol = Symbol::Ratio) {
  if (!arithmetic.keeps()) return boundaries(course, today);
  std::vector<BoundaryPiece> pieces;
  std::vector<Boundary> found = boundaries(course, today, &pieces);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    addSteps(found[i], pieces[i], linesOf(pieces[i]), symbol, arithmetic);
  }
  return found;
}

/// The ratio of a zero of equity, with its steps where a working is kept.
///
/// @param equityOf  The figures of a Line that holds from a ratio on.
template <class EquityOf>
std::optional<Figure> ratioOf(const std::optional<EquityZero>& zero, Arithmetic& arithmetic,
                              EquityOf equityOf, Symbol symbol = Symbol::Ratio) {
  if (!zero) return std::nullopt;
  if (!arithmetic.keeps()) return Figure(zero->ratio);
  return zeroRatio(*zero, equityOf(zero->equity, zero->from), symbol, arithmetic);
}

}  // namespace margin
