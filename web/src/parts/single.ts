// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";

import { field } from "../form/model.ts";
import { suggestPrice } from "../form/new-rows.ts";
import { coinsOf, contractsFor } from "../form/rulebooks.ts";
import { numberField, priceField, selectField } from "./fields.ts";
import { accountIn, type View } from "./view.ts";

/** The coin of a single-collateral account. */
export function coinSection(view: View): TemplateResult {
  const { account, rulebook, numbers } = view;
  return html`<section aria-labelledby="coin-title">
    <h3 id="coin-title">${msg(html`What you hold <span class="term">collateral</span>`)}</h3>
    <p class="hint">${msg("No haircut: the coin counts in full, but only for contracts on itself.")}</p>
    <div class="row">
      <div class="fields">
        ${selectField(view, {
          id: field.wallet(account, "asset"),
          label: msg("Coin"),
          value: account.asset,
          choices: coinsOf(rulebook).map((coin) => ({ value: coin, label: coin })),
          set: (form, coin) => {
            const own = accountIn(view, form);
            own.asset = coin;
            // Contracts on the former coin are not this account's any more.
            const [first] = contractsFor(rulebook, own);
            for (const row of [...own.positions, ...own.orders]) row.contract = first?.symbol ?? "";
            for (const row of own.transfers) row.asset = coin;
            own.positions.splice(1);
            suggestPrice(form, coin, numbers);
          },
        })}
        ${numberField(view, {
          id: field.wallet(account, "balance"),
          label: msg("Balance"),
          unit: account.asset,
          value: account.balance,
          set: (form, text) => (accountIn(view, form).balance = text),
        })}
        ${priceField(view, account.asset, field.wallet(account, "price"), account.asset)}
      </div>
    </div>
  </section>`;
}
