// SPDX-License-Identifier: MIT
// Rules of a venue beside margin itself. What a rulebook leaves out has the default given here.
#pragma once

#include <vector>

namespace margin {

/// How far the mark of a dated contract may stand from its index.
struct DatedMarkCap {
  double days = 0;  ///< To expiry, > 0.
  double cap = 0;   ///< Fraction of the index, 0 to 1.
};

/// @source Kraken, "Portfolio Management": 1 % of perpetuals; 1 % at one day to 20 % at 210 days.
struct MarkPriceRules {
  double perpetualCap = 0;  ///< Fraction of the index, 0 to 1.
  /// Ascending by days, at least one, never falling; linear between, level outside.
  std::vector<DatedMarkCap> datedCaps;
};

/// @source Kraken, linear and inverse contract specifications: settled every hour.
struct FundingRules {
  double intervalHours = 1;  ///< Between two settlements, 1/60 to 8784 (366 days).
};

/// Interest on unrealised losses that no USD covers. Its rate is not published.
/// @source Kraken, "Fees & Charges for Multi-Collateral Futures".
struct InterestRules {
  double threshold = 0;    ///< USD of unrealised loss above which it is charged, >= 0.
  double ratePerYear = 0;  ///< Fraction, >= 0.
};

/// Its threshold is not published.
struct ConversionRules {
  double threshold = 0;  ///< USD owed beyond which other collateral is converted by itself, >= 0.
};

/// @source Kraken, "Equity Protection Process"; the fee is not published.
struct EquityProtectionRules {
  double partialStep = 0;     ///< Fraction of each position closed in one step, 0 (no steps) to 1.
  double liquidationFee = 0;  ///< Fraction of the notional closed, of multi-collateral wallets.
};

/// @source Kraken, "Margin on US Futures".
struct UsFuturesRules {
  int minutesBeforeClose = 15;  ///< From here to the close, and until the next open, initial margin applies.
  double newsFactor = 4;        ///< Times the intraday margin of new positions in a news window, >= 1.
  double firstLiquidationFee = 25;  ///< USD.
  double laterLiquidationFee = 50;  ///< USD.
};

}  // namespace margin
