// SPDX-License-Identifier: MIT
#pragma once

#include <vector>

#include "margin/order_report.hpp"
#include "margin/report.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// A wallet after a change.
struct Outcome {
  Standing standing;
  bool positionSafe = true;  ///< The position on the contract asked for; true without one.
  std::vector<WithdrawableReport> withdrawable;  ///< What can leave it, each asset once.
};

/// How a wallet stands.
Outcome outcomeOf(const Wallet& wallet, const Terms& terms, ContractIndex contract);

}  // namespace margin
