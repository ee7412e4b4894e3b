// SPDX-License-Identifier: MIT
#include "execution.hpp"

#include <algorithm>
#include <vector>

namespace margin {
namespace {

/// A market order takes no price further than this from the mark.
constexpr double kPriceProtection = 0.01;

/// The quotes that an order would take, of which there may be none; nullptr where no book is given.
const std::vector<Quote>* quotes(const Order& order, const Market& market) noexcept {
  for (const OrderBook& book : market.orderBooks) {
    if (book.contract == order.contract) return order.side == Side::Long ? &book.asks : &book.bids;
  }
  return nullptr;
}

/// Average price of contracts bought or sold: by what they are worth, in USD or (inverse) in the coin.
class Average {
 public:
  explicit Average(bool inverse) : inverse_(inverse) {}

  void add(double size, double price) {
    size_ += size;
    worth_ += inverse_ ? size / price : size * price;
  }
  double price() const noexcept { return inverse_ ? size_ / worth_ : worth_ / size_; }
  double size() const noexcept { return size_; }

 private:
  bool inverse_;
  double size_ = 0;
  double worth_ = 0;
};

/// The worst price that an order takes of a book: its own limit, of a market order the price protection.
double worstOf(const Order& order, double mark) noexcept {
  if (order.price) return *order.price;
  return mark * (order.side == Side::Long ? 1 + kPriceProtection : 1 - kPriceProtection);
}

/// What of a size is found in the book at the worst price or better.
Slippage slippageOf(const Order& order, double size, const Contract& contract, const std::vector<Quote>& book,
                    double mark) {
  const bool buys = order.side == Side::Long;
  const double limit = worstOf(order, mark);
  Slippage result;
  Average average(contract.type == ContractType::Inverse);
  result.unfilled = size;
  for (const Quote& quote : book) {
    if (!(result.unfilled > 0) || (buys ? quote.price > limit : quote.price < limit)) break;
    const double taken = std::min(result.unfilled, quote.size);
    average.add(taken, quote.price);
    result.unfilled -= taken;
    result.worstPrice = quote.price;
  }
  result.filled = result.unfilled > 0 ? average.size() : size;
  if (!(result.filled > 0)) return result;
  result.averagePrice = average.price();
  Arithmetic unkept(nullptr, {});
  // A trade at the average, valued at the mark, shows what it lost.
  const Position taken{order.contract, order.side, result.filled, average.price()};
  result.cost = -realizedPnl(contract, taken, result.filled, mark, unkept);
  return result;
}

/// Whether a limit order finds the other side at once: against the book, without one against the mark.
bool crossesSpread(const Order& order, const std::vector<Quote>* book, double mark) noexcept {
  if (book && book->empty()) return false;
  const double opposite = book ? book->front().price : mark;
  return order.side == Side::Long ? *order.price >= opposite : *order.price <= opposite;
}

Figure feeOf(const Contract& contract, const Execution& execution, const Terms& terms,
             Arithmetic& arithmetic) {
  const Figure size = arithmetic.input(Symbol::Size, execution.size);
  if (contract.us) {
    return arithmetic.times(
        Symbol::Fee, size,
        arithmetic.input(Symbol::FeePerContract, contract.us->fees.total(), contract.us->fees.assumed));
  }
  const Figure units =
      arithmetic.times(Symbol::Units, size, arithmetic.input(Symbol::ContractSize, contract.contractSize));
  const Figure price = arithmetic.input(Symbol::TradePrice, execution.price);
  const Figure notional = contract.type == ContractType::Inverse
                              ? arithmetic.over(Symbol::Notional, units, price)
                              : arithmetic.times(Symbol::Notional, units, price);
  const bool maker = execution.liquidity == Liquidity::Maker;
  const Figure rate = maker ? arithmetic.input(Symbol::MakerFee, terms.makerFee)
                            : arithmetic.input(Symbol::TakerFee, terms.takerFee);
  return arithmetic.times(Symbol::Fee, rate, notional);
}

}  // namespace

Execution executionOf(const Order& order, double size, const Terms& terms, Arithmetic& arithmetic) {
  const Contract& contract = terms.rulebook.contracts()[order.contract];
  arithmetic.setSubject(contract.symbol);
  const double mark = terms.market.markPrice[order.contract];
  const std::vector<Quote>* const book = quotes(order, terms.market);
  Execution execution;
  execution.size = size;
  execution.price = order.price.value_or(order.triggerPrice.value_or(mark));
  if (order.type == OrderType::Limit) {
    execution.crosses = crossesSpread(order, book, mark);
    if (!execution.crosses && rests(order)) execution.liquidity = Liquidity::Maker;
  } else if (order.type == OrderType::Market) {
    execution.price = mark;
  }
  if (book && !isTriggered(order) && !rests(order)) {
    execution.slippage = slippageOf(order, size, contract, *book, mark);
    if (execution.slippage->averagePrice) {
      execution.price = *execution.slippage->averagePrice;
      execution.size = execution.slippage->filled;
    }
  }
  execution.fee = feeOf(contract, execution, terms, arithmetic);
  return execution;
}

Figure realizedPnl(const Contract& contract, const Position& position, double closed, double price,
                   Arithmetic& arithmetic) {
  const double point = contract.us ? contract.us->valuePerPoint : contract.contractSize;
  const Figure side = arithmetic.input(Symbol::Side, sign(position.side));
  const Figure size = arithmetic.input(Symbol::Size, closed);
  const Figure units =
      arithmetic.times(Symbol::Units, size,
                       arithmetic.input(contract.us ? Symbol::ValuePerPoint : Symbol::ContractSize, point));
  const Figure entry = arithmetic.input(Symbol::EntryPrice, position.entryPrice);
  const Figure exit = arithmetic.input(Symbol::TradePrice, price);
  if (contract.type == ContractType::Inverse) {
    const Figure paid = arithmetic.over(Symbol::EntryNotional, units, entry);
    const Figure worth = arithmetic.over(Symbol::Notional, units, exit);
    return arithmetic.times(Symbol::RealizedPnl, side, arithmetic.minus(Symbol::Intermediate, paid, worth));
  }
  const Figure exposure = arithmetic.times(Symbol::Intermediate, side, units);
  return arithmetic.times(Symbol::RealizedPnl, exposure, arithmetic.minus(Symbol::PriceChange, exit, entry));
}

}  // namespace margin
