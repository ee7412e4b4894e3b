// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Boundary, LiquidationSet, WalletReport } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import { holdingsOf } from "../words/threats.ts";
import { amount } from "./amount.ts";
import { distanceTo, typicalDay } from "./distance.ts";
import { fresh } from "./fresh.ts";
import { otherBasisPrice } from "./other-basis.ts";
import { term } from "./explain.ts";
import type { View } from "./view.ts";

/** At which price of each asset, and of the whole market, the shared pool is liquidated. */
export function liquidationTable(view: View, wallet: WalletReport): TemplateResult {
  const { numbers } = view;
  return html`<section aria-labelledby="liquidations-title">
    <h3 id="liquidations-title">${msg("Liquidation prices")}</h3>
    ${term(
      view,
      msg("How to read this table"),
      wallet.type === "us-futures" ? "usLiquidationPrice" : "liquidationPrice",
    )}
    ${
      wallet.factors.length === 0
        ? html`<p>${msg("Nothing in this account follows a price.")}</p>`
        : html`<table role="table" class="stacking">
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col">${msg("If only this moves")}</th>
              <th role="columnheader" scope="col">${msg("Today")}</th>
              <th role="columnheader" scope="col">${msg("Liquidation below")}</th>
              <th role="columnheader" scope="col">${msg("Liquidation above")}</th>
            </tr>
          </thead>
          <tbody role="rowgroup">
            ${wallet.factors.map((set) => liquidationRow(view, wallet, set, numbers))}
          </tbody>
        </table>
        ${typicalDay(view)}`
    }
  </section>`;
}

function liquidationRow(view: View, wallet: WalletReport, set: LiquidationSet, numbers: Numbers): TemplateResult {
  const market = set.factor === "market";
  const more = set.boundaries.length > [set.below, set.above].filter((boundary) => boundary !== null).length;
  return html`<tr role="row" data-factor=${set.factor}>
    <th role="rowheader" scope="row">
      ${market ? msg("Whole crypto market") : set.factor}
      <span class="role">${market ? msg("all at once") : roleOf(view, wallet, set.factor)}</span>
    </th>
    <td role="cell" data-label=${msg("Today")}>
      <span>${market ? msg("all as today") : amount(numbers.price(set.current), "plain")}</span>
    </td>
    ${sides(view, set)}
  </tr>
  ${more ? allBoundaries(set, numbers) : nothing}`;
}

function sides(view: View, set: LiquidationSet): TemplateResult {
  const { numbers } = view;
  const { state } = set;
  if (state === "safe") {
    const end = (boundary: Boundary) => html`${at(set, boundary, numbers)} ${distanceTo(view, set, boundary)}`;
    const side = (label: string, name: "below" | "above") =>
      html`<td role="cell" data-label=${label}>
        <span>${set[name] ? end(set[name]) : noPrice()} ${otherBasisPrice(view, set, name)}</span>
      </td>`;
    return html`${side(msg("Liquidation below"), "below")} ${side(msg("Liquidation above"), "above")}`;
  }
  return html`<td role="cell" data-label=${msg("Liquidation")} colspan="2" aria-colspan="2">
    <span>${state === "none" ? msg("none: no cross position is open") : liquidated(set, numbers)}</span>
  </td>`;
}

/** Of an account in liquidation: where it would be safe again. */
function liquidated(set: LiquidationSet, numbers: Numbers): TemplateResult {
  const { below, above } = set;
  const price = (boundary: Boundary) => at(set, boundary, numbers);
  if (above && below) {
    return msg(html`<strong>already in liquidation</strong>; safe again above ${price(above)}; safe again below ${price(below)}`);
  }
  if (above) return msg(html`<strong>already in liquidation</strong>; safe again above ${price(above)}`);
  if (below) return msg(html`<strong>already in liquidation</strong>; safe again below ${price(below)}`);
  return msg(html`<strong>already in liquidation</strong>`);
}

/** In place of a liquidation price. */
export function noPrice(): string {
  return msg("none", { id: "no-price" });
}

/** A boundary's price and its distance; of the whole market there is only the distance. */
export function at(set: LiquidationSet, boundary: Boundary, numbers: Numbers): TemplateResult {
  const move = numbers.change(boundary.move);
  return set.factor === "market"
    ? html`${amount(move, "price")} ${amount(numbers.ratio(boundary.price), "move")}`
    : html`${fresh(boundary.price, amount(numbers.price(boundary.price), "price"))} ${amount(move, "move")}`;
}

/** An account may turn unsafe and safe several times along one price. */
function allBoundaries(set: LiquidationSet, numbers: Numbers): TemplateResult {
  const count = set.boundaries.length;
  const summary =
    set.factor === "market"
      ? msg(str`All ${count} moves of the whole crypto market at which this turns`)
      : msg(str`All ${count} prices of ${set.factor} at which this turns`);
  return html`<tr role="row">
    <td role="cell" colspan="4">
      <details class="explain">
        <summary>${summary}</summary>
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
  if (held && traded) return msg("collateral and position");
  return held ? msg("collateral only") : msg("position only");
}
