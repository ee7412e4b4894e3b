// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "arithmetic.hpp"
#include "execution.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// A wallet once an order has traded, and what came of it.
struct Traded {
  Wallet wallet;                     ///< Without its previews.
  Figure realizedPnl;                ///< Of what it closed, before fees, in the wallet's currency.
  Figure realizedAfterFee;           ///< The same less the fee.
  std::optional<Position> position;  ///< What then is open on the contract.
  Figure size;                       ///< Of that position.
  Figure entryPrice;                 ///< Of that position.
};

/// Closes what stands against the order first, settles the funding of the position, and pays the fee.
Traded trade(const Wallet& wallet, const Order& order, const Execution& execution, const Terms& terms,
             Arithmetic& arithmetic);

}  // namespace margin
