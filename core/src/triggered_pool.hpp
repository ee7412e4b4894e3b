// SPDX-License-Identifier: MIT
// Pools at the prices that trigger their liquidation, as their positions are closed there.
#pragma once

#include <vector>

#include "margin/wallet.hpp"
#include "pool.hpp"

namespace margin {

/// What a pool has and what it needs, in the wallet's currency.
struct PoolAmounts {
  double equity = 0;
  double requirement = 0;
};

/// The positions that share a wallet.
class CrossAtTrigger {
 public:
  /// @param at  Terms at the trigger's prices.
  CrossAtTrigger(const Wallet& wallet, const Terms& at);

  const std::vector<Position>& positions() const noexcept { return positions_; }
  const PoolAmounts& amounts() const noexcept { return amounts_; }
  /// Closes a share of every position at its mark, at a fee.
  void close(double share, double fee);
  /// Of the whole wallet.
  double portfolioValue() const noexcept { return portfolioValue_; }

 private:
  void value();

  Wallet wallet_;
  const Terms& at_;
  std::vector<Position> positions_;
  PoolAmounts amounts_;
  double portfolioValue_ = 0;
};

/// An isolated position. What it realises stays its own, and the wallet loses no more than its margin.
class IsolatedAtTrigger {
 public:
  /// @param walletValue  Portfolio value of the wallet at the trigger's prices.
  IsolatedAtTrigger(const Position& position, AssetIndex profitCurrency, double walletValue, const Terms& at);

  const std::vector<Position>& positions() const noexcept { return positions_; }
  const PoolAmounts& amounts() const noexcept { return amounts_; }
  void close(double share, double fee);
  double portfolioValue() const noexcept;

 private:
  void value();

  const Terms& at_;
  AssetIndex profitCurrency_;
  ProfitCurrency asMargin_;
  std::vector<Position> positions_;
  double allocatedMargin_ = 0;
  double realized_ = 0;       // so far, less fees
  double booked_ = 0;         // what the wallet has of it
  double walletWithout_ = 0;  // the wallet's value but for the position's profit, loss and funding
  PoolAmounts amounts_;
};

/// What of the profit, loss and funding of positions is realised where a share of them is closed at its mark;
/// the positions keep the rest. Closed ones are taken out.
double closeAtMark(std::vector<Position>& positions, MarginMode pool, double share, const Terms& at);

}  // namespace margin
