// SPDX-License-Identifier: MIT
#include "trade.hpp"

#include <utility>
#include <vector>

#include "notional.hpp"
#include "order_margin.hpp"
#include "wallet_view.hpp"

namespace margin {
namespace {

class Trading {
 public:
  Trading(const Wallet& wallet, const Order& order, const Execution& execution, const Terms& terms,
          Arithmetic& arithmetic)
      : wallet_(wallet), order_(order), execution_(execution), terms_(terms), arithmetic_(arithmetic) {
    clearPreviews(wallet_);
  }

  Traded run() {
    Traded traded;
    double funding = 0;
    traded.realizedPnl = book(funding);
    traded.realizedAfterFee = arithmetic_.minus(Symbol::RealizedPnl, traded.realizedPnl, execution_.fee);
    pay(wallet_, traded.realizedPnl + funding, execution_.fee, terms_);
    if (const Position* left = positionOn(positionsOf(std::as_const(wallet_)), order_.contract)) {
      traded.position = *left;
      traded.size = size_;
      traded.entryPrice = entryPrice_;
    }
    traded.wallet = std::move(wallet_);
    return traded;
  }

 private:
  const Contract& contract() const noexcept { return terms_.rulebook.contracts()[order_.contract]; }

  /// @param funding  Receives what the position had accrued: it settles whenever the net position changes.
  /// @return         What the closed part realised, before fees.
  Figure book(double& funding) {
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
      position.isolatedMargin += execution_.size * unit(execution_.size);
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

  /// Margin of one contract of so many that are opened.
  double unit(double size) {
    const OrdersOfWallet view{positionsOf(std::as_const(wallet_)), {}, terms_, isNews(wallet_)};
    return unitMargin(view, order_, size, execution_.price, arithmetic_).margin;
  }

  /// An isolated position is margined by the leverage set for it; one that turns round and had none, by what
  /// its order takes.
  Position opened(const Figure& size) {
    size_ = size;
    entryPrice_ = execution_.price;
    Position position;
    position.contract = order_.contract;
    position.side = order_.side;
    position.size = size;
    position.entryPrice = execution_.price;
    position.margin = order_.margin;
    if (order_.maxLeverage) {
      position.maxLeverage = *order_.maxLeverage;
    } else if (order_.margin == MarginMode::Isolated) {
      position.isolatedBy = IsolatedBy::Margin;
      position.isolatedMargin = size * unit(size);
    }
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

}  // namespace

Traded trade(const Wallet& wallet, const Order& order, const Execution& execution, const Terms& terms,
             Arithmetic& arithmetic) {
  return Trading(wallet, order, execution, terms, arithmetic).run();
}

}  // namespace margin
