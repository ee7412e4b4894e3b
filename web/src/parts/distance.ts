// SPDX-License-Identifier: MIT
//
// How far away a liquidation is, in dollars and in what the price moves on a typical day.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Boundary, LiquidationSet, Rulebook } from "#margin";
import { shiftedDecimal } from "../format/parse.ts";
import { plural } from "../language/language.ts";
import { blank, blankId, blankProblems, blankValue, type Blank } from "./blanks.ts";
import type { View } from "./view.ts";

const kDaysAYear = 365;

/** How much prices move, per cent a year: nobody publishes what is to come. */
export function volatilityBlank(view: View): Blank {
  return {
    id: blankId(view, "volatility"),
    label: msg("Volatility a year, per cent"),
    otherwise: 60,
    least: 0,
    most: 1000,
  };
}

/** The fraction by which a price moves on a typical day: one standard deviation. */
function dailyMove(view: View): number {
  return shiftedDecimal(blankValue(view, volatilityBlank(view)), -2) / Math.sqrt(kDaysAYear);
}

/** Beside a liquidation price: its distance in dollars and in typical days. */
export function distanceTo(view: View, set: LiquidationSet, boundary: Boundary): TemplateResult {
  const { numbers } = view;
  const away = set.factor === "market" ? "" : numbers.priceChange(boundary.price - set.current);
  // One volatility is asked for, which is none of what hardly moves.
  const days = isStable(view.result?.rulebook ?? view.rulebook, set.factor) ? "" : daysInWords(view, boundary.move);
  const parts = [away, days].filter((part) => part !== "");
  return html`<span class="distance">${parts.join(" · ")}</span>`;
}

export function isStable({ assets }: Rulebook, asset: string): boolean {
  return assets[asset]?.stable === true || assets[asset]?.kind === "stable";
}

function daysInWords(view: View, move: number): string {
  const daily = dailyMove(view);
  if (!(daily > 0)) return "";
  const days = Math.abs(move) / daily;
  const written = view.numbers.short(days);
  return plural(Number(days.toFixed(1)), {
    one: msg(str`${written} typical daily move`),
    other: msg(str`${written} typical daily moves`),
  });
}

/** Beside a volatility: the rulebook has none. */
export function volatilityMark(): TemplateResult {
  return html`<span class="mark" title=${msg("Not published: how much prices move.")}>${msg("assumption")}</span>`;
}

/** What a typical day is. */
export function typicalDay(view: View): TemplateResult | typeof nothing {
  const volatility = volatilityBlank(view);
  const move = view.numbers.size(dailyMove(view));
  return html`<p class="hint blanks">
      ${msg(html`A typical daily move is ${move}: a volatility of ${blank(view, volatility)} % a year.`)}
      ${volatilityMark()}
    </p>
    ${blankProblems(view, [volatility])}`;
}
