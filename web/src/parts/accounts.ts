// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { field, ownsField, type WalletRow } from "../form/model.ts";
import { pricedAssets } from "../form/scenario.ts";
import { accountWords } from "../words/accounts.ts";
import type { View } from "./view.ts";

export const kPanel = "account-panel";

/** The accounts of the scenario as tabs. */
export function accountTabs(view: View): TemplateResult {
  const { wallets } = view.form;
  const move = (event: KeyboardEvent) => {
    const at = wallets.findIndex(({ key }) => key === view.account.key);
    const last = wallets.length - 1;
    const to = {
      ArrowLeft: at === 0 ? last : at - 1,
      ArrowRight: at === last ? 0 : at + 1,
      Home: 0,
      End: last,
    }[event.key];
    const next = to === undefined ? undefined : wallets[to];
    if (!next || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    view.act.showAccount(next.key);
  };
  return html`<div role="tablist" aria-label=${msg("Accounts")} class="tabs" @keydown=${move}>
    ${wallets.map((wallet) => {
      const shown = wallet.key === view.account.key;
      return html`<button
        type="button"
        role="tab"
        id="tab-${wallet.key}"
        aria-selected=${shown ? "true" : "false"}
        aria-controls=${kPanel}
        tabindex=${shown ? 0 : -1}
        @click=${() => view.act.showAccount(wallet.key)}
      >
        ${accountName(wallet, wallets)}${needsMending(view, wallet) ? html`<span class="mend">${msg("to mend")}</span>` : nothing}
      </button>`;
    })}
  </div>`;
}

/** "US futures", "Single-collateral BTC", "Multi-collateral 2". */
export function accountName(wallet: WalletRow, wallets: readonly WalletRow[]): string {
  const name = ({ type, asset }: WalletRow) =>
    type === "single-collateral" ? `${accountWords[type].name} ${asset}` : accountWords[type].name;
  const alike = wallets.filter((other) => name(other) === name(wallet));
  return alike.length > 1 ? `${name(wallet)} ${alike.indexOf(wallet) + 1}` : name(wallet);
}

function needsMending(view: View, wallet: WalletRow): boolean {
  const prices = new Set(pricedAssets(wallet, view.rulebook).map((asset) => field.price(asset)));
  return [...view.problems.keys()].some((id) => ownsField(wallet, id) || prices.has(id));
}
