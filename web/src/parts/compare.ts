// SPDX-License-Identifier: MIT
//
// The account that is shown beside another one.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { WalletReport } from "#margin";
import { writeFragment } from "../form/links.ts";
import { comparison, inDollars } from "../keep/compare.ts";
import type { Keeping } from "../keep/keeping.ts";
import type { Pin } from "../keep/pinned.ts";
import { accountName } from "./accounts.ts";
import { table } from "./tables.ts";
import type { View } from "./view.ts";

export function compareSection(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  const { keeping } = view;
  if (!keeping) return nothing;
  keeping.pinned.follow(() => writeFragment(view.form, view.numbers.locale));
  const { pin } = keeping.pinned;
  return html`<section class="compare" aria-labelledby="compare-title">
    <h3 id="compare-title">${msg("Compare")}</h3>
    ${
      pin
        ? pinnedContent(view, keeping, wallet, pin)
        : html`<p class="hint">${msg("Pin this account, then change it: both stand side by side here.")}</p>
          <div class="buttons">
            <button type="button" id="pin" ?disabled=${view.stale} @click=${() => pinNow(view, keeping)}>
              ${msg("Pin this account")}
            </button>
          </div>`
    }
  </section>`;
}

function pinnedContent(view: View, keeping: Keeping, wallet: WalletReport, pin: Pin): TemplateResult {
  const result = keeping.resultOf(pin.link, view.numbers);
  const pinned = result?.report.wallets[pin.index];
  const unpin = () => {
    keeping.pinned.pin = undefined;
    void keeping.focus("pin");
  };
  return html`<p>
      <strong>${msg(str`Pinned: ${pin.name}`)}</strong>
      <span class="hint">${keeping.leadOf(pin.link, pin.index, view.numbers)}</span>
    </p>
    ${pinned ? comparisonTable(view, pinned, wallet) : html`<p>${msg("The pinned account cannot be evaluated.")}</p>`}
    <div class="buttons">
      <button type="button" id="unpin" @click=${unpin}>${msg("Unpin")}</button>
      <button type="button" id="swap" ?disabled=${view.stale} @click=${() => swap(view, keeping, pin)}>
        ${msg("Swap: the pinned account into the form")}
      </button>
      <button type="button" id="pin" ?disabled=${view.stale} @click=${() => pinNow(view, keeping)}>
        ${msg("Pin this account instead")}
      </button>
    </div>`;
}

function comparisonTable({ numbers }: View, pinned: WalletReport, now: WalletReport): TemplateResult {
  return html`${table({
      caption: msg("The pinned account and the one in the form"),
      heads: ["", msg("Pinned"), msg("Now"), msg("Difference")],
      rows: comparison(pinned, now, numbers).map((row) => [row.name, row.pinned, row.now, row.difference]),
    })}
    ${
      inDollars(pinned, now)
        ? html`<p class="hint">${msg("Amounts of a coin are shown in dollars at its price today.")}</p>`
        : nothing
    }`;
}

/** What is in the form now, to be pinned; undefined, and said, where it is too large to be kept. */
function present(view: View, keeping: Keeping): Pin | undefined {
  const link = writeFragment(view.form, view.numbers.locale);
  if (link !== null) return { name: nameOf(view), link, index: view.index };
  keeping.say(msg("This account is too large to be pinned."));
  return undefined;
}

function nameOf({ form, account }: View): string {
  const name = accountName(account, form.wallets);
  return form.title ? msg(str`${form.title} (${name})`) : name;
}

function pinNow(view: View, keeping: Keeping): void {
  const pin = present(view, keeping);
  if (!pin) return;
  keeping.pinned.pin = pin;
  void keeping.focus("unpin");
}

function swap(view: View, keeping: Keeping, pin: Pin): void {
  const now = present(view, keeping);
  if (!now) return;
  const form = keeping.formOf(pin.link, view.numbers);
  keeping.pinned.swap(now);
  view.act.fill(form, msg("The pinned account is in the form, and what was there is pinned."), "swap");
  const shown = form.wallets[pin.index];
  if (shown && pin.index > 0) view.act.showAccount(shown.key);
}
