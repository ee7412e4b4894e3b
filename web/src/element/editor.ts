// SPDX-License-Identifier: MIT
//
// What the reader does to the form, and how it is taken back.
import { copyForm, type Form, type WalletRow } from "../form/model.ts";
import type { Numbers } from "../format/numbers.ts";
import type { Undo } from "../parts/view.ts";
import { History, type Change, type Standing } from "./history.ts";

/** What the editor needs of the element. */
export interface Desk {
  numbersOf(): Numbers;
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
    this.change(change, { field: id }, typed);
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

  /** Changes a copy of the form, so that an undo still has the former one. What `change` returns means nothing. */
  change(change: (form: Form) => unknown, told: Change = {}, typed = this.typed): void {
    if (!this.form) return;
    const form = copyForm(this.form);
    change(form);
    this.become(form, told, typed);
  }

  /** Takes another form for the one there is. */
  become(form: Form, told: Change, typed = this.typed): void {
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
