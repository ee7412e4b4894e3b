// SPDX-License-Identifier: MIT
#include "requirement.hpp"

#include <algorithm>
#include <cstddef>

namespace margin {
namespace {

/// Follows the margin of a load along its ray: hands over a bend at each level's start.
/// @return  The line it begins with.
template <class Take>
Line follow(const Load& load, Levels rule, MarginKind kind, const Extent& extent, Take take) {
  const std::vector<MarginLevel>& levels = load.schedule->levels();
  const double weight = load.weight;
  const auto lineOf = [&](std::size_t level) {
    const MarginLine line = kind == MarginKind::Initial ? load.schedule->initialLine(level, rule)
                                                        : load.schedule->maintenanceLine(level, rule);
    const double whole = line.rate * load.notional;
    return Line{whole * weight, whole * (1 - weight) + line.offset};
  };
  if (weight == 0) return lineOf(load.schedule->levelAt(load.notional));
  const auto ratioOf = [&](std::size_t level) {
    const double price = levels[level].from / load.notional;
    return weight == 1 ? price : 1 + (price - 1) / weight;
  };
  const bool rises = weight > 0;
  Line first = lineOf(rises ? 0 : levels.size() - 1);
  Line before = first;
  for (std::size_t i = 1; i < levels.size(); ++i) {
    // Falling, a level is left at its start for the one below.
    const std::size_t start = rises ? i : levels.size() - i;
    const double ratio = ratioOf(start);
    if (ratio > extent.to) break;
    const Line after = lineOf(rises ? start : start - 1);
    if (ratio <= extent.from) {
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
  UpperHull(const std::vector<Load>& loads, Levels rule, MarginKind kind, const Extent& extent)
      : extent_(extent) {
    for (const Load& load : loads) {
      side(load.side) += margin::follow(load, rule, kind, extent, [&](const Bend& bend) {
        bends_.push_back({bend, load.side});
      });
    }
    turns_.reserve(bends_.size());
    for (const SideBend& each : bends_) turns_.push_back({each.bend.ratio, turns_.size()});
    sortByRatio(turns_);
  }

  void addTo(Track& track) {
    double from = extent_.from;
    bool jump = false;
    std::size_t next = 0;
    while (true) {
      const double to = next < turns_.size() ? turns_[next].ratio : extent_.to;
      piece(track, from, to, jump);
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
  void piece(Track& track, double from, double to, bool jump) {
    const Line difference = (long_ - short_).line();
    const double atFrom = difference.at(from);
    const double atTo = difference.at(to);
    if (atFrom >= 0 && atTo >= 0) return follow(track, from, long_.line(), jump);
    if (atFrom <= 0 && atTo <= 0) return follow(track, from, short_.line(), jump);
    const double equal = std::min(std::max(-difference.intercept / difference.slope, from), to);
    follow(track, from, (atFrom > 0 ? long_ : short_).line(), jump);
    follow(track, equal, (atFrom > 0 ? short_ : long_).line(), false);
  }

  void follow(Track& track, double from, const Line& line, bool jump) {
    if (!started_) {
      track += line;
      started_ = true;
    } else if (!(line == current_)) {
      track.bends.push_back({from, current_, line, jump});
    }
    current_ = line;
  }

  const Extent extent_;
  LineSum long_;
  LineSum short_;
  std::vector<SideBend> bends_;
  std::vector<Turn> turns_;
  Line current_;
  bool started_ = false;
};

/// Whether legs or loads stand on both sides.
template <class Legs>
bool opposed(const Legs& legs) noexcept {
  return std::any_of(legs.begin(), legs.end(),
                     [&](const auto& leg) { return leg.side != legs.front().side; });
}

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

Load loadOf(const Leg& leg, MarginBasis basis, double weight) noexcept {
  if (basis == MarginBasis::Mark) return {leg.side, leg.schedule, leg.markNotional, weight};
  return {leg.side, leg.schedule, leg.entryNotional, 0};
}

void addMargin(Track& track, const std::vector<Load>& loads, const Policy& policy, MarginKind kind,
               const Extent& extent) {
  if (policy.netting && opposed(loads)) {
    UpperHull(loads, policy.levels, kind, extent).addTo(track);
    return;
  }
  for (const Load& load : loads) {
    track +=
        follow(load, policy.levels, kind, extent, [&](const Bend& bend) { track.bends.push_back(bend); });
  }
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
  std::vector<Load> loads;
  loads.reserve(legs.size());
  for (const Leg& leg : legs) loads.push_back(loadOf(leg, policy.marginBasis, 1));
  addMargin(course.requirement, loads, policy, MarginKind::Maintenance, course.extent);
}

}  // namespace margin
