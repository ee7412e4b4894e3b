// SPDX-License-Identifier: MIT
#pragma once

namespace margin {

/// Of a multi-collateral or single-collateral wallet.
enum class WalletStatus {
  Healthy,
  ReduceOnly,   ///< Cross equity below cross initial margin: no new risk.
  Liquidation,  ///< Cross equity at or below cross maintenance margin.
};

/// Of a US wallet.
enum class UsStatus {
  Healthy,
  Warning,          ///< Intraday, and equity below initial margin: not to be kept past the switch.
  LiquidationRisk,  ///< Equity below the requirement in force.
};

}  // namespace margin
