// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { WalletReport } from "#margin";
import { figures, usFigures } from "./figures.ts";
import { staleNote } from "./headline.ts";
import { liquidationTable } from "./liquidations.ts";
import { meterPatterns } from "./meter.ts";
import type { View } from "./view.ts";

export function resultsSection(view: View): TemplateResult {
  const { wallet } = view;
  return html`<div class="results ${view.stale ? "stale" : ""}" id="results">
    <h2>${msg("Results")}</h2>
    ${meterPatterns()} ${staleNote(view)}
    ${
      wallet
        ? html`${answers(view, wallet)} ${view.later?.laterAnswers(view, wallet) ?? nothing}`
        : html`<p>${msg("There is no result yet: fill in or mend the marked fields.")}</p>`
    }
  </div>`;
}

function answers(view: View, wallet: WalletReport): TemplateResult {
  const own =
    wallet.type === "us-futures"
      ? html`${usFigures(view, wallet)} ${view.later?.clockSection(view, wallet) ?? nothing}`
      : figures(view, wallet);
  return html`${own} ${liquidationTable(view, wallet)}`;
}
