// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "margin/liquidation.hpp"
#include "sum.hpp"

namespace margin {

/// An amount as a function of the price ratio x: slope x + intercept.
struct Line {
  double slope = 0;
  double intercept = 0;

  double at(double ratio) const noexcept { return slope * ratio + intercept; }
  friend bool operator==(const Line& left, const Line& right) noexcept {
    return left.slope == right.slope && left.intercept == right.intercept;
  }
};

/// A sum of lines; lines can be taken out again without leaving a trace.
struct LineSum {
  Sum slope;
  Sum intercept;

  LineSum& operator+=(const Line& line) noexcept {
    slope += line.slope;
    intercept += line.intercept;
    return *this;
  }
  LineSum& operator-=(const Line& line) noexcept { return *this += Line{-line.slope, -line.intercept}; }
  friend LineSum operator-(const LineSum& left, const LineSum& right) noexcept {
    return {left.slope - right.slope, left.intercept - right.intercept};
  }
  LineSum& operator*=(double factor) noexcept {
    slope = Sum(slope.value() * factor);
    intercept = Sum(intercept.value() * factor);
    return *this;
  }
  Line line() const noexcept { return {slope.value(), intercept.value()}; }
};

/// From this ratio on, one part of a sum follows another line.
struct Bend {
  double ratio = 1;
  Line before;
  Line after;
  bool jump = false;  ///< The two lines differ at the ratio itself.
};

/// An amount along a ray, as a piecewise affine function of the ratio.
struct Track {
  LineSum line;             ///< Where the ray begins.
  std::vector<Bend> bends;  ///< In any order.

  Track& operator+=(const Line& added) noexcept {
    line += added;
    return *this;
  }
  /// Adds an amount that follows other lines from some ratios on.
  Track& operator+=(const Track& added);
};

/// The ratios between which a ray runs; prices stay positive there.
struct Extent {
  double from = kMinRatio;
  double to = kMaxRatio;
};

/// Equity and requirement of a pool along a ray of prices. Bends of equity ascend.
struct Course {
  Track equity;
  Track requirement;
  Extent extent;
};

/// The piece of a course that a boundary was found on.
struct BoundaryPiece {
  double from = 1;    ///< Where its lines begin to hold: all bends up to here are taken.
  double to = 1;      ///< Where they cease to hold.
  bool jump = false;  ///< The boundary is a bend that jumps; the lines are those after it.
  Line equity;
  Line requirement;
  Line difference;  ///< Equity less requirement, summed as one: its root is the boundary.
};

/// Multiplies the requirement of a course.
void scaleRequirement(Course& course, double factor);

/// When a bend comes along a ray. Equal ratios keep the order in which the bends were made, so that every
/// standard library sums them alike.
struct Turn {
  double ratio = 1;
  std::size_t order = 0;
};

/// The turns of bends in a list, by ratio.
void sortByRatio(std::vector<Turn>& turns);

/// A track followed from the beginning of its ray on.
class Follower {
 public:
  explicit Follower(const Track& track);

  /// Goes on to a ratio, not below the last: without the bends at it, or with them.
  void approach(double ratio) {
    while (next_ < turns_.size() && turns_[next_].ratio < ratio) take();
  }
  void pass(double ratio) {
    while (next_ < turns_.size() && turns_[next_].ratio <= ratio) take();
  }
  /// The amount at a ratio on the piece that has been reached.
  double at(double ratio) const noexcept { return line_.line().at(ratio); }
  Line line() const noexcept { return line_.line(); }

 private:
  void take();

  const Track& track_;
  std::vector<Turn> turns_;
  std::size_t next_ = 0;
  LineSum line_;
};

/// Where equity changes from above the requirement (safe) to at or below it, or back, ascending.
///
/// Each piece between two bends is decided by the signs at its ends and solved in closed form. Where the
/// course is continuous both neighbours use one and the same value at their common end, so that rounding
/// can neither lose a root nor invent a pair. A bend that jumps can itself be the boundary.
///
/// @param today   Equity less requirement at ratio 1 as the wallet reports it: the answer agrees with it.
/// @param pieces  Receives, boundary by boundary, the piece that it was found on; nullptr: not asked for.
std::vector<Boundary> boundaries(const Course& course, double today,
                                 std::vector<BoundaryPiece>* pieces = nullptr);

/// A ratio at which the equity of a course is 0, and the piece that it was found on.
struct EquityZero {
  double ratio = 1;
  double from = 1;  ///< Where its line begins to hold.
  Line equity;
};

/// The ratio nearest to today's, at or below it, at which the equity of a course is 0: a crossing or a touch.
///
/// @param today  Equity at ratio 1 as the wallet reports it.
std::optional<EquityZero> zeroBelow(const Course& course, double today);
/// The same at or above today's.
std::optional<EquityZero> zeroAbove(const Course& course, double today);

}  // namespace margin
