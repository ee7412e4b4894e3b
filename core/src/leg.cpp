// SPDX-License-Identifier: MIT
#include "leg.hpp"

#include <algorithm>

#include "margin/margin.hpp"

namespace margin {

Leg leg(const Position& position, const Terms& terms) noexcept {
  const Contract& contract = terms.rulebook.contracts()[position.contract];
  const double units = position.size * contract.contractSize;
  Leg leg;
  leg.side = position.side;
  leg.schedule = &terms.rulebook.schedule(contract, terms.client);
  leg.markPrice = terms.market.markPrice[position.contract];
  leg.entryNotional = units * position.entryPrice;
  leg.markNotional = units * leg.markPrice;
  leg.unrealizedPnl = sign(position.side) * units * (leg.markPrice - position.entryPrice);
  leg.unrealizedFunding = position.unrealizedFunding;
  const double basis = terms.policy.marginBasis == MarginBasis::Mark ? leg.markNotional : leg.entryNotional;
  leg.level = leg.schedule->levelAt(basis);
  leg.initialMargin = initialMargin(*leg.schedule, basis, terms.policy.levels);
  leg.maintenanceMargin = maintenanceMargin(*leg.schedule, basis, terms.policy.levels);
  return leg;
}

double allocatedMargin(const Position& position, const Leg& leg, Levels rule) noexcept {
  if (position.isolatedBy == IsolatedBy::Margin) return position.isolatedMargin;
  return std::max(leg.entryNotional / position.maxLeverage,
                  initialMargin(*leg.schedule, leg.entryNotional, rule));
}

}  // namespace margin
