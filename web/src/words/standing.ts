// SPDX-License-Identifier: MIT
//
// How an account would stand at other prices, in one sentence. Compares, computes nothing.
import { msg, str } from "@lit/localize";

import type { CurveAmounts, LiquidationState, Rung, WalletReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { plural } from "../language/language.ts";
import { andList } from "./lists.ts";
import { ifWords, whenWords, type Move } from "./moves.ts";
import { poolWords, type PoolWords } from "./pool-words.ts";
import { figure, plainWords, type Sentence } from "./sentences.ts";

export interface Standing {
  moves: readonly Move[];
  rung: Pick<Rung, "cross" | "marginUsage" | "liquidatedAt" | "isolatedLiquidated">;
  /** Amounts of a coin's wallet in dollars. */
  usd: Pick<CurveAmounts, "cross"> | undefined;
  /** Of the account today. */
  state: LiquidationState;
  /** The first liquidation price on the way there, where one price moves alone. */
  liquidation: number | undefined;
}

export interface StandingWords {
  tone: "calm" | "danger";
  sentences: Sentence[];
  /** For a screen reader, at each step of a slider. */
  short: string;
}

export function standingWords(standing: Standing, wallet: WalletReport, numbers: Numbers): StandingWords {
  const { rung, state, moves } = standing;
  const told = toldOf(standing, wallet, numbers);
  const { pool } = told;
  const says = (tone: "calm" | "danger", verdict: string, ...sentences: Sentence[]): StandingWords => {
    const where = plainWords([ifWords(moves, numbers)]);
    return {
      tone,
      sentences: [...sentences, ...isolatedWords(rung.isolatedLiquidated)],
      short: msg(str`${where}: ${pool.name} ${told.equity}, ${verdict}`, { id: "standing-spoken" }),
    };
  };

  if (state === "none") {
    return rung.isolatedLiquidated.length > 0
      ? says("danger", msg("isolated positions are liquidated"), equityAlone(told))
      : says("calm", msg("nothing is liquidated"), equityAlone(told), nothingOpen(wallet));
  }
  if (state === "safe" && rung.liquidatedAt !== null) {
    return says("danger", pool.liquidatedOnTheWay, onTheWay(standing, told, numbers), leftOpen(told));
  }
  if (!told.above) return says("danger", pool.liquidated, atOrBelow(told));
  const verdict = state === "liquidation" ? msg("safe there") : pool.safe;
  return says("calm", verdict, above(told, verdict, rung.marginUsage, numbers));
}

/** What the sentences are made from. */
interface Told {
  when: Sentence;
  pool: PoolWords;
  /** What the pool has, and what must be left of it. */
  equity: string;
  kept: string;
  /** Whether it has more than that. */
  above: boolean;
}

/** Of the shared pool, which is what is liquidated. */
function toldOf({ moves, rung, usd }: Standing, wallet: WalletReport, numbers: Numbers): Told {
  const money = moneyOf(wallet, numbers);
  const { marginEquity, maintenanceMargin } = rung.cross;
  const words = (value: number, dollars: number | undefined) =>
    dollars === undefined ? money.words(value) : `${money.words(value)} (${numbers.usdInWords(dollars)})`;
  return {
    when: whenWords(moves, numbers),
    pool: poolWords(wallet),
    equity: words(marginEquity, usd?.cross.marginEquity),
    kept: words(maintenanceMargin, usd?.cross.maintenanceMargin),
    above: marginEquity > maintenanceMargin,
  };
}

function equityAlone({ when, pool, equity }: Told): Sentence {
  const has = pool.is(figure(equity));
  return msg(str`${when} ${has}.`, { id: "standing-equity", desc: "“Today, margin equity is $98,000.”" });
}

function nothingOpen(wallet: WalletReport): Sentence {
  return wallet.positions.length === 0
    ? msg("No position is open, so nothing is liquidated.")
    : msg("No cross position is open, so nothing is liquidated.");
}

function onTheWay({ rung, liquidation }: Standing, { when, pool }: Told, numbers: Numbers): Sentence {
  const outcome = figure(pool.thenLiquidated);
  if (liquidation !== undefined) {
    const price = figure(numbers.price(liquidation));
    return msg(str`${when} ${outcome} on the way, at ${price}.`);
  }
  const share = figure(numbers.percent(rung.liquidatedAt ?? 1));
  return msg(str`${when} ${outcome} on the way, ${share} of it gone.`, { desc: "after a share of the way" });
}

function leftOpen({ pool, equity, kept, above }: Told): Sentence {
  const would = pool.wouldBe(figure(equity));
  const least = figure(kept);
  return above
    ? msg(str`Left open all the same, ${would}, above the ${least} that must be left.`)
    : msg(str`Left open all the same, ${would}, no more than the ${least} that must be left.`);
}

function atOrBelow({ when, pool, equity, kept }: Told): Sentence {
  const has = pool.is(figure(equity));
  const least = figure(kept);
  const verdict = pool.liquidated;
  return msg(str`${when} ${has}, no more than the ${least} that must be left: ${verdict}.`);
}

function above({ when, pool, equity, kept }: Told, verdict: string, usage: number | null, numbers: Numbers): Sentence {
  const has = pool.is(figure(equity));
  const least = figure(kept);
  if (usage === null) return msg(str`${when} ${has}, above the ${least} that must be left: ${verdict}.`);
  const used = figure(numbers.percent(usage));
  return msg(str`${when} ${has}, above the ${least} that must be left, margin usage ${used}: ${verdict}.`);
}

function isolatedWords(contracts: readonly string[]): Sentence[] {
  if (contracts.length === 0) return [];
  const names = andList(contracts);
  return [
    plural(contracts.length, {
      one: msg(str`Isolated ${names} is liquidated on the way.`),
      other: msg(str`Isolated ${names} are liquidated on the way.`),
    }),
  ];
}
