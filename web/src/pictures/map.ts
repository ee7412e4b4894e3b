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
import { mapFactors } from "./factors.ts";
import { bandSample, mapChart, type MapAxes } from "./map-chart.ts";
import { requested, spanOf } from "./scales.ts";
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
  return html`<figure class="picture map" aria-labelledby="map-standing">
    ${mapChart(view, map, axes)}
    ${legend(view, map)}
    ${one(x)} ${one(y)}
    <figcaption>
      ${standingParagraph("map-standing", words)}
      <p class="hint"><span class="no-print">${msg("Drag in the picture, or move the sliders.")}</span> ${backToToday(view, [x.id, y.id])}</p>
    </figcaption>
  </figure>`;
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
