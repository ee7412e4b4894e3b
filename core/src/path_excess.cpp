// SPDX-License-Identifier: MIT
#include "path_excess.hpp"

#include <algorithm>
#include <limits>

#include "pool.hpp"
#include "wallet_tracks.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

/// A course and its two ends, which a coin's wallet has in 1 / ratio.
std::vector<PathPlace> placesOf(const Course& course, double low, double high, bool towardsHigh) {
  std::vector<double> ratios{low, high};
  for (const Track* track : {&course.equity, &course.requirement}) {
    for (const Bend& bend : track->bends) {
      if (bend.ratio > low && bend.ratio < high) ratios.push_back(bend.ratio);
    }
  }
  std::sort(ratios.begin(), ratios.end());
  ratios.erase(std::unique(ratios.begin(), ratios.end()), ratios.end());
  Follower equity(course.equity);
  Follower requirement(course.requirement);
  std::vector<PathPlace> places;
  for (const double ratio : ratios) {
    const bool isToday = ratio == (towardsHigh ? low : high);
    equity.approach(ratio);
    requirement.approach(ratio);
    // Below the lower end the way does not go; today itself is judged with its bends.
    if (ratio != low && !isToday) places.push_back({ratio, equity.at(ratio) - requirement.at(ratio)});
    equity.pass(ratio);
    requirement.pass(ratio);
    const bool isGoalAbove = towardsHigh && ratio == high;
    if (!isGoalAbove) places.push_back({ratio, equity.at(ratio) - requirement.at(ratio)});
  }
  return places;
}

}  // namespace

std::vector<PathPlace> pathTo(const Survival& goal, const Wallet& wallet, const Terms& terms) {
  const std::vector<Position>& positions = positionsOf(wallet);
  const bool open = std::any_of(positions.begin(), positions.end(), [](const Position& position) {
    return position.margin == MarginMode::Cross;
  });
  if (!open) return {};
  const double end = 1 + goal.move;
  const Ray ray = rayOf(terms.rulebook, goal.factor);
  if (const auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    const WalletTracks tracks = reciprocalTracksOf(*single, terms);
    const double last = ray.weight[single->asset] == 0 ? 1 : 1 / end;
    std::vector<PathPlace> places = placesOf({tracks.crossMarginEquity, tracks.crossMaintenanceMargin, {}},
                                             std::min(1.0, last), std::max(1.0, last), last > 1);
    for (PathPlace& place : places) place.ratio = 1 / place.ratio;
    return places;
  }
  const WalletTracks tracks = tracksOf(wallet, ray, terms);
  return placesOf({tracks.crossMarginEquity, tracks.crossMaintenanceMargin, {}}, std::min(1.0, end),
                  std::max(1.0, end), end > 1);
}

double leastExcess(const Survival& goal, const Wallet& wallet, const Terms& terms) {
  double least = std::numeric_limits<double>::infinity();
  for (const PathPlace& place : pathTo(goal, wallet, terms)) least = std::min(least, place.excess);
  return least;
}

}  // namespace margin
