// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import type { LiquidationSet, PositionReport, WalletReport } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import { glossary } from "../words/glossary.ts";
import { at } from "./liquidations.ts";
import type { View } from "./view.ts";

/** Each figure of a position, and what it means. */
const columns = [
  ["Notional", glossary.notional],
  ["Profit or loss", glossary.unrealizedPnl],
  ["Initial margin", glossary.initialMargin],
  ["Maintenance margin", glossary.maintenanceMargin],
  ["Level", glossary.level],
  ["Liquidation price", glossary.liquidationPrice],
  ["Bankruptcy price", glossary.bankruptcyPrice],
] as const;

export function positionTable(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.positions.length === 0) return nothing;
  const { numbers } = view;
  const head = (title: string) => html`<th role="columnheader" scope="col">${title}</th>`;
  return html`<section aria-labelledby="positions-table-title">
    <h3 id="positions-table-title">Positions</h3>
    <details class="explain">
      <summary>What these columns mean</summary>
      <dl>
        ${columns.map(([title, text]) => html`<dt>${title}</dt><dd>${text}</dd>`)}
      </dl>
    </details>
    <table role="table" class="cards">
      <thead role="rowgroup">
        <tr role="row">
          ${head("Position")} ${columns.map(([title]) => head(title))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${wallet.positions.map((position) => positionRow(view, position, numbers))}
      </tbody>
    </table>
  </section>`;
}

function positionRow({ result }: View, position: PositionReport, numbers: Numbers): TemplateResult {
  const underlying = result ? underlyingOf(result.rulebook, position.contract) : position.contract;
  const cell = (label: string, content: unknown) => html`<td role="cell" data-label=${label}>${content}</td>`;
  return html`<tr role="row" data-contract=${position.contract}>
    <th role="rowheader" scope="row">
      ${underlying} ${position.side}
      <span class="role">${numbers.quantity(position.size)} ${position.contract}, ${position.margin}</span>
    </th>
    ${cell("Notional", numbers.usd(position.notional))}
    ${cell("Profit or loss", numbers.usd(position.unrealizedPnl))}
    ${cell("Initial margin", numbers.usd(position.initialMargin))}
    ${cell("Maintenance margin", numbers.usd(position.maintenanceMargin))}
    ${cell("Level", position.level)}
    ${cell("Liquidation price", liquidation(position.liquidation, numbers))}
    ${cell("Bankruptcy price", position.bankruptcyPrice === null ? "none" : numbers.price(position.bankruptcyPrice))}
  </tr>`;
}

function liquidation(set: LiquidationSet, numbers: Numbers): TemplateResult | string {
  if (set.state === "liquidation") return "already in liquidation";
  const sides = [set.below, set.above].flatMap((boundary) => (boundary ? [at(set, boundary, numbers)] : []));
  if (sides.length === 0) return "none";
  return html`${sides.map((side, index) => html`${index > 0 ? html`<br />and ` : nothing}${side}`)}`;
}
