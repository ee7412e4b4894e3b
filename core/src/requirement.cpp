// SPDX-License-Identifier: MIT
#include "requirement.hpp"

#include <algorithm>
#include <cstddef>

namespace margin {
namespace {

/// Follows a leg's maintenance margin from kMinRatio on: hands over a bend at each level's start.
/// @return  The line it begins with.
template <class Take>
Line followMaintenance(const Leg& leg, Levels rule, Take take) {
  const std::vector<MarginLevel>& levels = leg.schedule->levels();
  const auto lineOf = [&](std::size_t level) {
    const MarginLine line = leg.schedule->maintenanceLine(level, rule);
    return Line{line.rate * leg.markNotional, line.offset};
  };
  Line first = lineOf(0);
  Line before = first;
  for (std::size_t level = 1; level < levels.size(); ++level) {
    const double ratio = levels[level].from / leg.markNotional;
    if (ratio > kMaxRatio) break;
    const Line after = lineOf(level);
    if (ratio <= kMinRatio) {
      first = after;
    } else if (!(before == after)) {
      take(Bend{ratio, before, after, rule == Levels::Flat});
    }
    before = after;
  }
  return first;
}

/// The larger of two sums of lines, followed from bend to bend and written out as bends of its own.
class UpperHull {
 public:
  UpperHull(const std::vector<Leg>& legs, Levels rule) {
    bends_.reserve(mostBends(legs));
    for (const Leg& leg : legs) {
      side(leg.side) += followMaintenance(leg, rule, [&](const Bend& bend) {
        bends_.push_back({bend, leg.side});
      });
    }
    turns_.reserve(bends_.size());
    for (const SideBend& each : bends_) turns_.push_back({each.bend.ratio, turns_.size()});
    sortByRatio(turns_);
  }

  void addTo(Course& course) {
    double from = kMinRatio;
    bool jump = false;
    std::size_t next = 0;
    while (true) {
      const double to = next < turns_.size() ? turns_[next].ratio : kMaxRatio;
      piece(course, from, to, jump);
      if (next == turns_.size()) return;
      from = to;
      jump = false;
      for (; next < turns_.size() && turns_[next].ratio == from; ++next) {
        const SideBend& taken = bends_[turns_[next].order];
        side(taken.side) -= taken.bend.before;
        side(taken.side) += taken.bend.after;
        jump = jump || taken.bend.jump;
      }
    }
  }

 private:
  struct SideBend {
    Bend bend;
    Side side;
  };

  LineSum& side(Side side) noexcept { return side == Side::Long ? long_ : short_; }

  /// The hull between two bends: one side, or one side and then, from where they are equal, the other.
  void piece(Course& course, double from, double to, bool jump) {
    const Line difference = (long_ - short_).line();
    const double atFrom = difference.at(from);
    const double atTo = difference.at(to);
    if (atFrom >= 0 && atTo >= 0) return follow(course, from, long_.line(), jump);
    if (atFrom <= 0 && atTo <= 0) return follow(course, from, short_.line(), jump);
    const double equal = std::min(std::max(-difference.intercept / difference.slope, from), to);
    follow(course, from, (atFrom > 0 ? long_ : short_).line(), jump);
    follow(course, equal, (atFrom > 0 ? short_ : long_).line(), false);
  }

  void follow(Course& course, double from, const Line& line, bool jump) {
    if (!started_) {
      course.requirement += line;
      started_ = true;
    } else if (!(line == current_)) {
      course.requirementBends.push_back({from, current_, line, jump});
    }
    current_ = line;
  }

