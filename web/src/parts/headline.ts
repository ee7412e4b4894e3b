// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { WalletReport } from "#margin";
import { glossary } from "../words/glossary.ts";
import { headline } from "../words/headline.ts";
import { segmentsOf, type Sentence } from "../words/sentences.ts";
import { amount } from "./amount.ts";
import { disclosure } from "./explain.ts";
import { priceStrips } from "./price-strip.ts";
import type { View } from "./view.ts";

export function headlineSection(view: View): TemplateResult {
  const { result, wallet } = view;
  if (!result || !wallet) {
    return html`<section class="headline" aria-labelledby="headline-title">
      <h2 id="headline-title" class="unseen">${msg("The answer")}</h2>
      <p class="lead">${msg("The answer appears here once the marked fields below can be read.")}</p>
    </section>`;
  }
  const { lead, notes, tone } = headline(wallet, result.rulebook, view.numbers);
  return html`<section class="headline ${tone} ${view.stale ? "stale" : ""}" aria-labelledby="headline-title">
    <h2 id="headline-title" class="unseen">${msg("The answer")}</h2>
    ${staleNote(view)}
    <p class="lead">${lead.map(words)}</p>
    ${
      notes.length > 0
        ? html`<ul class="notes">
          ${notes.map((note) => html`<li>${words(note)}</li>`)}
        </ul>`
        : nothing
    }
    ${meanings(view, wallet)} ${priceStrips(view, wallet)}
  </section>`;
}

function meanings(view: View, wallet: WalletReport): TemplateResult {
  const us = wallet.type === "us-futures";
  return disclosure(view, { id: "headline-words", summary: msg("What do these words mean?"), kind: "explain" }, () => {
    return html`<dl>
      <dt>${us ? msg("Equity") : msg("Margin equity")}</dt>
      <dd>${us ? glossary.equity : glossary.marginEquity}</dd>
      <dt>${msg("Leverage")}</dt>
      <dd>${glossary.effectiveLeverage}</dd>
      <dt>${msg("Liquidated")}</dt>
      <dd>${us ? glossary.usLiquidationPrice : glossary.maintenanceMargin}</dd>
    </dl>`;
  });
}

/** Says that what follows is not the answer to what the form now holds. */
export function staleNote(view: View): TemplateResult | typeof nothing {
  return view.stale
    ? html`<p class="stale-note">
        ${msg("Last valid result. Fill in or mend the marked fields to bring it up to date.")}
      </p>`
    : nothing;
}

function words(sentence: Sentence): TemplateResult {
  return html`${segmentsOf(sentence).map(({ text, strong }) => (strong ? html`<strong>${amount(text, "strong")}</strong>` : text))} `;
}
