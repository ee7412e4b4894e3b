// SPDX-License-Identifier: MIT
import type { ProtectionStep } from "#margin";

/** The steps of a liquidation, in plain words. */
export const stepWords: Readonly<Record<ProtectionStep["kind"], { title: string; what: string }>> = {
  "partial-liquidation": {
    title: "Part of it is closed",
    what: "The exchange closes a share of each position, then looks again whether margin equity suffices.",
  },
  "full-liquidation": {
    title: "All of it is closed",
    what: "Every position of the pool is closed at once, by orders whose limit keeps equity from falling below zero.",
  },
  assignment: {
    title: "What does not trade is assigned",
    what: "Liquidity providers that have agreed to it take over what found no buyer or seller.",
  },
  "covered-liquidation": {
    title: "Then it is sold at the exchange’s cost",
    what: "What is left is traded further from the market, and the liquidity pool pays the difference.",
  },
  unwind: {
    title: "Last, it is unwound",
    what: "What is still left is closed against traders on the other side.",
  },
  "forced-close": {
    title: "The firm closes positions",
    what: "Some or all, as the firm chooses, at the market, without asking.",
  },
};

/** What an assumption of the story is about, by its subject in the answer. */
export const assumedWords: Readonly<Record<string, string>> = {
  partialStep: "Size of a part",
  stop: "When no further part is closed",
  liquidationFee: "Liquidation fee",
  zeroEquityPrice: "Limits of several orders",
  orderBooks: "Order book",
  "forced close": "What is closed",
};
