// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
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
import { orderKind } from "./order-kind.ts";
import { contractField } from "./contract-field.ts";
import { sizeUnit } from "./positions.ts";
import { inRow, rowBox, rowList, rowName } from "./rows.ts";
import type { View } from "./view.ts";

/** Orders to try out. */
export function ordersSection(view: View): TemplateResult {
  return html`<section aria-labelledby="orders-title">
    <h3 id="orders-title">${msg(html`What you would order <span class="term">orders</span>`)}</h3>
    <p class="hint">
      ${msg("Each is shown before it is sent and after it has traded, with those above it resting.")}
    </p>
    ${rowList(view, {
      kind: "orders",
      add: msg("Add an order"),
      fields: (row, index) => orderFields(view, row, index),
    })}
  </section>`;
}

function orderFields(view: View, row: OrderRow, index: number): TemplateResult {
  const name = rowName("orders", index);
  const contract = contractOf(view.rulebook, row.contract);
  const number = (value: "size" | "price" | "triggerPrice" | "maxLeverage") => ({
    id: field.order(row, value),
    of: name,
    value: row[value],
    set: inRow(view, "orders", row, (own, text) => (own[value] = text)),
  });
  const triggered = isTriggered(row);
  return rowBox(
    view,
    "orders",
    row,
    { title: orderTitle(row, contract?.underlying ?? ""), name },
    html`<div class="fields">
        ${selectField(view, {
          id: field.order(row, "type"),
          label: msg("Kind"),
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
          label: msg("Side"),
          value: row.side,
          choices: [
            { value: "long", label: msg("Buy") },
            { value: "short", label: msg("Sell") },
          ],
          set: inRow(view, "orders", row, (own, side) => (own.side = side as Side)),
        })}
        ${numberField(view, { ...number("size"), label: msg("Size"), unit: sizeUnit(contract) })}
        ${triggered ? triggerFields(view, row, name, number("triggerPrice")) : nothing}
        ${
          row.type === "market"
            ? nothing
            : numberField(view, {
                ...number("price"),
                label: triggered ? msg("Worst price accepted") : msg("Limit price"),
                unit: "USD",
                fine: true,
                ...(triggered && { placeholder: msg("any", { desc: "Any price" }) }),
              })
        }
      </div>
      ${moreOfOrder(view, row, name, number("maxLeverage"))}`,
  );
}

function orderTitle({ side, type }: OrderRow, underlying: string): string {
  const kind = orderKind(type);
  return side === "long" ? msg(str`Buy ${underlying}: ${kind}`) : msg(str`Sell ${underlying}: ${kind}`);
}

type NumberParts = { id: string; of: string; value: string; set: (form: View["form"], text: string) => void };

function triggerFields(view: View, row: OrderRow, name: string, number: NumberParts): TemplateResult {
  return html`${numberField(view, { ...number, label: msg("Trigger price"), unit: "USD", fine: true })}
  ${selectField(view, {
    id: field.order(row, "triggerSignal"),
    label: msg("Waits on the", { desc: "Label of the choice: mark price, index price, last traded price" }),
    of: name,
    value: row.triggerSignal,
    choices: [
      { value: "mark", label: msg("mark price") },
      { value: "index", label: msg("index price") },
      { value: "last", label: msg("last traded price") },
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
    msg("Reduce-only, other conditions, order book"),
    used || ids.some((id) => view.problems.has(id)),
    html`${check("reduceOnly", msg("Reduce-only: may close, never open"))}
    ${limit ? check("makerOnly", msg("Maker-only: rejected where it would trade at once")) : nothing}
    ${limit ? check("immediateOrCancel", msg("Immediate or cancel: trades at once or not at all")) : nothing}
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
    ${
      first
        ? nothing
        : html`<p class="hint">${msg("The order book is entered once, with the first order on the contract.")}</p>`
    }`,
  );
}

function marginFields(view: View, row: OrderRow, name: string, leverage: NumberParts): TemplateResult {
  return html`${selectField(view, {
    id: field.order(row, "margin"),
    label: msg("Margin"),
    of: name,
    value: row.margin,
    choices: [
      { value: "", label: msg("As the position") },
      { value: "cross", label: msg("Cross") },
      { value: "isolated", label: msg("Isolated") },
    ],
    set: inRow(view, "orders", row, (own, margin) => (own.margin = margin as MarginMode | "")),
  })}
  ${
    row.margin === "isolated"
      ? numberField(view, {
          ...leverage,
          label: msg("Maximum leverage"),
          unit: "×",
          placeholder: msg("as the position"),
        })
      : nothing
  }`;
}

/** Money to bring in or take out. */
export function transfersSection(view: View): TemplateResult {
  return html`<section aria-labelledby="transfers-title">
    <h3 id="transfers-title">${msg(html`What you would move in or out <span class="term">transfers</span>`)}</h3>
    ${rowList(view, {
      kind: "transfers",
      add: msg("Add a transfer"),
      fields: (row, index) => transferFields(view, row, index),
    })}
  </section>`;
}

function transferFields(view: View, row: TransferRow, index: number): TemplateResult {
  const { account, rulebook } = view;
  const name = rowName("transfers", index);
  const assets = account.type === "multi-collateral" ? Object.keys(rulebook.assets) : heldAssets(account);
  const title =
    row.direction === "deposit" ? msg(str`Into the account: ${row.asset}`) : msg(str`Out of the account: ${row.asset}`);
  return rowBox(
    view,
    "transfers",
    row,
    { title, name },
    html`<div class="fields">
      ${radioField(view, {
        id: field.transfer(row, "direction"),
        label: msg("Direction"),
        value: row.direction,
        choices: [
          { value: "deposit", label: msg("Into the account") },
          { value: "withdrawal", label: msg("Out of the account") },
        ],
        set: inRow(view, "transfers", row, (own, way) => (own.direction = way as TransferRow["direction"])),
      })}
      ${selectField(view, {
        id: field.transfer(row, "asset"),
        label: msg("Asset"),
        of: name,
        value: row.asset,
        choices: assets.map((asset) => ({ value: asset, label: asset })),
        set: inRow(view, "transfers", row, (own, asset) => (own.asset = asset)),
      })}
      ${numberField(view, {
        id: field.transfer(row, "quantity"),
        label: msg("Quantity"),
        of: name,
        unit: row.asset,
        value: row.quantity,
        set: inRow(view, "transfers", row, (own, text) => (own.quantity = text)),
      })}
    </div>`,
  );
}
