// SPDX-License-Identifier: MIT
#include "map_pool.hpp"

#include <algorithm>

#include "wallet_view.hpp"

namespace margin {
namespace {

double today(const Track& track) {
  Follower follower(track);
  follower.pass(1);
  return follower.at(1);
}

}  // namespace

MapRays raysOf(const MapAxes& axes, const Rulebook& rulebook) {
  MapRays rays;
  // u is an asset wherever one of the axes is.
  rays.swapped = !axes.x.factor;
  const MapAxis& first = rays.swapped ? axes.y : axes.x;
  const MapAxis& second = rays.swapped ? axes.x : axes.y;
  rays.u = rayOf(rulebook, first.factor);
  rays.v = rayOf(rulebook, second.factor);
  for (AssetIndex i = 0; i < rays.u.weight.size(); ++i) {
    if (rays.u.weight[i] == 0 || rays.v.weight[i] == 0) continue;
    rays.shared = true;
    rays.v.weight[i] = 0;
  }
  return rays;
}

double keptGainOf(const Wallet& wallet, const Terms& terms) {
  const auto* multi = std::get_if<MultiCollateralWallet>(&wallet);
  if (!multi) return 1;
  Arithmetic unkept(nullptr, {});
  return profitCurrencyOf(multi->profitCurrency, terms, unkept).keptGain;
}

MapPool mapPoolOf(const Wallet& wallet, const MapRays& rays, const Terms& terms) {
  MapPool pool;
  pool.u = partsOf(wallet, rays.u, terms);
  pool.v = partsOf(wallet, rays.v, terms);
  pool.keptGain = keptGainOf(wallet, terms);
  pool.collateralToday = pool.u.collateral.line().at(1);
  pool.profitToday = pool.u.profit.line().at(1);
  pool.requirementToday = today(pool.u.requirement);
  const std::vector<Position>& positions = positionsOf(wallet);
  pool.open = std::any_of(positions.begin(), positions.end(),
                          [](const Position& position) { return position.margin == MarginMode::Cross; });
  return pool;
}

}  // namespace margin
