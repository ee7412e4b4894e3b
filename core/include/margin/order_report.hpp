// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "margin/factor.hpp"
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

/// What a market order finds in the book within the price protection.
struct Slippage {
  Figure filled;                       ///< Contracts.
  Figure unfilled;                     ///< Contracts.
  std::optional<Figure> averagePrice;  ///< nullopt where nothing is filled.
  std::optional<Figure> worstPrice;    ///< The same.
  Figure cost;                         ///< Against the mark, in the wallet's currency; > 0 is lost.
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
};

/// A wallet once one order alone has traded; of a triggered order, at the trigger's prices.
struct FilledReport {
  std::optional<Position> position;  ///< On the contract; nullopt where it is closed.
  Figure size;                       ///< Of that position, contracts.
  Figure entryPrice;                 ///< Of that position.
  Figure realizedPnl;                ///< Of what it closed, before fees.
  Figure realizedAfterFee;           ///< realizedPnl - fee of this order.
  Standing standing;
  std::optional<bool> liquidationFirst;  ///< Triggered orders: liquidated on the way to the trigger.
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
  Figure availableMargin;  ///< With this order and those before it resting.
  std::vector<RejectionCode> rejections;
  FilledReport filled;
};

/// A transfer, previewed.
struct TransferReport {
  bool allowed = true;
  Standing standing;
};

}  // namespace margin
