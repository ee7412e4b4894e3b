// SPDX-License-Identifier: MIT
//
// Of an account that is in liquidation: why it is, and the nearest way out.
import { msg, str } from "@lit/localize";

import type { Boundary, LiquidationSet } from "#margin";
import type { Context } from "./context.ts";
import { figure, plain, strong, type Sentence } from "./sentences.ts";

export function liquidatedNow({ wallet, money, pool }: Context): Sentence {
  const needed = figure(money.words(wallet.cross.maintenanceMargin));
  const equity = money.words(wallet.cross.marginEquity);
  // What isolated positions have set aside does not help the others.
  if (equity !== money.words(wallet.marginEquity)) return liquidatedBesideIsolated(equity, needed, pool.single);
  if (pool.single) {
    return pool.apart
      ? msg(
          str`That is not enough: more than ${needed} must be left to keep the position open, so the cross position is ${strong}liquidated at today’s prices${plain}.`,
        )
      : msg(
          str`That is not enough: more than ${needed} must be left to keep the position open, so the position is ${strong}liquidated at today’s prices${plain}.`,
        );
  }
  return pool.apart
    ? msg(
        str`That is not enough: more than ${needed} must be left to keep the positions open, so the cross positions are ${strong}liquidated at today’s prices${plain}.`,
      )
    : msg(
        str`That is not enough: more than ${needed} must be left to keep the positions open, so the positions are ${strong}liquidated at today’s prices${plain}.`,
      );
}

function liquidatedBesideIsolated(equity: string, needed: string, single: boolean): Sentence {
  return single
    ? msg(
        str`That is not enough (${equity} of it for the cross position): more than ${needed} must be left to keep the position open, so the cross position is ${strong}liquidated at today’s prices${plain}.`,
      )
    : msg(
        str`That is not enough (${equity} of it for the cross positions): more than ${needed} must be left to keep the positions open, so the cross positions are ${strong}liquidated at today’s prices${plain}.`,
      );
}

interface Way {
  asset: string;
  side: "above" | "below";
  boundary: Boundary;
}

/** The nearest price at which the account would be safe. */
export function wayOut({ wallet, numbers, pool }: Context): Sentence[] {
  const ways = wallet.factors
    .filter(({ factor, state }) => factor !== "market" && state === "liquidation")
    .flatMap((set) => (["above", "below"] as const).flatMap((side) => wayBy(set, side)));
  const [way] = ways.sort((a, b) => Math.abs(a.boundary.move) - Math.abs(b.boundary.move));
  if (!way) return [];
  const { asset, side, boundary } = way;
  const size = figure(numbers.size(boundary.move));
  const price = figure(numbers.priceInWords(boundary.price));
  if (side === "above") {
    return [
      pool.single
        ? msg(str`If ${asset} rose ${size} to ${price}, it would be safe.`)
        : msg(str`If ${asset} rose ${size} to ${price}, they would be safe.`),
    ];
  }
  return [
    pool.single
      ? msg(str`If ${asset} fell ${size} to ${price}, it would be safe.`)
      : msg(str`If ${asset} fell ${size} to ${price}, they would be safe.`),
  ];
}

function wayBy(set: LiquidationSet, side: Way["side"]): Way[] {
  const boundary = set[side];
  return boundary ? [{ asset: set.factor, side, boundary }] : [];
}
