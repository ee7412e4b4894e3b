// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "margin/factor.hpp"
#include "margin/instant.hpp"
#include "margin/order.hpp"
#include "margin/status.hpp"
#include "margin/working.hpp"

namespace margin {

/// Why the venue would reject an order; named after its API.
enum class RejectionCode {
  InsufficientAvailableFunds,
  WouldCauseLiquidation,
  MaxPositionViolation,
  FixedLeverageTooHigh,
  WouldNotReducePosition,
  PostWouldExecute,
  IocWouldNotExecute,
  InvalidPrice,
  InvalidSize,
  ContractExpired,
};

enum class Liquidity { Maker, Taker };

/// What an order that must trade at once finds in the book: a market order within the price protection, an
/// immediate-or-cancel one at its price or better.
struct Slippage {
  Figure filled;                       ///< Contracts.
  Figure unfilled;                     ///< Contracts.
  std::optional<Figure> averagePrice;  ///< nullopt where nothing is filled.
  std::optional<Figure> worstPrice;    ///< The same.
  Figure cost;                         ///< Against the mark, in the wallet's currency; > 0 is lost.
};

/// Amounts of a single-collateral wallet after a change at the index price, USD.
struct StandingInUsd {
  Figure marginEquity;
  Figure initialMargin;
  Figure maintenanceMargin;
  Figure availableMargin;
};

/// How a wallet stands after a change, in its currency.
struct Standing {
  Figure marginEquity;  ///< US wallets: equity.
  Figure initialMargin;
  Figure maintenanceMargin;
  Figure availableMargin;
  std::optional<Figure> effectiveLeverage;
  std::variant<WalletStatus, UsStatus> status;
  std::vector<FactorReport> factors;
  std::optional<StandingInUsd> inUsd;  ///< Single-collateral only.
};

/// A wallet once one order alone has traded; of an order that waits for its trigger, at the trigger's prices.
struct FilledReport {
  std::optional<Position> position;  ///< On the contract; nullopt where it is closed.
  Figure size;                       ///< Of that position, contracts.
  Figure entryPrice;                 ///< Of that position.
  Figure realizedPnl;                ///< Of what it closed, before fees.
  Figure realizedAfterFee;           ///< realizedPnl - fee of this order.
  Standing standing;
  std::optional<bool> liquidationFirst;  ///< Of waiting orders: liquidated on the way to the trigger.
};

/// Amounts of an order of a single-collateral wallet at the index price, USD. Of one that waits for its
/// trigger, what its trade comes to (fee, profit) is at the index price then.
struct OrderInUsd {
  Figure initialMargin;
  Figure fee;
  Figure availableMargin;
  Figure slippageCost;  ///< 0 without slippage.
  Figure realizedPnl;
  Figure realizedAfterFee;
};

/// An order, previewed. Amounts in the wallet's currency.
struct OrderReport {
  Figure price;          ///< At which it is taken to trade.
  Figure reduces;        ///< Contracts that close what is open.
  Figure opens;          ///< Contracts that open or add.
  Figure initialMargin;  ///< What it adds while it rests.
  Liquidity liquidity = Liquidity::Taker;
  Figure fee;  ///< Of the whole order.
  std::optional<Slippage> slippage;
  Figure availableMargin;              ///< With this order and those before it resting.
  std::optional<bool> triggersAtOnce;  ///< Triggered orders: today's price has reached the trigger.
  std::optional<Instant> waitsUntil;   ///< US contracts whose session is closed: its next open.
  std::vector<RejectionCode> rejections;
  FilledReport filled;
  std::optional<OrderInUsd> inUsd;  ///< Single-collateral only.
};

/// A transfer, previewed.
struct TransferReport {
  bool allowed = true;
  Standing standing;
};

}  // namespace margin
