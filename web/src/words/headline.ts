// SPDX-License-Identifier: MIT
import type { Rulebook, WalletReport } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { coinHeadline } from "./headline-coin.ts";
import { usHeadline } from "./headline-us.ts";
import type { Headline } from "./sentences.ts";

/** The answer in plain words, for an account of any kind. */
export function headline(wallet: WalletReport, rulebook: Rulebook, numbers: Numbers): Headline {
  return wallet.type === "us-futures"
    ? usHeadline(wallet, rulebook, numbers)
    : coinHeadline(wallet, rulebook, numbers);
}
