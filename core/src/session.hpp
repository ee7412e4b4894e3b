// SPDX-License-Identifier: MIT
#pragma once

#include "margin/instant.hpp"
#include "margin/us_terms.hpp"

namespace margin {

/// Whether a session is open at a moment, and whether intraday margin suffices.
struct SessionState {
  bool open = false;
  bool intraday = false;  ///< Open, and not yet minutesBeforeClose before the close.

  friend bool operator==(const SessionState& left, const SessionState& right) noexcept {
    return left.open == right.open && left.intraday == right.intraday;
  }
};

/// A session holds from its open, inclusive, to its close, exclusive. The exchange's holidays are not known.
///
/// @param minutesBeforeClose  From so long before the close intraday margin no longer suffices, >= 0.
/// @source                    Kraken, "Margin on US Futures"; "US - Contract Specifications".
SessionState sessionState(const Session& session, int minutesBeforeClose, Instant moment) noexcept;

/// The next moment, after this one, at which intraday margin begins or ceases to suffice. Where it never
/// suffices (a session shorter than minutesBeforeClose), the next open.
Instant nextSwitch(const Session& session, int minutesBeforeClose, Instant moment) noexcept;

/// The next open of a session after this moment.
Instant nextOpen(const Session& session, Instant moment) noexcept;

/// The next 15:00 in Chicago from Monday to Friday, after this moment.
/// @source Kraken, "US Futures Fees": one adjustment a day at 3:00 pm CT.
Instant nextFundingAdjustment(Instant moment) noexcept;

}  // namespace margin
