// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

import { figures } from "./figures.ts";
import { staleNote } from "./headline.ts";
import { liquidationTable } from "./liquidations.ts";
import { positionTable } from "./position-table.ts";
import type { View } from "./view.ts";

export function resultsSection(view: View): TemplateResult {
  const wallet = view.result?.wallet;
  return html`<div class="results ${view.stale ? "stale" : ""}" id="results">
    <h2>Results</h2>
    ${staleNote(view)}
    ${
      wallet
        ? html`${figures(view, wallet)} ${liquidationTable(view, wallet)} ${positionTable(view, wallet)}`
        : html`<p>There is no result yet: fill in or mend the marked fields.</p>`
    }
  </div>`;
}
