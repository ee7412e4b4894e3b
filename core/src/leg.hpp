// SPDX-License-Identifier: MIT
#pragma once

#include "margin/policy.hpp"
#include "margin/position.hpp"
#include "margin/schedule.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// A position of a linear contract, valued at today's prices. Amounts in USD.
struct Leg {
  Side side = Side::Long;
  const MarginSchedule* schedule = nullptr;
  double markPrice = 0;
  double entryNotional = 0;
  double markNotional = 0;
  double unrealizedPnl = 0;
  double unrealizedFunding = 0;
  std::size_t level = 0;         ///< Index of the schedule's level at the basis price.
  double initialMargin = 0;      ///< At the basis price.
  double maintenanceMargin = 0;  ///< At the basis price.
};

Leg leg(const Position& position, const Terms& terms) noexcept;

/// Margin withheld for an isolated position: as given, or entry notional / maxLeverage but never less than
/// the schedule's initial margin of the entry notional. Fixed at every price and under both bases.
/// @source Recommended reading: Kraken does not publish the allocation formula.
double allocatedMargin(const Position& position, const Leg& leg, Levels rule) noexcept;

}  // namespace margin
