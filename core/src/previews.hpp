// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "arithmetic.hpp"
#include "margin/report.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// What a preview needs to know of the wallet today.
struct Today {
  Figure availableMargin;                          ///< Without the wallet's orders.
  std::vector<const LiquidationSet*> liquidation;  ///< Of its positions, in their order.
  const std::vector<FactorReport>& factors;
  std::variant<WalletStatus, UsStatus> status;
};

/// Each order of a wallet, with those before it resting.
std::vector<OrderReport> previewOrders(const Wallet& wallet, const Today& today, const Terms& terms);

/// Each transfer of a wallet, after those before it that are allowed.
std::vector<TransferReport> previewTransfers(const Wallet& wallet, const Terms& terms);

/// The answers of evaluate() without orders and transfers, beside what the orders take of available margin.
WalletReport valued(const MultiCollateralWallet& wallet, const Terms& terms);
WalletReport valued(const SingleCollateralWallet& wallet, const Terms& terms);

/// How a valued wallet stands.
Standing standing(WalletReport report);

}  // namespace margin
