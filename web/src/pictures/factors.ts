// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";

import type { WalletReport } from "#margin";
import { threatsTo } from "../words/threats.ts";

export function factorName(factor: string): string {
  return factor === "market" ? msg("whole crypto market") : factor;
}

/** What can move, that which liquidates first at the head. */
export function factorsOf(wallet: WalletReport): string[] {
  const nearest = threatsTo(wallet).flatMap(({ set, isolated }) => (isolated ? [] : [set.factor]));
  return [...new Set([...nearest, ...wallet.factors.map(({ factor }) => factor)])];
}

/** The prices that a map can have on its sides. */
export function mapFactors(wallet: WalletReport): string[] {
  return factorsOf(wallet).filter((factor) => factor !== "market");
}
