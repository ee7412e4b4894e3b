// SPDX-License-Identifier: MIT
#include "margin/curve.hpp"

#include <algorithm>
#include <utility>

#include "course.hpp"
#include "pool.hpp"
#include "wallet_tracks.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

/// A track of a wallet and the amount it is of.
struct Told {
  Track WalletTracks::*track;
  double CurveAmounts::*amount;
};
constexpr Told kTold[] = {
    {&WalletTracks::marginEquity, &CurveAmounts::marginEquity},
    {&WalletTracks::portfolioValue, &CurveAmounts::portfolioValue},
    {&WalletTracks::initialMargin, &CurveAmounts::initialMargin},
    {&WalletTracks::maintenanceMargin, &CurveAmounts::maintenanceMargin},
    {&WalletTracks::crossMarginEquity, &CurveAmounts::crossMarginEquity},
    {&WalletTracks::crossInitialMargin, &CurveAmounts::crossInitialMargin},
    {&WalletTracks::crossMaintenanceMargin, &CurveAmounts::crossMaintenanceMargin},
};

/// All tracks of a wallet, followed side by side.
class Walk {
 public:
  explicit Walk(const WalletTracks& tracks) {
    for (const Told& told : kTold) followers_.emplace_back(tracks.*told.track);
  }

  /// Amounts at a ratio: before its bends (where the piece below ends), or after them.
  CurveAmounts before(double ratio) {
    for (Follower& follower : followers_) follower.approach(ratio);
    return at(ratio);
  }
  CurveAmounts after(double ratio) {
    for (Follower& follower : followers_) follower.pass(ratio);
    return at(ratio);
  }

 private:
  CurveAmounts at(double ratio) const {
    CurveAmounts amounts;
    for (std::size_t i = 0; i < followers_.size(); ++i) {
      amounts.*kTold[i].amount = followers_[i].at(ratio);
    }
    return amounts;
  }

  std::vector<Follower> followers_;
};

bool jumpsAt(const WalletTracks& tracks, double ratio) {
  for (const Told& told : kTold) {
    for (const Bend& bend : (tracks.*told.track).bends) {
      if (bend.jump && bend.ratio == ratio) return true;
    }
  }
  return false;
}

/// Where a curve has points: its ends, today, every bend and every boundary.
std::vector<double> ratiosOf(const WalletTracks& tracks, const LiquidationSet& liquidation, double from,
                             double to) {
  std::vector<double> ratios{from, to, 1};
  for (const Told& told : kTold) {
    for (const Bend& bend : (tracks.*told.track).bends) ratios.push_back(bend.ratio);
  }
  for (const Boundary& boundary : liquidation.boundaries) ratios.push_back(boundary.ratio);
  ratios.erase(
      std::remove_if(ratios.begin(), ratios.end(), [&](double ratio) { return ratio < from || ratio > to; }),
      ratios.end());
  std::sort(ratios.begin(), ratios.end());
  ratios.erase(std::unique(ratios.begin(), ratios.end()), ratios.end());
  return ratios;
}

std::vector<double> evenlySpaced(double from, double to, std::size_t count) {
  std::vector<double> places;
  for (std::size_t i = 0; i < count; ++i) {
    const double share = static_cast<double>(i) / static_cast<double>(count - 1);
    places.push_back(i + 1 == count ? to : from + share * (to - from));
  }
  return places;
}

/// The liquidation of the cross pool of a wallet along its tracks.
LiquidationSet liquidationAlong(const WalletTracks& tracks, const Extent& extent, bool open) {
  if (!open) return {};
  const Course course{tracks.crossMarginEquity, tracks.crossMaintenanceMargin, extent};
  Follower equity(course.equity);
  Follower requirement(course.requirement);
  equity.pass(1);
  requirement.pass(1);
  const double difference = equity.at(1) - requirement.at(1);
  return {stateOf(true, difference, 0), boundaries(course, difference)};
}

bool hasCrossPosition(const Wallet& wallet) {
  const std::vector<Position>& positions = positionsOf(wallet);
  return std::any_of(positions.begin(), positions.end(),
                     [](const Position& position) { return position.margin == MarginMode::Cross; });
}

Curve curveAlong(const WalletTracks& tracks, const Extent& extent, bool open, double from, double to,
                 std::size_t samples) {
  Curve curve;
  curve.liquidation = liquidationAlong(tracks, extent, open);
  Walk points(tracks);
  for (const double ratio : ratiosOf(tracks, curve.liquidation, 1 + from, 1 + to)) {
    const double move = ratio - 1;
    const CurveAmounts before = points.before(ratio);
    if (jumpsAt(tracks, ratio) && ratio > 1 + from) curve.points.push_back({move, before, std::nullopt});
    curve.points.push_back({move, points.after(ratio), std::nullopt});
  }
  Walk walk(tracks);
  for (const double move : evenlySpaced(from, to, samples)) {
    curve.samples.push_back({move, walk.after(1 + move), std::nullopt});
  }
  return curve;
}

CurveAmounts scaled(const CurveAmounts& amounts, double factor) {
  CurveAmounts result;
  for (const Told& told : kTold) result.*told.amount = amounts.*told.amount * factor;
  return result;
}

LiquidationSet coinLiquidation(const SingleCollateralWallet& wallet, double weight, const Terms& terms) {
  LiquidationSet coin = situationOf(wallet, terms).standing.factors.front().liquidation;
  LiquidationSet along{coin.state, {}};
  for (Boundary boundary : coin.boundaries) {
    if (weight == 0) break;
    if (weight != 1) boundary.ratio = 1 + (boundary.ratio - 1) / weight;
    if (boundary.ratio >= kMinRatio && boundary.ratio <= kMaxRatio) along.boundaries.push_back(boundary);
  }
  if (weight < 0) std::reverse(along.boundaries.begin(), along.boundaries.end());
  return along;
}

/// Along 1 / price there are no bends: every place is valued by itself.
Curve coinCurve(const SingleCollateralWallet& wallet, double weight, double from, double to,
                std::size_t samples, const Terms& terms) {
  const WalletTracks tracks = reciprocalTracksOf(wallet, terms);
  const double price = terms.market.indexPrice[wallet.asset];
  Curve curve;
  curve.liquidation = coinLiquidation(wallet, weight, terms);
  const auto at = [&](double move) {
    const double ratio = 1 + weight * move;
    const CurveAmounts amounts = Walk(tracks).after(1 / ratio);
    return CurvePoint{move, amounts, scaled(amounts, price * ratio)};
  };
  for (const double ratio : ratiosOf(tracks, curve.liquidation, 1 + from, 1 + to)) {
    curve.points.push_back(at(ratio - 1));
  }
  for (const double move : evenlySpaced(from, to, samples)) curve.samples.push_back(at(move));
  return curve;
}

}  // namespace

Curve curveOf(const Wallet& wallet, const Ray& ray, double from, double to, std::size_t samples,
              const Terms& terms) {
  if (const auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    return coinCurve(*single, ray.weight[single->asset], from, to, samples, terms);
  }
  return curveAlong(tracksOf(wallet, ray, terms), extentOf(ray), hasCrossPosition(wallet), from, to, samples);
}

LiquidationSet liquidationAlong(const Wallet& wallet, const Ray& ray, const Terms& terms) {
  if (const auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    return coinLiquidation(*single, ray.weight[single->asset], terms);
  }
  return liquidationAlong(tracksOf(wallet, ray, terms), extentOf(ray), hasCrossPosition(wallet));
}

}  // namespace margin
