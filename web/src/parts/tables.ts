// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

import { kFits } from "./amount.ts";

export type Cell = TemplateResult | string | number;

/**
 * What becomes of a table in a narrow container:
 * - stacking: each row is a list of labelled values
 * - compact: nothing, its three columns at most are short
 * - wordy: the name of a row, which is long, stands above its two figures
 * - matrix: nothing, its many columns are scrolled sideways in what is around it
 */
export type Narrow = "stacking" | "compact" | "wordy" | "matrix";

interface Table {
  caption: string;
  /** Whether the caption is to be seen; a heading above may say the same. */
  titled?: boolean;
  /** Stacking where nothing else is said. */
  narrow?: Narrow;
  /** The first is that of the rows' own names. */
  heads: readonly string[];
  rows: readonly (readonly [name: Cell, ...values: Cell[]])[];
}

/** The roles are said: those of its elements do not survive what styles make of a narrow table. */
export function table({ caption, titled = false, narrow = "stacking", heads, rows }: Table): TemplateResult {
  const sideBySide = narrow === "compact" || narrow === "wordy";
  return html`<table role="table" class=${narrow === "wordy" ? "compact wordy" : narrow}>
    <caption class=${titled ? "" : "unseen"}><span>${caption}</span></caption>
    <thead role="rowgroup">
      <tr role="row">
        ${heads.map((head) =>
          head === ""
            ? html`<td role="cell"></td>`
            : html`<th role="columnheader" scope="col">${head}</th>`,
        )}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ([name, ...values]) => html`<tr role="row">
          <th role="rowheader" scope="row">${name}</th>
          ${values.map((value, index) => html`<td role="cell" data-label=${heads[index + 1] ?? ""}><span class=${sideBySide ? breaking(value) : ""}>${value}</span></td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A figure too long for a column of its own may be broken anywhere. */
function breaking(value: Cell): string {
  return typeof value === "string" && value.split(" ").some((word) => word.length > kFits) ? "breakable" : "";
}
