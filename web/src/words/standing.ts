// SPDX-License-Identifier: MIT
//
// How an account would stand at other prices, in one sentence. Compares, computes nothing.
import type { CurveAmounts, LiquidationState, Rung, WalletReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { figure, plainWords, say, type Sentence } from "./sentences.ts";
import { crossPositions } from "./threats.ts";

export interface Move {
  factor: string;
  /** Fraction. */
  move: number;
  /** USD; of the whole market there is none. */
  price: number | undefined;
}

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
  const { rung, state } = standing;
  const names = namesOf(wallet);
  const { equity, kept, above } = amountsOf(standing, wallet, numbers);
  const when = whenWords(standing.moves, numbers);
  const against = say`${above ? "above" : "no more than"} the ${figure(kept)} that must be left`;
  const says = (tone: "calm" | "danger", verdict: string, ...sentences: Sentence[]): StandingWords => ({
    tone,
    sentences: [...sentences, ...isolatedWords(rung.isolatedLiquidated)],
    short: `${plainWords([when])}: ${names.equity} ${equity}, ${verdict}`,
  });

  if (state === "none") {
    const lost = rung.isolatedLiquidated.length > 0;
    const open = wallet.positions.length === 0 ? "No position" : "No cross position";
    const nothing = lost ? "" : ` ${open} is open, so nothing is liquidated.`;
    const verdict = lost ? "isolated positions are liquidated" : "nothing is liquidated";
    return says(lost ? "danger" : "calm", verdict, say`${when}, ${names.equity} is ${figure(equity)}.${nothing}`);
  }
  if (state === "safe" && rung.liquidatedAt !== null) {
    const where = whereWords(standing, numbers);
    return says(
      "danger",
      `${names.liquidated} on the way`,
      say`${when}, ${names.subject} ${figure(names.liquidated)} ${where}.`,
      say`Left open all the same, ${names.equity} would be ${figure(equity)}, ${against}.`,
    );
  }
  if (!above) {
    const verdict = `${names.subject} ${names.liquidated}`;
    return says("danger", verdict, say`${when}, ${names.equity} is ${figure(equity)}, ${against}: ${verdict}.`);
  }
  const usage = rung.marginUsage === null ? "" : say`, margin usage ${figure(numbers.percent(rung.marginUsage))}`;
  const verdict = state === "liquidation" ? "safe there" : names.safe;
  return says("calm", verdict, say`${when}, ${names.equity} is ${figure(equity)}, ${against}${usage}: ${verdict}.`);
}

/** Of the shared pool, which is what is liquidated. */
function amountsOf({ rung, usd }: Standing, wallet: WalletReport, numbers: Numbers) {
  const money = moneyOf(wallet, numbers);
  const { marginEquity, maintenanceMargin } = rung.cross;
  const words = (value: number, dollars: number | undefined) =>
    dollars === undefined ? money.words(value) : `${money.words(value)} (${numbers.usdInWords(dollars)})`;
  return {
    equity: words(marginEquity, usd?.cross.marginEquity),
    kept: words(maintenanceMargin, usd?.cross.maintenanceMargin),
    above: marginEquity > maintenanceMargin,
  };
}

/** How the account's pool and its end are called. */
export function namesOf(wallet: WalletReport) {
  if (wallet.type === "us-futures") {
    return { equity: "equity", subject: "positions", liquidated: "may be liquidated", safe: "not liquidated" };
  }
  const cross = crossPositions(wallet).length;
  const apart = cross < wallet.positions.length;
  const one = cross === 1;
  const subject = `the ${apart ? "cross " : ""}${one ? "position" : "positions"}`;
  const is = one ? "is" : "are";
  return {
    equity: apart ? "margin equity apart from isolated positions" : "margin equity",
    subject,
    liquidated: `${is} liquidated`,
    safe: apart ? `${subject} ${is} not liquidated` : "not liquidated",
  };
}

function whenWords(moves: readonly Move[], numbers: Numbers): Sentence {
  if (moves.every(({ move }) => move === 0)) return say`Today`;
  return moves.reduce<Sentence>(
    (words, move, index) => say`${words}${index === 0 ? "" : " and "}${moveWords(move, numbers)}`,
    say`If `,
  );
}

function moveWords({ factor, move, price }: Move, numbers: Numbers): Sentence {
  const what = factor === "market" ? "the whole crypto market" : factor;
  const there = price === undefined ? undefined : numbers.priceInWords(price);
  if (move === 0) return say`${what} stays${there ? ` at ${there}` : " as it is"}`;
  const moves = figure(`${move < 0 ? "falls" : "rises"} ${numbers.size(move)}`);
  return there ? say`${what} ${moves} to ${figure(there)}` : say`${what} ${moves}`;
}

function whereWords({ rung, liquidation }: Standing, numbers: Numbers): Sentence {
  if (liquidation !== undefined) return say`on the way, at ${figure(numbers.price(liquidation))}`;
  return say`on the way, ${figure(numbers.percent(rung.liquidatedAt ?? 1))} of it gone`;
}

function isolatedWords(contracts: readonly string[]): Sentence[] {
  if (contracts.length === 0) return [];
  return [say`Isolated ${contracts.join(", ")} ${contracts.length === 1 ? "is" : "are"} liquidated on the way.`];
}
