// SPDX-License-Identifier: MIT
#include "course.hpp"

#include <algorithm>
#include <cstddef>

namespace margin {
namespace {

/// The bends of a course by ratio; those of equity are numbered first.
std::vector<Turn> turns(const Course& course) {
  std::vector<Turn> result;
  result.reserve(course.equityBends.size() + course.requirementBends.size());
  for (const Bend& bend : course.equityBends) result.push_back({bend.ratio, result.size()});
  for (const Bend& bend : course.requirementBends) result.push_back({bend.ratio, result.size()});
  sortByRatio(result);
  return result;
}

/// A piece of the course: between two ratios everything is affine.
struct Piece {
  double from;
  double to;
  double valueFrom;  ///< Equity less requirement at `from`.
  double valueTo;    ///< The same towards `to`.
};

/// The root within a piece whose ends differ in sign. Rounding may put it outside: it is clamped.
double root(const Piece& piece, const Line& difference) {
  if (piece.valueFrom == 0) return piece.from;
  if (piece.valueTo == 0) return piece.to;
  double ratio = -difference.intercept / difference.slope;
  if (!(ratio >= kMinRatio && ratio <= kMaxRatio)) {
    ratio = piece.from + (piece.to - piece.from) * (piece.valueFrom / (piece.valueFrom - piece.valueTo));
  }
  return std::min(std::max(ratio, piece.from), piece.to);
}

class Sweep {
 public:
  explicit Sweep(const Course& course)
      : course_(course), equity_(course.equity), requirement_(course.requirement), turns_(turns(course)) {}

  std::vector<Boundary> run(double today) {
    double from = kMinRatio;
    double value = valueAt(from);
    while (from < kMaxRatio) {
      const double to = nextRatio(from);
      Piece piece{from, to, value, valueAt(to)};
      const Line difference = (equity_ - requirement_).line();
      const Line equity = equity_.line();
      const Line requirement = requirement_.line();
      const bool jump = bend(to);
      value = to == 1 ? today : valueAt(to);
      if (!jump) piece.valueTo = value;
      // Towards a jump an amount may run to 0 without reaching it: the piece is then safe to its end.
      const bool safeFrom = piece.valueFrom > 0;
      const bool safeTo = piece.valueTo > 0 || (jump && piece.valueTo == 0 && safeFrom);
      if (safeFrom != safeTo) {
        const double ratio = root(piece, difference);
        change({ratio, equity.at(ratio), requirement.at(ratio)});
      }
      if (jump && safeTo != (value > 0)) {
        change({to, equity_.line().at(to), requirement_.line().at(to)});
      }
      from = to;
    }
    return std::move(found_);
  }

 private:
  double valueAt(double ratio) const { return (equity_ - requirement_).line().at(ratio); }

  /// The end of the piece that starts at `from`. Today is always an end: its value is known.
  double nextRatio(double from) const {
    double to = from < 1 ? 1 : kMaxRatio;
    if (next_ < turns_.size()) to = std::min(to, turns_[next_].ratio);
    return to;
  }

  /// Takes all bends at this ratio. True where one of them jumps.
  bool bend(double ratio) {
    bool jump = false;
    const std::size_t ofEquity = course_.equityBends.size();
    for (; next_ < turns_.size() && turns_[next_].ratio == ratio; ++next_) {
      const std::size_t order = turns_[next_].order;
      const bool equity = order < ofEquity;
      const Bend& bend = equity ? course_.equityBends[order] : course_.requirementBends[order - ofEquity];
      LineSum& part = equity ? equity_ : requirement_;
      part -= bend.before;
      part += bend.after;
      jump = jump || bend.jump;
    }
    return jump;
  }

  /// Two changes at one ratio are a touch, not a boundary.
  void change(const Boundary& boundary) {
    if (!found_.empty() && found_.back().ratio == boundary.ratio) {
      found_.pop_back();
    } else {
      found_.push_back(boundary);
    }
  }

  const Course& course_;
  LineSum equity_;
  LineSum requirement_;
  std::vector<Turn> turns_;
  std::size_t next_ = 0;
  std::vector<Boundary> found_;
};

}  // namespace

void sortByRatio(std::vector<Turn>& turns) {
  std::sort(turns.begin(), turns.end(), [](const Turn& left, const Turn& right) {
    return left.ratio != right.ratio ? left.ratio < right.ratio : left.order < right.order;
  });
}

std::vector<Boundary> boundaries(const Course& course, double today) { return Sweep(course).run(today); }

}  // namespace margin
