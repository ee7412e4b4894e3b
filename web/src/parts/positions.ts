// SPDX-License-Identifier: MIT
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
import { inRow, rowBox, rowList } from "./rows.ts";
import type { View } from "./view.ts";

export function positionsSection(view: View): TemplateResult {
  return html`<section aria-labelledby="positions-title">
    <h3 id="positions-title">What you trade <span class="term">positions</span></h3>
    ${explained("What is a position?", glossary.position)}
    ${rowList(view, {
      kind: "positions",
      add: "Add a position",
      fields: (row, index) => positionFields(view, row, index),
    })}
    ${pricesOfOthers(view)}
  </section>`;
}

/** What a contract's size is counted in. */
export function sizeUnit(contract: AnyContract | undefined): string {
  if (!contract) return "";
  if (contract.type === "linear") return contract.underlying;
  return contract.type === "inverse" ? `contracts of $${contract.contractSize ?? 1}` : "contracts";
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
    label: "Contract",
    of: options.of,
    value: options.contract,
    choices: contractsFor(rulebook, account).map(contractChoice),
    badge: contract?.assumed
      ? assumptionMark(`the ${contract.type === "us" ? "margins" : "margin class"} of ${contract.symbol}`)
      : nothing,
    set: (form, symbol) => {
      options.set(form, symbol);
      suggestPrice(form, underlyingOf(rulebook, symbol), numbers);
    },
  });
}

function contractChoice(contract: AnyContract): Choice {
  return { value: contract.symbol, label: `${contractTitle(contract)} (${contract.symbol})` };
}

function positionFields(view: View, row: PositionRow, index: number): TemplateResult {
  const contract = contractOf(view.rulebook, row.contract);
  const underlying = underlyingOf(view.rulebook, row.contract);
  const name = `position ${index + 1}`;
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
    { title: underlying ? `${underlying} ${row.side}` : "Position", name },
    html`<div class="fields">
        ${contractField(view, {
          id: field.position(row, "contract"),
          of: name,
          contract: row.contract,
          set: inRow(view, "positions", row, (own, symbol) => (own.contract = symbol)),
        })}
        ${radioField(view, {
          id: field.position(row, "side"),
          label: "Side",
          value: row.side,
          choices: [
            { value: "long", label: "Long: gains if it rises" },
            { value: "short", label: "Short: gains if it falls" },
          ],
          set: inRow(view, "positions", row, (own, side) => (own.side = side as Side)),
        })}
        ${numberField(view, { ...number("size"), label: "Size", unit: sizeUnit(contract) })}
        ${numberField(view, { ...number("entryPrice"), label: "Entry price", unit: "USD", fine: true })}
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
  const what = dated ? "Mark price, expiry" : pays ? "Mark price, funding" : "Mark price";
  const title = multi ? `${what}, cross or isolated margin` : what;
  // Only perpetuals pay funding; what a link says of it all the same is not kept out of sight.
  const names = pays ? (["mark", "expiry", "funding"] as const) : (["mark", "expiry"] as const);
  const open = filled || ids.some((id) => view.problems.has(id));
  return fold(
    view,
    `position-${row.key}-more`,
    title,
    open,
    html`<div class="fields">
      ${marketFields(view, row.contract, { prefix: `position-${row.key}`, of: name, names })}
      ${
        account.type === "us-futures"
          ? nothing
          : numberField(view, {
              ...number("unrealizedFunding"),
              label: "Funding not yet settled",
              unit: account.type === "single-collateral" ? account.asset : "USD",
              placeholder: "0",
              hint: html`<p class="hint">Negative is owed.</p>`,
            })
      }
      ${multi ? marginFields(view, row, name, number) : nothing}
    </div>`,
  );
}

function marginFields(
  view: View,
  row: PositionRow,
  name: string,
  number: NumberOf,
): TemplateResult {
  return html`${selectField(view, {
    id: field.position(row, "margin"),
    label: "Margin",
    of: name,
    value: row.margin,
    choices: [
      { value: "cross", label: "Cross" },
      { value: "maxLeverage", label: "Isolated, by maximum leverage" },
      { value: "isolatedMargin", label: "Isolated, by amount" },
    ],
    set: inRow(view, "positions", row, (own, choice) => (own.margin = choice as MarginChoice)),
    hint: html`<p class="hint">${row.margin === "cross" ? glossary.cross : glossary.isolated}</p>`,
  })}
  ${
    row.margin === "maxLeverage"
      ? numberField(view, { ...number("maxLeverage"), label: "Maximum leverage", unit: "×" })
      : nothing
  }
  ${
    row.margin === "isolatedMargin"
      ? numberField(view, { ...number("isolatedMargin"), label: "Margin set aside", unit: "USD" })
      : nothing
  }`;
}

/** The prices of what is traded but not held. */
function pricesOfOthers(view: View): TemplateResult | typeof nothing {
  const held = new Set(heldAssets(view.account));
  const others = pricedAssets(view.account, view.rulebook).filter((asset) => !held.has(asset));
  if (others.length === 0) return nothing;
  return html`<fieldset class="row plain">
    <legend>Prices of what you do not hold</legend>
    <div class="fields">
      ${others.map((asset) => priceField(view, asset, field.price(asset)))}
    </div>
  </fieldset>`;
}
