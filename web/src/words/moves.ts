// SPDX-License-Identifier: MIT
//
// Moved prices as conditions: "If ETH falls 20% to $3,200 and SOL stays at $200.00".
import { msg, str } from "@lit/localize";

import type { Numbers } from "../format/numbers.ts";
import { andList } from "./lists.ts";
import { figure, type Sentence } from "./sentences.ts";

export interface Move {
  factor: string;
  /** Fraction. */
  move: number;
  /** USD; of the whole market there is none. */
  price: number | undefined;
}

/** As the beginning of a sentence, its comma included where the language has one. */
export function whenWords(moves: readonly Move[], numbers: Numbers): Sentence {
  if (areToday(moves)) return msg("Today,", { desc: "before a clause: “Today, margin equity is …”" });
  const conditions = conditionsOf(moves, numbers);
  return msg(str`If ${conditions},`, { desc: "before a clause: “If BTC falls 10%, margin equity is …”" });
}

/** The same to stand alone. */
export function ifWords(moves: readonly Move[], numbers: Numbers): Sentence {
  if (areToday(moves)) return msg("Today");
  const conditions = conditionsOf(moves, numbers);
  return msg(str`If ${conditions}`);
}

function areToday(moves: readonly Move[]): boolean {
  return moves.every(({ move }) => move === 0);
}

function conditionsOf(moves: readonly Move[], numbers: Numbers): Sentence {
  return andList(moves.map((move) => conditionOf(move, numbers)));
}

/** Clauses that follow "If". */
function conditionOf({ factor, move, price }: Move, numbers: Numbers): Sentence {
  const size = figure(numbers.size(move));
  if (factor === "market") return marketMoves(move, size);
  if (price === undefined) return assetMoves(factor, move, size);
  const to = numbers.priceInWords(price);
  if (move === 0) return msg(str`${factor} stays at ${to}`, { desc: "after “If”" });
  return move < 0
    ? msg(str`${factor} falls ${size} to ${figure(to)}`, { desc: "after “If”" })
    : msg(str`${factor} rises ${size} to ${figure(to)}`, { desc: "after “If”" });
}

function marketMoves(move: number, size: string): Sentence {
  if (move === 0) return msg("the whole crypto market stays as it is", { desc: "after “If”" });
  return move < 0
    ? msg(str`the whole crypto market falls ${size}`, { desc: "after “If”" })
    : msg(str`the whole crypto market rises ${size}`, { desc: "after “If”" });
}

function assetMoves(asset: string, move: number, size: string): Sentence {
  if (move === 0) return msg(str`${asset} stays as it is`, { desc: "after “If”" });
  return move < 0
    ? msg(str`${asset} falls ${size}`, { desc: "after “If”" })
    : msg(str`${asset} rises ${size}`, { desc: "after “If”" });
}
