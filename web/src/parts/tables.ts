// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

import { kFits } from "./amount.ts";

export type Cell = TemplateResult | string | number;

interface Table {
  caption: string;
  /** Whether the caption is to be seen; a heading above may say the same. */
  titled?: boolean;
  /** Three short columns at most, that fit side by side in the narrowest container. */
  compact?: boolean;
  /** There, the name of a row stands above its figures: of a compact table whose rows have names of several words. */
  wordy?: boolean;
  /** The first is that of the rows' own names. */
  heads: readonly string[];
  rows: readonly (readonly [name: Cell, ...values: Cell[]])[];
}

/** A table that becomes a list of labelled values where it is narrow, unless it is compact; its roles survive that. */
export function table({ caption, titled = false, compact = false, wordy = false, heads, rows }: Table): TemplateResult {
  return html`<table role="table" class=${!compact ? "stacking" : wordy ? "compact wordy" : "compact"}>
    <caption class=${titled ? "" : "unseen"}>${caption}</caption>
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
          ${values.map((value, index) => html`<td role="cell" data-label=${heads[index + 1] ?? ""}><span class=${compact ? breaking(value) : ""}>${value}</span></td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** A figure too long for a column of its own may be broken anywhere. */
function breaking(value: Cell): string {
  return typeof value === "string" && value.split(" ").some((word) => word.length > kFits) ? "breakable" : "";
}
