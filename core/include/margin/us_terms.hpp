// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace margin {

/// When a contract trades, in Chicago's time of day. Sessions open on Sunday to Thursday evening (or on
/// Monday to Friday, where `open` is before `close`) and close on Monday to Friday.
struct Session {
  int open = 17 * 60;   ///< Minutes after midnight, 0 to 1439.
  int close = 16 * 60;  ///< Minutes after midnight, 0 to 1439.
};

/// Raised intraday margin of new positions from a size on.
struct QuantityMargin {
  double from = 0;    ///< Contracts of the resulting position, inclusive.
  double factor = 1;  ///< Times the intraday margin, >= 1.
};

/// Fees of one contract and side, USD, >= 0 each.
struct UsFees {
  double exchange = 0;
  double nfa = 0;
  double clearing = 0;
  double commission = 0;
  bool assumed = false;  ///< Not all of them are published: what is missing is an assumption of the rulebook.

  double total() const noexcept { return exchange + nfa + clearing + commission; }
};

/// What a contract of the US venue fixes in dollars.
/// @source Kraken, "Margin on US Futures"; "US - Contract Specifications"; "US Futures Fees".
struct UsTerms {
  std::string title;           ///< E.g. "Micro Bitcoin".
  std::string exchange;        ///< E.g. "CME".
  std::string contractMonths;  ///< In words; may be empty.
  double valuePerPoint = 1;    ///< USD of profit of one contract for a price move of 1, > 0.
  Session session;
  double intradayMargin = 0;                    ///< USD a contract, > 0.
  double initialMargin = 0;                     ///< USD a contract, > 0.
  double maintenanceMargin = 0;                 ///< USD a contract, > 0, at most the initial margin.
  std::vector<QuantityMargin> quantityMargins;  ///< Ascending; factors never fall.
  UsFees fees;
};

}  // namespace margin
