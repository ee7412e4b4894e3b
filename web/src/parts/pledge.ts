// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Alternative, Outcome, WalletReport } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { laterGlossary } from "../words/later-glossary.ts";
import { statusWords } from "../words/status.ts";
import { disclosure } from "./explain.ts";
import { leverageText } from "./figures.ts";
import { liquidates, liquidationNames, nearestOf } from "./previews.ts";
import { namesOf } from "./sentence.ts";
import { table, type Cell } from "./tables.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

/** Crypto kept as collateral, beside the same sold for USD. */
export function pledgeSection(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.type !== "multi-collateral" || !wallet.collateral.some(({ asset }) => asset !== "USD")) return nothing;
  return html`<section aria-labelledby="pledge-title">
    <h3 id="pledge-title">${msg("Pledge it, or sell it?")}</h3>
    ${disclosure(view, { id: "pledge", summary: msg("The same account with its collateral sold for USD") }, () =>
      told(view, view.further.pledgeOrSell, (answer) => {
        const both = answer?.wallets[view.index];
        if (!both) return html`<p>${msg("There is nothing to compare in this account.")}</p>`;
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
  return html`<p>${laterGlossary.pledge} ${msg(str`Selling costs ${numbers.usd(saleFee)}.`)}</p>
    ${table({
      caption: msg("Pledged or sold"),
      narrow: "wordy",
      heads: ["", msg("Pledged"), msg("Sold")],
      rows: [
        row(msg("Counts as collateral"), ({ collateralValue }) => numbers.usd(collateralValue)),
        row(msg("Margin equity"), ({ marginEquity }) => numbers.usd(marginEquity)),
        row(msg("Available margin"), ({ availableMargin }) => numbers.usd(availableMargin)),
        row(msg("Leverage"), ({ effectiveLeverage }) => leverageText(view, effectiveLeverage)),
        row(msg("Status"), ({ status }) => statusWords[status].short),
        ...liquidating.map((factor) =>
          row(liquidationNames(factor).name, (one) => nearestOf(view, one.factors, factor)),
        ),
        ...pledged.outcomes.map(({ move }, index) =>
          row(msg(str`Worth if the market moves ${numbers.change(move)}`), ({ outcomes }) =>
            outcomeCell(outcomes[index], numbers),
          ),
        ),
      ],
    })}`;
}

function outcomeCell(outcome: Outcome | undefined, numbers: Numbers): Cell {
  if (!outcome || outcome.walletValue === null) return html`<strong>${msg("liquidated")}</strong>`;
  const lost = outcome.isolatedLiquidated;
  if (lost.length === 0) return numbers.usd(outcome.walletValue);
  return html`${numbers.usd(outcome.walletValue)} <span class="beside">${msg(str`isolated ${namesOf(lost)} liquidated`)}</span>`;
}
