// SPDX-License-Identifier: MIT
//
// Two prices at once: margin usage over both, the line to liquidation, and a point that two sliders move.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { LiquidationMap, WalletReport } from "#margin";
import { blankId, choice, chosen } from "../parts/blanks.ts";
import type { View } from "../parts/view.ts";
import { noAnswerWords } from "../words/refusals.ts";
import { bandEnds } from "./bands.ts";
import type { Columns, Entry } from "./columns.ts";
import { mapFactors } from "./factors.ts";
import { fileWord, framed, sentenceId } from "./frame.ts";
import { bandSample, mapChart, type MapAxes } from "./map-chart.ts";
import { placesAlong, requested, spanOf } from "./scales.ts";
import { backToToday, moveOf, slider, type Slider } from "./slider.ts";
import { standingAt, standingParagraph } from "./standing.ts";

export function mapPicture(view: View, wallet: WalletReport): TemplateResult {
  const all = mapFactors(wallet).map((factor) => ({ value: factor, label: factor }));
  const [acrossId, upId] = [blankId(view, "map-x"), blankId(view, "map-y")];
  // The nearest danger is told up the side; the other asset across.
  const y = chosen(view, upId, all);
  const others = all.filter(({ value }) => value !== y);
  const x = chosen(view, acrossId, others);
  return html`<p class="blanks">
      ${axisChoices(
        choice(view, { id: upId, label: msg("Up the side"), choices: all }),
        choice(view, { id: acrossId, label: msg("Across"), choices: others }),
      )}
    </p>
    ${mapFigure(view, wallet, x, y)}`;
}

function axisChoices(up: TemplateResult, across: TemplateResult): TemplateResult {
  return msg(html`${up} up the side, ${across} across:`);
}

function axisOf(view: View, wallet: WalletReport, factor: string): Pick<Slider, "id" | "span"> & { factor: string } {
  const set = wallet.factors.find((one) => one.factor === factor);
  return { factor, id: blankId(view, `map-move-${factor}`), span: set ? spanOf(set) : { from: -50, to: 50 } };
}

function mapFigure(view: View, wallet: WalletReport, xFactor: string, yFactor: string): TemplateResult {
  const [x, y] = [axisOf(view, wallet, xFactor), axisOf(view, wallet, yFactor)];
  const axes: MapAxes = { x, y };
  const map = view.further.ask("map", {
    format: "margin-map-request/1",
    wallet: view.index,
    x: requested(xFactor, x.span),
    y: requested(yFactor, y.span),
  });
  if (map === undefined || "errors" in map) return html`<p class="problem">${noAnswerWords(map?.errors[0])}</p>`;
  const moves = [x, y].map((axis) => ({ factor: axis.factor, move: moveOf(view, axis) }));
  const words = standingAt(view, wallet, moves);
  const one = (axis: typeof x) => html`<div class="slider-row">
    <span aria-hidden="true">${axis.factor} ${moveText(view, moveOf(view, axis))}</span>
    ${slider(view, { ...axis, label: moveOfWords(axis.factor), words: words?.short ?? msg("no answer") })}
  </div>`;
  return framed(view, {
    id: "map",
    title: msg(str`Margin usage by the prices of ${xFactor} and ${yFactor}`),
    kind: "map",
    picture: mapChart(view, map, axes),
    below: html`${legend(view, map)} ${one(x)} ${one(y)}`,
    sentence: standingParagraph(sentenceId("map"), words),
    hint: html`<span class="no-print">${msg("Drag the point, or move the sliders.")}</span> ${backToToday(view, [x.id, y.id])}`,
    file: `margin-usage-by-${fileWord(xFactor)}-and-${fileWord(yFactor)}`,
    numbers: () => mapColumns(view, axes),
  });
}

function moveOfWords(asset: string): string {
  return msg(str`Move of ${asset}`);
}

function moveText({ numbers }: View, move: number): string {
  return move === 0 ? msg("as today") : numbers.change(move);
}

/** The bands in words, lowest first. */
function legend({ numbers }: View, { lines }: LiquidationMap): TemplateResult {
  const names = bandEnds.map((end, index) => `${numbers.quantity((bandEnds[index - 1] ?? 0) * 100)}–${numbers.percent(end)}`);
  return html`<ul class="legend" aria-label=${msg("Margin usage")}>
    <li>${msg("Margin usage:")}</li>
    ${[...names, msg("liquidated")].map((name, band) => html`<li>${bandSample(band)} ${name}</li>`)}
    ${lines.length === 0 ? html`<li>${msg("no liquidation line in this picture")}</li>` : nothing}
  </ul>`;
}

/** Places each way in the table. */
const kPlaces = 9;

/** Margin usage over both prices as numbers, the highest price up the side at the head as in the picture. */
function mapColumns(view: View, { x, y }: MapAxes): Columns {
  const { numbers } = view;
  const usage = view.further.usageOfMap({
    format: "margin-map-request/1",
    wallet: view.index,
    x: requested(x.factor, x.span),
    y: requested(y.factor, y.span),
    columns: kPlaces,
    rows: kPlaces,
  });
  const entry = (at: number): Entry => {
    const share = usage?.[at];
    return share !== undefined && Number.isFinite(share) ? share : null;
  };
  const rows = placesAlong(y.span, kPlaces).map((move, row) => [
    move,
    ...Array.from({ length: kPlaces }, (_, column) => entry(row * kPlaces + column)),
  ]);
  return {
    caption: msg(
      str`Margin usage by the moves of ${y.factor} (rows) and ${x.factor} (columns); liquidated from ${numbers.percent(1)} on, “–” where no equity is left`,
    ),
    columns: [
      { head: msg(str`${y.factor}, by ${x.factor}`), write: numbers.change },
      ...placesAlong(x.span, kPlaces).map((move) => ({ head: numbers.change(move), write: numbers.percent })),
    ],
    rows: rows.reverse(),
  };
}
