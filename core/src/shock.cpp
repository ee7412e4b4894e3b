// SPDX-License-Identifier: MIT
#include "margin/shock.hpp"

#include "wallet_view.hpp"

namespace margin {
namespace {

/// The share of the way from today's prices to shocked ones that a curve is first liquidated at.
std::optional<double> firstLiquidation(const LiquidationSet& set) noexcept {
  if (set.state == PoolState::Liquidation) return 0;
  for (const Boundary& boundary : set.boundaries) {
    if (boundary.ratio >= 1)
      return boundary.ratio <= 2 ? std::optional<double>(boundary.ratio - 1) : std::nullopt;
  }
  return std::nullopt;
}

std::optional<double> usageOf(const CurveAmounts& amounts) noexcept {
  if (!(amounts.crossMarginEquity > 0)) return std::nullopt;
  return amounts.crossMaintenanceMargin / amounts.crossMarginEquity;
}

class Ladder {
 public:
  Ladder(const Wallet& wallet, const Terms& terms)
      : wallet_(wallet), terms_(terms), today_(situationOf(wallet, terms)) {}

  ShockOutcome under(const Shock& shock) const {
    // The shock is the place 1 of the ray that has its moves for weights.
    const Curve curve = curveOf(wallet_, Ray{shock.move}, 0, 1, 0, terms_);
    ShockOutcome outcome;
    outcome.amounts = curve.points.back().amounts;
    outcome.marginUsage = usageOf(outcome.amounts);
    outcome.liquidatedAt = firstLiquidation(curve.liquidation);
    const std::vector<Position>& positions = positionsOf(wallet_);
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (positions[i].margin != MarginMode::Isolated) continue;
      const AssetIndex underlying = terms_.rulebook.contracts()[positions[i].contract].underlying;
      if (!liquidatedOnTheWay(today_.liquidation[i], 1 + shock.move[underlying])) continue;
      outcome.isolatedLiquidated.push_back(positions[i].contract);
    }
    return outcome;
  }

 private:
  const Wallet& wallet_;
  const Terms& terms_;
  const Situation today_;
};

}  // namespace

std::vector<ShockOutcome> shockLadder(const Wallet& wallet, const std::vector<Shock>& shocks,
                                      const Terms& terms) {
  const Ladder ladder(wallet, terms);
  std::vector<ShockOutcome> outcomes;
  outcomes.reserve(shocks.size());
  for (const Shock& shock : shocks) outcomes.push_back(ladder.under(shock));
  return outcomes;
}

}  // namespace margin
