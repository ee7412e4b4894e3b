// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Side } from "#margin";
import { field, type PositionRow } from "../form/model.ts";
import { contractOf, underlyingOf, type AnyContract } from "../form/rulebooks.ts";
import { heldAssets, pricedAssets } from "../form/scenario.ts";
import { contractField } from "./contract-field.ts";
import { term } from "./explain.ts";
import { numberField, priceField, radioField, type NumberField } from "./fields.ts";
import { inRow, ownForm, rowBox, rowList, rowName } from "./rows.ts";
import type { View } from "./view.ts";

export function positionsSection(view: View): TemplateResult {
  return html`<section aria-labelledby="positions-title">
    <h3 id="positions-title">${msg(html`What you trade <span class="term">positions</span>`)}</h3>
    ${term(view, msg("What is a position?"), "position")}
    ${rowList(view, {
      kind: "positions",
      add: msg("Add a position"),
      fields: (row, index) => positionFields(view, row, index),
    })}
    ${view.part(() => pricesOfOthers(view))}
  </section>`;
}

/** What a contract's size is counted in. */
export function sizeUnit(contract: AnyContract | undefined): string {
  if (!contract) return "";
  if (contract.type === "linear") return contract.underlying;
  return contract.type === "inverse" ? msg(str`contracts of $${contract.contractSize ?? 1}`) : msg("contracts");
}

/** "BTC long". */
export function positionTitle(underlying: string, side: Side): string {
  return side === "long" ? msg(str`${underlying} long`) : msg(str`${underlying} short`);
}

function positionFields(view: View, row: PositionRow, index: number): TemplateResult {
  const contract = contractOf(view.rulebook, row.contract);
  const underlying = underlyingOf(view.rulebook, row.contract);
  const name = rowName("positions", index);
  const number = (value: PositionNumber) => ({
    id: field.position(row, value),
    of: name,
    value: row[value],
    set: inRow(view, "positions", row, (own, text) => (own[value] = text)),
  });
  return rowBox(
    view,
    "positions",
    row,
    { title: underlying ? positionTitle(underlying, row.side) : msg("Position"), name },
    html`<div class="fields">
        ${contractField(view, {
          id: field.position(row, "contract"),
          of: name,
          contract: row.contract,
          set: inRow(view, "positions", row, (own, symbol) => (own.contract = symbol)),
        })}
        ${radioField(view, {
          id: field.position(row, "side"),
          label: msg("Side"),
          value: row.side,
          choices: [
            { value: "long", label: msg("Long: gains if it rises") },
            { value: "short", label: msg("Short: gains if it falls") },
          ],
          set: inRow(view, "positions", row, (own, side) => (own.side = side as Side)),
        })}
        ${numberField(view, { ...number("size"), label: msg("Size"), unit: sizeUnit(contract) })}
        ${numberField(view, { ...number("entryPrice"), label: msg("Entry price"), unit: "USD", fine: true })}
      </div>
      ${view.later?.moreOfPosition(view, row, name, number) ?? nothing}`,
  );
}

export type PositionNumber = "size" | "entryPrice" | "unrealizedFunding" | "maxLeverage" | "isolatedMargin";
export type NumberOf = (name: PositionNumber) => Omit<NumberField, "label">;

/** The prices of what is traded but not held. */
function pricesOfOthers(view: View): TemplateResult | typeof nothing {
  const held = new Set(heldAssets(view.account));
  const others = pricedAssets(view.account, view.rulebook).filter((asset) => !held.has(asset));
  if (others.length === 0) return nothing;
  return ownForm(html`<fieldset class="row plain">
    <legend>${msg("Prices of what you do not hold")}</legend>
    <div class="fields">
      ${others.map((asset) => priceField(view, asset, field.price(asset)))}
    </div>
  </fieldset>`);
}
