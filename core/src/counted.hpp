// SPDX-License-Identifier: MIT
#pragma once

#include "margin/wallet.hpp"

namespace margin {

/// What one unit of an asset counts as margin today, USD: after its haircut, and after its conversion fee
/// where the policy counts it.
inline double countedPerUnit(AssetIndex asset, const Terms& terms) noexcept {
  const Asset& held = terms.rulebook.assets()[asset];
  const double fee = terms.policy.collateralFee ? held.conversionFee : 0;
  return terms.market.indexPrice[asset] * (1 - held.haircut) * (1 - fee);
}

}  // namespace margin
