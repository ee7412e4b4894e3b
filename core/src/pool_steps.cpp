// SPDX-License-Identifier: MIT
// The lines of the cross pool's courses, shown: what each of their numbers was summed from.
#include <vector>

#include "pool.hpp"
#include "requirement.hpp"

namespace margin {

Figure keptFrom(double from, const Line& unrealized, const ProfitCurrency& currency) noexcept {
  const auto bend = gainBend(unrealized, currency, Extent());
  const bool gain = bend ? (from >= *bend) == (unrealized.slope > 0) : unrealized.at(1) > 0;
  return gain ? currency.keptGain : Figure(1);
}

LineFigures CrossPool::equityOf(const Moving& moving, const Line& line, double from) const {
  Arithmetic& a = arithmetic_;
  FigureSum slope;
  std::vector<StepIndex> still = {collateralTotal_.step};
  FigureSum profit;
  for (const Exposure* exposure : moving.exposures) {
    a.setSubject(terms_.rulebook.assets()[exposure->asset].name);
    if (exposure->collateralValue.value() != 0) {
      const Figure value = exposure->collateralValue.whole(a, Symbol::CollateralValue);
      slope.add(a, value);
      still.push_back(value.step);
    }
    for (const Leg& leg : exposure->legs) {
      a.setSubject(leg.contract->symbol);
      profit.add(a, a.times(Symbol::Exposure, a.input(Symbol::Side, sign(leg.side)), leg.markNotional));
    }
  }
  a.setSubject("cross");
  const Line unrealized = unrealizedLine(moving);
  const Figure kept = keptFrom(from, unrealized, profitCurrency_);
  const auto counted = [&](const Figure& part) {
    return kept == 1 ? part : a.times(Symbol::GainAsMargin, part, kept);
  };
  FigureSum intercept;
  const Sum stillCollateral = collateralValue_.sum() - moving.collateral;
  if (stillCollateral.value() != 0) {
    intercept.add(a, a.noted(Symbol::Intermediate, Operation::Difference, stillCollateral.value(), still));
  }
  Figure rest = unrealizedTotal_;
  if (profit.count() > 0) {
    const Figure moves = profit.whole(a, Symbol::Exposure);
    slope.add(a, counted(moves));
    rest = a.noted(Symbol::Intermediate, Operation::Difference, unrealized.intercept,
                   {a.stepOf(unrealizedTotal_), moves.step});
  }
  intercept.add(a, counted(rest));
  if (allocatedTotal_ != 0) intercept.add(a, a.minus(Symbol::Intermediate, 0, allocatedTotal_));
  const Figure slopes = slope.totalAs(a, Symbol::EquitySlope, line.slope);
  return {slopes, intercept.totalAs(a, Symbol::EquityIntercept, line.intercept)};
}

LineFigures CrossPool::requirementOf(const Moving& moving, const BoundaryPiece& piece) const {
  Arithmetic& a = arithmetic_;
  const bool mark = terms_.policy.marginBasis == MarginBasis::Mark;
  FigureSum slope;
  FigureSum intercept;
  std::vector<StepIndex> moves;
  Sum still = moving.still;
  for (const Exposure* exposure : moving.exposures) {
    if (exposure->legs.empty()) continue;
    if (mark) {
      moves.push_back(exposure->requirement.maintenance.step);
      addMaintenanceTerms(slope, intercept, exposure->legs, terms_.policy, piece, a);
    } else {
      still += exposure->requirement.maintenance;
    }
    if (!terms_.policy.closingFee) continue;
    moves.push_back(exposure->closingFee.step);
    slope.add(a, exposure->closingFee);
  }
  a.setSubject("cross");
  if (moves.empty()) {
    intercept.add(a, maintenanceMargin_);
  } else if (still.value() != 0) {
    moves.insert(moves.begin(), maintenanceMargin_.step);
    intercept.add(a, a.noted(Symbol::Intermediate, Operation::Difference, still.value(), moves));
  }
  const Figure slopes = slope.totalAs(a, Symbol::RequirementSlope, piece.requirement.slope);
  return {slopes, intercept.totalAs(a, Symbol::RequirementIntercept, piece.requirement.intercept)};
}

PieceFigures CrossPool::linesOf(const Moving& moving, const BoundaryPiece& piece) const {
  PieceFigures lines;
  lines.equity = equityOf(moving, piece.equity, piece.from);
  lines.requirement = requirementOf(moving, piece);
  if (terms_.policy.marginBasis == MarginBasis::Entry) return lines;
  for (const Exposure* exposure : moving.exposures) {
    if (!lines.levelStart) lines.levelStart = levelStartAt(piece.from, exposure->legs, arithmetic_);
  }
  arithmetic_.setSubject("cross");
  return lines;
}

}  // namespace margin
