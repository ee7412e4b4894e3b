// SPDX-License-Identifier: MIT
#include "execution.hpp"

#include <algorithm>
#include <vector>

#include "notional.hpp"

namespace margin {
namespace {

/// A market order takes no price further than this from the mark.
constexpr double kPriceProtection = 0.01;

Symbol unitsSymbol(const Contract& contract) noexcept {
  return contract.us ? Symbol::ValuePerPoint : Symbol::ContractSize;
}

/// The worst price that an order takes of a book: its own limit, of a market order the price protection.
double worstOf(const Order& order, double mark) noexcept {
  if (order.price) return *order.price;
  return mark * (order.side == Side::Long ? 1 + kPriceProtection : 1 - kPriceProtection);
}

/// What of a size is found in the book at the worst price or better.
Slippage slippageOf(const Order& order, const Figure& size, const Contract& contract,
                    const std::vector<Quote>& book, const Figure& mark, Arithmetic& a) {
  const bool buys = order.side == Side::Long;
  const double limit = worstOf(order, mark);
  const Figure whole = a.given(Symbol::Size, size);
  Slippage result;
  result.filled = a.input(Symbol::Filled, 0);
  result.cost = a.input(Symbol::SlippageCost, 0);
  result.unfilled = whole;
  FigureSum worth;
  for (const Quote& quote : book) {
    if (!(result.unfilled > 0) || (buys ? quote.price > limit : quote.price < limit)) break;
    const Figure taken =
        a.smaller(Symbol::Intermediate, result.unfilled, a.input(Symbol::BookSize, quote.size));
    const Figure price = a.input(Symbol::BookPrice, quote.price);
    worth.add(a, notionalOf(Symbol::Intermediate, contract, taken, price, a));
    result.filled = a.plus(Symbol::Filled, result.filled, taken);
    result.unfilled = a.minus(Symbol::Unfilled, result.unfilled, taken);
    result.worstPrice = price;
  }
  // Pieces that fill an order add up to it.
  if (!(result.unfilled > 0)) result.filled = whole;
  if (!(result.filled > 0)) return result;
  // Averaged by what the contracts are worth.
  const Figure paid = worth.total(a, Symbol::Notional);
  const bool inverse = contract.type == ContractType::Inverse;
  const Figure average = inverse ? a.over(Symbol::AveragePrice, result.filled, paid)
                                 : a.over(Symbol::AveragePrice, paid, result.filled);
  result.averagePrice = average;
  const Figure units =
      a.times(Symbol::Units, result.filled, a.input(unitsSymbol(contract), unitsOf(contract)));
  // A trade at the average, valued at the mark, shows what it lost.
  const Figure side = a.input(Symbol::Side, -sign(order.side));
  result.cost = gainOf(Symbol::SlippageCost, contract, side, units, average, mark, a);
  return result;
}

/// Whether a limit order finds the other side at once: against the book, without one against the mark.
bool crossesSpread(const Order& order, const std::vector<Quote>* book, double mark) noexcept {
  if (book && book->empty()) return false;
  const double opposite = book ? book->front().price : mark;
  return order.side == Side::Long ? *order.price >= opposite : *order.price <= opposite;
}

}  // namespace

const std::vector<Quote>* quotes(ContractIndex contract, Side side, const Market& market) noexcept {
  for (const OrderBook& book : market.orderBooks) {
    if (book.contract == contract) return side == Side::Long ? &book.asks : &book.bids;
  }
  return nullptr;
}

Execution executionOf(const Order& order, const Figure& size, const Terms& terms, Arithmetic& arithmetic) {
  const Contract& contract = terms.rulebook.contracts()[order.contract];
  arithmetic.setSubject(contract.symbol);
  const double mark = terms.market.markPrice[order.contract];
  const std::vector<Quote>* const book = quotes(order.contract, order.side, terms.market);
  Execution execution;
  execution.size = size;
  if (order.type == OrderType::Limit) {
    execution.price = arithmetic.input(Symbol::TradePrice, *order.price);
    execution.crosses = crossesSpread(order, book, mark);
    if (!execution.crosses && rests(order)) execution.liquidity = Liquidity::Maker;
  } else if (order.type == OrderType::Market) {
    execution.price = arithmetic.input(Symbol::MarkPrice, mark);
  } else {
    execution.price = arithmetic.input(Symbol::TradePrice, order.price.value_or(*order.triggerPrice));
  }
  if (book && !isTriggered(order) && !rests(order)) {
    const Figure today = arithmetic.input(Symbol::MarkPrice, mark);
    execution.slippage = slippageOf(order, size, contract, *book, today, arithmetic);
    if (execution.slippage->averagePrice) {
      execution.price = *execution.slippage->averagePrice;
      execution.size = execution.slippage->filled;
    }
  }
  execution.fee = feeOf(contract, execution, terms, arithmetic);
  return execution;
}

Figure feeOf(const Contract& contract, const Execution& execution, const Terms& terms,
             Arithmetic& arithmetic) {
  const Figure size = arithmetic.given(Symbol::Size, execution.size);
  if (contract.us) {
    return arithmetic.times(
        Symbol::Fee, size,
        arithmetic.input(Symbol::FeePerContract, contract.us->fees.total(), contract.us->fees.assumed));
  }
  const Figure units =
      arithmetic.times(Symbol::Units, size, arithmetic.input(Symbol::ContractSize, unitsOf(contract)));
  const Figure notional = notionalOf(Symbol::Notional, contract, units, execution.price, arithmetic);
  const bool maker = execution.liquidity == Liquidity::Maker;
  const Figure rate = maker ? arithmetic.input(Symbol::MakerFee, terms.makerFee)
                            : arithmetic.input(Symbol::TakerFee, terms.takerFee);
  return arithmetic.times(Symbol::Fee, rate, notional);
}

Figure realizedPnl(const Contract& contract, const Position& position, const Figure& closed,
                   const Figure& price, Arithmetic& arithmetic) {
  const Figure side = arithmetic.input(Symbol::Side, sign(position.side));
  const Figure size = arithmetic.given(Symbol::Size, closed);
  const Figure units =
      arithmetic.times(Symbol::Units, size, arithmetic.input(unitsSymbol(contract), unitsOf(contract)));
  const Figure entry = arithmetic.input(Symbol::EntryPrice, position.entryPrice);
  const Figure exit = arithmetic.given(Symbol::TradePrice, price);
  return gainOf(Symbol::RealizedPnl, contract, side, units, entry, exit, arithmetic);
}

}  // namespace margin
