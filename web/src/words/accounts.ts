// SPDX-License-Identifier: MIT
import type { WalletType } from "../form/model.ts";

/** What the kinds of accounts are called, and what they are. */
export const accountWords: Readonly<Record<WalletType, { name: string; what: string }>> = {
  "multi-collateral": {
    name: "Multi-collateral",
    what: "Any mix of coins, stablecoins and currencies backs contracts that are worth one coin each and settle in USD.",
  },
  "single-collateral": {
    name: "Single-collateral",
    what: "One coin backs contracts on that coin. A contract is worth one dollar; profit, loss and margin are in the coin.",
  },
  "us-futures": {
    name: "US futures",
    what: "Dollars back contracts of US exchanges with a fixed margin each, which depends on the time of day in Chicago.",
  },
};
