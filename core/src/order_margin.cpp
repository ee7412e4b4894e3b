// SPDX-License-Identifier: MIT
#include "order_margin.hpp"

#include <algorithm>
#include <utility>

#include "heap_sort.hpp"
#include "margin/margin.hpp"
#include "session.hpp"
#include "triggers.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

/// What resting orders would open on one side of a contract.
struct Excess {
  std::size_t order = 0;
  double size = 0;   ///< Contracts.
  double price = 0;  ///< USD.
  Figure unit;       ///< Margin of one contract.
};

const Contract& contractOf(const OrdersOfWallet& wallet, ContractIndex contract) noexcept {
  return wallet.terms.rulebook.contracts()[contract];
}

/// One contract at a price, as a schedule counts size: USD (linear) or contracts.
double measure(const Contract& contract, double price) noexcept {
  return contract.type == ContractType::Linear ? contract.contractSize * price : 1;
}

/// What is open on a side already, as the schedule counts it.
double existing(const OrdersOfWallet& wallet, const Position* position, Side side) noexcept {
  if (!position || position->side != side) return 0;
  const bool mark = wallet.terms.policy.marginBasis == MarginBasis::Mark;
  const double price = mark ? wallet.terms.market.markPrice[position->contract] : position->entryPrice;
  return position->size * measure(contractOf(wallet, position->contract), price);
}

/// The schedule's initial rate for what is added to what is open.
double initialRate(const MarginSchedule& schedule, Levels rule, double open, double added) noexcept {
  const double result = open + added;
  if (rule == Levels::Flat || !(added > 0)) return schedule.initialLine(schedule.levelAt(result), rule).rate;
  return (initialMargin(schedule, result, rule) - initialMargin(schedule, open, rule)) / added;
}

Figure usUnitMargin(const OrdersOfWallet& wallet, const Contract& contract, double contracts,
                    Arithmetic& arithmetic) {
  const UsTerms& us = *contract.us;
  const UsFuturesRules& rules = wallet.terms.rulebook.usFutures;
  if (!sessionState(us.session, rules.minutesBeforeClose, *wallet.terms.asOf).intraday) {
    return arithmetic.input(Symbol::InitialMarginPerContract, us.initialMargin, contract.assumed);
  }
  double factor = 1;
  for (const QuantityMargin& each : us.quantityMargins) {
    if (each.from <= contracts) factor = each.factor;
  }
  if (wallet.news) factor *= rules.newsFactor;
  return arithmetic.times(
      Symbol::Intermediate,
      arithmetic.input(Symbol::IntradayMarginPerContract, us.intradayMargin, contract.assumed), factor);
}

/// @param added  Opened on the order's side, as the schedule counts it.
UnitMargin unitMarginOf(const OrdersOfWallet& wallet, const Order& order, const Position* position,
                        double added, double price, Arithmetic& arithmetic) {
  const Contract& contract = contractOf(wallet, order.contract);
  arithmetic.setSubject(contract.symbol);
  const double open = existing(wallet, position, order.side);
  if (contract.type == ContractType::Us) return {0, usUnitMargin(wallet, contract, open + added, arithmetic)};
  const MarginSchedule& schedule = wallet.terms.rulebook.schedule(contract, wallet.terms.client);
  const double scheduleRate = initialRate(schedule, wallet.terms.policy.levels, open, added);
  Figure rate = arithmetic.input(Symbol::InitialRate, scheduleRate, contract.assumed);
  if (order.margin == MarginMode::Isolated && order.maxLeverage) {
    const Figure leverage = arithmetic.input(Symbol::MaxLeverage, *order.maxLeverage);
    rate = arithmetic.larger(Symbol::InitialRate, rate, arithmetic.over(Symbol::Intermediate, 1, leverage));
  }
  const Figure size = arithmetic.input(Symbol::ContractSize, contract.contractSize);
  const Figure at = arithmetic.input(Symbol::TradePrice, price);
  const Figure worth = contract.type == ContractType::Linear
                           ? arithmetic.times(Symbol::Intermediate, size, at)
                           : arithmetic.over(Symbol::Intermediate, size, at);
  return {scheduleRate, arithmetic.times(Symbol::Intermediate, rate, worth)};
}

