// SPDX-License-Identifier: MIT
#include "previews.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "execution.hpp"
#include "margin/conversion.hpp"
#include "notional.hpp"
#include "order_margin.hpp"
#include "us_wallet.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

bool news(const Wallet& wallet) noexcept {
  const auto* us = std::get_if<UsFuturesWallet>(&wallet);
  return us && us->news;
}

OrdersOfWallet ordersView(const Wallet& wallet, const Terms& terms) noexcept {
  return {positionsOf(wallet), ordersOf(wallet), terms, news(wallet)};
}

/// A wallet after a change: how it stands, and whether the position on one contract is safe.
struct Outcome {
  Standing standing;
  bool positionSafe = true;
  double withdrawable = 0;  ///< Of the asset asked for.
};

bool isSafe(const LiquidationSet& set) noexcept { return set.state != PoolState::Liquidation; }

template <class Positions>
bool positionSafe(const Positions& reports, const std::vector<Position>& positions, ContractIndex contract) {
  const Position* const position = positionOn(positions, contract);
  return !position || isSafe(reports[static_cast<std::size_t>(position - positions.data())].liquidation);
}

Outcome outcomeOf(const Wallet& wallet, const Terms& terms, ContractIndex contract, AssetIndex asset) {
  const std::vector<Position>& positions = positionsOf(wallet);
  if (const auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    UsReport report = valued(*us, terms);
    return {standing(report), positionSafe(report.positions, positions, contract), report.withdrawable};
  }
  if (const auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    WalletReport report = valued(*single, terms);
    const double withdrawable = *report.withdrawable;
    return {margin::standing(std::move(report)), true, withdrawable};
  }
  const auto& multi = std::get<MultiCollateralWallet>(wallet);
  WalletReport report = valued(multi, terms);
  const bool safe = positionSafe(report.positions, positions, contract);
  double withdrawable = 0;
  for (std::size_t i = 0; i < multi.collateral.size(); ++i) {
    if (multi.collateral[i].asset == asset) withdrawable = report.collateral[i].withdrawable;
  }
  return {margin::standing(std::move(report)), safe, withdrawable};
}

/// Terms whose valuations leave no steps.
Terms withoutSteps(const Terms& terms) noexcept {
  Terms quiet = terms;
  quiet.working = nullptr;
  return quiet;
}

/// An order traded in a wallet without orders.
class Fill {
 public:
  Fill(const Wallet& wallet, const Order& order, const Execution& execution, const Terms& terms,
       Arithmetic& arithmetic)
      : wallet_(wallet), order_(order), execution_(execution), terms_(terms), arithmetic_(arithmetic) {
    clearPreviews(wallet_);
  }

  /// @param then  The prices at which the wallet then stands.
  FilledReport run(const Terms& then, bool& positionSafe) {
    FilledReport report;
    double funding = 0;
    report.realizedPnl = trade(funding);
    report.realizedAfterFee = arithmetic_.minus(Symbol::RealizedPnl, report.realizedPnl, execution_.fee);
    pay(wallet_, report.realizedPnl + funding, execution_.fee, then);
    if (const Position* left = positionOn(positionsOf(std::as_const(wallet_)), order_.contract)) {
      report.position = *left;
      report.size = size_;
      report.entryPrice = entryPrice_;
    }
    Outcome outcome = outcomeOf(wallet_, then, order_.contract, kUsd);
    positionSafe = outcome.positionSafe;
    report.standing = std::move(outcome.standing);
    return report;
  }

 private:
  const Contract& contract() const noexcept { return terms_.rulebook.contracts()[order_.contract]; }

  /// @param funding  Receives what the position had accrued: it settles whenever the net position changes.
  /// @return         What the closed part realised, before fees.
  Figure trade(double& funding) {
    const Figure nothing = arithmetic_.input(Symbol::RealizedPnl, 0);
    std::vector<Position>& positions = positionsOf(wallet_);
    const Position* const open = positionOn(positions, order_.contract);
    if (open) {
      size_ = arithmetic_.input(Symbol::Size, open->size);
      entryPrice_ = arithmetic_.input(Symbol::EntryPrice, open->entryPrice);
    }
    if (!(execution_.size > 0)) return nothing;
    if (!open) {
      positions.push_back(opened(execution_.size));
      return nothing;
    }
    const auto at = positions.begin() + (open - positions.data());
    funding = std::exchange(at->unrealizedFunding, 0);
    if (at->side == order_.side) {
      add(*at);
      return nothing;
    }
    const Figure closed = arithmetic_.smaller(Symbol::Reduces, execution_.size, size_);
    const Figure realized = realizedPnl(contract(), *at, closed, execution_.price, arithmetic_);
    const Figure left = arithmetic_.minus(Symbol::SizeAfter, size_, closed);
    if (left > 0) {
      at->isolatedMargin *= left / at->size;
      at->size = size_ = left;
    } else if (execution_.size > closed) {
      *at = opened(arithmetic_.minus(Symbol::SizeAfter, execution_.size, closed));
    } else {
      positions.erase(at);
    }
    return realized;
  }

