// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { field, kMostWallets, ownsField, walletTypes, type WalletRow, type WalletType } from "../form/model.ts";
import { canJoin, rulebookFor } from "../form/new-rows.ts";
import { pricedAssets } from "../form/scenario.ts";
import { accountWords } from "../words/accounts.ts";
import { undoOffer } from "./notices.ts";
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

/** Other accounts to add, with what each is; and the one shown to remove. */
export function accountChoices(view: View): TemplateResult {
  const { form, act } = view;
  const several = form.wallets.length > 1;
  return html`<div class="account-choices">
    ${undoOffer(view, "accounts")}
    <details class="fold" id="add-account">
      <summary>${msg("Another account: single-collateral, US futures")}</summary>
      <ul>
        ${walletTypes.map((type) => accountChoice(view, type))}
      </ul>
    </details>
    ${
      several
        ? html`<button type="button" class="link" id="remove-account" @click=${() => act.removeAccount()}>
          ${msg(str`Remove the account ${accountName(view.account, form.wallets)}`)}
        </button>`
        : nothing
    }
  </div>`;
}

function accountChoice(view: View, type: WalletType): TemplateResult | typeof nothing {
  const { form, rulebook, rulebooks, act } = view;
  const kept = rulebookFor(type, rulebook, rulebooks);
  if (!kept) return nothing;
  const { name, what } = accountWords[type];
  const joins = canJoin(form, type, rulebook);
  const elsewhere = kept.id !== rulebook.id;
  return html`<li>
    <button type="button" id="add-${type}" ?disabled=${!joins && !elsewhere} @click=${() => act.addAccount(type)}>
      ${elsewhere ? msg(str`Start: ${name}`) : msg(str`Add: ${name}`)}
    </button>
    <p class="hint">
      ${what}
      ${
        elsewhere
          ? msg(
              str`Kept under other rules (${kept.title}): this starts anew, in place of the accounts you have here. It can be undone.`,
            )
          : joins
            ? nothing
            : msg(str`At most ${kMostWallets} accounts.`)
      }
    </p>
  </li>`;
}
