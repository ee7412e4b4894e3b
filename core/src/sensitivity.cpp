// SPDX-License-Identifier: MIT
#include "margin/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "wallet_view.hpp"

namespace margin {
namespace {

/// A function of one number, which may have no value.
using Dependence = std::function<std::optional<double>(double)>;

struct Slopes {
  double rise = 0;
  double fall = 0;
};

/// Values of a function around a place, at two distances.
struct Surroundings {
  double distance = 0;  ///< The larger; the other is half of it.
  double below = 0;
  double belowHalf = 0;
  double here = 0;
  double aboveHalf = 0;
  double above = 0;
};

std::optional<Surroundings> surroundings(const Dependence& dependence, double place, double distance) {
  const auto below = dependence(place - distance);
  const auto belowHalf = dependence(place - distance / 2);
  const auto here = dependence(place);
  const auto aboveHalf = dependence(place + distance / 2);
  const auto above = dependence(place + distance);
  if (!below || !belowHalf || !here || !aboveHalf || !above) return std::nullopt;
  return Surroundings{distance, *below, *belowHalf, *here, *aboveHalf, *above};
}

/// Differences extrapolated to no distance: from both sides alike where they agree, else from each.
Slopes slopesOf(const Surroundings& s, bool& smooth) noexcept {
  const double rise = (4 * s.aboveHalf - 3 * s.here - s.above) / s.distance;
  const double fall = (3 * s.here - 4 * s.belowHalf + s.below) / s.distance;
  smooth = std::abs(rise - fall) <= 1e-4 * std::max(std::abs(rise), std::abs(fall));
  if (!smooth) return {rise, fall};
  const double near = (s.aboveHalf - s.belowHalf) / s.distance;
  const double far = (s.above - s.below) / (2 * s.distance);
  const double both = (4 * near - far) / 3;
  return {both, both};
}

/// The slopes of a function that is smooth but for corners; nullopt where it has no value close by.
std::optional<Slopes> slopes(const Dependence& dependence, double place) {
  const double scale = place != 0 ? std::abs(place) : 1;
  std::optional<Slopes> found;
  // A corner further off than the distance does no harm: where the sides disagree, look closer.
  for (const int digits : {10, 14, 18}) {
    const auto around = surroundings(dependence, place, std::ldexp(scale, -digits));
    if (!around) continue;
    bool smooth = false;
    found = slopesOf(*around, smooth);
    if (smooth) break;
  }
  return found;
}

double& quantityOf(Wallet& wallet, std::size_t row) noexcept {
  if (auto* us = std::get_if<UsFuturesWallet>(&wallet)) return us->cash;
  if (auto* single = std::get_if<SingleCollateralWallet>(&wallet)) return single->balance;
  return std::get<MultiCollateralWallet>(wallet).collateral[row].quantity.value;
}

class Derivation {
 public:
  Derivation(const Wallet& given, std::optional<AssetIndex> factor, const Terms& terms)
      : wallet_(given), factor_(factor), terms_(withoutSteps(terms)) {
    clearPreviews(wallet_);
  }

  Sensitivities run() {
    const LiquidationSet set = setOf(wallet_, terms_);
    result_.state = set.state;
    const auto below = set.below();
    const auto above = set.above();
    const auto distance = [](const Boundary& boundary) { return std::abs(boundary.ratio - 1); };
    const bool isBelow = below && (!above || distance(*below) <= distance(*above));
    result_.nearest = isBelow ? below : above;
    if (!result_.nearest) return std::move(result_);
    collateral();
    otherPrices();
    positions();
    std::stable_sort(
        result_.ranked.begin(), result_.ranked.end(),
        [](const Sensitivity& left, const Sensitivity& right) { return weight(left) > weight(right); });
    return std::move(result_);
  }

 private:
  static double weight(const Sensitivity& each) noexcept { return std::abs(each.rise * each.value); }

  LiquidationSet setOf(const Wallet& wallet, const Terms& terms) const {
    for (FactorReport& each : situationOf(wallet, terms).standing.factors) {
      if (each.asset == factor_) return std::move(each.liquidation);
    }
    return {};
  }

