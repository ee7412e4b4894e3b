// SPDX-License-Identifier: MIT
#include "wallet_view.hpp"

#include <algorithm>
#include <utility>

#include "previews.hpp"
#include "settlement.hpp"
#include "us_wallet.hpp"

namespace margin {

std::vector<Position>& positionsOf(Wallet& wallet) noexcept {
  return std::visit([](auto& each) -> std::vector<Position>& { return each.positions; }, wallet);
}
const std::vector<Position>& positionsOf(const Wallet& wallet) noexcept {
  return std::visit([](const auto& each) -> const std::vector<Position>& { return each.positions; }, wallet);
}
const std::vector<Order>& ordersOf(const Wallet& wallet) noexcept {
  return std::visit([](const auto& each) -> const std::vector<Order>& { return each.orders; }, wallet);
}
const std::vector<Transfer>& transfersOf(const Wallet& wallet) noexcept {
  return std::visit([](const auto& each) -> const std::vector<Transfer>& { return each.transfers; }, wallet);
}

bool isNews(const Wallet& wallet) noexcept {
  const auto* us = std::get_if<UsFuturesWallet>(&wallet);
  return us && us->news;
}

void clearPreviews(Wallet& wallet) noexcept {
  std::visit(
      [](auto& each) {
        each.orders.clear();
        each.transfers.clear();
      },
      wallet);
}

std::string_view currencyOf(const Wallet& wallet, const Rulebook& rulebook) noexcept {
  const auto* single = std::get_if<SingleCollateralWallet>(&wallet);
  return rulebook.assets()[single ? single->asset : kUsd].name;
}

const Position* positionOn(const std::vector<Position>& positions, ContractIndex contract) noexcept {
  for (const Position& position : positions) {
    if (position.contract == contract) return &position;
  }
  return nullptr;
}

void pay(Wallet& wallet, double realized, double fee, const Terms& terms) {
  Arithmetic unkept(nullptr, {});
  if (auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    us->cash += realized - fee;
  } else if (auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    single->balance = balancesAfter(*single, realized, fee, terms, unkept).front().quantity;
  } else {
    auto& multi = std::get<MultiCollateralWallet>(wallet);
    multi.collateral = balancesAfter(multi, realized, fee, terms, unkept);
  }
}

Market moved(const Market& market, const Rulebook& rulebook, std::optional<AssetIndex> factor, double ratio) {
  const auto moves = [&](AssetIndex asset) {
    return factor ? asset == *factor : rulebook.assets()[asset].kind == AssetKind::Crypto;
  };
  Market result = market;
  for (AssetIndex i = 0; i < rulebook.assets().size(); ++i) {
    if (moves(i)) result.indexPrice[i] *= ratio;
  }
  for (ContractIndex i = 0; i < rulebook.contracts().size(); ++i) {
    if (moves(rulebook.contracts()[i].underlying)) result.markPrice[i] *= ratio;
  }
  return result;
}

Terms at(const Market& market, const Terms& terms) noexcept {
  return {terms.rulebook, terms.policy, terms.client,  terms.takerFee, market,
          terms.makerFee, terms.asOf,   terms.working, terms.alarm};
}

Terms withoutSteps(const Terms& terms) noexcept {
  Terms quiet = terms;
  quiet.working = nullptr;
  return quiet;
}

bool liquidatedOnTheWay(const LiquidationSet& set, double ratio) noexcept {
  if (set.state == PoolState::Liquidation) return true;
  return std::any_of(set.boundaries.begin(), set.boundaries.end(), [&](const Boundary& boundary) {
    return ratio < 1 ? boundary.ratio >= ratio && boundary.ratio < 1
                     : boundary.ratio <= ratio && boundary.ratio > 1;
  });
}

Situation situationOf(const Wallet& wallet, const Terms& terms) {
  Situation situation;
  if (const auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    const UsReport report = valued(*us, terms);
    for (const UsPositionReport& position : report.positions) {
      situation.liquidation.push_back(position.liquidation);
      situation.maintenanceMargin.push_back(position.requirement);
    }
    situation.equity.resize(report.positions.size());
    situation.allocatedMargin.resize(report.positions.size());
    situation.standing = standing(report);
    situation.portfolioValue = situation.crossEquity = report.equity;
    situation.unrealizedPnl = report.unrealizedPnl;
    situation.crossMaintenance = report.requirement;
    return situation;
  }
  const auto* single = std::get_if<SingleCollateralWallet>(&wallet);
  WalletReport report =
      single ? valued(*single, terms) : valued(std::get<MultiCollateralWallet>(wallet), terms);
  for (const PositionReport& position : report.positions) {
    situation.liquidation.push_back(position.liquidation);
    situation.equity.push_back(position.equity ? position.equity->value : 0);
    situation.allocatedMargin.push_back(position.equity ? position.initialMargin.value : 0);
    situation.maintenanceMargin.push_back(position.maintenanceMargin);
  }
  situation.portfolioValue = report.portfolioValue;
  situation.unrealizedPnl = report.unrealizedPnl;
  situation.crossEquity = report.cross.marginEquity;
  situation.crossMaintenance = report.cross.maintenanceMargin;
  situation.standing = standing(std::move(report));
  return situation;
}

}  // namespace margin