  void add(Position& position) {
    if (position.margin == MarginMode::Isolated && position.isolatedBy == IsolatedBy::Margin) {
      position.isolatedMargin += execution_.size * unit();
    }
    enlarge(position);
  }

  /// Adds to a position of the same side: its entry price is the average of what the contracts are worth.
  void enlarge(Position& position) {
    Arithmetic& a = arithmetic_;
    const bool inverse = contract().type == ContractType::Inverse;
    const Figure held = notionalOf(Symbol::Intermediate, contract(), size_, entryPrice_, a);
    const Figure added = notionalOf(Symbol::Intermediate, contract(), execution_.size, execution_.price, a);
    const Figure worth = a.plus(Symbol::Intermediate, held, added);
    size_ = a.plus(Symbol::SizeAfter, size_, execution_.size);
    entryPrice_ = inverse ? a.over(Symbol::AverageEntryPrice, size_, worth)
                          : a.over(Symbol::AverageEntryPrice, worth, size_);
    position.size = size_;
    position.entryPrice = entryPrice_;
  }

  double unit() {
    const OrdersOfWallet view{positionsOf(std::as_const(wallet_)), {}, terms_, news(wallet_)};
    return unitMargin(view, order_, execution_.size, execution_.price, arithmetic_).margin;
  }

  Position opened(const Figure& size) {
    size_ = size;
    entryPrice_ = execution_.price;
    Position position;
    position.contract = order_.contract;
    position.side = order_.side;
    position.size = size;
    position.entryPrice = execution_.price;
    position.margin = order_.margin;
    position.isolatedBy = IsolatedBy::MaxLeverage;
    position.maxLeverage = order_.maxLeverage.value_or(1);
    return position;
  }

  Wallet wallet_;
  const Order& order_;
  const Execution& execution_;
  const Terms& terms_;
  Arithmetic& arithmetic_;
  Figure size_;  // of the position on the contract, once traded
  Figure entryPrice_;
};

/// How far the signal must move for an order to trigger.
double triggerRatio(const Order& order, const Terms& terms) noexcept {
  const Market& market = terms.market;
  const Contract& contract = terms.rulebook.contracts()[order.contract];
  double now = market.markPrice[order.contract];
  if (order.triggerSignal == TriggerSignal::Index) now = market.indexPrice[contract.underlying];
  const double last = market.lastPrice[order.contract];
  if (order.triggerSignal == TriggerSignal::Last && last > 0) now = last;
  return *order.triggerPrice / now;
}

/// The set that the pool of an order's contract lives by.
const LiquidationSet* poolOf(const Wallet& wallet, const Today& today, const Order& order,
                             const Terms& terms) {
  const std::vector<Position>& positions = positionsOf(wallet);
  if (const Position* position = positionOn(positions, order.contract)) {
    return today.liquidation[static_cast<std::size_t>(position - positions.data())];
  }
  const AssetIndex underlying = terms.rulebook.contracts()[order.contract].underlying;
  for (const FactorReport& factor : today.factors) {
    if (factor.asset == underlying) return &factor.liquidation;
  }
  return nullptr;
}

bool isMultiple(double value, double step) noexcept {
  const double count = value / step;
  return std::abs(count - std::floor(count + 0.5)) <= 1e-9 * std::max(1.0, count);
}

bool isLiquidated(const std::variant<WalletStatus, UsStatus>& status) noexcept {
  if (const auto* us = std::get_if<UsStatus>(&status)) return *us == UsStatus::LiquidationRisk;
  return std::get<WalletStatus>(status) == WalletStatus::Liquidation;
}

/// Collects why the venue would reject an order.
class Check {
 public:
  Check(const Order& order, const Terms& terms) : order_(order), terms_(terms) {}

