// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { haircutKey } from "../form/figures.ts";
import { field, type CollateralRow } from "../form/model.ts";
import { suggestPrice } from "../form/new-rows.ts";
import { amount } from "./amount.ts";
import { term } from "./explain.ts";
import { numberField, priceField, selectField } from "./fields.ts";
import { figureField } from "./own-figure.ts";
import { inRow, rowBox, rowList, rowName } from "./rows.ts";
import type { View } from "./view.ts";

export function collateralSection(view: View): TemplateResult {
  return html`<section aria-labelledby="collateral-title">
    <h3 id="collateral-title">${msg(html`What you pledge <span class="term">collateral</span>`)}</h3>
    ${term(view, msg("What is a haircut?"), "haircut")}
    ${rowList(view, {
      kind: "collateral",
      add: msg("Add collateral"),
      fields: (row, index) => collateralFields(view, row, index),
    })}
  </section>`;
}

function collateralFields(view: View, row: CollateralRow, index: number): TemplateResult {
  const { numbers, rulebook } = view;
  const name = rowName("collateral", index);
  const isUsd = row.asset === "USD";
  // Its price and its haircut stand in the first row that holds it.
  const first = view.account.collateral.find((candidate) => candidate.asset === row.asset) === row;
  return rowBox(
    view,
    "collateral",
    row,
    { title: row.asset || msg("Collateral"), name, removes: msg(str`collateral ${row.asset}`) },
    html`<div class="fields">
        ${selectField(view, {
          id: field.collateral(row, "asset"),
          label: msg("Asset"),
          of: name,
          value: row.asset,
          choices: Object.keys(rulebook.assets).map((asset) => ({ value: asset, label: asset })),
          set: inRow(view, "collateral", row, (own, asset, form) => {
            own.asset = asset;
            suggestPrice(form, asset, numbers);
          }),
        })}
        ${numberField(view, {
          id: field.collateral(row, "quantity"),
          label: msg("Quantity"),
          unit: row.asset,
          value: row.quantity,
          set: inRow(view, "collateral", row, (own, text) => (own.quantity = text)),
        })}
        ${isUsd || !first ? nothing : priceField(view, row.asset, field.collateral(row, "price"), row.asset)}
        ${
          isUsd || !first
            ? nothing
            : figureField(view, haircutKey(row.asset), {
                id: field.collateral(row, "haircut"),
                label: msg("Haircut"),
                of: row.asset,
              })
        }
      </div>
      ${counts(view, row, index)}`,
  );
}

/** What the row comes to, from the report, while that belongs to the form as it is. */
function counts(view: View, row: CollateralRow, index: number): TemplateResult | typeof nothing {
  const wallet = view.stale || view.wallet?.type !== "multi-collateral" ? undefined : view.wallet;
  const reported = wallet?.collateral[index];
  if (reported?.asset !== row.asset) return nothing;
  const worth = view.numbers.usd(reported.value);
  const counted = amount(view.numbers.usd(reported.collateralValue), "strong");
  return html`<p class="counts">${msg(html`Worth ${worth}, counts as ${counted}`)}</p>`;
}
