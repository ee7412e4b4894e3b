// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";

import type { Rejection } from "#margin";

/** Why the exchange would not take an order. */
export function rejectionWords({ code }: Rejection): string {
  switch (code) {
    case "insufficientAvailableFunds":
      return msg("It needs more margin than is available.");
    case "wouldCauseLiquidation":
      return msg("Once traded, the account would be liquidated at today’s prices.");
    case "maxPositionViolation":
      return msg("The position would be larger than the contract allows.");
    case "fixedLeverageTooHigh":
      return msg("The leverage set for the isolated position is higher than the margin schedule allows at this size.");
    case "wouldNotReducePosition":
      return msg("It is reduce-only, and there is no position that it would reduce.");
    case "postWouldExecute":
      return msg("It is maker-only, and it would trade at once.");
    case "iocWouldNotExecute":
      return msg("It must trade at once, and nothing is offered at its price.");
    case "invalidPrice":
      return msg("A price is not a multiple of the contract’s smallest step.");
    case "invalidSize":
      return msg("The size is not a multiple of the contract’s smallest step.");
    case "contractExpired":
      return msg("The contract has expired.");
  }
}
