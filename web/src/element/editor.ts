// SPDX-License-Identifier: MIT
//
// What the reader does to the form, and how it is taken back.
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
import type { RowKind, Undo } from "../parts/view.ts";
import { accountWords } from "../words/accounts.ts";
import { History, type Change, type Standing } from "./history.ts";

/** What the editor needs of the element. */
export interface Desk {
  numbersOf(): Numbers;
  rulebooksOf(): readonly Rulebook[];
  /** The form, or what is told of it, has changed. */
  changed(): void;
  /** Puts the focus on a control once it is drawn. */
  focus(id: string): void;
  /** The form with its numbers as `to` writes them. */
  inLocale(form: Form, from: string, to: string): Form;
}

export class Editor {
  form: Form | undefined;
  typed: ReadonlySet<string> = new Set();
  example: string | undefined;
  shown: number | undefined;
  /** How the form's numbers are written. */
  locale = "en";
  #offer: Change | undefined;
  readonly #history = new History();
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
  }

  /** The place of the account that is shown; the first where it is not there any more. */
  get index(): number {
    return Math.max(0, this.form?.wallets.findIndex(({ key }) => key === this.shown) ?? 0);
  }

  get account(): WalletRow | undefined {
    return this.form?.wallets[this.index];
  }

  /** What was just done and can be taken back where it was done. */
  get offer(): Undo | undefined {
    const { done, place } = this.#offer ?? {};
    return done !== undefined && place !== undefined ? { done, place } : undefined;
  }

  get canUndo(): boolean {
    return this.#history.last !== undefined;
  }

  get canRedo(): boolean {
    return this.#history.next !== undefined;
  }

  /** Begins with a form that the reader did not make here: from the address or an example. The host draws it. */
  begin(form: Form, example?: string): void {
    if (this.form) this.#note({});
    const { locale } = this.#desk.numbersOf();
    Object.assign(this, { form, typed: new Set(), example, shown: undefined, locale } satisfies Standing);
  }

  edit(change: (form: Form) => unknown, id?: string): void {
    const typed = id === undefined ? this.typed : new Set(this.typed).add(id);
    this.#change(change, { field: id }, typed);
  }

  /** Changes the form by itself, as prices from outside do: no step of the reader's, and none to take back. The desk knows. */
  follow(change: (form: Form) => unknown): void {
    if (!this.form) return;
    const form = copyForm(this.form);
    change(form);
    this.form = form;
  }

  fill(form: Form, done: string, focus: string, example?: string): void {
    this.#note({ done, place: "form", focus });
    const locale = this.#desk.numbersOf().locale;
    this.#stand({ form, typed: new Set(), example, shown: undefined, locale });
  }

  showAccount(key: number): void {
    this.shown = key;
    this.#desk.changed();
    this.#desk.focus(`tab-${key}`);
  }

  /** Adds a row to the account that is shown and puts the focus into it. */
  add(kind: RowKind): void {
    if (!this.form) return;
    const rulebook = this.#rulebook(this.form);
    let first = "";
    this.#change((form) => {
      const wallet = form.wallets[this.index];
      if (wallet) first = newRow(kind, form, wallet, rulebook, this.#desk.numbersOf());
    });
    this.#desk.focus(first);
  }

  duplicate(kind: RowKind, key: number): void {
    let made: number | undefined;
    this.#change((form) => {
      const wallet = form.wallets[this.index];
      if (wallet) made = duplicateRow(wallet, kind, key);
    });
    // A second position on a contract is refused, so its copy asks for another one.
    const next = kind === "positions" ? "contract" : "duplicate";
    if (made !== undefined) this.#desk.focus(`${rowWord[kind]}-${made}-${next}`);
  }

  remove(kind: RowKind, key: number): void {
    const change = (form: Form) => {
      const rows: { key: number }[] = form.wallets[this.index]?.[kind] ?? [];
      const at = rows.findIndex((row) => row.key === key);
      if (at >= 0) rows.splice(at, 1);
    };
    this.#change(change, { done: rowRemoved(kind), place: kind, focus: `${rowWord[kind]}-${key}-remove` });
    this.#desk.focus("undo");
  }

  addAccount(type: WalletType): void {
    if (!this.form) return;
    const rulebooks = this.#desk.rulebooksOf();
    const numbers = this.#desk.numbersOf();
    const now = this.#rulebook(this.form);
    const rulebook = rulebookFor(type, now, rulebooks);
    if (!rulebook) return;
    const moment = chicagoNow();
    const form = copyForm(this.form);
    const same = rulebook.id === now.id;
    if (same) newWallet(form, type, rulebook, numbers, moment);
    const next = same ? form : underRulebook(form, rulebook, numbers, moment, type);
    const { name } = accountWords[type];
    const done = same
      ? msg(str`Account added: ${name}.`)
      : msg(
          str`${name} accounts follow other rules (${rulebook.title}), so the accounts you had were taken out.`,
        );
    this.#become(next, { done, place: "accounts", focus: `tab-${this.account?.key}` });
    this.showAccount(next.wallets.at(-1)?.key ?? 0);
  }

  removeAccount(): void {
    const { form, account } = this;
    if (!form || !account || form.wallets.length < 2) return;
    const done = msg(str`Account removed: ${accountName(account, form.wallets)}.`);
    const change = (copy: Form) => (copy.wallets = copy.wallets.filter(({ key }) => key !== account.key));
    this.#change(change, { done, place: "accounts", focus: "remove-account" });
    this.#desk.focus("undo");
  }

  /** Another rulebook may not know the accounts that there are. */
  useRulebook(id: string): void {
    const { form } = this;
    if (!form) return;
    const rulebooks = this.#desk.rulebooksOf();
    const numbers = this.#desk.numbersOf();
    const rulebook = rulebookOf(rulebooks, id);
    const lost = form.wallets.filter(({ type }) => !covers(rulebook, type));
    const next = underRulebook(copyForm(form), rulebook, numbers, chicagoNow());
    const names = lost.map((wallet) => accountName(wallet, form.wallets)).join(", ");
    const done = msg(str`${rulebook.title} has no such accounts, so they were taken out: ${names}.`);
    const told = { done, place: "accounts", focus: field.rulebook } as const;
    this.#become(next, lost.length > 0 ? told : {});
  }

  setNow(): void {
    this.#change((form) => (form.asOf = chicagoNow()));
  }

  undo(): void {
    const { focus } = this.#history.last ?? {};
    this.#return(this.form && this.#history.undo(this.#standing(this.form)), focus);
  }

  redo(): void {
    this.#return(this.form && this.#history.redo(this.#standing(this.form)));
  }

  /** Writes the form's numbers as the present locale does. */
  translate(): void {
    if (!this.form) return;
    const { index } = this;
    this.form = this.#desk.inLocale(this.form, this.locale, this.#desk.numbersOf().locale);
    this.locale = this.#desk.numbersOf().locale;
    this.shown = this.form.wallets[index]?.key;
    this.typed = new Set();
    this.#offer = undefined;
    this.#desk.changed();
  }

  #rulebook(form: Form): Rulebook {
    return rulebookOf(this.#desk.rulebooksOf(), form.rulebook);
  }

  /** Changes a copy of the form, so that an undo still has the former one. What `change` returns means nothing. */
  #change(change: (form: Form) => unknown, told: Change = {}, typed = this.typed): void {
    if (!this.form) return;
    const form = copyForm(this.form);
    change(form);
    this.#become(form, told, typed);
  }

  #become(form: Form, told: Change, typed = this.typed): void {
    this.#note(told);
    this.#stand({ form, typed, example: undefined, shown: this.shown, locale: this.locale });
  }

  #note(change: Change): void {
    if (this.form) this.#history.note(this.#standing(this.form), change, Date.now());
    this.#offer = change;
  }

  #return(standing: Standing | undefined, focus?: string): void {
    if (!standing) return;
    this.#offer = undefined;
    const { locale } = this.#desk.numbersOf();
    this.#stand({ ...standing, form: this.#desk.inLocale(standing.form, standing.locale, locale), locale });
    if (focus !== undefined) this.#desk.focus(focus);
  }

  #standing(form: Form): Standing {
    const { typed, example, shown, locale } = this;
    return { form, typed, example, shown, locale };
  }

  #stand(standing: Standing): void {
    Object.assign(this, standing);
    this.#desk.changed();
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
