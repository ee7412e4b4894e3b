// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";

import type { WalletType } from "../form/model.ts";

/** What the kinds of accounts are called, and what they are. */
export const accountWords: Readonly<Record<WalletType, { name: string; what: string }>> = {
  get "multi-collateral"() {
    return {
      name: msg("Multi-collateral"),
      what: msg("Any mix of coins, stablecoins and currencies backs contracts that are worth one coin each and settle in USD."),
    };
  },
  get "single-collateral"() {
    return {
      name: msg("Single-collateral"),
      what: msg("One coin backs contracts on that coin. A contract is worth one dollar; profit, loss and margin are in the coin."),
    };
  },
  get "us-futures"() {
    return {
      name: msg("US futures"),
      what: msg("Dollars back contracts of US exchanges with a fixed margin each, which depends on the time of day in Chicago."),
    };
  },
};
