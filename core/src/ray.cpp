// SPDX-License-Identifier: MIT
#include "margin/ray.hpp"

#include <algorithm>

#include "wallet_tracks.hpp"

namespace margin {

Ray rayOf(const Rulebook& rulebook, std::optional<AssetIndex> factor) {
  Ray ray;
  const std::vector<Asset>& assets = rulebook.assets();
  ray.weight.resize(assets.size());
  for (AssetIndex i = 0; i < assets.size(); ++i) {
    if (factor ? i == *factor : assets[i].kind == AssetKind::Crypto) ray.weight[i] = 1;
  }
  return ray;
}

Extent extentOf(const Ray& ray) noexcept {
  Extent extent;
  for (const double weight : ray.weight) {
    if (weight == 0 || weight == 1) continue;
    const double lowest = 1 + (kMinRatio - 1) / weight;
    const double highest = 1 + (kMaxRatio - 1) / weight;
    extent.from = std::max(extent.from, std::min(lowest, highest));
    extent.to = std::min(extent.to, std::max(lowest, highest));
  }
  return extent;
}

MoveRange moveRange(const Ray& ray) noexcept {
  const Extent extent = extentOf(ray);
  return {extent.from - 1, extent.to - 1};
}

}  // namespace margin