  void operator()(bool rejected, RejectionCode code) {
    if (rejected) found_.push_back(code);
  }

  /// What the order's own form and the contract tell.
  void form(const Position* position) {
    const Contract& contract = terms_.rulebook.contracts()[order_.contract];
    (*this)(contract.expires && terms_.asOf && *terms_.asOf >= *contract.expires,
            RejectionCode::ContractExpired);
    (*this)(contract.lot && !isMultiple(order_.size, *contract.lot), RejectionCode::InvalidSize);
    const auto offTick = [&](std::optional<double> price) {
      return price && contract.tick && !isMultiple(*price, *contract.tick);
    };
    (*this)(offTick(order_.price) || offTick(order_.triggerPrice), RejectionCode::InvalidPrice);
    (*this)(order_.reduceOnly && (!position || position->side == order_.side),
            RejectionCode::WouldNotReducePosition);
  }

  /// What the position that results tells.
  void size(const std::optional<Position>& result, double scheduleRate) {
    const Contract& contract = terms_.rulebook.contracts()[order_.contract];
    if (!result) return;
    (*this)(contract.maxPosition && result->size > *contract.maxPosition,
            RejectionCode::MaxPositionViolation);
    const bool isolated =
        result->margin == MarginMode::Isolated && result->isolatedBy == IsolatedBy::MaxLeverage;
    const double leverage = order_.maxLeverage.value_or(result->maxLeverage);
    (*this)(isolated && scheduleRate > 0 && leverage * scheduleRate > 1 + 1e-12,
            RejectionCode::FixedLeverageTooHigh);
  }

  std::vector<RejectionCode> take() noexcept { return std::move(found_); }

 private:
  const Order& order_;
  const Terms& terms_;
  std::vector<RejectionCode> found_;
};

class OrderPreview {
 public:
  OrderPreview(const Wallet& wallet, const Today& today, const Terms& terms)
      : wallet_(wallet),
        today_(today),
        terms_(terms),
        view_(ordersView(wallet, terms)),
        arithmetic_(terms.working, currencyOf(wallet, terms.rulebook)) {}

  OrderReport run(std::size_t index) {
    const Order& order = view_.orders[index];
    const Position* const position = positionOn(view_.positions, order.contract);
    OrderReport report;
    arithmetic_.setSubject(terms_.rulebook.contracts()[order.contract].symbol);
    const Figure size = arithmetic_.input(Symbol::Size, order.size);
    const bool opposed = reducedBy(order, position) > 0;
    const Figure held = arithmetic_.input(Symbol::Size, opposed ? position->size : 0);
    report.reduces = arithmetic_.smaller(Symbol::Reduces, size, held);
    report.opens = order.reduceOnly ? arithmetic_.choice(Symbol::Opens, 0, size)
                                    : arithmetic_.minus(Symbol::Opens, size, report.reduces);
    const Figure& tradable = order.reduceOnly ? report.reduces : size;
    const Execution execution = executionOf(order, tradable, terms_, arithmetic_);
    report.price = execution.price;
    report.liquidity = execution.liquidity;
    report.fee = execution.fee;
    report.slippage = execution.slippage;
    const Figure resting = orderMargin(view_, index + 1, arithmetic_);
    report.initialMargin = arithmetic_.minus(Symbol::InitialMargin, resting, before_);
    before_ = resting;
    report.availableMargin = arithmetic_.minus(Symbol::AvailableMargin, today_.availableMargin, resting);
    bool positionSafe = true;
    const bool kept = terms_.working && terms_.working->keepsOrder(index);
    report.filled = filled(order, execution, kept ? terms_ : withoutSteps(terms_), positionSafe);
    report.rejections = rejections(order, execution, report, positionSafe);
    return report;
  }

 private:
  /// @param valuation  By which the wallet is valued once the order has traded.
  FilledReport filled(const Order& order, const Execution& execution, const Terms& valuation,
                      bool& positionSafe) {
    Fill fill(wallet_, order, execution, terms_, arithmetic_);
    if (!isTriggered(order)) return fill.run(valuation, positionSafe);
    const double ratio = triggerRatio(order, terms_);
    const AssetIndex underlying = terms_.rulebook.contracts()[order.contract].underlying;
    const Market then = moved(terms_.market, terms_.rulebook, underlying, ratio);
    FilledReport report = fill.run(at(then, valuation), positionSafe);
    const LiquidationSet* const pool = poolOf(wallet_, today_, order, terms_);
    report.liquidationFirst = pool ? liquidatedOnTheWay(*pool, ratio) : isLiquidated(today_.status);
    return report;
  }

