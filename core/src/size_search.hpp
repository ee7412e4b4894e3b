// SPDX-License-Identifier: MIT
// The least and the largest size that keeps to a limit.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace margin {

/// No position is larger, contracts.
inline constexpr double kLargestSize = 1e15;

/// The ends of the pieces between 0 and the most, in which the room of a size is concave: equity is, since a
/// gain is never counted higher than a loss; a requirement is convex from one level's start to the next.
inline std::vector<double> piecesOf(std::vector<double> starts, double most) {
  starts.push_back(0);
  starts.push_back(most);
  starts.erase(std::remove_if(starts.begin(), starts.end(),
                              [&](double start) { return !(start >= 0 && start <= most); }),
               starts.end());
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

/// The end of a span at which a room of 0 or more turns into less, to the last digit. The room is kept at
/// `kept` and not at `broken`.
template <class Room>
double edge(Room room, double kept, double broken) {
  while (true) {
    const double middle = kept + (broken - kept) / 2;
    if (middle == kept || middle == broken) return kept;
    (room(middle) >= 0 ? kept : broken) = middle;
  }
}

/// A place inside a piece at which a concave room is 0 or more, where there is one.
template <class Room>
std::optional<double> placeWithin(Room room, double from, double to) {
  constexpr int kThirds = 200;
  for (int i = 0; i < kThirds; ++i) {
    const double left = from + (to - from) / 3;
    const double right = to - (to - from) / 3;
    if (!(left > from && right < to && left < right)) break;
    const double atLeft = room(left);
    const double atRight = room(right);
    if (atLeft >= 0) return left;
    if (atRight >= 0) return right;
    (atLeft < atRight ? from : to) = atLeft < atRight ? left : right;
  }
  return std::nullopt;
}

/// The least size above 0 and at most `most` with room for it; nullopt where none has. At 0 there is none.
///
/// @param starts  Sizes at which the room may jump.
template <class Room>
std::optional<double> leastSize(Room room, std::vector<double> starts, double most) {
  const std::vector<double> ends = piecesOf(std::move(starts), most);
  for (std::size_t i = 1; i < ends.size(); ++i) {
    // A piece is judged just inside its ends: at a level's start the next level holds already.
    const double from = std::nextafter(ends[i - 1], ends[i]);
    const double to = ends[i];
    if (room(from) >= 0) return from;
    if (room(to) >= 0) return edge(room, to, from);
    const double inside = std::nextafter(to, from);
    if (inside > from && room(inside) >= 0) return edge(room, inside, from);
    if (const auto place = placeWithin(room, from, inside)) return edge(room, *place, from);
  }
  return std::nullopt;
}

/// The largest size up to which every size has room, at most `most`; nullopt where the smallest has none.
template <class Room>
std::optional<double> largestSize(Room room, std::vector<double> starts, double most) {
  const std::vector<double> ends = piecesOf(std::move(starts), most);
  std::optional<double> largest;
  for (std::size_t i = 1; i < ends.size(); ++i) {
    const double from = std::nextafter(ends[i - 1], ends[i]);
    const double to = ends[i];
    const double inside = std::nextafter(to, from);
    if (room(from) < 0) return largest;
    if (room(inside) < 0) return edge(room, from, inside);
    largest = room(to) < 0 ? inside : to;
    if (*largest != to) return largest;
  }
  return largest;
}

/// A size in whole lots, no more or (upwards) no less: what is whole lots but for rounding stays what it is, unless
/// a level's start lies between.
inline double wholeLots(const std::function<double(double)>& room, double size, double lot, bool upwards) {
  constexpr double kRounding = 1e-9;
  const double count = size / lot;
  const double lots = upwards ? std::ceil(count - kRounding) : std::floor(count + kRounding);
  const double further = upwards ? lots + 1 : lots - 1;
  if (!(lots > 0 && further > 0)) return lots * lot;
  const double lacking = -room(lots * lot);
  // Rounding takes next to nothing of what a lot does, a level more than that.
  const bool jumps = lacking > 0 && lacking > 1e-6 * std::abs(lacking + room(further * lot));
  return (jumps ? further : lots) * lot;
}

}  // namespace margin