/// Whether an order rests on a side of the book, where it may open or add.
bool adds(const OrdersOfWallet& wallet, std::size_t order, Side side) {
  const Order& given = wallet.orders[order];
  return given.side == side && !given.reduceOnly && rests(placed(given, wallet.terms));
}

/// What the first `count` orders open on one side of a contract, each with its unit margin, dearest first.
std::vector<Excess> excesses(const OrdersOfWallet& wallet, std::size_t count, ContractIndex contract,
                             Side side, Arithmetic& arithmetic) {
  const Position* const position = positionOn(wallet.positions, contract);
  double closing = position && position->side != side ? position->size : 0;
  std::vector<Excess> result;
  double added = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (wallet.orders[i].contract != contract || !adds(wallet, i, side)) continue;
    const Order& order = wallet.orders[i];
    const double reduces = std::min(order.size, closing);
    closing -= reduces;
    const double size = order.size - reduces;
    if (!(size > 0)) continue;
    result.push_back({i, size, *order.price, {}});
    added += size * measure(contractOf(wallet, contract), *order.price);
  }
  for (Excess& each : result) {
    each.unit =
        unitMarginOf(wallet, wallet.orders[each.order], position, added, each.price, arithmetic).margin;
  }
  heapSort(result, [](const Excess& left, const Excess& right) {
    return left.unit != right.unit ? left.unit > right.unit : left.order < right.order;
  });
  return result;
}

/// Charges matching buys and sells once, at the dearer, and the rest each at its own.
void charge(FigureSum& total, std::vector<Excess> buys, std::vector<Excess> sells, Arithmetic& arithmetic) {
  const auto piece = [&](double size, Figure unit) {
    total.add(arithmetic, arithmetic.times(Symbol::OrderMargin, arithmetic.input(Symbol::Size, size), unit));
  };
  std::size_t buy = 0;
  std::size_t sell = 0;
  while (buy < buys.size() && sell < sells.size()) {
    const double size = std::min(buys[buy].size, sells[sell].size);
    piece(size, arithmetic.larger(Symbol::Intermediate, buys[buy].unit, sells[sell].unit));
    if (!((buys[buy].size -= size) > 0)) ++buy;
    if (!((sells[sell].size -= size) > 0)) ++sell;
  }
  for (; buy < buys.size(); ++buy) piece(buys[buy].size, buys[buy].unit);
  for (; sell < sells.size(); ++sell) piece(sells[sell].size, sells[sell].unit);
}

}  // namespace

double reducedBy(const Order& order, const Position* position) noexcept {
  return position && position->side != order.side ? std::min(order.size, position->size) : 0;
}

UnitMargin unitMargin(const OrdersOfWallet& wallet, const Order& order, double opens, double price,
                      Arithmetic& arithmetic) {
  const double added = opens * measure(contractOf(wallet, order.contract), price);
  return unitMarginOf(wallet, order, positionOn(wallet.positions, order.contract), added, price, arithmetic);
}

double largestSize(const OrdersOfWallet& wallet, std::size_t count, const Order& order, double size) {
  const Position* const position = positionOn(wallet.positions, order.contract);
  double result = position ? (position->side == order.side ? position->size : -position->size) : 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (wallet.orders[i].contract == order.contract && adds(wallet, i, order.side)) {
      result += wallet.orders[i].size;
    }
  }
  return result + size;
}

Figure orderMargin(const OrdersOfWallet& wallet, std::size_t count, Arithmetic& arithmetic) {
  FigureSum total;
  for (std::size_t i = 0; i < count; ++i) {
    const ContractIndex contract = wallet.orders[i].contract;
    const auto isEarlier = [&](const Order& order) { return order.contract == contract; };
    const auto first = wallet.orders.begin();
    if (std::any_of(first, first + static_cast<std::ptrdiff_t>(i), isEarlier)) continue;
    std::vector<Excess> buys = excesses(wallet, count, contract, Side::Long, arithmetic);
    std::vector<Excess> sells = excesses(wallet, count, contract, Side::Short, arithmetic);
    charge(total, std::move(buys), std::move(sells), arithmetic);
  }
  arithmetic.setSubject({});
  return total.total(arithmetic, Symbol::OrderMargin);
}

}  // namespace margin
