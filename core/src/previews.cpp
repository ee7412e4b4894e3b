// SPDX-License-Identifier: MIT
#include "previews.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "execution.hpp"
#include "fill.hpp"
#include "order_margin.hpp"
#include "outcome.hpp"
#include "session.hpp"
#include "triggers.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

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

  /// What so many contracts on the order's side tell.
  void size(double contracts) {
    const std::optional<double> most = terms_.rulebook.contracts()[order_.contract].maxPosition;
    (*this)(most && contracts > *most * (1 + 1e-12), RejectionCode::MaxPositionViolation);
  }

  /// What the leverage set for the position that results tells.
  void leverage(const std::optional<Position>& result, double scheduleRate) {
    if (!result) return;
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

/// The next open of a US contract whose session is closed.
std::optional<Instant> waitsUntil(const Contract& contract, const Terms& terms) noexcept {
  if (!contract.us) return std::nullopt;
  const Session& session = contract.us->session;
  if (sessionState(session, 0, *terms.asOf).open) return std::nullopt;
  return nextOpen(session, *terms.asOf);
}

class OrderPreview {
 public:
  OrderPreview(const Wallet& wallet, const Today& today, const Terms& terms)
      : wallet_(wallet),
        today_(today),
        terms_(terms),
        view_{positionsOf(wallet), ordersOf(wallet), terms, isNews(wallet)},
        arithmetic_(terms.working, currencyOf(wallet, terms.rulebook)) {}

  OrderReport run(std::size_t index) {
    const Order& given = view_.orders[index];
    const Order order = placed(given, terms_);
    const Position* const position = positionOn(view_.positions, order.contract);
    OrderReport report;
    if (isTriggered(given)) report.triggersAtOnce = !isTriggered(order);
    report.waitsUntil = waitsUntil(terms_.rulebook.contracts()[order.contract], terms_);
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
    Check check(order, terms_);
    check.form(position);
    const bool unfilled = execution.slippage && !execution.slippage->averagePrice;
    const bool takesNothing = order.type == OrderType::Limit && !rests(order) && !execution.crosses;
    check(unfilled || takesNothing, RejectionCode::IocWouldNotExecute);
    check(order.makerOnly && execution.crosses, RejectionCode::PostWouldExecute);
    if (!order.reduceOnly) check.size(largestSize(view_, index, order, execution.size));
    const bool kept = terms_.working && terms_.working->keepsOrder(index);
    const Terms valuation = kept ? terms_ : withoutSteps(terms_);
    if (isTriggered(order)) {
      fillLater(order, execution, valuation, report, check);
    } else {
      fillToday(index, order, execution, valuation, report, check);
    }
    report.rejections = check.take();
    if (const auto* single = std::get_if<SingleCollateralWallet>(&wallet_)) {
      report.inUsd = inUsd(single->asset, order, report);
    }
    return report;
  }

 private:
  OrderInUsd inUsd(AssetIndex coin, const Order& order, const OrderReport& report) {
    const double price = terms_.market.indexPrice[coin];
    arithmetic_.setSubject(terms_.rulebook.assets()[coin].name);
    const Figure today = arithmetic_.input(Symbol::IndexPrice, price);
    const Figure then = isTriggered(order)
                            ? arithmetic_.input(Symbol::IndexPrice, price * triggerRatio(order, terms_))
                            : today;
    arithmetic_.setSubject(terms_.rulebook.contracts()[order.contract].symbol);
    const auto usd = [&](const Figure& amount, const Figure& index) {
      return arithmetic_.times(Symbol::Usd, amount, index);
    };
    return {
        usd(report.initialMargin, today),     usd(report.fee, then),
        usd(report.availableMargin, today),   report.slippage ? usd(report.slippage->cost, today) : Figure{},
        usd(report.filled.realizedPnl, then), usd(report.filled.realizedAfterFee, then)};
  }

  /// @param valuation  By which the wallet is valued once the order has traded.
  void fillToday(std::size_t index, const Order& order, const Execution& execution, const Terms& valuation,
                 OrderReport& report, Check& check) {
    bool positionSafe = true;
    report.filled = fill(wallet_, order, execution, valuation, arithmetic_, positionSafe);
    const bool opens = report.opens > 0;
    if (opens) check.leverage(report.filled.position, scheduleRate(order, report, terms_));
    // Behind others that close the position first, an order opens more than it would alone.
    const bool takes = opens || report.initialMargin > 0;
    const double left = rests(order) || !takes ? report.availableMargin.value
                                               : leftBy(order, report, index, terms_, today_.availableMargin);
    check(takes && left < 0, RejectionCode::InsufficientAvailableFunds);
    const bool ruined = report.reduces + report.opens > 0 && report.filled.standing.marginEquity < 0;
    const bool liquidated = isLiquidated(report.filled.standing.status) || !positionSafe || ruined;
    check(liquidated && (opens || !isLiquidated(today_.status)), RejectionCode::WouldCauseLiquidation);
  }

  /// An order that waits is filled, and must find its margin, at its trigger's prices. By then orders that
  /// rest today may have traded: it is judged without them.
  void fillLater(const Order& order, const Execution& execution, const Terms& valuation, OrderReport& report,
                 Check& check) {
    const double ratio = triggerRatio(order, terms_);
    const AssetIndex underlying = terms_.rulebook.contracts()[order.contract].underlying;
    const Market market = moved(terms_.market, terms_.rulebook, underlying, ratio);
    const Terms then = at(market, withoutSteps(terms_));
    bool positionSafe = true;
    report.filled = fill(wallet_, order, execution, at(market, valuation), arithmetic_, positionSafe);
    const LiquidationSet* const pool = poolOf(wallet_, today_, order, terms_);
    report.filled.liquidationFirst = pool ? liquidatedOnTheWay(*pool, ratio) : isLiquidated(today_.status);
    if (!(report.opens > 0)) return;
    check.leverage(report.filled.position, scheduleRate(order, report, then));
    Wallet unfilled = wallet_;
    clearPreviews(unfilled);
    const double available = outcomeOf(unfilled, then, order.contract).standing.availableMargin;
    check(leftBy(order, report, 0, then, available) < 0, RejectionCode::InsufficientAvailableFunds);
  }

  /// The schedule's initial rate for what an order opens.
  double scheduleRate(const Order& order, const OrderReport& report, const Terms& then) const {
    Arithmetic unkept(nullptr, {});
    const OrdersOfWallet view{view_.positions, view_.orders, then, view_.news};
    return unitMargin(view, order, report.opens, report.price, unkept).scheduleRate;
  }

  /// Available margin that an order leaves which opens as it trades, beside the first `count` orders that
  /// rest. A new position can need more than an open one (US: news, quantity, and positions carried), so the
  /// order must also find what it would take at rest.
  /// @param available  Before it, without orders.
  double leftBy(const Order& order, const OrderReport& report, std::size_t count, const Terms& then,
                double available) const {
    Arithmetic unkept(nullptr, {});
    const auto first = view_.orders.begin();
    std::vector<Order> orders(first, first + static_cast<std::ptrdiff_t>(count));
    const std::vector<Position> positions = positionsAfter(order.contract, report.filled.position);
    const double filled = report.filled.standing.availableMargin -
                          orderMargin({positions, orders, then, view_.news}, count, unkept);
    if (report.reduces > 0) return filled;
    orders.push_back(order);
    orders.back().type = OrderType::Limit;
    orders.back().timeInForce = TimeInForce::GoodTillCancelled;
    orders.back().price = report.price;
    const double atRest = orderMargin({view_.positions, orders, then, view_.news}, count + 1, unkept);
    return std::min(filled, available - atRest);
  }

  /// The wallet's positions once an order on a contract has traded.
  std::vector<Position> positionsAfter(ContractIndex contract, const std::optional<Position>& filled) const {
    std::vector<Position> positions;
    for (const Position& position : view_.positions) {
      if (position.contract != contract) positions.push_back(position);
    }
    if (filled) positions.push_back(*filled);
    return positions;
  }

  const Wallet& wallet_;
  const Today& today_;
  const Terms& terms_;
  OrdersOfWallet view_;
  Arithmetic arithmetic_;
  Figure before_;
};

}  // namespace

std::vector<OrderReport> previewOrders(const Wallet& wallet, const Today& today, const Terms& terms) {
  OrderPreview preview(wallet, today, terms);
  std::vector<OrderReport> reports;
  for (std::size_t i = 0; i < ordersOf(wallet).size(); ++i) reports.push_back(preview.run(i));
  return reports;
}

}  // namespace margin
