// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import type { MarginMode, OrderType, Side, TriggerSignal } from "#margin";
import { field, marketOf, type OrderRow, type TransferRow } from "../form/model.ts";
import { contractOf } from "../form/rulebooks.ts";
import { heldAssets } from "../form/scenario.ts";
import { isTriggered } from "../form/wallets.ts";
import { laterGlossary } from "../words/later-glossary.ts";
import { orderWords } from "../words/orders.ts";
import { fold } from "./explain.ts";
import { checkField, numberField, radioField, selectField } from "./fields.ts";
import { marketFields } from "./market.ts";
import { contractField, sizeUnit } from "./positions.ts";
import { inRow, rowBox, rowList } from "./rows.ts";
import type { View } from "./view.ts";

/** Orders to try out. */
export function ordersSection(view: View): TemplateResult {
  return html`<section aria-labelledby="orders-title">
    <h3 id="orders-title">What you would order <span class="term">orders</span></h3>
    <p class="hint">Each is shown before it is sent and after it has traded, with those above it resting.</p>
    ${rowList(view, {
      kind: "orders",
      add: "Add an order",
      fields: (row, index) => orderFields(view, row, index),
    })}
  </section>`;
}

function orderFields(view: View, row: OrderRow, index: number): TemplateResult {
  const name = `order ${index + 1}`;
  const contract = contractOf(view.rulebook, row.contract);
  const number = (value: "size" | "price" | "triggerPrice" | "maxLeverage") => ({
    id: field.order(row, value),
    of: name,
    value: row[value],
    set: inRow(view, "orders", row, (own, text) => (own[value] = text)),
  });
  const triggered = isTriggered(row);
  const side = row.side === "long" ? "Buy" : "Sell";
  return rowBox(
    view,
    "orders",
    row,
    { title: `${side} ${contract?.underlying ?? ""}: ${orderWords[row.type].name.toLowerCase()}`, name },
    html`<div class="fields">
        ${selectField(view, {
          id: field.order(row, "type"),
          label: "Kind",
          of: name,
          value: row.type,
          choices: Object.entries(orderWords).map(([value, { name }]) => ({ value, label: name })),
          set: inRow(view, "orders", row, (own, type) => (own.type = type as OrderType)),
          hint: html`<p class="hint">${orderWords[row.type].what}</p>`,
        })}
        ${contractField(view, {
          id: field.order(row, "contract"),
          of: name,
          contract: row.contract,
          set: inRow(view, "orders", row, (own, symbol) => (own.contract = symbol)),
        })}
        ${radioField(view, {
          id: field.order(row, "side"),
          label: "Side",
          value: row.side,
          choices: [
            { value: "long", label: "Buy" },
            { value: "short", label: "Sell" },
          ],
          set: inRow(view, "orders", row, (own, side) => (own.side = side as Side)),
        })}
        ${numberField(view, { ...number("size"), label: "Size", unit: sizeUnit(contract) })}
        ${triggered ? triggerFields(view, row, name, number("triggerPrice")) : nothing}
        ${
          row.type === "market"
            ? nothing
            : numberField(view, {
                ...number("price"),
                label: triggered ? "Worst price accepted" : "Limit price",
                unit: "USD",
                fine: true,
                ...(triggered && { placeholder: "any" }),
              })
        }
      </div>
      ${moreOfOrder(view, row, name, number("maxLeverage"))}`,
  );
}

type NumberParts = { id: string; of: string; value: string; set: (form: View["form"], text: string) => void };

function triggerFields(view: View, row: OrderRow, name: string, number: NumberParts): TemplateResult {
  return html`${numberField(view, { ...number, label: "Trigger price", unit: "USD", fine: true })}
  ${selectField(view, {
    id: field.order(row, "triggerSignal"),
    label: "Waits on the",
    of: name,
    value: row.triggerSignal,
    choices: [
      { value: "mark", label: "mark price" },
      { value: "index", label: "index price" },
      { value: "last", label: "last traded price" },
    ],
    hint: html`<p class="hint">${laterGlossary.triggerSignal[row.triggerSignal]}</p>`,
    set: inRow(view, "orders", row, (own, signal) => (own.triggerSignal = signal as TriggerSignal)),
  })}`;
}

