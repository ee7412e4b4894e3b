// SPDX-License-Identifier: MIT
#include "zero_lines.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace margin {
namespace {

/// A ratio at which something bends along one axis, and the requirement on its near or far side. A jump makes
/// two stations at one ratio, and a cell without width between them.
struct Station {
  double ratio = 1;
  double requirement = 0;
};

std::vector<Station> stationsOf(const Track& requirement, const Extent& extent) {
  std::vector<Turn> turns;
  for (std::size_t i = 0; i < requirement.bends.size(); ++i) {
    const double ratio = requirement.bends[i].ratio;
    if (ratio > extent.from && ratio < extent.to) turns.push_back({ratio, i});
  }
  sortByRatio(turns);
  Follower follower(requirement);
  follower.pass(extent.from);
  std::vector<Station> stations{{extent.from, follower.at(extent.from)}};
  for (std::size_t i = 0; i < turns.size();) {
    const double ratio = turns[i].ratio;
    bool jump = false;
    for (; i < turns.size() && turns[i].ratio == ratio; ++i) {
      jump = jump || requirement.bends[turns[i].order].jump;
    }
    follower.approach(ratio);
    if (jump) stations.push_back({ratio, follower.at(ratio)});
    follower.pass(ratio);
    stations.push_back({ratio, follower.at(ratio)});
  }
  follower.approach(extent.to);
  stations.push_back({extent.to, follower.at(extent.to)});
  return stations;
}

/// Names a point so that the cells around it know it is the same: a corner of the grid, or where the line
/// of no profit crosses an edge of it.
using Name = std::uint64_t;

/// A corner of a cell. Its excess is computed from the grid's own values, once and for all cells alike.
struct Corner {
  Name name = 0;
  Place2 place;
  double profit = 0;
  double excess = 0;  ///< Equity less requirement; safe above 0.

  bool safe() const noexcept { return excess > 0; }
};

/// Where the line crosses an edge, named after the edge's ends.
struct Crossing {
  std::pair<Name, Name> edge;
  Place2 place;
};

struct HashOfEdge {
  std::size_t operator()(const std::pair<Name, Name>& edge) const noexcept {
    return static_cast<std::size_t>(edge.first * 0x9E3779B97F4A7C15u ^ edge.second);
  }
};

/// Joins segments at the edges that they end on.
class Chains {
 public:
  void add(const Crossing& from, const Crossing& to) {
    const std::size_t a = end(from);
    const std::size_t b = end(to);
    link(a, b);
    link(b, a);
  }

  std::vector<ZeroLine> take() {
    std::vector<ZeroLine> lines;
    // Those that end at the rectangle's edge first: what is left then is closed.
    for (std::size_t i = 0; i < ends_.size(); ++i) {
      if (ends_[i].links == 1) trace(i, lines);
    }
    for (std::size_t i = 0; i < ends_.size(); ++i) trace(i, lines);
    return lines;
  }

 private:
  struct End {
    Place2 place;
    std::size_t next[2] = {0, 0};
    int links = 0;
    bool taken = false;
  };

  std::size_t end(const Crossing& crossing) {
    const auto [at, fresh] = numbers_.try_emplace(crossing.edge, ends_.size());
    if (fresh) ends_.push_back({crossing.place, {0, 0}, 0, false});
    return at->second;
  }
  void link(std::size_t from, std::size_t to) {
    if (ends_[from].links < 2) ends_[from].next[ends_[from].links++] = to;
  }

  void trace(std::size_t first, std::vector<ZeroLine>& lines) {
    if (ends_[first].taken) return;
    ZeroLine line;
    std::size_t at = first;
    std::size_t before = first;
    while (true) {
      End& end = ends_[at];
      end.taken = true;
      const bool repeats =
          !line.places.empty() && line.places.back().u == end.place.u && line.places.back().v == end.place.v;
      if (!repeats) line.places.push_back(end.place);
      std::size_t next = ends_.size();
      for (int i = 0; i < end.links; ++i) {
        if (end.next[i] != before && !ends_[end.next[i]].taken) next = end.next[i];
      }
      if (next == ends_.size()) break;
      before = at;
      at = next;
    }
    line.closed = ends_[first].links == 2;
    if (line.places.size() > 1) lines.push_back(std::move(line));
  }

  std::unordered_map<std::pair<Name, Name>, std::size_t, HashOfEdge> numbers_;
  std::vector<End> ends_;
};

/// Walks over the cells of the grid that all stations make.
class Cells {
 public:
  Cells(const MapPool& pool, std::vector<Station> u, std::vector<Station> v)
      : pool_(pool),
        u_(std::move(u)),
        v_(std::move(v)),
        collateralU_(pool.u.collateral.line()),
        collateralV_(pool.v.collateral.line()),
        profitU_(pool.u.profit.line()),
        profitV_(pool.v.profit.line()) {}

  std::vector<ZeroLine> run() {
    std::vector<Corner> left = column(0);
    for (std::size_t i = 1; i < u_.size(); ++i) {
      std::vector<Corner> right = column(i);
      for (std::size_t j = 1; j < v_.size(); ++j) {
        const Corner corners[] = {left[j - 1], right[j - 1], right[j], left[j]};
        cell(corners);
      }
      left = std::move(right);
    }
    return chains_.take();
  }

