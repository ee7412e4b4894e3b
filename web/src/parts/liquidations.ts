// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import type { Boundary, LiquidationSet, WalletReport } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import { glossary } from "../words/glossary.ts";
import { holdingsOf } from "../words/threats.ts";
import { amount } from "./amount.ts";
import { explained } from "./explain.ts";
import type { View } from "./view.ts";

/** At which price of each asset, and of the whole market, the shared pool is liquidated. */
export function liquidationTable(view: View, wallet: WalletReport): TemplateResult {
  const { numbers } = view;
  return html`<section aria-labelledby="liquidations-title">
    <h3 id="liquidations-title">Liquidation prices</h3>
    ${explained(
      "How to read this table",
      wallet.type === "us-futures" ? glossary.usLiquidationPrice : glossary.liquidationPrice,
    )}
    ${
      wallet.factors.length === 0
        ? html`<p>Nothing in this account follows a price.</p>`
        : html`<table role="table" class="stacking">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">If only this moves</th>
              <th role="columnheader" scope="col">Today</th>
              <th role="columnheader" scope="col">Liquidation below</th>
              <th role="columnheader" scope="col">Liquidation above</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${wallet.factors.map((set) => liquidationRow(view, wallet, set, numbers))}
          </tbody>
        </table>`
    }
  </section>`;
}

function liquidationRow(view: View, wallet: WalletReport, set: LiquidationSet, numbers: Numbers): TemplateResult {
  const market = set.factor === "market";
  const more = set.boundaries.length > [set.below, set.above].filter((boundary) => boundary !== null).length;
  return html`<tr role="row" data-factor=${set.factor}>
    <th role="rowheader" scope="row">
      ${market ? "Whole crypto market" : set.factor}
      <span class="role">${market ? "all at once" : roleOf(view, wallet, set.factor)}</span>
    </th>
    <td role="cell" data-label="Today"><span>${market ? "all as today" : amount(numbers.price(set.current), "plain")}</span></td>
    ${sides(set, numbers)}
  </tr>
  ${more ? allBoundaries(set, numbers) : nothing}`;
}

function sides(set: LiquidationSet, numbers: Numbers): TemplateResult {
  const { state, below, above } = set;
  if (state === "safe") {
    return html`<td role="cell" data-label="Liquidation below"><span>${below ? at(set, below, numbers) : "none"}</span></td>
      <td role="cell" data-label="Liquidation above"><span>${above ? at(set, above, numbers) : "none"}</span></td>`;
  }
  const safe = [
    ...(above ? [html`; safe again above ${at(set, above, numbers)}`] : []),
    ...(below ? [html`; safe again below ${at(set, below, numbers)}`] : []),
  ];
  return html`<td role="cell" data-label="Liquidation" colspan="2" aria-colspan="2">
    <span>${state === "none" ? "none: no cross position is open" : html`<strong>already in liquidation</strong>${safe}`}</span>
  </td>`;
}

/** A boundary's price and its distance; of the whole market there is only the distance. */
export function at(set: LiquidationSet, boundary: Boundary, numbers: Numbers): TemplateResult {
  const move = numbers.change(boundary.move);
  return set.factor === "market"
    ? html`${amount(move, "price")} ${amount(numbers.ratio(boundary.price), "move")}`
    : html`${amount(numbers.price(boundary.price), "price")} ${amount(move, "move")}`;
}

/** An account may turn unsafe and safe several times along one price. */
function allBoundaries(set: LiquidationSet, numbers: Numbers): TemplateResult {
  return html`<tr role="row">
    <td role="cell" colspan="4">
      <details class="explain">
        <summary>All ${set.boundaries.length} prices of ${set.factor} at which this turns</summary>
        <ul>
          ${set.boundaries.map((boundary) => html`<li>${at(set, boundary, numbers)}</li>`)}
        </ul>
      </details>
    </td>
  </tr>`;
}

function roleOf({ result }: View, wallet: WalletReport, asset: string): string {
  const held = wallet.type !== "us-futures" && holdingsOf(wallet).includes(asset);
  const traded = wallet.positions.some(({ contract }) => result && underlyingOf(result.rulebook, contract) === asset);
  return held && traded ? "collateral and position" : held ? "collateral only" : "position only";
}
