// SPDX-License-Identifier: MIT
#include "fill.hpp"

#include <utility>

#include "outcome.hpp"
#include "trade.hpp"

namespace margin {

FilledReport fill(const Wallet& wallet, const Order& order, const Execution& execution, const Terms& then,
                  Arithmetic& arithmetic, bool& positionSafe) {
  Traded traded = trade(wallet, order, execution, then, arithmetic);
  Outcome outcome = outcomeOf(traded.wallet, then, order.contract);
  positionSafe = outcome.positionSafe;
  FilledReport report;
  report.realizedPnl = std::move(traded.realizedPnl);
  report.realizedAfterFee = std::move(traded.realizedAfterFee);
  report.position = traded.position;
  report.size = std::move(traded.size);
  report.entryPrice = std::move(traded.entryPrice);
  report.standing = std::move(outcome.standing);
  return report;
}

}  // namespace margin