  std::vector<RejectionCode> rejections(const Order& order, const Execution& execution,
                                        const OrderReport& report, bool positionSafe) {
    const Position* const position = positionOn(view_.positions, order.contract);
    Check check(order, terms_);
    check.form(position);
    const bool unfilled = execution.slippage && !execution.slippage->averagePrice;
    const bool takesNothing = order.type == OrderType::Limit && !rests(order) && !execution.crosses;
    check(unfilled || takesNothing, RejectionCode::IocWouldNotExecute);
    check(order.makerOnly && execution.crosses, RejectionCode::PostWouldExecute);
    const UnitMargin unit = report.opens > 0
                                ? unitMargin(view_, order, report.opens, execution.price, arithmetic_)
                                : UnitMargin();
    if (report.opens > 0) check.size(report.filled.position, unit.scheduleRate);
    if (isTriggered(order)) return check.take();
    check(report.opens > 0 && available(order, report, unit) < 0, RejectionCode::InsufficientAvailableFunds);
    const bool ruined = report.reduces + report.opens > 0 && report.filled.standing.marginEquity < 0;
    const bool liquidated = isLiquidated(report.filled.standing.status) || !positionSafe || ruined;
    check(liquidated && (report.opens > 0 || !isLiquidated(today_.status)),
          RejectionCode::WouldCauseLiquidation);
    return check.take();
  }

  /// Available margin that an order must leave. What trades at once needs the margin of a new position, which
  /// can be more than that of an open one (US: news, quantity, and positions carried).
  double available(const Order& order, const OrderReport& report, const UnitMargin& unit) const {
    if (rests(order)) return report.availableMargin;
    const double filled = report.filled.standing.availableMargin;
    if (report.reduces > 0) return filled;
    return std::min(filled, today_.availableMargin - report.opens * unit.margin);
  }

  const Wallet& wallet_;
  const Today& today_;
  const Terms& terms_;
  OrdersOfWallet view_;
  Arithmetic arithmetic_;
  Figure before_;
};

/// Moves an amount into or out of a wallet.
void apply(Wallet& wallet, const Transfer& transfer) {
  if (auto* us = std::get_if<UsFuturesWallet>(&wallet)) {
    us->cash += transfer.quantity;
  } else if (auto* single = std::get_if<SingleCollateralWallet>(&wallet)) {
    single->balance += transfer.quantity;
  } else {
    credit(std::get<MultiCollateralWallet>(wallet).collateral, transfer.asset, transfer.quantity);
  }
}

/// Gives the asset of a transfer one row of its own, so that what can leave is told of it.
void gather(Wallet& wallet, AssetIndex asset) {
  auto* multi = std::get_if<MultiCollateralWallet>(&wallet);
  if (!multi) return;
  multi->collateral = balancesOf(multi->collateral);
  const bool held = std::any_of(multi->collateral.begin(), multi->collateral.end(),
                                [&](const Holding& holding) { return holding.asset == asset; });
  if (!held) multi->collateral.push_back({asset, 0});
}

}  // namespace

std::vector<OrderReport> previewOrders(const Wallet& wallet, const Today& today, const Terms& terms) {
  OrderPreview preview(wallet, today, terms);
  std::vector<OrderReport> reports;
  for (std::size_t i = 0; i < ordersOf(wallet).size(); ++i) reports.push_back(preview.run(i));
  return reports;
}

std::vector<TransferReport> previewTransfers(const Wallet& wallet, const Terms& terms) {
  std::vector<TransferReport> reports;
  Wallet now = wallet;
  const ContractIndex none = terms.rulebook.contracts().size();
  const Terms quiet = withoutSteps(terms);
  for (const Transfer& transfer : transfersOf(wallet)) {
    const bool kept = terms.working && terms.working->keepsTransfer(reports.size());
    gather(now, transfer.asset);
    const double most = outcomeOf(now, quiet, none, transfer.asset).withdrawable;
    Wallet then = now;
    apply(then, transfer);
    TransferReport report;
    report.allowed = -transfer.quantity <= most * (1 + 1e-12);
    report.standing = outcomeOf(then, kept ? terms : quiet, none, transfer.asset).standing;
    if (report.allowed) now = std::move(then);
    reports.push_back(std::move(report));
  }
  return reports;
}

}  // namespace margin
