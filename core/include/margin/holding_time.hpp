// SPDX-License-Identifier: MIT
#pragma once

#include <optional>

#include "margin/wallet.hpp"

namespace margin {

/// What holding a wallet costs while every price stands still, and how long it can be paid.
struct HoldingTime {
  double fundingPerHour = 0;   ///< Of the cross pool today, in the wallet's currency; negative is paid.
  double interestPerHour = 0;  ///< Of the wallet today, USD, >= 0.
  /// Hours until funding and interest bring the cross pool to its liquidation; nullopt: not within
  /// kLongestHolding, or never.
  std::optional<double> hoursToLiquidation;
  double paid = 0;  ///< Funding and interest until then, or until kLongestHolding; negative is received.
};

/// Hours in ten years of 365 days.
inline constexpr double kLongestHolding = 10 * 365 * 24.0;

/// Hour by hour: funding accrues to the unrealised loss; interest is charged on what of that loss no USD
/// covers, and is paid from USD first, so that less of the loss is covered in the next hour. Within an hour
/// both run evenly. Not of US wallets, which settle funding once a day at each day's rate.
///
/// @source Interest: the rulebook's threshold and rate; when it is charged is not published (assumed:
/// hourly).
HoldingTime holdingTime(const Wallet& wallet, const Terms& terms);

}  // namespace margin
