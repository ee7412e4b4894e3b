// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";

import type { ProtectionStep } from "#margin";

/** The steps of a liquidation, in plain words. */
export const stepWords: Readonly<Record<ProtectionStep["kind"], { title: string; what: string }>> = {
  get "partial-liquidation"() {
    return {
      title: msg("Part of it is closed"),
      what: msg("The exchange closes a share of each position, then looks again whether margin equity suffices."),
    };
  },
  get "full-liquidation"() {
    return {
      title: msg("All of it is closed"),
      what: msg("Every position of the pool is closed at once, by orders whose limit keeps equity from falling below zero."),
    };
  },
  get assignment() {
    return {
      title: msg("What does not trade is assigned"),
      what: msg("Liquidity providers that have agreed to it take over what found no buyer or seller."),
    };
  },
  get "covered-liquidation"() {
    return {
      title: msg("Then it is sold at the exchange’s cost"),
      what: msg("What is left is traded further from the market, and the liquidity pool pays the difference."),
    };
  },
  get unwind() {
    return {
      title: msg("Last, it is unwound"),
      what: msg("What is still left is closed against traders on the other side."),
    };
  },
  get "forced-close"() {
    return {
      title: msg("The firm closes positions"),
      what: msg("Some or all, as the firm chooses, at the market, without asking."),
    };
  },
};

/** What an assumption of the story is about, by its subject in the answer. */
export const assumedWords: Readonly<Record<string, string>> = {
  get partialStep() {
    return msg("Size of a part");
  },
  get stop() {
    return msg("When no further part is closed");
  },
  get liquidationFee() {
    return msg("Liquidation fee");
  },
  get zeroEquityPrice() {
    return msg("Limits of several orders");
  },
  get orderBooks() {
    return msg("Order book");
  },
  get "forced close"() {
    return msg("What is closed");
  },
};
