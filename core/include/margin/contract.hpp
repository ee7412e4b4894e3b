// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "margin/asset.hpp"
#include "margin/instant.hpp"
#include "margin/us_terms.hpp"

namespace margin {

/// Position of a contract in its rulebook's table.
using ContractIndex = std::size_t;
/// Position of a margin schedule in its rulebook's table.
using ScheduleIndex = std::size_t;

/// Linear: sized in units of the underlying, profit in USD. Inverse: sized in USD, profit in the coin.
/// Us: fixed dollars a point and fixed margin a contract.
enum class ContractType { Linear, Inverse, Us };

/// A futures contract as its venue lists it.
struct Contract {
  std::string symbol;  ///< E.g. "PF_XBTUSD".
  ContractType type = ContractType::Linear;
  AssetIndex underlying = 0;
  ScheduleIndex schedule = 0;
  std::optional<ScheduleIndex> retailSchedule;  ///< Applies to retail clients where present.
  bool perpetual = true;
  std::optional<std::string> expiry;  ///< ISO 8601 date or date-time of a dated contract.
  std::optional<Instant> expires;     ///< The same as a moment; a date alone is 08:00 UTC of that day.
  double contractSize = 1;            ///< Units of the underlying (inverse: USD) in one contract, > 0.
  std::optional<double> tick;         ///< Smallest step of price, USD.
  std::optional<double> lot;          ///< Smallest step of size, contracts.
  std::optional<double> maxPosition;  ///< Contracts.
  std::optional<double> fundingCoefficient;
  std::optional<double> maxFundingRate;  ///< Per hour, fraction.
  bool assumed = false;                  ///< The margins are not published: an assumption of the rulebook.
  std::optional<UsTerms> us;             ///< Present of type Us, which has no schedule.
};

}  // namespace margin
