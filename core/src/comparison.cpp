// SPDX-License-Identifier: MIT
#include "margin/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "counted.hpp"
#include "notional.hpp"
#include "session.hpp"
#include "sum.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

/// What a wallet is worth as one factor moves, in USD.
class Outcomes {
 public:
  Outcomes(const Wallet& wallet, std::optional<AssetIndex> factor, const Terms& terms)
      : wallet_(wallet), factor_(factor), terms_(terms), today_(situationOf(wallet, terms)) {}

  std::vector<MoveOutcome> run() const {
    std::vector<MoveOutcome> outcomes;
    for (const double move : kShownMoves) outcomes.push_back(at(move));
    return outcomes;
  }

 private:
  MoveOutcome at(double move) const {
    const double ratio = 1 + move;
    MoveOutcome outcome;
    outcome.move = move;
    for (const FactorReport& each : today_.standing.factors) {
      if (each.asset == factor_) outcome.liquidated = liquidatedOnTheWay(each.liquidation, ratio);
    }
    Wallet left = wallet_;
    const double lost = takeLiquidated(left, ratio, outcome.isolatedLiquidated);
    const Market market = moved(terms_.market, terms_.rulebook, factor_, ratio);
    const Situation then = situationOf(left, margin::at(market, terms_));
    const auto* single = std::get_if<SingleCollateralWallet>(&wallet_);
    const double price = single ? market.indexPrice[single->asset] : 1;
    outcome.pnl = then.unrealizedPnl * price - lost;
    outcome.walletValue = then.portfolioValue * price - lost;
    return outcome;
  }

  /// Takes the isolated positions out of a wallet that are liquidated on the way to a ratio.
  /// @return  Their margins, which are lost.
  double takeLiquidated(Wallet& wallet, double ratio, std::vector<ContractIndex>& contracts) const {
    Sum lost;
    std::vector<Position> left;
    const std::vector<Position>& positions = positionsOf(wallet_);
    for (std::size_t i = 0; i < positions.size(); ++i) {
      if (positions[i].margin == MarginMode::Isolated && isLiquidated(i, ratio)) {
        lost += today_.allocatedMargin[i];
        contracts.push_back(positions[i].contract);
      } else {
        left.push_back(positions[i]);
      }
    }
    positionsOf(wallet) = std::move(left);
    return lost.value();
  }

  /// Where its underlying does not move with the factor, a position is liquidated only if it is so today.
  bool isLiquidated(std::size_t position, double ratio) const {
    const Contract& contract = terms_.rulebook.contracts()[positionsOf(wallet_)[position].contract];
    const bool moves = factor_ ? contract.underlying == *factor_
                               : terms_.rulebook.assets()[contract.underlying].kind == AssetKind::Crypto;
    return liquidatedOnTheWay(today_.liquidation[position], moves ? ratio : 1);
  }

  const Wallet& wallet_;
  const std::optional<AssetIndex> factor_;
  const Terms& terms_;
  const Situation today_;
};

Alternative alternative(const MultiCollateralWallet& wallet, const Terms& terms) {
  Alternative result;
  const Wallet any(wallet);
  result.standing = situationOf(any, terms).standing;
  for (const Holding& holding : wallet.collateral) {
    result.collateralValue += holding.quantity * countedPerUnit(holding.asset, terms);
  }
  result.outcomes = Outcomes(any, std::nullopt, terms).run();
  return result;
}

/// The asset's contract of a type; of several, a perpetual with the smallest worth a contract.
std::optional<ContractIndex> contractOf(AssetIndex asset, ContractType type, const Rulebook& rulebook) {
  std::optional<ContractIndex> found;
  for (ContractIndex i = 0; i < rulebook.contracts().size(); ++i) {
    const Contract& contract = rulebook.contracts()[i];
    if (contract.type != type || contract.underlying != asset || contract.expiry) continue;
    const Contract* const best = found ? &rulebook.contracts()[*found] : nullptr;
    const bool better = !best || (contract.perpetual != best->perpetual ? contract.perpetual
                                                                        : unitsOf(contract) < unitsOf(*best));
    if (better) found = i;
  }
  return found;
}

/// The largest notional (of a schedule's measure) whose initial margin is no more than so much.
double largest(const MarginSchedule& schedule, Levels rule, double margin) noexcept {
  const std::vector<MarginLevel>& levels = schedule.levels();
  for (std::size_t i = levels.size(); i-- > 0;) {
    const MarginLine line = schedule.initialLine(i, rule);
    const double carried = (margin - line.offset) / line.rate;
    if (carried < levels[i].from) continue;
    return i + 1 < levels.size() ? std::min(carried, levels[i + 1].from) : carried;
  }
  return 0;
}

class Account {
 public:
  Account(const Trade& trade, ContractIndex contract, const Terms& terms)
      : trade_(trade),
        terms_(terms),
        contract_(terms.rulebook.contracts()[contract]),
        price_(terms.market.indexPrice[trade.asset]) {
    report_.contract = contract;
    report_.current = price_;
  }

