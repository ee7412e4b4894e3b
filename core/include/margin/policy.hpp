// SPDX-License-Identifier: MIT
#pragma once

namespace margin {

/// The price at which margin requirements are taken. The venue's documents contradict each other: the
/// schedules say entry price, the worked liquidation example only fits the mark price.
enum class MarginBasis { Entry, Mark };

/// How a position that reaches into a higher level is charged: the whole of it at that level's rate, or
/// each slice at its own level's rate. Not settled by the venue's documents.
enum class Levels { Flat, Marginal };

/// The choices that change a result and that a rulebook or a scenario may make.
struct Policy {
  MarginBasis marginBasis = MarginBasis::Entry;
  Levels levels = Levels::Flat;
  bool netting = true;         ///< Opposite cross legs on one underlying: the larger side counts.
  bool collateralFee = false;  ///< Collateral value is also reduced by the conversion fee.
  bool closingFee = false;     ///< Taker rate x mark notional of cross legs joins the requirement.
};

/// Which schedule of a contract applies where it has two.
enum class Client { Professional, Retail };

}  // namespace margin
