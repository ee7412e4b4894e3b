// SPDX-License-Identifier: MIT
#include "margin/liquidation_map.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "zero_lines.hpp"

namespace margin {
namespace {

/// Where both axes move one asset, a straight piece in u and v is a curve on the map: so many points of it
/// for a piece as long as the map is wide.
constexpr double kPointsAcross = 128;

Extent ratiosOf(const MapAxis& axis) noexcept { return {1 + axis.from, 1 + axis.to}; }

/// The part of the straight piece between two places on which low <= u / v <= high, as shares of it.
std::optional<std::pair<double, double>> clipped(const Place2& from, const Place2& to,
                                                 const Extent& quotient) {
  double begin = 0;
  double end = 1;
  // u - low v >= 0 and high v - u >= 0 are affine along the piece.
  for (const bool lower : {true, false}) {
    const double limit = lower ? quotient.from : quotient.to;
    const double sign = lower ? 1 : -1;
    const double atFrom = sign * (from.u - limit * from.v);
    const double atTo = sign * (to.u - limit * to.v);
    if (atFrom < 0 && atTo < 0) return std::nullopt;
    const double crossing = atFrom / (atFrom - atTo);
    if (atFrom < 0) begin = std::max(begin, crossing);
    if (atTo < 0) end = std::min(end, crossing);
  }
  if (begin > end) return std::nullopt;
  return std::make_pair(begin, end);
}

/// Lines in u and v, of which u is the product of both axes' ratios, as lines of the map.
class Unfolding {
 public:
  Unfolding(const MapAxes& axes, bool swapped)
      : swapped_(swapped),
        quotient_(ratiosOf(swapped ? axes.y : axes.x)),
        span_(ratiosOf(swapped ? axes.x : axes.y)) {}

  std::vector<MapLine> run(const std::vector<ZeroLine>& lines) {
    for (const ZeroLine& line : lines) add(line);
    return std::move(lines_);
  }

 private:
  void add(const ZeroLine& line) {
    const std::size_t before = lines_.size();
    const std::size_t pieces = line.places.size() - (line.closed ? 0 : 1);
    for (std::size_t i = 0; i < pieces; ++i) {
      piece(line.places[i], line.places[(i + 1) % line.places.size()]);
    }
    finish();
    // Uncut, a closed line stays closed.
    if (!line.closed || lines_.size() != before + 1 || cut_) {
      cut_ = false;
      return;
    }
    lines_.back().points.pop_back();
    lines_.back().closed = true;
  }

  void piece(const Place2& from, const Place2& to) {
    const auto shares = clipped(from, to, quotient_);
    if (!shares) {
      cut_ = true;
      return finish();
    }
    const auto [begin, end] = *shares;
    if (begin > 0) {
      cut_ = true;
      finish();
    }
    const double length =
        std::max(std::abs(to.u - from.u), std::abs(to.v - from.v)) / (span_.to - span_.from);
    const int count = 1 + static_cast<int>(std::min(kPointsAcross, length * kPointsAcross));
    for (int i = current_.points.empty() ? 0 : 1; i <= count; ++i) {
      const double share = begin + (end - begin) * i / count;
      current_.points.push_back(
          pointOf({from.u + share * (to.u - from.u), from.v + share * (to.v - from.v)}));
    }
    if (end < 1) {
      cut_ = true;
      finish();
    }
  }

  MapPoint pointOf(const Place2& place) const noexcept {
    const double quotient = place.u / place.v - 1;
    const double market = place.v - 1;
    return swapped_ ? MapPoint{market, quotient} : MapPoint{quotient, market};
  }

  void finish() {
    if (current_.points.size() > 1) lines_.push_back(std::move(current_));
    current_ = {};
  }

  const bool swapped_;
  const Extent quotient_;  ///< Of the axis of the asset.
  const Extent span_;      ///< Of the axis of the market.
  std::vector<MapLine> lines_;
  MapLine current_;
  bool cut_ = false;
};

std::vector<MapLine> asMapLines(const std::vector<ZeroLine>& lines, bool swapped) {
  std::vector<MapLine> result;
  for (const ZeroLine& line : lines) {
    MapLine added;
    added.closed = line.closed;
    for (const Place2& place : line.places) {
      added.points.push_back(swapped ? MapPoint{place.v - 1, place.u - 1}
                                     : MapPoint{place.u - 1, place.v - 1});
    }
    result.push_back(std::move(added));
  }
  return result;
}

}  // namespace

std::optional<std::vector<MapLine>> liquidationLines(const Wallet& wallet, const MapAxes& axes,
                                                     const Terms& terms) {
  const MapRays rays = raysOf(axes, terms.rulebook);
  const MapPool pool = mapPoolOf(wallet, rays, terms);
  Extent u = ratiosOf(rays.swapped ? axes.y : axes.x);
  const Extent v = ratiosOf(rays.swapped ? axes.x : axes.y);
  if (rays.shared) u = {u.from * v.from, u.to * v.to};
  const auto lines = zeroLines(pool, u, v);
  if (!lines) return std::nullopt;
  return rays.shared ? Unfolding(axes, rays.swapped).run(*lines) : asMapLines(*lines, rays.swapped);
}

}  // namespace margin