  AccountComparison run() {
    report_.size = size();
    report_.notional = report_.size * worth();
    report_.collateral =
        contract_.us ? Holding{kUsd, trade_.collateral} : Holding{trade_.asset, trade_.collateral / price_};
    const Wallet wallet = this->wallet();
    const Situation today = situationOf(wallet, terms_);
    if (report_.size > 0) margins(today);
    report_.effectiveLeverage = today.standing.effectiveLeverage;
    for (const FactorReport& factor : today.standing.factors) {
      if (factor.asset == trade_.asset) report_.liquidation = factor.liquidation;
    }
    report_.outcomes = Outcomes(wallet, trade_.asset, terms_).run();
    report_.largestPosition = largestPosition();
    costs();
    assumptions();
    return std::move(report_);
  }

 private:
  /// USD that one contract is worth today.
  double worth() const noexcept { return inCoin() ? unitsOf(contract_) : notionalOf(contract_, 1, price_); }

  double size() const noexcept {
    const double exact = trade_.notional / worth();
    return contract_.us ? std::floor(exact + 1e-9) : exact;
  }

  Wallet wallet() const {
    std::vector<Position> positions;
    if (report_.size > 0) positions.push_back({report_.contract, trade_.side, report_.size, price_});
    if (contract_.us) {
      UsFuturesWallet us;
      us.cash = trade_.collateral;
      us.positions = std::move(positions);
      return us;
    }
    if (contract_.type == ContractType::Inverse) {
      SingleCollateralWallet single;
      single.asset = trade_.asset;
      single.balance = report_.collateral.quantity;
      single.positions = std::move(positions);
      return single;
    }
    MultiCollateralWallet multi;
    multi.collateral.push_back(report_.collateral);
    multi.positions = std::move(positions);
    return multi;
  }

  bool inCoin() const noexcept { return contract_.type == ContractType::Inverse; }

  void margins(const Situation& today) {
    const Standing& standing = today.standing;
    // A US account needs what is in force by its clock.
    const double needed = contract_.us ? today.crossMaintenance : standing.initialMargin.value;
    report_.marginNeeded = inCoin() ? needed * price_ : needed;
    report_.possible = standing.availableMargin >= 0;
  }

  double largestPosition() const {
    const double posted = contract_.us ? trade_.collateral : counted();
    double most = 0;
    if (contract_.us) {
      const UsTerms& us = *contract_.us;
      const int minutes = terms_.rulebook.usFutures.minutesBeforeClose;
      const bool intraday = sessionState(us.session, minutes, *terms_.asOf).intraday;
      most = std::floor(posted / (intraday ? us.intradayMargin : us.initialMargin)) * worth();
    } else {
      most = largest(terms_.rulebook.schedule(contract_, terms_.client), terms_.policy.levels, posted);
      if (inCoin()) most *= contract_.contractSize;
    }
    return contract_.maxPosition ? std::min(most, *contract_.maxPosition * worth()) : most;
  }

  /// The collateral as the schedule measures margin: USD; of inverse contracts, contracts.
  double counted() const noexcept {
    if (inCoin()) return trade_.collateral / contract_.contractSize;
    const Asset& asset = terms_.rulebook.assets()[trade_.asset];
    const double fee = terms_.policy.collateralFee ? asset.conversionFee : 0;
    return trade_.collateral * (1 - asset.haircut) * (1 - fee);
  }

  void costs() {
    const double fee =
        contract_.us ? contract_.us->fees.total() * report_.size : terms_.takerFee * report_.notional;
    report_.openFee = report_.closeFee = fee;
    report_.fundingPerDay =
        0 - sign(trade_.side) * report_.notional * terms_.market.fundingRate[report_.contract] * 24;
  }

  void assumptions() {
    const auto add = [&](bool assumed, const Assumption* reason) {
      report_.assumed = report_.assumed || assumed;
      if (reason) report_.assumptions.push_back(reason);
    };
    add(contract_.assumed, terms_.rulebook.marginAssumption(report_.contract));
    // Only linear contracts take collateral at a haircut.
    if (contract_.type != ContractType::Linear) return;
    add(terms_.rulebook.assets()[trade_.asset].assumed, terms_.rulebook.haircutAssumption(trade_.asset));
  }

  const Trade& trade_;
  const Terms& terms_;
  const Contract& contract_;
  double price_;
  AccountComparison report_;
};

}  // namespace

std::optional<PledgeOrSell> pledgeOrSell(const MultiCollateralWallet& given, const Terms& terms) {
  MultiCollateralWallet wallet = given;
  wallet.orders.clear();
  wallet.transfers.clear();
  PledgeOrSell result;
  MultiCollateralWallet sold = wallet;
  sold.collateral.clear();
  Holding dollars{kUsd, 0};
  bool sells = false;
  for (const Holding& holding : wallet.collateral) {
    const double value = holding.quantity * terms.market.indexPrice[holding.asset];
    const double fee = value * terms.rulebook.assets()[holding.asset].conversionFee;
    dollars.quantity = dollars.quantity + (value - fee);
    result.saleFee += fee;
    sells = sells || (holding.asset != kUsd && holding.quantity > 0);
  }
  if (!sells) return std::nullopt;
  sold.collateral.push_back(dollars);
  result.pledged = alternative(wallet, terms);
  result.sold = alternative(sold, terms);
  return result;
}

std::optional<AccountComparison> compare(const Trade& trade, ContractType type, const Terms& terms) {
  const auto contract = contractOf(trade.asset, type, terms.rulebook);
  if (!contract) return std::nullopt;
  return Account(trade, *contract, terms).run();
}

}  // namespace margin
