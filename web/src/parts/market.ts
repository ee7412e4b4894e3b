// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

import { field, marketOf, ownMarketOf } from "../form/model.ts";
import { contractOf, underlyingOf } from "../form/rulebooks.ts";
import { glossary } from "../words/glossary.ts";
import { linesField, numberField, selectField } from "./fields.ts";
import type { View } from "./view.ts";

type MarketName = "mark" | "last" | "funding" | "book";

/** What is known of a contract's market. Wherever it is asked for, it is the same for the whole form. */
export function marketFields(
  view: View,
  contract: string,
  { prefix, of, names }: { prefix: string; of: string; names: readonly MarketName[] },
): TemplateResult {
  return html`${names.map((name) => marketField(view, contract, name, prefix, of))}`;
}

function marketField(view: View, contract: string, name: MarketName, prefix: string, of: string): TemplateResult {
  const market = marketOf(view.form, contract);
  const text = (one: "mark" | "last" | "funding" | "bids" | "asks") => ({
    id: `${prefix}-${one}`,
    place: field.market(contract, one),
    of,
    value: market[one],
    set: (form: View["form"], typed: string) => (ownMarketOf(form, contract)[one] = typed),
  });
  switch (name) {
    case "mark":
      return numberField(view, {
        ...text("mark"),
        label: "Mark price",
        unit: "USD",
        fine: true,
        placeholder: "as the index",
        hint: html`<p class="hint">${glossary.markPrice}</p>`,
      });
    case "last":
      return numberField(view, {
        ...text("last"),
        label: "Last traded price",
        unit: "USD",
        fine: true,
        placeholder: "as the mark",
      });
    case "funding":
      return html`${numberField(view, {
          ...text("funding"),
          label: "Funding rate",
          unit: market.absolute ? absoluteUnit(view, contract) : "% an hour",
          fine: true,
          placeholder: "0",
          hint: html`<p class="hint">${glossary.fundingRate}</p>`,
        })}
        ${selectField(view, {
          id: `${prefix}-absolute`,
          label: "Funding rate given as",
          of,
          value: market.absolute ? "absolute" : "relative",
          choices: [
            { value: "relative", label: "Percent an hour" },
            { value: "absolute", label: `${absoluteUnit(view, contract)} (as the exchange’s interface gives it)` },
          ],
          set: (form, unit) => (ownMarketOf(form, contract).absolute = unit === "absolute"),
        })}`;
    case "book":
      return html`${linesField(view, {
        ...text("asks"),
        label: "Order book: offers to sell",
        placeholder: "price size",
        hint: html`<p class="hint">One a line: price, then size in contracts. For the slippage of market orders.</p>`,
      })}
      ${linesField(view, { ...text("bids"), label: "Order book: offers to buy", placeholder: "price size" })}`;
  }
}

function absoluteUnit({ rulebook }: View, contract: string): string {
  const inverse = contractOf(rulebook, contract)?.type === "inverse";
  return `${inverse ? underlyingOf(rulebook, contract) : "USD"} a contract and hour`;
}
