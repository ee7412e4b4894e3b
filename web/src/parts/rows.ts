// SPDX-License-Identifier: MIT
//
// What the rows of an account have in common.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import {
  kMostCollateral,
  kMostOrders,
  kMostPositions,
  kMostTransfers,
  type Form,
  type WalletRow,
} from "../form/model.ts";
import { undoOffer } from "./notices.ts";
import { accountIn, type RowKind, type View } from "./view.ts";

export type RowOf<Kind extends RowKind> = WalletRow[Kind][number];

/** Changes one row of the account that is shown, found by its key in whatever copy of the form is at hand. */
export function inRow<Kind extends RowKind>(
  view: View,
  kind: Kind,
  row: RowOf<Kind>,
  change: (row: RowOf<Kind>, text: string, form: Form) => unknown,
): (form: Form, text: string) => void {
  return (form, text) => {
    const rows: readonly RowOf<RowKind>[] = accountIn(view, form)[kind];
    const own = rows.find(({ key }) => key === row.key);
    if (own) change(own as RowOf<Kind>, text, form);
  };
}

/** A row's kind in ids, as in "add-position". */
export const rowWord = { collateral: "collateral", positions: "position", orders: "order", transfers: "transfer" } as const;

/** What a row is called among its like, as in "position 2". */
export function rowName(kind: RowKind, index: number): string {
  const number = index + 1;
  switch (kind) {
    case "collateral":
      return msg(str`collateral ${number}`);
    case "positions":
      return msg(str`position ${number}`);
    case "orders":
      return msg(str`order ${number}`);
    case "transfers":
      return msg(str`transfer ${number}`);
  }
}

/** Said of a row that is gone. */
export function rowRemoved(kind: RowKind): string {
  switch (kind) {
    case "collateral":
      return msg("Collateral removed.");
    case "positions":
      return msg("Position removed.");
    case "orders":
      return msg("Order removed.");
    case "transfers":
      return msg("Transfer removed.");
  }
}

const kMostRows: Readonly<Record<RowKind, number>> = {
  collateral: kMostCollateral,
  positions: kMostPositions,
  orders: kMostOrders,
  transfers: kMostTransfers,
};

interface Rows<Kind extends RowKind> {
  kind: Kind;
  add: string;
  fields: (row: RowOf<Kind>, index: number) => TemplateResult;
}

/** The rows of one kind, the offer to bring one back, and the button for another. */
export function rowList<Kind extends RowKind>(view: View, { kind, add, fields }: Rows<Kind>): TemplateResult {
  const rows = view.account[kind] as readonly RowOf<Kind>[];
  const most = kMostRows[kind];
  const full = rows.length >= most;
  return html`${repeat(rows, ({ key }) => key, (row, index) => view.part(() => fields(row, index)))} ${undoOffer(view, kind)}
    <button
      type="button"
      class="add"
      id="add-${rowWord[kind]}"
      ?disabled=${full}
      @click=${() => view.act.add(kind)}
    >
      ${add}
    </button>
    ${full ? html`<p class="hint">${msg(str`At most ${most} rows.`)}</p>` : nothing}`;
}

/** A row with its title and the buttons that copy and remove it. */
export function rowBox(
  view: View,
  kind: RowKind,
  { key }: { key: number },
  titles: { title: string; name: string; removes?: string },
  content: TemplateResult,
): TemplateResult {
  const { title, name, removes = name } = titles;
  const most = kMostRows[kind];
  return ownForm(html`<fieldset class="row">
    <legend>${msg(html`${title}<span class="unseen">, ${name}</span>`)}</legend>
    <div class="row-actions">
      <button
        type="button"
        id="${rowWord[kind]}-${key}-duplicate"
        ?disabled=${view.account[kind].length >= most}
        @click=${() => view.act.duplicate(kind, key)}
      >
        ${msg(html`Duplicate<span class="unseen"> ${removes}</span>`)}
      </button>
      <button type="button" id="${rowWord[kind]}-${key}-remove" @click=${() => view.act.remove(kind, key)}>
        ${msg(html`Remove<span class="unseen"> ${removes}</span>`)}
      </button>
    </div>
    ${content}
  </fieldset>`);
}

/** At each key browsers look through all fields of a form for what they could fill in: a form of its own has few. */
export function ownForm(content: TemplateResult): TemplateResult {
  return html`<form @submit=${(event: Event) => event.preventDefault()}>${content}</form>`;
}
