// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Side } from "#margin";
import { field, marketOf, type MarginChoice, type PositionRow } from "../form/model.ts";
import { suggestPrice } from "../form/new-rows.ts";
import {
  contractOf,
  contractsFor,
  contractTitle,
  isDated,
  isPerpetual,
  underlyingOf,
  type AnyContract,
} from "../form/rulebooks.ts";
import { heldAssets, pricedAssets } from "../form/scenario.ts";
import { glossary } from "../words/glossary.ts";
import { explained, fold } from "./explain.ts";
import { assumptionMark, numberField, priceField, radioField, selectField, type Choice, type NumberField } from "./fields.ts";
import { marketFields } from "./market.ts";
import { inRow, rowBox, rowList, rowName } from "./rows.ts";
import type { View } from "./view.ts";

export function positionsSection(view: View): TemplateResult {
  return html`<section aria-labelledby="positions-title">
    <h3 id="positions-title">${msg(html`What you trade <span class="term">positions</span>`)}</h3>
    ${explained(msg("What is a position?"), glossary.position)}
    ${rowList(view, {
      kind: "positions",
      add: msg("Add a position"),
      fields: (row, index) => positionFields(view, row, index),
    })}
    ${pricesOfOthers(view)}
  </section>`;
}

/** What a contract's size is counted in. */
export function sizeUnit(contract: AnyContract | undefined): string {
  if (!contract) return "";
  if (contract.type === "linear") return contract.underlying;
  return contract.type === "inverse" ? msg(str`contracts of $${contract.contractSize ?? 1}`) : msg("contracts");
}

/** The contracts to choose from, and the one chosen. */
export function contractField(
  view: View,
  options: { id: string; of: string; contract: string; set: (form: View["form"], symbol: string) => void },
): TemplateResult {
  const { rulebook, numbers, account } = view;
  const contract = contractOf(rulebook, options.contract);
  return selectField(view, {
    id: options.id,
    label: msg("Contract"),
    of: options.of,
    value: options.contract,
    choices: contractsFor(rulebook, account).map(contractChoice),
    badge: contract?.assumed ? assumptionMark(assumedOf(contract)) : nothing,
    set: (form, symbol) => {
      options.set(form, symbol);
      suggestPrice(form, underlyingOf(rulebook, symbol), numbers);
    },
  });
}

function assumedOf({ type, symbol }: AnyContract): string {
  return type === "us" ? msg(str`the margins of ${symbol}`) : msg(str`the margin class of ${symbol}`);
}

/** "BTC long". */
export function positionTitle(underlying: string, side: Side): string {
  return side === "long" ? msg(str`${underlying} long`) : msg(str`${underlying} short`);
}

function contractChoice(contract: AnyContract): Choice {
  return { value: contract.symbol, label: `${contractTitle(contract)} (${contract.symbol})` };
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
      ${moreOfPosition(view, row, name, number)}`,
  );
}

type PositionNumber = "size" | "entryPrice" | "unrealizedFunding" | "maxLeverage" | "isolatedMargin";
type NumberOf = (name: PositionNumber) => Omit<NumberField, "label">;

function moreOfPosition(
  view: View,
  row: PositionRow,
  name: string,
  number: NumberOf,
): TemplateResult {
  const { account } = view;
  const multi = account.type === "multi-collateral";
  const market = marketOf(view.form, row.contract);
  const ids = [
    ...(["margin", "maxLeverage", "isolatedMargin", "unrealizedFunding"] as const).map((one) => field.position(row, one)),
    ...(["mark", "expiry", "funding"] as const).map((one) => field.market(row.contract, one)),
  ];
  // What a feed fills in is no reason to open.
  const own = (name: "mark" | "funding") => (view.live.fills(view, field.market(row.contract, name)) ? "" : market[name]);
  const filled =
    row.margin !== "cross" || row.unrealizedFunding + own("mark") + market.expiry + own("funding") !== "";
  const contract = contractOf(view.rulebook, row.contract);
  const dated = isDated(contract);
  const pays = !contract || isPerpetual(contract) || market.funding !== "";
  // Only perpetuals pay funding; what a link says of it all the same is not kept out of sight.
  const names = pays ? (["mark", "expiry", "funding"] as const) : (["mark", "expiry"] as const);
  const open = filled || ids.some((id) => view.problems.has(id));
  return fold(
    view,
    `position-${row.key}-more`,
    moreTitle(multi, dated ? "expiry" : pays ? "funding" : "mark"),
    open,
    html`<div class="fields">
      ${marketFields(view, row.contract, { prefix: `position-${row.key}`, of: name, names })}
      ${
        account.type === "us-futures"
          ? nothing
          : numberField(view, {
              ...number("unrealizedFunding"),
              label: msg("Funding not yet settled"),
              unit: account.type === "single-collateral" ? account.asset : "USD",
              placeholder: "0",
              hint: html`<p class="hint">${msg("Negative is owed.")}</p>`,
            })
      }
      ${multi ? marginFields(view, row, name, number) : nothing}
    </div>`,
  );
}

/** Names what is in the fold. */
function moreTitle(multi: boolean, market: "mark" | "expiry" | "funding"): string {
  switch (market) {
    case "mark":
      return multi ? msg("Mark price, cross or isolated margin") : msg("Mark price");
    case "expiry":
      return multi ? msg("Mark price, expiry, cross or isolated margin") : msg("Mark price, expiry");
    case "funding":
      return multi ? msg("Mark price, funding, cross or isolated margin") : msg("Mark price, funding");
  }
}

function marginFields(
  view: View,
  row: PositionRow,
  name: string,
  number: NumberOf,
): TemplateResult {
  return html`${selectField(view, {
    id: field.position(row, "margin"),
    label: msg("Margin"),
    of: name,
    value: row.margin,
    choices: [
      { value: "cross", label: msg("Cross") },
      { value: "maxLeverage", label: msg("Isolated, by maximum leverage") },
      { value: "isolatedMargin", label: msg("Isolated, by amount") },
    ],
    set: inRow(view, "positions", row, (own, choice) => (own.margin = choice as MarginChoice)),
    hint: html`<p class="hint">${row.margin === "cross" ? glossary.cross : glossary.isolated}</p>`,
  })}
  ${
    row.margin === "maxLeverage"
      ? numberField(view, { ...number("maxLeverage"), label: msg("Maximum leverage"), unit: "×" })
      : nothing
  }
  ${
    row.margin === "isolatedMargin"
      ? numberField(view, { ...number("isolatedMargin"), label: msg("Margin set aside"), unit: "USD" })
      : nothing
  }`;
}

/** The prices of what is traded but not held. */
function pricesOfOthers(view: View): TemplateResult | typeof nothing {
  const held = new Set(heldAssets(view.account));
  const others = pricedAssets(view.account, view.rulebook).filter((asset) => !held.has(asset));
  if (others.length === 0) return nothing;
  return html`<fieldset class="row plain">
    <legend>${msg("Prices of what you do not hold")}</legend>
    <div class="fields">
      ${others.map((asset) => priceField(view, asset, field.price(asset)))}
    </div>
  </fieldset>`;
}
