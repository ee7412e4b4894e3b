// SPDX-License-Identifier: MIT
#pragma once

#include "arithmetic.hpp"
#include "execution.hpp"
#include "margin/order_report.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// An order traded in a wallet without its other orders.
///
/// @param then          The prices at which the wallet then stands.
/// @param positionSafe  Receives whether the position on the order's contract is safe after it.
FilledReport fill(const Wallet& wallet, const Order& order, const Execution& execution, const Terms& then,
                  Arithmetic& arithmetic, bool& positionSafe);

}  // namespace margin
