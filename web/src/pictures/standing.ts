// SPDX-License-Identifier: MIT
//
// What the module says of the account at moved prices.
import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";

import type { Curve, CurvePoint, WalletReport } from "#margin";
import type { View } from "../parts/view.ts";
import { noAnswerWords } from "../words/refusals.ts";
import { segmentsOf, type Sentence } from "../words/sentences.ts";
import { standingWords, type StandingWords } from "../words/standing.ts";

export interface FactorMove {
  factor: string;
  /** Fraction. */
  move: number;
}

/** The account with these prices moved at once; undefined where it is refused. */
export function standingAt(view: View, wallet: WalletReport, moved: readonly FactorMove[]): StandingWords | undefined {
  const shock = Object.fromEntries(moved.map(({ factor, move }) => [factor, move]));
  const ladder = view.further.ask("ladder", { format: "margin-ladder-request/1", wallet: view.index, shocks: [shock] });
  const points = moved.map(({ factor, move }) => pointAt(view, factor, move));
  const rung = ladder && "rungs" in ladder ? ladder.rungs[0] : undefined;
  if (!rung) return undefined;
  const [first, second] = moved;
  const set = first && !second ? wallet.factors.find(({ factor }) => factor === first.factor) : undefined;
  const boundary = first && first.move < 0 ? set?.below : set?.above;
  return standingWords(
    {
      moves: moved.map(({ factor, move }, index) => ({
        factor,
        move,
        price: factor === "market" ? undefined : points[index]?.price,
      })),
      rung,
      usd: points.length === 1 ? points[0]?.usd : undefined,
      state: wallet.factors[0]?.state ?? "none",
      liquidation: set?.factor === "market" ? undefined : boundary?.price,
    },
    wallet,
    view.numbers,
  );
}

/** The amounts along one price, from end to end. */
export function curveOf(view: View, factor: string, from: number, to: number): Curve | string {
  const curve = view.further.ask("curve", {
    format: "margin-curve-request/1",
    wallet: view.index,
    factor,
    from,
    to,
  });
  return curve === undefined || "errors" in curve ? noAnswerWords(curve?.errors[0]) : curve;
}

/** The account with one price moved. */
export function pointAt(view: View, factor: string, move: number): CurvePoint | undefined {
  // A curve has two ends; today is on every curve.
  const curve = curveOf(view, factor, Math.min(move, 0), move > 0 ? move : move === 0 ? 0.5 : 0);
  if (typeof curve === "string") return undefined;
  return move > 0 ? curve.points.at(-1) : curve.points[0];
}

/** Sentences with their figures set off. */
export function sentencesIn(sentences: readonly Sentence[]): TemplateResult[] {
  return sentences.map(
    (sentence) => html`${segmentsOf(sentence).map(({ text, strong }) => (strong ? html`<strong>${text}</strong>` : text))} `,
  );
}

/** The sentence below a picture. */
export function standingParagraph(id: string, words: StandingWords | undefined): TemplateResult {
  return words
    ? html`<p class="standing verdict ${words.tone}" id=${id}>${sentencesIn(words.sentences)}</p>`
    : html`<p class="problem" id=${id}>${msg("There is no answer for these prices.")}</p>`;
}
