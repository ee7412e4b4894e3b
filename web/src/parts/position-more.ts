// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { field, marketOf, type MarginChoice, type PositionRow } from "../form/model.ts";
import { contractOf, isDated, isPerpetual } from "../form/rulebooks.ts";
import { glossary } from "../words/glossary.ts";
import { fold } from "./explain.ts";
import { numberField, selectField } from "./fields.ts";
import { marketFields } from "./market.ts";
import type { NumberOf } from "./positions.ts";
import { inRow } from "./rows.ts";
import type { View } from "./view.ts";

/** What of a position is seldom asked for: its market, funding, and how its margin is set apart. */
export function moreOfPosition(
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
