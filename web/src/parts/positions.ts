// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Contract, Side } from "#margin";
import { field, kMostPositions, type MarginChoice, type PositionRow } from "../form/model.ts";
import { suggestPrice } from "../form/new-rows.ts";
import { contractOf, contractTitle, linearContracts, underlyingOf } from "../form/rulebooks.ts";
import { pricedAssets } from "../form/scenario.ts";
import { glossary } from "../words/glossary.ts";
import { explained } from "./explain.ts";
import { assumptionMark, numberField, priceField, radioField, selectField, type Choice } from "./fields.ts";
import { undoOffer } from "./notices.ts";
import type { View } from "./view.ts";

export function positionsSection(view: View): TemplateResult {
  const rows = view.form.positions;
  const contracts = linearContracts(view.rulebook);
  return html`<section aria-labelledby="positions-title">
    <h3 id="positions-title">What you trade <span class="term">positions</span></h3>
    ${explained("What is a position?", glossary.position)}
    ${repeat(
      rows,
      (row) => row.key,
      (row, index) => positionFields(view, row, index, contracts),
    )}
    ${undoOffer(view, "positions")}
    <button
      type="button"
      class="add"
      id="add-position"
      ?disabled=${rows.length >= kMostPositions}
      @click=${() => view.act.addPosition()}
    >
      Add a position
    </button>
    ${rows.length >= kMostPositions ? html`<p class="hint">At most ${kMostPositions} rows.</p>` : nothing}
    ${pricesOfOthers(view)}
  </section>`;
}

type Setter = (form: View["form"], text: string) => void;

function positionFields(view: View, row: PositionRow, index: number, contracts: readonly Contract[]): TemplateResult {
  const contract = contractOf(view.rulebook, row.contract);
  const underlying = underlyingOf(view.rulebook, row.contract);
  const name = `position ${index + 1}`;
  const set =
    (change: (row: PositionRow, text: string) => void): Setter =>
    (form, text) => {
      const own = form.positions.find((candidate) => candidate.key === row.key);
      if (own) change(own, text);
    };
  const number = (value: "size" | "entryPrice" | "markPrice" | "maxLeverage" | "isolatedMargin") => ({
    id: field.position(row, value),
    of: name,
    value: row[value],
    set: set((own, text) => (own[value] = text)),
  });
  return html`<fieldset class="row">
    <legend>${underlying ? `${underlying} ${row.side}` : "Position"}<span class="unseen">, ${name}</span></legend>
    <button
      type="button"
      class="remove"
      id="position-${row.key}-remove"
      @click=${() => view.act.removePosition(row.key)}
    >
      Remove<span class="unseen"> ${name}</span>
    </button>
    <div class="fields">
      ${selectField(view, {
        id: field.position(row, "contract"),
        label: "Contract",
        of: name,
        value: row.contract,
        choices: contracts.map(contractChoice),
        badge: contract?.assumed ? assumptionMark(`the margin class of ${contract.symbol}`) : nothing,
        set: (form, symbol) => {
          set((own) => (own.contract = symbol))(form, symbol);
          suggestPrice(form, underlyingOf(view.rulebook, symbol), view.numbers);
        },
      })}
      ${radioField(view, {
        id: field.position(row, "side"),
        label: "Side",
        value: row.side,
        choices: [
          { value: "long", label: "Long: gains if it rises" },
          { value: "short", label: "Short: gains if it falls" },
        ],
        set: set((own, side) => (own.side = side as Side)),
      })}
      ${numberField(view, { ...number("size"), label: "Size", unit: underlying })}
      ${numberField(view, { ...number("entryPrice"), label: "Entry price", unit: "USD", fine: true })}
    </div>
    ${moreOfPosition(
      view,
      row,
      number,
      set((own, choice) => (own.margin = choice as MarginChoice)),
    )}
  </fieldset>`;
}

function moreOfPosition(
  view: View,
  row: PositionRow,
  number: (name: "markPrice" | "maxLeverage" | "isolatedMargin") => {
    id: string;
    of: string;
    value: string;
    set: Setter;
  },
  setMargin: Setter,
): TemplateResult {
  const ids = (["markPrice", "margin", "maxLeverage", "isolatedMargin"] as const).map((name) =>
    field.position(row, name),
  );
  const used = row.margin !== "cross" || row.markPrice !== "" || ids.some((id) => view.problems.has(id));
  return html`<details class="fold" ?open=${used}>
    <summary>Mark price, cross or isolated margin</summary>
    <div class="fields">
      ${numberField(view, {
        ...number("markPrice"),
        label: "Mark price",
        unit: "USD",
        fine: true,
        placeholder: "as the index",
        hint: html`<p class="hint">${glossary.markPrice}</p>`,
      })}
      ${selectField(view, {
        id: field.position(row, "margin"),
        label: "Margin",
        of: number("markPrice").of,
        value: row.margin,
        choices: [
          { value: "cross", label: "Cross" },
          { value: "maxLeverage", label: "Isolated, by maximum leverage" },
          { value: "isolatedMargin", label: "Isolated, by amount" },
        ],
        set: setMargin,
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
      }
    </div>
  </details>`;
}

function contractChoice(contract: Contract): Choice {
  return { value: contract.symbol, label: `${contractTitle(contract)} (${contract.symbol})` };
}

/** The prices of what is traded but not held. */
function pricesOfOthers(view: View): TemplateResult | typeof nothing {
  const others = pricedAssets(view.form, view.rulebook).filter(({ row }) => !row);
  if (others.length === 0) return nothing;
  return html`<fieldset class="row plain">
    <legend>Prices of what you do not hold</legend>
    <div class="fields">
      ${others.map(({ asset, id }) => priceField(view, asset, id))}
    </div>
  </fieldset>`;
}
