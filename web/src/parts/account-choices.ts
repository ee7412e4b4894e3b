// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { kMostWallets, walletTypes, type WalletType } from "../form/model.ts";
import { canJoin, rulebookFor } from "../form/new-rows.ts";
import { accountWords } from "../words/accounts.ts";
import { accountName } from "./accounts.ts";
import { undoOffer } from "./notices.ts";
import type { View } from "./view.ts";

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
  const elsewhere = kept !== rulebook;
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
