// SPDX-License-Identifier: MIT
import type { Rulebook } from "#margin";
import type { Money } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import type { Pool } from "./pool.ts";
import type { CoinReport } from "./threats.ts";

/** What the sentences on an account are made from. */
export interface Context {
  wallet: CoinReport;
  rulebook: Rulebook;
  numbers: Numbers;
  money: Money;
  pool: Pool;
}