function moreOfOrder(view: View, row: OrderRow, name: string, leverage: NumberParts): TemplateResult {
  const limit = row.type === "limit";
  const check = (value: "reduceOnly" | "makerOnly" | "immediateOrCancel", label: string) =>
    checkField(view, {
      id: field.order(row, value),
      label,
      of: name,
      checked: row[value],
      set: (form, checked) => inRow(view, "orders", row, (own) => (own[value] = checked))(form, ""),
    });
  const market = marketOf(view.form, row.contract);
  // Entered once for all orders on the contract, with the first.
  const first = view.account.orders.find(({ contract }) => contract === row.contract) === row;
  const ids = [
    ...(["reduceOnly", "makerOnly", "immediateOrCancel", "margin", "maxLeverage"] as const).map((one) =>
      field.order(row, one),
    ),
    ...(first ? (["last", "expiry", "bids", "asks"] as const) : []).map((one) => field.market(row.contract, one)),
  ];
  const traded = view.account.positions.some(({ contract }) => contract === row.contract);
  // What a feed fills in is no reason to open.
  const last = view.live.fills(view, field.market(row.contract, "last")) ? "" : market.last;
  const used =
    row.reduceOnly || row.makerOnly || row.immediateOrCancel || row.margin !== "" || row.maxLeverage !== "" ||
    (first && last + market.bids + market.asks !== "");
  return fold(
    view,
    `order-${row.key}-more`,
    "Reduce-only, other conditions, order book",
    used || ids.some((id) => view.problems.has(id)),
    html`${check("reduceOnly", "Reduce-only: may close, never open")}
    ${limit ? check("makerOnly", "Maker-only: rejected where it would trade at once") : nothing}
    ${limit ? check("immediateOrCancel", "Immediate or cancel: trades at once or not at all") : nothing}
    <div class="fields">
      ${view.account.type === "multi-collateral" ? marginFields(view, row, name, leverage) : nothing}
      ${
        first
          ? marketFields(view, row.contract, {
              prefix: `order-${row.key}`,
              of: name,
              names: traded ? ["last", "book"] : ["mark", "last", "expiry", "book"],
            })
          : nothing
      }
    </div>
    ${first ? nothing : html`<p class="hint">The order book is entered once, with the first order on the contract.</p>`}`,
  );
}

function marginFields(view: View, row: OrderRow, name: string, leverage: NumberParts): TemplateResult {
  return html`${selectField(view, {
    id: field.order(row, "margin"),
    label: "Margin",
    of: name,
    value: row.margin,
    choices: [
      { value: "", label: "As the position" },
      { value: "cross", label: "Cross" },
      { value: "isolated", label: "Isolated" },
    ],
    set: inRow(view, "orders", row, (own, margin) => (own.margin = margin as MarginMode | "")),
  })}
  ${
    row.margin === "isolated"
      ? numberField(view, { ...leverage, label: "Maximum leverage", unit: "×", placeholder: "as the position" })
      : nothing
  }`;
}

/** Money to bring in or take out. */
export function transfersSection(view: View): TemplateResult {
  return html`<section aria-labelledby="transfers-title">
    <h3 id="transfers-title">What you would move in or out <span class="term">transfers</span></h3>
    ${rowList(view, {
      kind: "transfers",
      add: "Add a transfer",
      fields: (row, index) => transferFields(view, row, index),
    })}
  </section>`;
}

function transferFields(view: View, row: TransferRow, index: number): TemplateResult {
  const { account, rulebook } = view;
  const name = `transfer ${index + 1}`;
  const assets = account.type === "multi-collateral" ? Object.keys(rulebook.assets) : heldAssets(account);
  const way = row.direction === "deposit" ? "Into the account" : "Out of the account";
  return rowBox(
    view,
    "transfers",
    row,
    { title: `${way}: ${row.asset}`, name },
    html`<div class="fields">
      ${radioField(view, {
        id: field.transfer(row, "direction"),
        label: "Direction",
        value: row.direction,
        choices: [
          { value: "deposit", label: "Into the account" },
          { value: "withdrawal", label: "Out of the account" },
        ],
        set: inRow(view, "transfers", row, (own, way) => (own.direction = way as TransferRow["direction"])),
      })}
      ${selectField(view, {
        id: field.transfer(row, "asset"),
        label: "Asset",
        of: name,
        value: row.asset,
        choices: assets.map((asset) => ({ value: asset, label: asset })),
        set: inRow(view, "transfers", row, (own, asset) => (own.asset = asset)),
      })}
      ${numberField(view, {
        id: field.transfer(row, "quantity"),
        label: "Quantity",
        of: name,
        unit: row.asset,
        value: row.quantity,
        set: inRow(view, "transfers", row, (own, text) => (own.quantity = text)),
      })}
    </div>`,
  );
}
