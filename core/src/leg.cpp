// SPDX-License-Identifier: MIT
#include "leg.hpp"

namespace margin {
namespace {

/// What a margin is charged on: the notional at the basis price, and the size the schedule counts.
struct Charged {
  Figure notional;
  Figure size;       ///< Contracts.
  bool byContracts;  ///< Levels go by contracts: inverse contracts.
  bool assumed;      ///< The schedule is an assumption.
};

Figure charge(MarginLine line, Symbol rateSymbol, Symbol offsetSymbol, Symbol result, const Charged& on,
              Arithmetic& arithmetic) {
  const Figure rate = arithmetic.input(rateSymbol, line.rate, on.assumed);
  if (line.offset == 0) return arithmetic.times(result, rate, on.notional);
  const Figure whole = arithmetic.times(Symbol::Intermediate, rate, on.notional);
  Figure offset = arithmetic.input(offsetSymbol, line.offset, on.assumed);
  if (on.byContracts) {
    // The offset of the schedule is in contracts: at what one contract is worth.
    const Figure each = arithmetic.over(Symbol::Intermediate, on.notional, on.size);
    offset = arithmetic.times(Symbol::Intermediate, offset, each);
  }
  return arithmetic.plus(result, whole, offset);
}

Figure initial(const MarginSchedule& schedule, std::size_t level, Levels rule, const Charged& on,
               Arithmetic& arithmetic) {
  return charge(schedule.initialLine(level, rule), Symbol::InitialRate, Symbol::InitialOffset,
                Symbol::InitialMargin, on, arithmetic);
}

}  // namespace

Leg leg(const Position& position, const Terms& terms, Arithmetic& arithmetic) {
  const Contract& contract = terms.rulebook.contracts()[position.contract];
  arithmetic.setSubject(contract.symbol);
  const bool inverse = contract.type == ContractType::Inverse;
  const Figure side = arithmetic.input(Symbol::Side, sign(position.side));
  const Figure size = arithmetic.input(Symbol::Size, position.size);
  const Figure entry = arithmetic.input(Symbol::EntryPrice, position.entryPrice);
  Leg leg;
  leg.side = position.side;
  leg.schedule = &terms.rulebook.schedule(contract, terms.client);
  leg.markPrice = arithmetic.input(Symbol::MarkPrice, terms.market.markPrice[position.contract]);
  leg.units =
      arithmetic.times(Symbol::Units, size, arithmetic.input(Symbol::ContractSize, contract.contractSize));
  leg.unrealizedFunding = arithmetic.input(Symbol::UnrealizedFunding, position.unrealizedFunding);
  if (inverse) {
    leg.entryNotional = arithmetic.over(Symbol::EntryNotional, leg.units, entry);
    leg.markNotional = arithmetic.over(Symbol::Notional, leg.units, leg.markPrice);
    leg.unrealizedPnl =
        arithmetic.times(Symbol::UnrealizedPnl, side,
                         arithmetic.minus(Symbol::Intermediate, leg.entryNotional, leg.markNotional));
  } else {
    leg.entryNotional = arithmetic.times(Symbol::EntryNotional, leg.units, entry);
    leg.markNotional = arithmetic.times(Symbol::Notional, leg.units, leg.markPrice);
    const Figure exposure = arithmetic.times(Symbol::Intermediate, side, leg.units);
    leg.unrealizedPnl = arithmetic.times(Symbol::UnrealizedPnl, exposure,
                                         arithmetic.minus(Symbol::PriceChange, leg.markPrice, entry));
  }
  const Figure basis = terms.policy.marginBasis == MarginBasis::Mark ? leg.markNotional : leg.entryNotional;
  leg.level = leg.schedule->levelAt(inverse ? position.size : basis.value);
  const Charged on{basis, size, inverse, contract.assumed};
  leg.initialMargin = initial(*leg.schedule, leg.level, terms.policy.levels, on, arithmetic);
  leg.maintenanceMargin =
      charge(leg.schedule->maintenanceLine(leg.level, terms.policy.levels), Symbol::MaintenanceRate,
             Symbol::MaintenanceOffset, Symbol::MaintenanceMargin, on, arithmetic);
  return leg;
}

Figure allocatedMargin(const Position& position, const Leg& leg, const Terms& terms, Arithmetic& arithmetic) {
  if (position.isolatedBy == IsolatedBy::Margin) {
    return arithmetic.input(Symbol::IsolatedMargin, position.isolatedMargin);
  }
  const Contract& contract = terms.rulebook.contracts()[position.contract];
  const Charged on{leg.entryNotional, position.size, false, contract.assumed};
  const Figure leverage = arithmetic.input(Symbol::MaxLeverage, position.maxLeverage);
  const Figure byLeverage = arithmetic.over(Symbol::LeverageMargin, leg.entryNotional, leverage);
  return arithmetic.larger(
      Symbol::AllocatedMargin, byLeverage,
      initial(*leg.schedule, leg.schedule->levelAt(leg.entryNotional), terms.policy.levels, on, arithmetic));
}

}  // namespace margin
