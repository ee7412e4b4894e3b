// SPDX-License-Identifier: MIT
#pragma once

#include "arithmetic.hpp"
#include "margin/policy.hpp"
#include "margin/position.hpp"
#include "margin/schedule.hpp"
#include "margin/wallet.hpp"

namespace margin {

/// A position of a linear contract (amounts in USD) or an inverse one (in the coin), at today's prices.
struct Leg {
  Side side = Side::Long;
  const Contract* contract = nullptr;
  const MarginSchedule* schedule = nullptr;
  Figure markPrice;
  Figure units;          ///< size x contractSize.
  Figure entryNotional;  ///< units x entryPrice; inverse: units / entryPrice.
  Figure markNotional;
  Figure unrealizedPnl;
  Figure unrealizedFunding;
  std::size_t level = 0;     ///< Index of the schedule's level at the basis price.
  Figure levelNumber;        ///< The same counted from 1.
  Figure initialMargin;      ///< At the basis price.
  Figure maintenanceMargin;  ///< At the basis price.
};

Leg leg(const Position& position, const Terms& terms, Arithmetic& arithmetic);

/// Margin withheld for an isolated position: as given, or entry notional / maxLeverage but never less than
/// the schedule's initial margin of the entry notional. Fixed at every price and under both bases.
/// @source Recommended reading: Kraken does not publish the allocation formula.
Figure allocatedMargin(const Position& position, const Leg& leg, const Terms& terms, Arithmetic& arithmetic);

}  // namespace margin
