// SPDX-License-Identifier: MIT
#include "course.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace margin {
namespace {

/// The bends of a course by ratio; those of equity are numbered first.
std::vector<Turn> turns(const Course& course) {
  std::vector<Turn> result;
  result.reserve(course.equity.bends.size() + course.requirement.bends.size());
  for (const Bend& bend : course.equity.bends) result.push_back({bend.ratio, result.size()});
  for (const Bend& bend : course.requirement.bends) result.push_back({bend.ratio, result.size()});
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
  Sweep(const Course& course, std::vector<BoundaryPiece>* pieces)
      : course_(course),
        pieces_(pieces),
        turns_(turns(course)),
        difference_(course.equity.line - course.requirement.line),
        equity_(course.equity.line),
        requirement_(course.requirement.line) {}

  std::vector<Boundary> run(double today) {
    double from = course_.extent.from;
    double value = difference_.line().at(from);
    while (from < course_.extent.to) {
      const double to = nextRatio(from);
      const Line difference = difference_.line();
      Piece piece{from, to, value, difference.at(to)};
      const std::size_t first = next_;
      const bool jump = takeBends(to);
      value = to == 1 ? today : difference_.line().at(to);
      if (!jump) piece.valueTo = value;
      // Towards a jump an amount may run to 0 without reaching it: the piece is then safe to its end.
      const bool safeFrom = piece.valueFrom > 0;
      const bool safeTo = piece.valueTo > 0 || (jump && piece.valueTo == 0 && safeFrom);
      if (safeFrom != safeTo) change(root(piece, difference), first, {from, to, false, {}, {}, difference});
      if (jump && safeTo != (value > 0))
        change(to, next_, {to, nextRatio(to), true, {}, {}, difference_.line()});
      from = to;
    }
    return std::move(found_);
  }

 private:
  /// The end of the piece that starts at `from`. Today is always an end: its value is known.
  double nextRatio(double from) const {
    double to = from < 1 ? 1 : course_.extent.to;
    if (next_ < turns_.size()) to = std::min(to, turns_[next_].ratio);
    return to;
  }

  bool isOfEquity(const Turn& turn) const { return turn.order < course_.equity.bends.size(); }
  const Bend& bendOf(const Turn& turn) const {
    return isOfEquity(turn) ? course_.equity.bends[turn.order]
                            : course_.requirement.bends[turn.order - course_.equity.bends.size()];
  }

  /// Takes all bends at this ratio. True where one of them jumps.
  bool takeBends(double ratio) {
    bool jump = false;
    for (; next_ < turns_.size() && turns_[next_].ratio == ratio; ++next_) {
      const Bend& bend = bendOf(turns_[next_]);
      const bool rises = isOfEquity(turns_[next_]);
      difference_ -= rises ? bend.before : bend.after;
      difference_ += rises ? bend.after : bend.before;
      jump = jump || bend.jump;
    }
    return jump;
  }

  /// Safety changes at a ratio, after the first so many bends. Two changes at one ratio are a touch, not a
  /// boundary.
  void change(double ratio, std::size_t bends, BoundaryPiece piece) {
    if (!found_.empty() && found_.back().ratio == ratio) {
      found_.pop_back();
      if (pieces_) pieces_->pop_back();
      return;
    }
    for (; amountsAt_ < bends; ++amountsAt_) {
      const Bend& bend = bendOf(turns_[amountsAt_]);
      LineSum& part = isOfEquity(turns_[amountsAt_]) ? equity_ : requirement_;
      part -= bend.before;
      part += bend.after;
    }
    piece.equity = equity_.line();
    piece.requirement = requirement_.line();
    found_.push_back({ratio, piece.equity.at(ratio), piece.requirement.at(ratio)});
    if (pieces_) pieces_->push_back(piece);
  }

  const Course& course_;
  std::vector<BoundaryPiece>* pieces_;
  std::vector<Turn> turns_;
  LineSum difference_;  // equity less requirement, after the first next_ bends
  std::size_t next_ = 0;
  LineSum equity_;  // after the first amountsAt_ bends: followed only to where it is told
  LineSum requirement_;
  std::size_t amountsAt_ = 0;
  std::vector<Boundary> found_;
};

/// The pieces of a course's equity, ascending, with an end at today's ratio.
std::vector<std::pair<Piece, Line>> equityPieces(const Course& course, double today) {
  std::vector<std::pair<Piece, Line>> pieces;
  LineSum equity = course.equity.line;
  double from = course.extent.from;
  const auto add = [&](double to) {
    if (!(to > from)) return;
    const Line line = equity.line();
    pieces.push_back({{from, to, from == 1 ? today : line.at(from), to == 1 ? today : line.at(to)}, line});
    from = to;
  };
  for (const Bend& bend : course.equity.bends) {
    if (from < 1 && bend.ratio > 1) add(1);
    add(bend.ratio);
    equity -= bend.before;
    equity += bend.after;
  }
  if (from < 1) add(1);
  add(course.extent.to);
  return pieces;
}

bool holdsZero(const Piece& piece) {
  return piece.valueFrom == 0 || piece.valueTo == 0 || (piece.valueFrom > 0) != (piece.valueTo > 0);
}

}  // namespace

void sortByRatio(std::vector<Turn>& turns) {
  const auto comesFirst = [](const Turn& left, const Turn& right) {
    return left.ratio != right.ratio ? left.ratio < right.ratio : left.order < right.order;
  };
  // A hull comes in order.
  if (!std::is_sorted(turns.begin(), turns.end(), comesFirst))
    std::sort(turns.begin(), turns.end(), comesFirst);
}

Track& Track::operator+=(const Track& added) {
  line.slope += added.line.slope;
  line.intercept += added.line.intercept;
  bends.insert(bends.end(), added.bends.begin(), added.bends.end());
  return *this;
}

Follower::Follower(const Track& track) : track_(track), line_(track.line) {
  turns_.reserve(track.bends.size());
  for (const Bend& bend : track.bends) turns_.push_back({bend.ratio, turns_.size()});
  sortByRatio(turns_);
}

void Follower::take() {
  const Bend& bend = track_.bends[turns_[next_++].order];
  line_ -= bend.before;
  line_ += bend.after;
}

void scaleRequirement(Course& course, double factor) {
  if (factor == 1) return;
  course.requirement.line *= factor;
  for (Bend& bend : course.requirement.bends) {
    for (Line* line : {&bend.before, &bend.after}) *line = {line->slope * factor, line->intercept * factor};
  }
}

std::optional<EquityZero> zeroBelow(const Course& course, double today) {
  const auto pieces = equityPieces(course, today);
  for (auto each = pieces.rbegin(); each != pieces.rend(); ++each) {
    const auto& [piece, line] = *each;
    if (piece.to > 1 || !holdsZero(piece)) continue;
    return EquityZero{piece.valueTo == 0 ? piece.to : root(piece, line), piece.from, line};
  }
  return std::nullopt;
}

std::optional<EquityZero> zeroAbove(const Course& course, double today) {
  for (const auto& [piece, line] : equityPieces(course, today)) {
    if (piece.from < 1 || !holdsZero(piece)) continue;
    return EquityZero{root(piece, line), piece.from, line};
  }
  return std::nullopt;
}

std::vector<Boundary> boundaries(const Course& course, double today, std::vector<BoundaryPiece>* pieces) {
  return Sweep(course, pieces).run(today);
}

}  // namespace margin