  LineSum long_;
  LineSum short_;
  std::vector<SideBend> bends_;
  std::vector<Turn> turns_;
  Line current_;
  bool started_ = false;
};

/// The level that a leg has reached when its course comes to a ratio.
std::size_t levelFrom(const Leg& leg, double ratio) noexcept {
  const std::vector<MarginLevel>& levels = leg.schedule->levels();
  std::size_t level = 0;
  while (level + 1 < levels.size() && levels[level + 1].from / leg.markNotional <= ratio) ++level;
  return level;
}

Line lineFrom(const Leg& leg, Levels rule, double ratio) noexcept {
  const MarginLine line = leg.schedule->maintenanceLine(levelFrom(leg, ratio), rule);
  return {line.rate * leg.markNotional, line.offset};
}

bool opposed(const std::vector<Leg>& legs) noexcept {
  return std::any_of(legs.begin(), legs.end(), [&](const Leg& leg) { return leg.side != legs.front().side; });
}

}  // namespace

std::size_t mostBends(const std::vector<Leg>& legs) noexcept {
  std::size_t bends = 0;
  for (const Leg& leg : legs) bends += leg.schedule->levels().size() - 1;
  return bends;
}

Requirement netted(const std::vector<Leg>& legs, bool netting, Arithmetic& arithmetic) {
  const auto margin = [&](Figure Leg::*of, Symbol symbol) {
    FigureSum sums[2];
    for (const Leg& leg : legs) sums[leg.side == Side::Long ? 0 : 1].add(arithmetic, leg.*of);
    if (!opposed(legs)) {
      const bool shorts = !legs.empty() && legs.front().side == Side::Short;
      return sums[shorts ? 1 : 0].total(arithmetic, symbol);
    }
    const Figure longs = sums[0].total(arithmetic, Symbol::LongMargin);
    const Figure shorts = sums[1].total(arithmetic, Symbol::ShortMargin);
    return netting ? arithmetic.larger(symbol, longs, shorts) : arithmetic.plus(symbol, longs, shorts);
  };
  return {margin(&Leg::initialMargin, Symbol::InitialMargin),
          margin(&Leg::maintenanceMargin, Symbol::MaintenanceMargin)};
}

void addMaintenanceTerms(FigureSum& slope, FigureSum& intercept, const std::vector<Leg>& legs,
                         const Policy& policy, const BoundaryPiece& piece, Arithmetic& a) {
  const bool nets = policy.netting && opposed(legs);
  const double middle = piece.from + (piece.to - piece.from) / 2;
  double longer = 0;  // the long side's margin less the short side's
  for (const Leg& leg : legs) {
    if (nets) longer += sign(leg.side) * lineFrom(leg, policy.levels, piece.from).at(middle);
  }
  const Side dearer = longer > 0 ? Side::Long : Side::Short;
  for (const Leg& leg : legs) {
    if (nets && leg.side != dearer) continue;
    const MarginLine line = leg.schedule->maintenanceLine(levelFrom(leg, piece.from), policy.levels);
    a.setSubject(leg.contract->symbol);
    const Figure rate = a.input(Symbol::MaintenanceRate, line.rate, leg.contract->assumed);
    slope.add(a, a.times(Symbol::Intermediate, rate, leg.markNotional));
    if (line.offset == 0) continue;
    intercept.add(a, a.input(Symbol::MaintenanceOffset, line.offset, leg.contract->assumed));
  }
}

std::optional<Figure> levelStartAt(double ratio, const std::vector<Leg>& legs, Arithmetic& a) {
  for (const Leg& leg : legs) {
    const std::size_t level = levelFrom(leg, ratio);
    const double start = leg.schedule->levels()[level].from;
    if (start / leg.markNotional != ratio) continue;
    a.setSubject(leg.contract->symbol);
    return a.over(Symbol::LevelRatio, a.input(Symbol::LevelStart, start, leg.contract->assumed),
                  leg.markNotional);
  }
  return std::nullopt;
}

void addMaintenance(Course& course, const std::vector<Leg>& legs, const Policy& policy) {
  if (policy.marginBasis == MarginBasis::Entry) {
    Arithmetic unkept(nullptr, {});
    course.requirement += Line{0, netted(legs, policy.netting, unkept).maintenance};
    return;
  }
  if (policy.netting && opposed(legs)) {
    UpperHull(legs, policy.levels).addTo(course);
    return;
  }
  for (const Leg& leg : legs) {
    course.requirement += followMaintenance(
        leg, policy.levels, [&](const Bend& bend) { course.requirementBends.push_back(bend); });
  }
}

}  // namespace margin
