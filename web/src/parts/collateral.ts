// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import { field, kMostCollateral, type CollateralRow } from "../form/model.ts";
import { suggestPrice } from "../form/new-rows.ts";
import { assetOf } from "../form/rulebooks.ts";
import { shiftedDecimal } from "../format/parse.ts";
import { glossary } from "../words/glossary.ts";
import { amount } from "./amount.ts";
import { explained } from "./explain.ts";
import { assumptionMark, numberField, priceField, selectField } from "./fields.ts";
import { undoOffer } from "./notices.ts";
import type { View } from "./view.ts";

export function collateralSection(view: View): TemplateResult {
  const rows = view.form.collateral;
  return html`<section aria-labelledby="collateral-title">
    <h3 id="collateral-title">What you pledge <span class="term">collateral</span></h3>
    ${explained("What is a haircut?", glossary.haircut)}
    ${repeat(
      rows,
      (row) => row.key,
      (row, index) => collateralFields(view, row, index),
    )}
    ${undoOffer(view, "collateral")}
    <button
      type="button"
      class="add"
      id="add-collateral"
      ?disabled=${rows.length >= kMostCollateral}
      @click=${() => view.act.addCollateral()}
    >
      Add collateral
    </button>
    ${rows.length >= kMostCollateral ? html`<p class="hint">At most ${kMostCollateral} rows.</p>` : nothing}
  </section>`;
}

function collateralFields(view: View, row: CollateralRow, index: number): TemplateResult {
  const { act, form, numbers, rulebook } = view;
  const edit = (change: (row: CollateralRow) => void) => (form: View["form"]) => {
    const own = form.collateral.find((candidate) => candidate.key === row.key);
    if (own) change(own);
  };
  const isUsd = row.asset === "USD";
  // Its price stands in the first row that holds it.
  const firstOfAsset = form.collateral.find((candidate) => candidate.asset === row.asset) === row;
  const asked = (change: (row: CollateralRow, text: string) => void) => (form: View["form"], text: string) =>
    edit((own) => change(own, text))(form);
  return html`<fieldset class="row">
    <legend>${row.asset || "Collateral"}<span class="unseen">, collateral ${index + 1}</span></legend>
    <button type="button" class="remove" id="collateral-${row.key}-remove" @click=${() => act.removeCollateral(row.key)}>
      Remove<span class="unseen"> collateral ${row.asset}</span>
    </button>
    <div class="fields">
      ${selectField(view, {
        id: field.collateral(row, "asset"),
        label: "Asset",
        of: `collateral ${index + 1}`,
        value: row.asset,
        choices: Object.keys(rulebook.assets).map((asset) => ({ value: asset, label: asset })),
        set: (form, asset) => {
          edit((own) => {
            own.asset = asset;
            own.haircut = null;
          })(form);
          suggestPrice(form, asset, numbers);
        },
      })}
      ${numberField(view, {
        id: field.collateral(row, "quantity"),
        label: "Quantity",
        unit: row.asset,
        value: row.quantity,
        set: asked((own, text) => (own.quantity = text)),
      })}
      ${isUsd || !firstOfAsset ? nothing : priceField(view, row.asset, field.collateral(row, "price"), row.asset)}
      ${isUsd ? nothing : haircutField(view, row, asked)}
    </div>
    ${counts(view, row, index)}
  </fieldset>`;
}

function haircutField(
  view: View,
  row: CollateralRow,
  asked: (change: (row: CollateralRow, text: string) => void) => (form: View["form"], text: string) => void,
): TemplateResult {
  const asset = assetOf(view.rulebook, row.asset);
  const published = asset ? view.numbers.text(shiftedDecimal(asset.haircut, 2)) : "";
  const changed = row.haircut !== null;
  const back = html`<p class="hint">
    Rulebook: ${published}%
    <button type="button" class="link" @click=${() => view.act.edit(clear)}>Use it</button>
  </p>`;
  const clear = (form: View["form"]) => {
    const own = form.collateral.find((candidate) => candidate.key === row.key);
    if (own) own.haircut = null;
  };
  const badge = changed
    ? html`<span class="mark own">your figure</span>`
    : asset?.assumed
      ? assumptionMark(`the haircut of ${row.asset}`)
      : nothing;
  return numberField(view, {
    id: `collateral-${row.key}-haircut`,
    label: "Haircut",
    unit: "%",
    of: row.asset,
    value: row.haircut ?? published,
    set: asked((own, text) => (own.haircut = text)),
    hint: changed ? back : nothing,
    badge,
  });
}

/** What the row comes to, from the report, while that belongs to the form as it is. */
function counts(view: View, row: CollateralRow, index: number): TemplateResult | typeof nothing {
  const reported = view.stale ? undefined : view.result?.wallet.collateral[index];
  if (reported?.asset !== row.asset) return nothing;
  return html`<p class="counts">
    Worth ${view.numbers.usd(reported.value)}, counts as ${amount(view.numbers.usd(reported.collateralValue), "strong")}
  </p>`;
}
