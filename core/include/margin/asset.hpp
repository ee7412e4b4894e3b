// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace margin {

/// Position of an asset in its rulebook's table.
using AssetIndex = std::size_t;

/// What an asset is. Only crypto moves with the "market" factor.
enum class AssetKind { Crypto, Stable, Fiat, Other };

/// A currency that can be held as collateral, or that contracts are written on.
struct Asset {
  std::string name;          ///< E.g. "BTC".
  double haircut = 0;        ///< Fraction of the value not counted as margin, 0 to 1.
  double conversionFee = 0;  ///< Fraction charged when converted to USD, 0 to below 1.
  AssetKind kind = AssetKind::Crypto;
  bool collateral = false;  ///< Accepted as collateral; false for a mere underlying.
  bool assumed = false;     ///< The haircut is not published: an assumption of the rulebook.
};

/// Kind of an asset of which a rulebook says nothing: fiat for the seven fiat currencies taken as
/// collateral, else crypto.
constexpr AssetKind defaultKind(std::string_view name) noexcept {
  for (const std::string_view fiat : {"USD", "EUR", "GBP", "AUD", "CAD", "CHF", "JPY"}) {
    if (name == fiat) return AssetKind::Fiat;
  }
  return AssetKind::Crypto;
}

}  // namespace margin
