// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { statusWords } from "../words/status.ts";
import { threatsTo, type Threat } from "../words/threats.ts";
import type { View } from "./view.ts";

/**
 * Where the answer is far from the field in hand, its gist stays in sight while the form is. Its place is kept while it
 * is not: what is below would move just when the reader has scrolled there.
 */
export function summaryBar(view: View): TemplateResult | typeof nothing {
  const { wallet, numbers, stale, answerInView } = view;
  if (!wallet) return nothing;
  const leverage = wallet.effectiveLeverage;
  const parts = [
    ...(stale ? [msg("last valid result")] : []),
    ...(leverage === null ? [] : [msg(str`${numbers.leverageInWords(leverage)} leverage`)]),
    gist(view),
  ];
  const show = (event: Event) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    root.getElementById("results")?.scrollIntoView();
  };
  return html`<button
    type="button"
    class="summary ${stale ? "stale" : statusWords[wallet.status].tone} ${answerInView ? "away" : ""}"
    @click=${show}
  >
    <span class="unseen">${msg("Show the results:")} </span>
    <span>${parts.join(" · ")}</span>
  </button>`;
}

function gist(view: View): string {
  const { wallet } = view;
  if (!wallet || wallet.positions.length === 0) return msg("no position");
  const status = statusWords[wallet.status];
  if (wallet.status === "liquidation") return msg("in liquidation");
  const nearest = threatsTo(wallet)[0];
  if (status.tone === "danger" || !nearest) return status.short;
  const where = whereOf(nearest, view);
  return wallet.type === "us-futures" ? msg(str`liquidation risk at ${where}`) : msg(str`liquidated at ${where}`);
}

function whereOf({ set, boundary }: Threat, { numbers }: View): string {
  return `${set.factor} ${numbers.priceInWords(boundary.price)} (${numbers.change(boundary.move)})`;
}
