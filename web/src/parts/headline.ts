// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Rulebook, WalletReport } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { coinHeadline } from "../words/headline-coin.ts";
import { segmentsOf, type Sentence, type Headline } from "../words/sentences.ts";
import { amount } from "./amount.ts";
import { disclosure, meaningOf } from "./explain.ts";
import { priceStrips } from "./price-strip.ts";
import type { Later, View } from "./view.ts";

/** An article may hold several, which are no landmarks of it. */
export function headlineSection(view: View, { landmark = true } = {}): TemplateResult {
  const { result, wallet } = view;
  if (!result || !wallet) {
    return html`<section class="headline" role=${landmark ? nothing : "group"} aria-labelledby="headline-title">
      <h2 id="headline-title" class="unseen">${msg("The answer")}</h2>
      <p class="lead">${msg("The answer appears here once the marked fields below can be read.")}</p>
    </section>`;
  }
  const { lead, notes, tone } = headlineOf(view.later, wallet, result.rulebook, view.numbers);
  return html`<section class="headline ${tone} ${view.stale ? "stale" : ""}" role=${landmark ? nothing : "group"} aria-labelledby="headline-title">
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

/** US accounts come with the later parts, and so do their sentences. */
export function headlineOf(
  later: Later | undefined,
  wallet: WalletReport,
  rulebook: Rulebook,
  numbers: Numbers,
): Headline {
  if (wallet.type !== "us-futures") return coinHeadline(wallet, rulebook, numbers);
  return later?.headline(wallet, rulebook, numbers) ?? { tone: "calm", lead: [], notes: [] };
}

function meanings(view: View, wallet: WalletReport): TemplateResult {
  const us = wallet.type === "us-futures";
  return disclosure(view, { id: "headline-words", summary: msg("What do these words mean?"), kind: "explain" }, () => {
    return html`<dl>
      <dt>${us ? msg("Equity") : msg("Margin equity")}</dt>
      <dd>${meaningOf(view, us ? "equity" : "marginEquity")}</dd>
      <dt>${msg("Leverage")}</dt>
      <dd>${meaningOf(view, "effectiveLeverage")}</dd>
      <dt>${msg("Liquidated")}</dt>
      <dd>${meaningOf(view, us ? "usLiquidationPrice" : "liquidated")}</dd>
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