  /// The boundary of a changed account that is the nearest one's.
  std::optional<double> solved(const Wallet& wallet, const Terms& terms) const {
    std::optional<double> found;
    for (const Boundary& boundary : setOf(wallet, terms).boundaries) {
      const double ratio = boundary.ratio;
      if (!found || std::abs(ratio - result_.nearest->ratio) < std::abs(*found - result_.nearest->ratio))
        found = ratio;
    }
    return found;
  }

  void add(InputKind input, std::size_t index, double value, const Dependence& dependence) {
    const auto found = slopes(dependence, value);
    if (found) result_.ranked.push_back({input, index, value, found->rise, found->fall});
  }

  void collateral() {
    const auto* multi = std::get_if<MultiCollateralWallet>(&wallet_);
    const std::size_t rows = multi ? multi->collateral.size() : 1;
    for (std::size_t row = 0; row < rows; ++row) {
      add(InputKind::Quantity, row, quantityOf(wallet_, row), [&, row](double quantity) {
        Wallet changed = wallet_;
        quantityOf(changed, row) = quantity;
        return solved(changed, terms_);
      });
    }
    if (!multi) return;
    for (const AssetIndex asset : held(*multi)) haircut(asset);
  }

  /// The assets of a wallet whose haircut counts, each once.
  std::vector<AssetIndex> held(const MultiCollateralWallet& wallet) const {
    std::vector<AssetIndex> assets;
    const auto note = [&](AssetIndex asset) {
      if (asset != kUsd && std::find(assets.begin(), assets.end(), asset) == assets.end())
        assets.push_back(asset);
    };
    for (const Holding& holding : wallet.collateral) note(holding.asset);
    note(wallet.profitCurrency);
    return assets;
  }

  void haircut(AssetIndex asset) {
    add(InputKind::Haircut, asset, terms_.rulebook.assets()[asset].haircut, [&, asset](double haircut) {
      Rulebook changed = terms_.rulebook;
      changed.setHaircut(asset, haircut);
      return solved(wallet_, withRulebook(changed));
    });
  }

  Terms withRulebook(const Rulebook& rulebook) const {
    return {rulebook,      terms_.policy,   terms_.client, terms_.takerFee,
            terms_.market, terms_.makerFee, terms_.asOf};
  }

  /// The factor's own price is where the move begins: the liquidation price stays where it is.
  void otherPrices() {
    for (const FactorReport& each : situationOf(wallet_, terms_).standing.factors) {
      if (!each.asset || moves(*each.asset)) continue;
      const AssetIndex asset = *each.asset;
      const double price = terms_.market.indexPrice[asset];
      add(InputKind::Price, asset, price, [&, asset, price](double changed) {
        const Market market = moved(terms_.market, terms_.rulebook, asset, changed / price);
        return solved(wallet_, at(market, terms_));
      });
    }
  }

  bool moves(AssetIndex asset) const noexcept {
    return factor_ ? *factor_ == asset : terms_.rulebook.assets()[asset].kind == AssetKind::Crypto;
  }

  void positions() {
    for (std::size_t i = 0; i < positionsOf(wallet_).size(); ++i) {
      const Position& position = positionsOf(wallet_)[i];
      ofPosition(InputKind::Size, i, &Position::size);
      ofPosition(InputKind::EntryPrice, i, &Position::entryPrice);
      if (position.margin != MarginMode::Isolated) continue;
      const bool given = position.isolatedBy == IsolatedBy::Margin;
      ofPosition(given ? InputKind::IsolatedMargin : InputKind::MaxLeverage, i,
                 given ? &Position::isolatedMargin : &Position::maxLeverage);
    }
  }

  void ofPosition(InputKind input, std::size_t index, double Position::*field) {
    add(input, index, positionsOf(wallet_)[index].*field, [&, index, field](double value) {
      Wallet changed = wallet_;
      positionsOf(changed)[index].*field = value;
      return solved(changed, terms_);
    });
  }

  Wallet wallet_;
  const std::optional<AssetIndex> factor_;
  const Terms terms_;
  Sensitivities result_;
};

}  // namespace

Sensitivities sensitivities(const Wallet& wallet, std::optional<AssetIndex> factor, const Terms& terms) {
  return Derivation(wallet, factor, terms).run();
}

}  // namespace margin
