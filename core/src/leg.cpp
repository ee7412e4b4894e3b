// SPDX-License-Identifier: MIT
#include "leg.hpp"

#include "notional.hpp"

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

/// The level that a size reaches, by where that level starts.
Figure levelNumber(const MarginSchedule& schedule, std::size_t level, Figure size, const Contract& contract,
                   Arithmetic& arithmetic) {
  const double number = static_cast<double>(level + 1);
  if (!arithmetic.keeps()) return number;
  const Figure chosen = arithmetic.input(Symbol::Level, number, contract.assumed);
  const Figure start = arithmetic.input(Symbol::LevelStart, schedule.levels()[level].from, contract.assumed);
  return arithmetic.noted(Symbol::Level, Operation::Choice, number,
                          {chosen.step, arithmetic.stepOf(size), start.step});
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
  leg.contract = &contract;
  leg.schedule = &terms.rulebook.schedule(contract, terms.client);
  leg.markPrice = arithmetic.input(Symbol::MarkPrice, terms.market.markPrice[position.contract]);
  leg.units =
      arithmetic.times(Symbol::Units, size, arithmetic.input(Symbol::ContractSize, unitsOf(contract)));
  leg.unrealizedFunding = arithmetic.input(Symbol::UnrealizedFunding, position.unrealizedFunding);
  leg.entryNotional = notionalOf(Symbol::EntryNotional, contract, leg.units, entry, arithmetic);
  leg.markNotional = notionalOf(Symbol::Notional, contract, leg.units, leg.markPrice, arithmetic);
  leg.unrealizedPnl =
      gainOf(Symbol::UnrealizedPnl, contract, side, leg.units, entry, leg.markPrice, arithmetic);
  const Figure basis = terms.policy.marginBasis == MarginBasis::Mark ? leg.markNotional : leg.entryNotional;
  leg.level = leg.schedule->levelAt(inverse ? position.size : basis.value);
  leg.levelNumber = levelNumber(*leg.schedule, leg.level, inverse ? size : basis, contract, arithmetic);
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
