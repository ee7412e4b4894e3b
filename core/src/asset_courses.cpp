// SPDX-License-Identifier: MIT
#include "asset_courses.hpp"

#include "map_pool.hpp"

namespace margin {

AssetCourse::AssetCourse(Line collateralLine, Line profitLine, const Track& requirement)
    : collateral(collateralLine), profit(profitLine), from_{0}, pieces_{requirement.line.line()} {
  std::vector<Turn> turns;
  for (const Bend& bend : requirement.bends) turns.push_back({bend.ratio, turns.size()});
  sortByRatio(turns);
  Follower follower(requirement);
  for (const Turn& turn : turns) {
    if (turn.ratio == from_.back()) continue;
    follower.pass(turn.ratio);
    from_.push_back(turn.ratio);
    pieces_.push_back(follower.line());
  }
}

const Line& AssetCourse::requirementAt(double ratio) noexcept {
  while (piece_ + 1 < from_.size() && ratio >= from_[piece_ + 1]) ++piece_;
  while (ratio < from_[piece_]) --piece_;
  return pieces_[piece_];
}

AssetCourses::AssetCourses(const Wallet& wallet, const std::vector<AssetIndex>& assets, const Terms& terms) {
  for (const AssetIndex asset : assets) {
    const Ray ray = rayOf(terms.rulebook, asset);
    const PoolParts parts = partsOf(wallet, ray, terms);
    AssetCourse course(parts.collateral.line(), parts.profit.line(), parts.requirement);
    // What all assets share is counted once: each adds what it adds to today's.
    if (courses_.empty()) {
      collateral_ = course.collateral.at(1);
      profit_ = course.profit.at(1);
      requirement_ = course.requirementAt(1).at(1);
    }
    collateral_ -= course.collateral.at(1);
    profit_ -= course.profit.at(1);
    requirement_ -= course.requirementAt(1).at(1);
    courses_.push_back(course);
  }
  keptGain_ = keptGainOf(wallet, terms);
}

double AssetCourses::excess(const std::vector<double>& ratios, std::vector<double>& slopes) noexcept {
  double collateral = collateral_;
  double profit = profit_;
  double requirement = requirement_;
  for (std::size_t i = 0; i < courses_.size(); ++i) {
    const Line& required = courses_[i].requirementAt(ratios[i]);
    collateral += courses_[i].collateral.at(ratios[i]);
    profit += courses_[i].profit.at(ratios[i]);
    requirement += required.at(ratios[i]);
    slopes[i] = courses_[i].collateral.slope - required.slope;
  }
  const double kept = profit > 0 ? keptGain_ : 1;
  for (std::size_t i = 0; i < courses_.size(); ++i) slopes[i] += kept * courses_[i].profit.slope;
  return collateral + profit * kept - requirement;
}

}  // namespace margin
