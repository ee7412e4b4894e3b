// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { field, marketOf, ownMarketOf } from "../form/model.ts";
import { contractOf, isDated, underlyingOf } from "../form/rulebooks.ts";
import { glossary } from "../words/glossary.ts";
import { labelFor, linesField, numberField, selectField } from "./fields.ts";
import type { View } from "./view.ts";

type MarketName = "mark" | "last" | "expiry" | "funding" | "book";

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
  const source = (one: "mark" | "last" | "funding") =>
    view.live.sourceHint(view, field.market(contract, one)) ?? nothing;
  switch (name) {
    case "mark":
      return numberField(view, {
        ...text("mark"),
        label: msg("Mark price"),
        unit: "USD",
        fine: true,
        placeholder: msg("as the index"),
        hint: html`${source("mark")}<p class="hint">${glossary.markPrice}</p>`,
      });
    case "last":
      return numberField(view, {
        ...text("last"),
        label: msg("Last traded price"),
        unit: "USD",
        fine: true,
        placeholder: msg("as the mark"),
        hint: html`${source("last")}<p class="hint">${glossary.lastPrice}</p>`,
      });
    case "expiry":
      return isDated(contractOf(view.rulebook, contract)) ? expiryField(view, contract, prefix, of) : html``;
    case "funding":
      return html`${numberField(view, {
          ...text("funding"),
          label: msg("Funding rate"),
          unit: market.absolute ? absoluteUnit(view, contract) : msg("% an hour"),
          fine: true,
          placeholder: "0",
          hint: html`${source("funding")}<p class="hint">${glossary.fundingRate}</p>`,
        })}
        ${selectField(view, {
          id: `${prefix}-absolute`,
          label: msg("Funding rate given as"),
          of,
          value: market.absolute ? "absolute" : "relative",
          choices: [
            { value: "relative", label: msg("Percent an hour") },
            {
              value: "absolute",
              label: msg(str`${absoluteUnit(view, contract)} (as the exchange’s interface gives it)`),
            },
          ],
          set: (form, unit) => (ownMarketOf(form, contract).absolute = unit === "absolute"),
        })}`;
    case "book":
      return html`${linesField(view, {
        ...text("asks"),
        label: msg("Order book: offers to sell"),
        placeholder: msg("price size"),
        hint: html`<p class="hint">
          ${msg("One a line: price, then size in contracts. For the slippage of market orders.")}
        </p>`,
      })}
      ${linesField(view, {
        ...text("bids"),
        label: msg("Order book: offers to buy"),
        placeholder: msg("price size"),
      })}`;
  }
}

/** The day on which a dated contract ends. The rulebook may name none: it lists months, not days. */
function expiryField(view: View, contract: string, prefix: string, of: string): TemplateResult {
  const place = field.market(contract, "expiry");
  const problem = view.problems.get(place);
  const { expiry } = marketOf(view.form, contract);
  const inRulebook = contractOf(view.rulebook, contract)?.expiry?.slice(0, 10) ?? "";
  const id = `${prefix}-expiry`;
  return html`<div class="field ${problem ? "wrong" : ""}">
    <div class="label">${labelFor(id, msg("Expires on"), of)}</div>
    <input
      id=${id}
      type="date"
      max="9999-12-31"
      .value=${live(expiry || inRulebook)}
      aria-invalid=${problem ? "true" : "false"}
      aria-describedby="${id}-more"
      @change=${(event: Event) => {
        const { value } = event.target as HTMLInputElement;
        view.act.edit((form) => (ownMarketOf(form, contract).expiry = value === inRulebook ? "" : value), place);
      }}
    />
    <div class="more" id="${id}-more">
      ${problem ? html`<p class="problem">${problem}</p>` : nothing}
      <p class="hint">
        ${msg("At 8:00 UTC of that day it is settled in cash.")}
        ${
          view.form.asOf === "" && (expiry || inRulebook) !== ""
            ? msg(html`To count the days, this page needs a date and time: <button type="button" class="link" @click=${() => view.act.setNow()}>use now</button>`)
            : nothing
        }
      </p>
    </div>
  </div>`;
}

function absoluteUnit({ rulebook }: View, contract: string): string {
  const inverse = contractOf(rulebook, contract)?.type === "inverse";
  const currency = inverse ? underlyingOf(rulebook, contract) : "USD";
  return msg(str`${currency} a contract and hour`);
}