 private:
  Name nameOf(std::size_t i, std::size_t j) const noexcept { return 3 * (i * v_.size() + j); }

  std::vector<Corner> column(std::size_t i) const {
    std::vector<Corner> corners;
    corners.reserve(v_.size());
    for (std::size_t j = 0; j < v_.size(); ++j) {
      corners.push_back(corner(nameOf(i, j), {u_[i].ratio, v_[j].ratio},
                               u_[i].requirement + v_[j].requirement - pool_.requirementToday));
    }
    return corners;
  }

  Corner corner(Name name, Place2 place, double requirement) const noexcept {
    const double profit = profitU_.at(place.u) + profitV_.at(place.v) - pool_.profitToday;
    const double held = collateralU_.at(place.u) + collateralV_.at(place.v) - pool_.collateralToday;
    return {name, place, profit, held + pool_.asMargin(profit) - requirement};
  }

  void cell(const Corner (&corners)[4]) {
    const auto gains = std::count_if(std::begin(corners), std::end(corners),
                                     [](const Corner& corner) { return corner.profit > 0; });
    if (pool_.keptGain == 1 || gains == 0 || gains == 4) {
      polygon({corners[0], corners[1], corners[2], corners[3]});
      return;
    }
    split(corners);
  }

  /// A cell in which profit turns into loss: one polygon on each side of that line.
  void split(const Corner (&corners)[4]) {
    std::vector<Corner> gains;
    std::vector<Corner> losses;
    for (int i = 0; i < 4; ++i) {
      const Corner& from = corners[i];
      const Corner& to = corners[(i + 1) % 4];
      (from.profit > 0 ? gains : losses).push_back(from);
      if ((from.profit > 0) == (to.profit > 0)) continue;
      const Corner zero = noProfit(from, to);
      gains.push_back(zero);
      losses.push_back(zero);
    }
    polygon(gains);
    polygon(losses);
  }

  /// Where profit is 0 on an edge; named after the edge's lower end, and computed from it, in every cell.
  Corner noProfit(const Corner& one, const Corner& other) const noexcept {
    const Corner& low = one.name < other.name ? one : other;
    const Corner& high = one.name < other.name ? other : one;
    const double share = low.profit / (low.profit - high.profit);
    Corner zero;
    // An edge runs along v between neighbours in a column, else along u.
    zero.name = low.name + (high.name - low.name == 3 ? 1 : 2);
    zero.place = between(low.place, high.place, share);
    const double lossAtLow = low.profit > 0 ? low.profit * pool_.keptGain : low.profit;
    const double lossAtHigh = high.profit > 0 ? high.profit * pool_.keptGain : high.profit;
    // All but the profit is affine along the edge, and the profit is nothing.
    const double restLow = low.excess - lossAtLow;
    const double restHigh = high.excess - lossAtHigh;
    zero.excess = restLow + share * (restHigh - restLow);
    return zero;
  }

  static Place2 between(const Place2& from, const Place2& to, double share) noexcept {
    return {from.u == to.u ? from.u : from.u + share * (to.u - from.u),
            from.v == to.v ? from.v : from.v + share * (to.v - from.v)};
  }

  /// Inside a polygon the excess is affine: the line crosses two of its edges or none. (Between the two sides
  /// of jumps it may cross four; each way out is then joined to the next way in.)
  void polygon(const std::vector<Corner>& corners) {
    std::optional<Crossing> first;
    std::optional<Crossing> out;
    for (std::size_t i = 0; i < corners.size(); ++i) {
      const Corner& from = corners[i];
      const Corner& to = corners[(i + 1) % corners.size()];
      if (from.safe() == to.safe()) continue;
      const Crossing crossing = crossingOf(from, to);
      if (from.safe()) {
        out = crossing;
      } else if (out) {
        chains_.add(*out, crossing);
        out.reset();
      } else {
        first = crossing;
      }
    }
    if (first && out) chains_.add(*out, *first);
  }

  static Crossing crossingOf(const Corner& one, const Corner& other) noexcept {
    const Corner& low = one.name < other.name ? one : other;
    const Corner& high = one.name < other.name ? other : one;
    const double share = low.excess / (low.excess - high.excess);
    return {{low.name, high.name}, between(low.place, high.place, share)};
  }

  const MapPool& pool_;
  const std::vector<Station> u_;
  const std::vector<Station> v_;
  const Line collateralU_;
  const Line collateralV_;
  const Line profitU_;
  const Line profitV_;
  Chains chains_;
};

}  // namespace

std::optional<std::vector<ZeroLine>> zeroLines(const MapPool& pool, const Extent& u, const Extent& v) {
  if (!pool.open) return std::vector<ZeroLine>();
  std::vector<Station> stationsU = stationsOf(pool.u.requirement, u);
  std::vector<Station> stationsV = stationsOf(pool.v.requirement, v);
  if (stationsU.size() > kMostMapCells / stationsV.size()) return std::nullopt;
  return Cells(pool, std::move(stationsU), std::move(stationsV)).run();
}

}  // namespace margin
