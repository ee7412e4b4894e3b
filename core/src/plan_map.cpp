// SPDX-License-Identifier: MIT
#include "margin/plan_map.hpp"

#include "leg.hpp"
#include "pool.hpp"

namespace margin {
namespace {

double between(double from, double to, std::size_t index, std::size_t count) noexcept {
  return index + 1 == count
             ? to
             : from + (to - from) * static_cast<double>(index) / static_cast<double>(count - 1);
}

class PlanMap {
 public:
  PlanMap(const PlannedPosition& planned, const Terms& terms)
      : planned_(planned),
        market_(terms.market),
        terms_{terms.rulebook, terms.policy,   terms.client, terms.takerFee,
               market_,        terms.makerFee, terms.asOf},
        profitCurrency_(profitCurrencyOf(planned.profitCurrency, terms, arithmetic_)) {
    position_.contract = planned.contract;
    position_.side = planned.side;
    position_.size = planned.size;
    position_.margin = MarginMode::Isolated;
  }

  PlanCell at(double entryPrice, double leverage) {
    market_.markPrice[planned_.contract] = entryPrice;
    position_.entryPrice = entryPrice;
    position_.maxLeverage = leverage;
    const Leg valued = leg(position_, terms_, arithmetic_);
    const Figure margin = allocatedMargin(position_, valued, terms_, arithmetic_);
    const LiquidationSet set =
        isolatedPool(valued, margin, profitCurrency_, terms_, arithmetic_).answer.liquidation;
    PlanCell cell{entryPrice, leverage, margin, std::nullopt};
    if (set.state == PoolState::Liquidation) {
      cell.liquidationPrice = entryPrice;
      return cell;
    }
    const auto nearest = planned_.side == Side::Long ? set.below() : set.above();
    if (nearest) cell.liquidationPrice = entryPrice * nearest->ratio;
    return cell;
  }

 private:
  const PlannedPosition& planned_;
  Market market_;
  const Terms terms_;
  Arithmetic arithmetic_{nullptr, {}};
  const ProfitCurrency profitCurrency_;
  Position position_;
};

}  // namespace

std::vector<PlanCell> planMap(const PlannedPosition& planned, const PlanAxes& axes, std::size_t columns,
                              std::size_t rows, const Terms& terms) {
  PlanMap map(planned, terms);
  std::vector<PlanCell> cells;
  cells.reserve(columns * rows);
  for (std::size_t row = 0; row < rows; ++row) {
    const double leverage = between(axes.leverageFrom, axes.leverageTo, row, rows);
    for (std::size_t column = 0; column < columns; ++column) {
      cells.push_back(map.at(between(axes.entryFrom, axes.entryTo, column, columns), leverage));
    }
  }
  return cells;
}

}  // namespace margin
