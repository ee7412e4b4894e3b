// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import type { Alternative, Outcome, WalletReport } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { laterGlossary } from "../words/later-glossary.ts";
import { statusWords } from "../words/status.ts";
import { disclosure } from "./explain.ts";
import { leverageText } from "./figures.ts";
import { liquidates, nearestOf } from "./previews.ts";
import { table, type Cell } from "./tables.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

/** Crypto kept as collateral, beside the same sold for USD. */
export function pledgeSection(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.type !== "multi-collateral" || !wallet.collateral.some(({ asset }) => asset !== "USD")) return nothing;
  return html`<section aria-labelledby="pledge-title">
    <h3 id="pledge-title">Pledge it, or sell it?</h3>
    ${disclosure(view, { id: "pledge", summary: "The same account with its collateral sold for USD" }, () =>
      told(view, view.further.pledgeOrSell, (answer) => {
        const both = answer?.wallets[view.index];
        if (!both) return html`<p>There is nothing to compare in this account.</p>`;
        return alternatives(view, both.pledged, both.sold, both.saleFee);
      }),
    )}
  </section>`;
}

function alternatives(view: View, pledged: Alternative, sold: Alternative, saleFee: number): TemplateResult {
  const { numbers } = view;
  type Row = readonly [name: string, pledged: Cell, sold: Cell];
  const row = (name: string, of: (one: Alternative) => Cell): Row => [name, of(pledged), of(sold)];
  const factors = [...new Set([...pledged.factors, ...sold.factors].map(({ factor }) => factor))];
  const liquidating = factors.filter(
    (factor) => liquidates(pledged.factors, factor) || liquidates(sold.factors, factor),
  );
  return html`<p>${laterGlossary.pledge} Selling costs ${numbers.usd(saleFee)}.</p>
    ${table({
      caption: "Pledged or sold",
      compact: true,
      heads: ["", "Pledged", "Sold"],
      rows: [
        row("Counts as collateral", ({ collateralValue }) => numbers.usd(collateralValue)),
        row("Margin equity", ({ marginEquity }) => numbers.usd(marginEquity)),
        row("Available margin", ({ availableMargin }) => numbers.usd(availableMargin)),
        row("Leverage", ({ effectiveLeverage }) => leverageText(view, effectiveLeverage)),
        row("Status", ({ status }) => statusWords[status].short),
        ...liquidating.map((factor) =>
          row(`Liquidation: ${factor === "market" ? "whole market" : factor}`, (one) =>
            nearestOf(view, one.factors, factor),
          ),
        ),
        ...pledged.outcomes.map(({ move }, index) =>
          row(`Worth if the market moves ${numbers.change(move)}`, ({ outcomes }) => outcomeCell(outcomes[index], numbers)),
        ),
      ],
    })}`;
}

function outcomeCell(outcome: Outcome | undefined, numbers: Numbers): Cell {
  if (!outcome || outcome.walletValue === null) return html`<strong>liquidated</strong>`;
  const lost = outcome.isolatedLiquidated;
  if (lost.length === 0) return numbers.usd(outcome.walletValue);
  return html`${numbers.usd(outcome.walletValue)} <span class="beside">isolated ${lost.join(", ")} liquidated</span>`;
}
