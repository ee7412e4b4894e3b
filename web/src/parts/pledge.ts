// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import type { Alternative, WalletReport } from "#margin";
import { laterGlossary } from "../words/later-glossary.ts";
import { statusWords } from "../words/status.ts";
import { disclosure } from "./explain.ts";
import { leverageText } from "./figures.ts";
import { liquidates, nearestOf } from "./previews.ts";
import type { View } from "./view.ts";

/** Crypto kept as collateral, beside the same sold for USD. */
export function pledgeSection(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.type !== "multi-collateral" || !wallet.collateral.some(({ asset }) => asset !== "USD")) return nothing;
  return html`<section aria-labelledby="pledge-title">
    <h3 id="pledge-title">Pledge it, or sell it?</h3>
    ${disclosure(view, { id: "pledge", summary: "The same account with its collateral sold for USD" }, () => {
      const both = view.further?.pledgeOrSell?.wallets[view.index];
      if (!both) return html`<p>There is nothing to compare in this account.</p>`;
      return alternatives(view, both.pledged, both.sold, both.saleFee);
    })}
  </section>`;
}

function alternatives(view: View, pledged: Alternative, sold: Alternative, saleFee: number): TemplateResult {
  const { numbers } = view;
  const row = (name: string, of: (one: Alternative) => unknown) =>
    html`<tr><th scope="row">${name}</th><td>${of(pledged)}</td><td>${of(sold)}</td></tr>`;
  const factors = [...new Set([...pledged.factors, ...sold.factors].map(({ factor }) => factor))];
  const outcome = (one: Alternative, index: number) => {
    const value = one.outcomes[index]?.walletValue ?? null;
    return value === null ? html`<strong>liquidated</strong>` : numbers.usd(value);
  };
  return html`<p>${laterGlossary.pledge} Selling costs ${numbers.usd(saleFee)}.</p>
    <table>
      <caption class="unseen">Pledged or sold</caption>
      <thead>
        <tr><td></td><th scope="col">Pledged</th><th scope="col">Sold</th></tr>
      </thead>
      <tbody>
        ${row("Counts as collateral", ({ collateralValue }) => numbers.usd(collateralValue))}
        ${row("Margin equity", ({ marginEquity }) => numbers.usd(marginEquity))}
        ${row("Available margin", ({ availableMargin }) => numbers.usd(availableMargin))}
        ${row("Leverage", ({ effectiveLeverage }) => leverageText(view, effectiveLeverage))}
        ${row("Status", ({ status }) => statusWords[status].short)}
        ${factors
          .filter((factor) => liquidates(pledged.factors, factor) || liquidates(sold.factors, factor))
          .map((factor) =>
            row(`Liquidation: ${factor === "market" ? "whole market" : factor}`, (one) =>
              nearestOf(view, one.factors, factor),
            ),
          )}
        ${pledged.outcomes.map(({ move }, index) =>
          row(`Worth if the market moves ${numbers.change(move)}`, (one) => outcome(one, index)),
        )}
      </tbody>
    </table>`;
}
