// SPDX-License-Identifier: MIT
//
// What the nearest liquidation depends on most, how likely it is, and how long holding can be paid for.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { MarginError, Odds, WalletReport } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { shiftedDecimal } from "../format/parse.ts";
import { plural } from "../language/language.ts";
import { factorName } from "../pictures/factors.ts";
import { oddsPicture } from "../pictures/odds.ts";
import { sentencesIn } from "../pictures/standing.ts";
import { chanceWords, effectWords, holdingWords, inputWords } from "../words/backwards.ts";
import { noAnswerWords } from "../words/refusals.ts";
import { blank, blankProblems, blankValue } from "./blanks.ts";
import { volatilityBlank, volatilityMark } from "./distance.ts";
import { table } from "./tables.ts";
import type { View } from "./view.ts";

/** Inputs that are listed. */
const kMostInputs = 5;
const kDays = [1, 7, 30];

const refused = (errors: readonly MarginError[] | undefined) =>
  html`<p class="problem">${noAnswerWords(errors?.[0])}</p>`;

export function sensitivities(view: View, { currency }: WalletReport, factor: string): TemplateResult | typeof nothing {
  const { numbers } = view;
  const answer = view.further.ask("sensitivity", { format: "margin-sensitivity-request/1", wallet: view.index, factor });
  if (answer === undefined || "errors" in answer) return refused(answer?.errors);
  const { nearest, inputs } = answer;
  if (!nearest || inputs.length === 0) return nothing;
  const where = factor === "market" ? numbers.change(nearest.move) : numbers.price(nearest.price);
  return html`<div class="question" id="ask-sensitivity">
    <p>
      ${msg(str`What moves the nearest liquidation by ${factorName(factor)}, at ${where}, the most. One per cent more of each, and it is so much higher (+) or lower (−):`)}
    </p>
    ${table({
      caption: msg(str`Inputs by how far they move the liquidation, account in ${currency}`),
      narrow: "compact",
      heads: [msg("1% more of"), msg("moves it by")],
      rows: inputs
        .slice(0, kMostInputs)
        .map((input) => [inputWords(input), effectWords(answer, input.perPercent, numbers)]),
    })}
  </div>`;
}

export function odds(view: View, factor: string): TemplateResult {
  const volatility = { ...volatilityBlank(view), place: "odds-volatility" };
  const yearly = shiftedDecimal(blankValue(view, volatility), -2);
  const answer = view.further.ask("odds", {
    format: "margin-odds-request/1",
    wallet: view.index,
    horizons: kDays,
    factor,
    volatility: yearly,
  });
  return html`<div class="question" id="ask-odds">
    <p class="blanks">
      ${msg(html`If ${factorName(factor)} alone moves, with a volatility of ${blank(view, volatility)} % a year ${volatilityMark()}, the chance of a liquidation is`)}
    </p>
    ${blankProblems(view, [volatility])}
    ${answer === undefined || "errors" in answer ? refused(answer?.errors) : chances(view, answer)}
    ${oddsPicture(view, factor, yearly)}
  </div>`;
}

function chances({ numbers }: View, { state, odds }: Odds): TemplateResult {
  if (state === "none") return html`<p>${msg("none: no cross position is open.", { id: "no-chance" })}</p>`;
  if (state === "liquidation") return html`<p>${msg("certain: it is in liquidation today.")}</p>`;
  return html`${table({
      caption: msg("Chance of a liquidation"),
      narrow: "compact",
      heads: [msg("Within", { desc: "Within so many days" }), msg("Chance")],
      rows: odds.map(({ days, probability }) => [
        daysWords(days, numbers),
        chanceWords(probability, numbers),
      ]),
    })}
    <p class="hint">
      ${msg("No published figure and no forecast: real prices jump, and swing more when they fall, so the real chances are likely to be higher.")}
    </p>`;
}

function daysWords(days: number, numbers: Numbers): string {
  return plural(days, {
    one: msg(str`${numbers.quantity(days)} day`),
    other: msg(str`${numbers.quantity(days)} days`),
  });
}

/** A US account settles funding once a day at each day's rate: nothing is told of it. */
export function holding(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.type === "us-futures") return nothing;
  const answer = view.further.ask("holdingTime", { format: "margin-holding-time-request/1", wallet: view.index });
  return html`<div class="question" id="ask-holding">
    ${
      answer === undefined || "errors" in answer
        ? refused(answer?.errors)
        : html`<p>${sentencesIn([holdingWords(answer, wallet, view.numbers)])}</p>`
    }
  </div>`;
}
