// SPDX-License-Identifier: MIT
#include "margin/explanation.hpp"

#include "arithmetic.hpp"
#include "previews.hpp"
#include "us_wallet.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

struct PoolAmounts {
  Figure equity;
  Figure requirement;
};

PoolAmounts amountsOf(const WalletReport& report, const Position* isolated,
                      const std::vector<Position>& positions) {
  if (!isolated) return {report.cross.marginEquity, report.cross.maintenanceMargin};
  const PositionReport& own = report.positions[static_cast<std::size_t>(isolated - positions.data())];
  return {own.equity.value_or(Figure()), own.maintenanceMargin};
}

PoolAmounts amountsOf(const Wallet& wallet, std::optional<ContractIndex> isolated, const Terms& terms) {
  const std::vector<Position>& positions = positionsOf(wallet);
  const Position* const position = isolated ? positionOn(positions, *isolated) : nullptr;
  if (const auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    const UsReport report = valued(*us, terms);
    return {report.equity, report.requirement};
  }
  if (const auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    return amountsOf(valued(*single, terms), position, positions);
  }
  return amountsOf(valued(std::get<MultiCollateralWallet>(wallet), terms), position, positions);
}

}  // namespace

BoundarySteps stepsOf(const Boundary& boundary, const Wallet& given, std::optional<AssetIndex> factor,
                      double current, std::optional<ContractIndex> isolated, const Terms& terms) {
  Wallet wallet = given;
  clearPreviews(wallet);
  Arithmetic arithmetic(terms.working, currencyOf(wallet, terms.rulebook));
  const Figure ratio = arithmetic.input(Symbol::Solved, boundary.ratio);
  BoundarySteps steps;
  steps.price =
      arithmetic.times(Symbol::LiquidationPrice, arithmetic.input(Symbol::IndexPrice, current), ratio);
  steps.move = arithmetic.minus(Symbol::Intermediate, ratio, 1);
  const Market then = moved(terms.market, terms.rulebook, factor, boundary.ratio);
  const PoolAmounts amounts = amountsOf(wallet, isolated, at(then, terms));
  steps.marginEquity = amounts.equity;
  steps.maintenanceMargin = amounts.requirement;
  return steps;
}

}  // namespace margin
