// SPDX-License-Identifier: MIT
//
// What every picture has around it: a title, the sentence that says what is seen, its numbers as a table, and all of it
// to take away.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { download } from "../element/download.ts";
import { disclosure } from "../parts/explain.ts";
import type { View } from "../parts/view.ts";
import { columnsTable, csvOf, type Columns } from "./columns.ts";
import { drawingOf, kPixels, pngOf, type Drawing } from "./drawing.ts";

type Content = TemplateResult | readonly TemplateResult[] | typeof nothing;

export interface Frame {
  /** Begins the ids of its parts. */
  id: string;
  title: string;
  kind?: "map";
  /** Holds one drawing of the class "chart". */
  picture: TemplateResult;
  /** Legend and sliders. */
  below?: Content;
  /** Has the id that sentenceId() gives. */
  sentence: TemplateResult;
  hint?: Content;
  /** Name of the files, without an ending. */
  file: string;
  numbers: () => Columns;
}

/** A table of more rows is not read; the file has them all. */
const kMostRows = 40;

export function sentenceId(id: string): string {
  return `${id}-standing`;
}

export function framed(view: View, frame: Frame): TemplateResult {
  const { id, title, kind = "", picture, below = nothing, sentence, hint = nothing, numbers } = frame;
  return html`<figure class="picture ${kind}" id="${id}-picture" aria-labelledby="${id}-name" aria-describedby=${sentenceId(id)}>
    <h4 id="${id}-name">${title}</h4>
    ${picture} ${below}
    <figcaption>
      ${sentence}
      <p class="hint">${hint}</p>
      ${downloads(view, frame)}
      ${disclosure(view, { id: `${id}-numbers`, summary: msg("The picture as a table") }, () => numbersTable(numbers()))}
    </figcaption>
  </figure>`;
}

function numbersTable(columns: Columns): TemplateResult {
  const count = columns.rows.length;
  return html`${columnsTable(columns, kMostRows)}
  ${count > kMostRows ? html`<p class="hint">${msg(str`The first ${kMostRows} of ${count} rows; the CSV file has them all.`)}</p>` : nothing}`;
}

function downloads(view: View, { id, title, file, numbers }: Frame): TemplateResult {
  const failed = `${id}-png-failed`;
  const drawing = (event: Event, strokes = 1) =>
    drawnIn((event.currentTarget as Element).closest("figure"), title, sentenceId(id), strokes);
  const saveCsv = () => download(`${file}.csv`, new Blob([csvOf(numbers())], { type: "text/csv" }));
  const saveSvg = (event: Event) => {
    download(`${file}.svg`, new Blob([drawing(event).text], { type: "image/svg+xml" }));
  };
  const savePng = (event: Event) => {
    pngOf(drawing(event, kPixels)).then(
      (png) => download(`${file}.png`, png),
      () => view.act.ask({ [failed]: "yes" }),
    );
  };
  return html`<p class="downloads">
      <button type="button" aria-label=${msg(str`CSV: the numbers of “${title}”`)} @click=${saveCsv}>CSV</button>
      <button type="button" aria-label=${msg(str`SVG: the picture “${title}”`)} @click=${saveSvg}>SVG</button>
      <button type="button" aria-label=${msg(str`PNG: the picture “${title}”`)} @click=${savePng}>PNG</button>
    </p>
    ${
      view.asked.has(failed)
        ? html`<p class="problem" role="alert">${msg("This browser could not make the PNG file. The SVG file shows the same.")}</p>`
        : nothing
    }`;
}

function drawnIn(figure: Element | null, title: string, sentence: string, strokes: number): Drawing {
  const chart = figure?.querySelector<SVGSVGElement>("svg.chart");
  if (!chart) throw new Error("a frame without its picture");
  const description = figure?.querySelector(`#${sentence}`)?.textContent.replace(/\s+/g, " ").trim() ?? "";
  return drawingOf(chart, title, description, strokes);
}

/** A picture that stands in `root`, as the file that its button saves. */
export async function pictureFile(root: ParentNode, id: string, kind: "png" | "svg"): Promise<Blob> {
  const figure = root.querySelector(`#${id}-picture`);
  const title = root.querySelector(`#${id}-name`)?.textContent ?? "";
  if (kind === "png") return pngOf(drawnIn(figure, title, sentenceId(id), kPixels));
  return new Blob([drawnIn(figure, title, sentenceId(id), 1).text], { type: "image/svg+xml" });
}

/** Part of a file's name: what a system may not take in one is left out. */
export function fileWord(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "-");
}
