// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { figureOf, generalFigures, usContractFigures } from "../form/figures.ts";
import { field } from "../form/model.ts";
import { contractOf } from "../form/rulebooks.ts";
import { usedContracts } from "../form/scenario.ts";
import { fold } from "./explain.ts";
import { marketFields } from "./market.ts";
import { figureField } from "./own-figure.ts";
import type { View } from "./view.ts";

/** Figures of the rules to replace: what is not published, and the margins and fees of US contracts. */
export function ownFigures(view: View): TemplateResult {
  const { rulebook, form, account, problems } = view;
  const general = generalFigures(rulebook);
  const contracts = usedContracts(account).flatMap((symbol) => {
    const contract = contractOf(rulebook, symbol);
    return contract?.type === "us" ? [contract] : [];
  });
  const shown = new Set([
    ...general.map(({ key }) => key),
    ...contracts.flatMap((contract) => usContractFigures(rulebook, contract).map(({ key }) => key)),
    ...account.collateral.map(({ asset }) => `assets/${asset}/haircut`),
  ]);
  // Replaced for another account, or before a row was changed.
  const others = Object.keys(form.figures).filter((key) => !shown.has(key) && figureOf(rulebook, key));
  const wrong = [...problems.keys()].some((id) => id.startsWith(field.figure("")));
  return fold(
    view,
    "own-figures",
    msg("Assumed figures and your own in their place"),
    wrong,
    html`<p class="hint">
      ${msg("What the exchange does not publish is an assumption here. Enter what you know; the scenario then carries the whole rulebook with it.")}
    </p>
    <div class="fields">${general.map(({ key }) => figureField(view, key))}</div>
    ${contracts.map(
      (contract) => html`<fieldset class="row plain">
        <legend>${contract.title ?? contract.symbol} (${contract.symbol})</legend>
        <div class="fields">${usContractFigures(rulebook, contract).map(({ key }) => figureField(view, key))}</div>
      </fieldset>`,
    )}
    ${
      others.length > 0
        ? html`<fieldset class="row plain">
          <legend>${msg("Your other figures")}</legend>
          <div class="fields">${others.map((key) => figureField(view, key))}</div>
        </fieldset>`
        : nothing
    }`,
  );
}

/** What is known of contracts that the account shown does not trade: so that nothing is kept out of sight. */
export function otherMarkets(view: View): TemplateResult | typeof nothing {
  const { positions, orders } = view.account;
  const traded = new Set(positions.map(({ contract }) => contract));
  const ordered = new Set(orders.map(({ contract }) => contract));
  const all = Object.entries(view.form.markets).flatMap(([contract, { mark, last, expiry, funding, bids, asks }]) => {
    if (!contractOf(view.rulebook, contract)) return [];
    const elsewhere = [
      traded.has(contract) || ordered.has(contract) ? "" : mark,
      traded.has(contract) || ordered.has(contract) ? "" : expiry,
      traded.has(contract) ? "" : funding,
      ordered.has(contract) ? "" : last + bids + asks,
    ];
    return elsewhere.join("") === "" ? [] : [contract];
  });
  if (all.length === 0) return nothing;
  return html`<details class="fold" id="other-markets">
    <summary>${msg(str`Markets of other contracts (${all.length})`)}</summary>
    ${all.map(
      (contract) => html`<fieldset class="row">
        <legend>${contract}</legend>
        <button
          type="button"
          class="remove"
          @click=${() => view.act.edit((form) => delete form.markets[contract])}
        >
          ${msg(html`Forget<span class="unseen"> what is entered of ${contract}</span>`)}
        </button>
        <div class="fields">
          ${marketFields(view, contract, {
            prefix: `other-${contract}`,
            of: contract,
            names: ["mark", "last", "expiry", "funding", "book"],
          })}
        </div>
      </fieldset>`,
    )}
  </details>`;
}
