// SPDX-License-Identifier: MIT
//
// The chance of a liquidation as time goes by: a rising line, under the reader's own volatility.
import { msg, str } from "@lit/localize";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { line } from "d3-shape";

import type { Odds } from "#margin";
import { plural } from "../language/language.ts";
import { blank, blankId, blankProblems, blankValue, type Blank } from "../parts/blanks.ts";
import type { View } from "../parts/view.ts";
import { chanceWords } from "../words/backwards.ts";
import { figure } from "../words/sentences.ts";
import { amountLabels, amountLines, anchorOf } from "./axes.ts";
import { factorName } from "./factors.ts";
import { fileWord, framed, sentenceId } from "./frame.ts";
import { across, percentText, type Scale } from "./scales.ts";
import { sentencesIn } from "./standing.ts";

type Chance = Odds["odds"][number];

/** What the module answers at once. */
const kMostDays = 60;

/** Whole days up to so many: each of them, or as many as fit, evenly. */
export function daysUpTo(last: number): number[] {
  const whole = Math.max(1, Math.floor(last));
  const count = Math.min(kMostDays, whole);
  return Array.from({ length: count }, (_, index) => Math.round((whole * (index + 1)) / count));
}

/** `volatility`: a fraction a year. */
export function oddsPicture(view: View, factor: string, volatility: number): TemplateResult | typeof nothing {
  const within: Blank = { id: blankId(view, "odds-days"), label: msg("Days ahead"), otherwise: 30, least: 2, most: 3650 };
  const answer = view.further.ask("odds", {
    format: "margin-odds-request/1",
    wallet: view.index,
    horizons: daysUpTo(blankValue(view, within)),
    factor,
    volatility,
  });
  // What is certain or impossible is no picture, and a refusal is told beside the question.
  if (answer === undefined || "errors" in answer || answer.state !== "safe") return nothing;
  return html`<p class="blanks">${msg(html`Day by day, for ${blank(view, within)} days:`)}</p>
    ${blankProblems(view, [within])} ${oddsFigure(view, factor, volatility, answer.odds)}`;
}

function oddsFigure(view: View, factor: string, volatility: number, odds: readonly Chance[]): TemplateResult | typeof nothing {
  const { numbers } = view;
  const last = odds.at(-1);
  if (!last) return nothing;
  const title =
    factor === "market"
      ? msg("Chance of a liquidation if the whole crypto market moves")
      : msg(str`Chance of a liquidation if ${factorName(factor)} alone moves`);
  const chance = figure(chanceWords(last.probability, numbers));
  const sentence = msg(
    str`With a volatility of ${figure(numbers.percent(volatility))} a year, the chance of a liquidation within ${daysWords(view, last.days)} is ${chance}. It can only rise with time: once liquidated, the position is gone.`,
  );
  return framed(view, {
    id: "odds",
    title,
    picture: oddsChart(view, title, odds, last),
    sentence: html`<p class="standing" id=${sentenceId("odds")}>${sentencesIn([sentence])}</p>`,
    file: `chance-of-liquidation-by-${fileWord(factor)}`,
    numbers: () => ({
      caption: msg("Chance of a liquidation within so many days"),
      columns: [
        { head: msg("Days"), write: numbers.quantity },
        { head: msg("Chance"), write: (chance) => chanceWords(chance, numbers) },
      ],
      rows: odds.map(({ days, probability }) => [days, probability]),
    }),
  });
}

function daysWords({ numbers }: View, days: number): string {
  const count = numbers.quantity(days);
  return plural(days, { one: msg(str`${count} day`), other: msg(str`${count} days`) });
}

/** Of the scale at least, so that a chance of almost nothing lies at the foot. */
const kLeast = 0.01;
/** Room for a label above the highest. */
const kRoom = 1.2;

function oddsChart(view: View, name: string, odds: readonly Chance[], last: Chance): TemplateResult {
  const x = across(0, last.days);
  const top = Math.min(1, Math.max(kLeast, last.probability * kRoom));
  const y = across(0, top).range([100, 0]);
  const draw = line<Chance>(
    ({ days }) => x(days),
    ({ probability }) => y(probability),
  ).digits(3);
  // No time has passed at its beginning, and it is safe today.
  const path = draw([{ days: 0, probability: 0 }, ...odds]) ?? "";
  return html`<svg class="chart still" role="img" aria-label=${name}>
    ${amountLines(y)} ${daysAxis(view, x)}
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
      <path class="series chance" d=${path} />
    </svg>
    ${amountLabels(y, view.numbers.percent)}
    ${labelled(odds, last).map((chance) => chanceMark(view, chance, x, y))}
  </svg>`;
}

/** A month, a week and the end; one too near to another, or to the foot from which the line has yet to rise, is left out. */
function labelled(odds: readonly Chance[], last: Chance): Chance[] {
  const far = odds.filter(
    ({ days, probability }) =>
      [1, 7, 30, 90, 365, 1095].includes(days) &&
      days < last.days * 0.6 &&
      days > last.days * 0.2 &&
      probability > last.probability * 0.08,
  );
  return [...far.slice(-1), last];
}

function chanceMark(view: View, { days, probability }: Chance, x: Scale, y: Scale): SVGTemplateResult {
  const [place, height] = [x(days), y(probability)];
  const text = msg(str`${daysWords(view, days)}: ${chanceWords(probability, view.numbers)}`);
  // On the side of the line where there is room: it rises from the left foot.
  const right = place < 50;
  const below = right && height < 94;
  return svg`<circle class="today" cx=${percentText(place)} cy=${percentText(height)} r="5" />
    <text
      class="mark-label halo"
      x=${percentText(place)}
      y=${percentText(Math.max(height, 8))}
      dx=${right ? "0.5em" : "-0.4em"}
      dy=${below ? "1.3em" : "-0.7em"}
      text-anchor=${right ? "start" : "end"}
    >${text}</text>`;
}

function daysAxis(view: View, x: Scale): SVGTemplateResult[] {
  return x
    .ticks(6)
    .filter((tick) => Number.isInteger(tick))
    .map((tick, index, ticks) => {
      const place = percentText(x(tick));
      const last = index === ticks.length - 1;
      const text = tick === 0 ? msg("today") : last ? daysWords(view, tick) : view.numbers.quantity(tick);
      const kind = `tick-label ${index % 2 === 1 ? "minor" : ""}`;
      return svg`<line class="grid" x1=${place} x2=${place} y1="100%" y2="101.5%" />
        <text class=${kind} x=${place} y="100%" dy="1.4em" text-anchor=${anchorOf(x(tick), 6)}>${text}</text>`;
    });
}
