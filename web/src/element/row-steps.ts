// SPDX-License-Identifier: MIT
//
// What the reader does to rows, accounts and rules: the steps that only a form offers.
import { msg, str } from "@lit/localize";

import type { Rulebook } from "#margin";
import { chicagoNow } from "../form/clock.ts";
import { copyForm, field, type Form, type WalletRow, type WalletType } from "../form/model.ts";
import {
  addCollateral,
  addOrder,
  addPosition,
  addTransfer,
  duplicateRow,
  newWallet,
  rulebookFor,
  underRulebook,
} from "../form/new-rows.ts";
import { covers, rulebookOf } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import { accountName } from "../parts/accounts.ts";
import { rowRemoved, rowWord } from "../parts/rows.ts";
import type { RowKind } from "../parts/view.ts";
import { accountWords } from "../words/accounts.ts";
import type { Desk, Editor } from "./editor.ts";

export class RowSteps {
  readonly #editor: Editor;
  readonly #desk: Desk;
  readonly #rulebooks: () => readonly Rulebook[];

  constructor(editor: Editor, desk: Desk, rulebooks: () => readonly Rulebook[]) {
    this.#editor = editor;
    this.#desk = desk;
    this.#rulebooks = rulebooks;
  }

  showAccount(key: number): void {
    this.#editor.shown = key;
    this.#desk.changed();
    this.#desk.focus(`tab-${key}`);
  }

  /** Adds a row to the account that is shown and puts the focus into it. */
  add(kind: RowKind): void {
    if (!this.#editor.form) return;
    const rulebook = this.#rulebook(this.#editor.form);
    let first = "";
    this.#editor.change((form) => {
      const wallet = form.wallets[this.#editor.index];
      if (wallet) first = newRow(kind, form, wallet, rulebook, this.#desk.numbersOf());
    });
    this.#desk.focus(first);
  }

  duplicate(kind: RowKind, key: number): void {
    let made: number | undefined;
    this.#editor.change((form) => {
      const wallet = form.wallets[this.#editor.index];
      if (wallet) made = duplicateRow(wallet, kind, key);
    });
    // A second position on a contract is refused, so its copy asks for another one.
    const next = kind === "positions" ? "contract" : "duplicate";
    if (made !== undefined) this.#desk.focus(`${rowWord[kind]}-${made}-${next}`);
  }

  remove(kind: RowKind, key: number): void {
    const change = (form: Form) => {
      const rows: { key: number }[] = form.wallets[this.#editor.index]?.[kind] ?? [];
      const at = rows.findIndex((row) => row.key === key);
      if (at >= 0) rows.splice(at, 1);
    };
    this.#editor.change(change, { done: rowRemoved(kind), place: kind, focus: `${rowWord[kind]}-${key}-remove` });
    this.#desk.focus("undo");
  }

  addAccount(type: WalletType): void {
    if (!this.#editor.form) return;
    const rulebooks = this.#rulebooks();
    const numbers = this.#desk.numbersOf();
    const now = this.#rulebook(this.#editor.form);
    const rulebook = rulebookFor(type, now, rulebooks);
    if (!rulebook) return;
    const moment = chicagoNow();
    const form = copyForm(this.#editor.form);
    const same = rulebook === now;
    if (same) newWallet(form, type, rulebook, numbers, moment);
    const next = same ? form : underRulebook(form, rulebook, numbers, moment, type);
    const { name } = accountWords[type];
    const done = same
      ? msg(str`Account added: ${name}.`)
      : msg(
          str`${name} accounts follow other rules (${rulebook.title}), so the accounts you had were taken out.`,
        );
    this.#editor.become(next, { done, place: "accounts", focus: `tab-${this.#editor.account?.key}` });
    this.showAccount(next.wallets.at(-1)?.key ?? 0);
  }

  removeAccount(): void {
    const { form, account } = this.#editor;
    if (!form || !account || form.wallets.length < 2) return;
    const done = msg(str`Account removed: ${accountName(account, form.wallets)}.`);
    const change = (copy: Form) => (copy.wallets = copy.wallets.filter(({ key }) => key !== account.key));
    this.#editor.change(change, { done, place: "accounts", focus: "remove-account" });
    this.#desk.focus("undo");
  }

  /** Another rulebook may not know the accounts that there are. */
  useRulebook(id: string): void {
    const { form } = this.#editor;
    if (!form) return;
    const rulebooks = this.#rulebooks();
    const numbers = this.#desk.numbersOf();
    const rulebook = rulebookOf(rulebooks, id);
    const lost = form.wallets.filter(({ type }) => !covers(rulebook, type));
    const next = underRulebook(copyForm(form), rulebook, numbers, chicagoNow());
    const names = lost.map((wallet) => accountName(wallet, form.wallets)).join(", ");
    const done = msg(str`${rulebook.title} has no such accounts, so they were taken out: ${names}.`);
    const told = { done, place: "accounts", focus: field.rulebook } as const;
    this.#editor.become(next, lost.length > 0 ? told : {});
  }

  setNow(): void {
    this.#editor.change((form) => (form.asOf = chicagoNow()));
  }

  #rulebook(form: Form): Rulebook {
    return rulebookOf(this.#rulebooks(), form.rulebook);
  }
}

/** The id of the new row's first field. */
function newRow(kind: RowKind, form: Form, wallet: WalletRow, rulebook: Rulebook, numbers: Numbers): string {
  switch (kind) {
    case "collateral":
      return field.collateral(addCollateral(form, wallet, rulebook, numbers), "asset");
    case "positions":
      return field.position(addPosition(form, wallet, rulebook, numbers), "contract");
    case "orders":
      return field.order(addOrder(form, wallet, rulebook, numbers), "type");
    case "transfers":
      return `${field.transfer(addTransfer(wallet), "direction")}-withdrawal`;
  }
}
