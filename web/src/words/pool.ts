// SPDX-License-Identifier: MIT
//
// What is liquidated, in whole clauses. The same clause has two messages where it stands after a condition, since
// other languages put its verb first there.
import { msg, str } from "@lit/localize";

import type { PositionReport, Rulebook } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import { crossPositions, type CoinReport } from "./threats.ts";

/** The positions that share an account, as one speaks of them. */
export interface Pool {
  /** Whether it is a single one. */
  single: boolean;
  /** Whether isolated ones stand beside them. */
  apart: boolean;
}

export function poolOf(wallet: CoinReport): Pool {
  const cross = crossPositions(wallet).length;
  const count = cross === 0 ? wallet.positions.length : cross;
  return { single: count === 1, apart: count < wallet.positions.length };
}

/** As a sentence of its own would say it. */
export function isLiquidated({ single, apart }: Pool): string {
  if (single) return apart ? msg("the cross position is liquidated") : msg("the position is liquidated");
  return apart ? msg("the cross positions are liquidated") : msg("the positions are liquidated");
}

/** Of an account that is safe. */
export function isNotLiquidated({ single, apart }: Pool): string {
  if (!apart) return msg("not liquidated");
  return single ? msg("the cross position is not liquidated") : msg("the cross positions are not liquidated");
}

/** After “If BTC falls 10%, ”. */
export function thenLiquidated({ single, apart }: Pool): string {
  if (single) {
    return apart
      ? msg("the cross position is liquidated", { id: "then-cross-position", desc: "after “If …,”" })
      : msg("the position is liquidated", { id: "then-position", desc: "after “If …,”" });
  }
  return apart
    ? msg("the cross positions are liquidated", { id: "then-cross-positions", desc: "after “If …,”" })
    : msg("the positions are liquidated", { id: "then-positions", desc: "after “If …,”" });
}

/** The same of one isolated position. */
export function thenIsolatedLiquidated(position: PositionReport, rulebook: Rulebook): string {
  const asset = underlyingOf(rulebook, position.contract);
  return position.side === "long"
    ? msg(str`the isolated ${asset} long is liquidated`, { id: "then-isolated-long", desc: "after “If …,”" })
    : msg(str`the isolated ${asset} short is liquidated`, { id: "then-isolated-short", desc: "after “If …,”" });
}

export function isolatedName({ contract, side }: PositionReport, rulebook: Rulebook): string {
  const asset = underlyingOf(rulebook, contract);
  return side === "long" ? msg(str`the isolated ${asset} long`) : msg(str`the isolated ${asset} short`);
}
