// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <vector>

#include "arithmetic.hpp"
#include "leg.hpp"
#include "margin/report.hpp"
#include "pool.hpp"

namespace margin {

/// A position's amounts as its valuation has them, before its pool is asked.
PositionReport describe(const Leg& leg);

/// Adds the position's fees, funding, break-even price, mark limits and expiry.
void addCosts(PositionReport& report, const Position& position, const Leg& leg, const Terms& terms,
              Arithmetic& arithmetic);

/// The funding of all positions, and how long the cross pool stands it.
FundingReport fundingOf(Figure perHour, std::optional<Figure> hoursToLiquidation, const FundingRules& rules,
                        Arithmetic& arithmetic);

/// When funding settles next: a whole number of intervals after 1970-01-01T00:00:00Z, so that an interval of
/// one hour ends on the hour.
/// @source Kraken, linear and inverse contract specifications: at the end of each hour.
Instant nextSettlement(const FundingRules& rules, Instant moment) noexcept;

/// The same of a wallet that holds a perpetual; nullopt of any other, and without the scenario's clock.
std::optional<Instant> nextSettlement(const std::vector<Position>& positions, const Terms& terms) noexcept;

/// A pool that pays or receives funding, prices unchanged.
struct FundedPool {
  bool open = false;
  Figure equity;
  Figure maintenanceMargin;
  Figure unrealized;          ///< Profit, loss and funding so far.
  Figure unrealizedAsMargin;  ///< What of it counts as margin.
  Figure fundingPerHour;
};

/// Hours until funding alone brings the pool's equity down to its maintenance margin: 0 where it is there
/// already; nullopt where it never does.
std::optional<Figure> hoursToLiquidation(const FundedPool& pool, const ProfitCurrency& profitCurrency,
                                         Arithmetic& arithmetic);

/// dividend / divisor; nullopt where the divisor is not positive.
std::optional<Figure> ratioOf(Symbol symbol, Figure dividend, Figure divisor, Arithmetic& arithmetic);

}  // namespace margin
