// SPDX-License-Identifier: MIT
//
// How the positions that are liquidated together, their equity and their end are called in an account of each type.
import { msg, str } from "@lit/localize";

import type { WalletReport } from "#margin";
import { isLiquidated, isNotLiquidated, poolOf, thenLiquidated } from "./pool.ts";
import type { Sentence } from "./sentences.ts";
import { crossPositions } from "./threats.ts";

interface EquityWords {
  name: string;
  /** After a condition. */
  is(equity: string): Sentence;
  /** After a condition. */
  wouldBe(equity: string): Sentence;
}

export interface PoolWords extends EquityWords {
  /** After a condition. */
  thenLiquidated: string;
  liquidated: string;
  liquidatedOnTheWay: string;
  safe: string;
}

export function poolWords(wallet: WalletReport): PoolWords {
  if (wallet.type === "us-futures") {
    return {
      ...usEquity(),
      thenLiquidated: msg("positions may be liquidated", { id: "then-us-positions", desc: "after “If …,”" }),
      liquidated: msg("positions may be liquidated"),
      liquidatedOnTheWay: msg("may be liquidated on the way"),
      safe: msg("not liquidated"),
    };
  }
  const pool = poolOf(wallet);
  return {
    ...(crossPositions(wallet).length < wallet.positions.length ? equityApart() : wholeEquity()),
    thenLiquidated: thenLiquidated(pool),
    liquidated: isLiquidated(pool),
    liquidatedOnTheWay: msg("liquidated on the way"),
    safe: isNotLiquidated(pool),
  };
}

function usEquity(): EquityWords {
  return {
    name: msg("equity"),
    is: (equity) => msg(str`equity is ${equity}`, { desc: "after “If …,”" }),
    wouldBe: (equity) => msg(str`equity would be ${equity}`, { desc: "after “Left open all the same,”" }),
  };
}

function wholeEquity(): EquityWords {
  return {
    name: msg("margin equity"),
    is: (equity) => msg(str`margin equity is ${equity}`, { desc: "after “If …,”" }),
    wouldBe: (equity) => msg(str`margin equity would be ${equity}`, { desc: "after “Left open all the same,”" }),
  };
}

function equityApart(): EquityWords {
  return {
    name: msg("margin equity apart from isolated positions"),
    is: (equity) => msg(str`margin equity apart from isolated positions is ${equity}`, { desc: "after “If …,”" }),
    wouldBe: (equity) =>
      msg(str`margin equity apart from isolated positions would be ${equity}`, {
        desc: "after “Left open all the same,”",
      }),
  };
}
