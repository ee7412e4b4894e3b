// SPDX-License-Identifier: MIT
import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";

import type { Rulebook, Scenario } from "#margin";
import { chicagoNow } from "../form/clock.ts";
import { figureOf } from "../form/figures.ts";
import { copyForm, field, type Form, type WalletRow, type WalletType } from "../form/model.ts";
import { presetForm, presets } from "../form/presets.ts";
import { readFragment } from "../form/read-fragment.ts";
import {
  addCollateral,
  addOrder,
  addPosition,
  addTransfer,
  newWallet,
  rulebookFor,
  underRulebook,
} from "../form/new-rows.ts";
import { covers, rulebookOf } from "../form/rulebooks.ts";
import { draftScenario } from "../form/scenario.ts";
import { writeFragment } from "../form/write-fragment.ts";
import { numbersFor, type Numbers } from "../format/numbers.ts";
import { loadCalculator, type Calculator } from "../module/calculator.ts";
import { pageContent } from "../parts/page.ts";
import { accountName } from "../parts/accounts.ts";
import { rowWord } from "../parts/rows.ts";
import type { Keeping } from "../keep/keeping.ts";
import type { Actions, Later, RowKind, Undo, View } from "../parts/view.ts";
import { fieldStyles } from "../styles/fields.ts";
import { layout } from "../styles/layout.ts";
import { modes } from "../styles/modes.ts";
import { resultStyles } from "../styles/results.ts";
import { tokens } from "../styles/tokens.ts";
import { accountWords } from "../words/accounts.ts";
import { headline } from "../words/headline.ts";
import { plainWords } from "../words/sentences.ts";
import { Address } from "./address.ts";
import { Announcer } from "./announcer.ts";
import { evaluateForm, type Evaluation } from "./evaluation.ts";
import { Further } from "./further.ts";

/** An undo, and the control that has the focus once it is done. */
type FocusedUndo = Undo & { focus: string };

/**
 * The calculator. Its children are a worked example in plain HTML: shown until the module is there, and again
 * where it cannot be had.
 *
 * @attr linked - keeps the form in the page's address.
 */
export class MarginCalculator extends LitElement {
  static override styles = [tokens, layout, fieldStyles, resultStyles, modes];
  static override properties: PropertyDeclarations = {
    linked: { type: Boolean },
    calculator: { state: true },
    failed: { state: true },
    form: { state: true },
    undo: { state: true },
    notices: { state: true },
    dropping: { state: true },
    shown: { state: true },
    opened: { state: true },
    asked: { state: true },
    later: { state: true },
  };

  declare linked: boolean;
  declare private calculator: Calculator | undefined;
  declare private failed: boolean;
  declare private form: Form | undefined;
  declare private undo: FocusedUndo | undefined;
  declare private notices: readonly string[];
  declare private dropping: boolean;
  /** Key of the account that is shown. */
  declare private shown: number | undefined;
  declare private opened: ReadonlySet<string>;
  declare private asked: ReadonlyMap<string, string>;
  declare private later: Later | undefined;

  readonly #address = new Address(this, (fragment) => this.#restore(fragment));
  readonly #announcer = new Announcer(this);
  #typed: ReadonlySet<string> = new Set();
  #evaluation: Evaluation = { result: undefined, problems: new Map(), generalProblems: [] };
  /** The last valid result; outlives the form it came from. */
  #result: Evaluation["result"];
  readonly #further = new Further(this);
  #keeping: Keeping | undefined;

  constructor() {
    super();
    this.linked = false;
    this.failed = false;
    this.notices = [];
    this.dropping = false;
    this.opened = new Set();
    this.asked = new Map();
    this.addEventListener("dragover", this.#dragOver);
    this.addEventListener("dragleave", () => (this.dropping = false));
    this.addEventListener("drop", this.#drop);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#address.enabled = this.linked;
    void this.#load();
  }

  async #load(): Promise<void> {
    this.failed = false;
    try {
      this.calculator = await loadCalculator();
      if (!this.form) this.#restore(this.#address.fragment);
    } catch {
      this.failed = true;
      return;
    }
    await this.updateComplete;
    await this.#loadLater();
  }

  /** The first screen works without them. */
  async #loadLater(): Promise<void> {
    try {
      this.later ??= await import("../parts/later.ts");
      if (this.calculator) this.#keeping ??= this.later.keepingFor(this, this.calculator);
    } catch {
      this.notices = ["Parts of this page did not arrive: orders, costs and explanations. Load the page again for them."];
    }
  }

  get #numbers(): Numbers {
    return numbersFor(this.closest("[lang]")?.getAttribute("lang") || "en");
  }

  /** Fills the form from a fragment, or with the first example where there is none. */
  #restore(fragment: string): void {
    const [first] = presets;
    const numbers = this.#numbers;
    const { form, notices } =
      fragment === "" && first ? { form: presetForm(first, numbers), notices: [] } : readFragment(fragment, numbers);
    const known = this.calculator?.rulebooks.some(({ id }) => id === form.rulebook);
    if (known === false) {
      notices.push(`The link names a rulebook that is not built in (“${form.rulebook}”); the default one is used.`);
    }
    if (this.calculator) {
      const rulebook = rulebookOf(this.calculator.rulebooks, form.rulebook);
      form.rulebook = rulebook.id;
      for (const key of Object.keys(form.figures)) {
        if (figureOf(rulebook, key)) continue;
        delete form.figures[key];
        notices.push(`The link changes a figure that this rulebook does not have: “${key}”.`);
      }
    }
    this.#typed = new Set();
    this.asked = new Map();
    this.undo = undefined;
    this.notices = notices;
    this.form = form;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!(changed.has("form") || changed.has("shown")) || !this.form || !this.calculator) return;
    if (changed.has("form")) this.#evaluate(this.calculator, this.form);
    this.#announcer.say(this.#spoken());
  }

  #evaluate(calculator: Calculator, form: Form): void {
    this.#evaluation = evaluateForm(calculator, form, this.#numbers.locale);
    const { result } = this.#evaluation;
    if (result) {
      this.#result = result;
      this.#further.scenario = result.scenario;
    }
  }

  #spoken(): string {
    const { result } = this.#evaluation;
    const wallet = result?.report.wallets[this.#index];
    if (!result || !wallet) return "Some fields cannot be read; the last valid result is shown.";
    return plainWords(headline(wallet, result.rulebook, this.#numbers).lead);
  }

  override render(): TemplateResult {
    const view = this.#view();
    return html`
      ${view ? pageContent(view, this.dropping) : this.failed ? this.#failure() : this.#waiting()}
      <p class="unseen" role="status">${this.#announcer.text}</p>
    `;
  }

  #waiting(): TemplateResult {
    return html`<p class="hint">Loading the calculator …</p>
      <slot></slot>`;
  }

  #failure(): TemplateResult {
    return html`<div class="failure" role="alert">
        <h2>The calculator could not be loaded</h2>
        <p>
          The part that computes did not arrive, or this browser does not allow it to run. An old browser, a strict
          content filter or a broken connection can be the reason. Below is an example, worked out beforehand.
        </p>
        <div class="buttons"><button type="button" @click=${() => void this.#load()}>Try again</button></div>
      </div>
      <slot></slot>`;
  }

  /** The place of the account that is shown; the first where it is not there any more. */
  get #index(): number {
    const index = this.form?.wallets.findIndex(({ key }) => key === this.shown) ?? 0;
    return Math.max(0, index);
  }

  #view(): View | undefined {
    const { calculator, form } = this;
    if (!calculator || !form) return undefined;
    const index = this.#index;
    const account = form.wallets[index];
    if (!account) return undefined;
    const { problems, generalProblems, result } = this.#evaluation;
    const wallet = this.#result?.report.wallets[index];
    return {
      form,
      account,
      rulebooks: calculator.rulebooks,
      rulebook: rulebookOf(calculator.rulebooks, form.rulebook),
      version: calculator.version,
      numbers: this.#numbers,
      problems,
      generalProblems,
      typed: this.#typed,
      result: this.#result,
      // An account that is newer than the last valid result has none of its own.
      wallet: wallet?.type === account.type ? wallet : undefined,
      index,
      further: this.#further,
      asked: this.asked,
      stale: this.#result !== undefined && result === undefined,
      undo: this.undo,
      notices: this.notices,
      opened: this.opened,
      later: this.later,
      keeping: this.#keeping,
      act: this.#actions,
    };
  }

  readonly #actions: Actions = {
    edit: (change, id) => {
      this.#change(change, undefined, id === undefined ? this.#typed : new Set(this.#typed).add(id));
    },
    fill: (form, done, focus) => {
      if (!this.form) return;
      const undo = { form: this.form, done, place: "form", focus } as const;
      this.asked = new Map();
      this.#become(form, undo, new Set());
    },
    add: (kind) => this.#add(kind),
    remove: (kind, key) => this.#remove(kind, key),
    showAccount: (key) => {
      this.shown = key;
      void this.#focus(`tab-${key}`);
    },
    addAccount: (type) => this.#addAccount(type),
    removeAccount: () => this.#removeAccount(),
    useRulebook: (id) => this.#useRulebook(id),
    setNow: () => this.#change((form) => (form.asOf = chicagoNow())),
    open: (id, open) => {
      if (this.opened.has(id) === open) return;
      const opened = new Set(this.opened);
      if (open) opened.add(id);
      else opened.delete(id);
      this.opened = opened;
    },
    ask: (asked) => (this.asked = new Map([...this.asked, ...Object.entries(asked)])),
    loadFurther: () => this.#further.load(),
    takeBack: () => {
      const { undo } = this;
      if (!undo) return;
      this.#become(undo.form, undefined, new Set());
      void this.#focus(undo.focus);
    },
    dismissNotices: () => {
      this.notices = [];
    },
    saveFile: () => this.#save(),
    openFile: (file) => void this.#open(file),
  };

  /** Changes a copy of the form, so that an undo still has the former one. What `change` returns means nothing. */
  #change(change: (form: Form) => unknown, undo?: FocusedUndo, typed = this.#typed): void {
    if (!this.form) return;
    const form = copyForm(this.form);
    change(form);
    this.#become(form, undo, typed);
  }

  #become(form: Form, undo: FocusedUndo | undefined, typed: ReadonlySet<string>): void {
    this.form = form;
    this.undo = undo;
    this.#typed = typed;
    const fragment = writeFragment(form, this.#numbers.locale);
    if (fragment !== null) this.#address.write(fragment);
    else this.notices = ["This account is too large for a link. Keep it as a file instead."];
  }

  /** Adds a row to the account that is shown and puts the focus into it. */
  #add(kind: RowKind): void {
    if (!this.calculator || !this.form) return;
    const rulebook = rulebookOf(this.calculator.rulebooks, this.form.rulebook);
    const index = this.#index;
    let first = "";
    this.#change((form) => {
      const wallet = form.wallets[index];
      if (wallet) first = this.#newRow(kind, form, wallet, rulebook);
    });
    void this.#focus(first);
  }

  /** The id of the new row's first field. */
  #newRow(kind: RowKind, form: Form, wallet: WalletRow, rulebook: Rulebook): string {
    const numbers = this.#numbers;
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

  #remove(kind: RowKind, key: number): void {
    if (!this.form) return;
    const word = rowWord[kind];
    const done = `${word.charAt(0).toUpperCase()}${word.slice(1)} removed.`;
    const index = this.#index;
    const change = (form: Form) => {
      const wallet = form.wallets[index];
      const rows: { key: number }[] = wallet?.[kind] ?? [];
      const at = rows.findIndex((row) => row.key === key);
      if (at >= 0) rows.splice(at, 1);
    };
    this.#change(change, { form: this.form, done, place: kind, focus: `${word}-${key}-remove` });
    void this.#focus("undo");
  }

  #addAccount(type: WalletType): void {
    if (!this.calculator || !this.form) return;
    const now = rulebookOf(this.calculator.rulebooks, this.form.rulebook);
    const rulebook = rulebookFor(type, now, this.calculator.rulebooks);
    if (!rulebook) return;
    const moment = chicagoNow();
    const form = copyForm(this.form);
    if (rulebook.id === now.id) newWallet(form, type, rulebook, this.#numbers, moment);
    const next = rulebook.id === now.id ? form : underRulebook(form, rulebook, this.#numbers, moment, type);
    const key = next.wallets.at(-1)?.key;
    const name = accountWords[type].name;
    const done =
      rulebook.id === now.id
        ? `Account added: ${name}.`
        : `${name} accounts follow other rules (${rulebook.title}), so the accounts you had were taken out.`;
    this.#become(next, { form: this.form, done, place: "accounts", focus: "tab-" + this.#account?.key }, new Set());
    this.shown = key;
    void this.#focus(`tab-${key}`);
  }

  get #account(): WalletRow | undefined {
    return this.form?.wallets[this.#index];
  }

  #removeAccount(): void {
    const { form } = this;
    const account = this.#account;
    if (!form || !account || form.wallets.length < 2) return;
    const done = `Account removed: ${accountName(account, form.wallets)}.`;
    const undo = { form, done, place: "accounts", focus: "remove-account" } as const;
    this.#change((copy) => (copy.wallets = copy.wallets.filter(({ key }) => key !== account.key)), undo);
    void this.#focus("undo");
  }

  /** Another rulebook may not know the accounts that there are. */
  #useRulebook(id: string): void {
    if (!this.calculator || !this.form) return;
    const rulebook = rulebookOf(this.calculator.rulebooks, id);
    const lost = this.form.wallets.filter(({ type }) => !covers(rulebook, type));
    const next = underRulebook(copyForm(this.form), rulebook, this.#numbers, chicagoNow());
    const names = lost.map((wallet) => accountName(wallet, this.form?.wallets ?? [])).join(", ");
    const done = `${rulebook.title} has no such accounts, so they were taken out: ${names}.`;
    const undo = { form: this.form, done, place: "accounts", focus: field.rulebook } as const;
    this.#become(next, lost.length > 0 ? undo : undefined, this.#typed);
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.getElementById(id)?.focus();
  }

  #save(): void {
    if (!this.form || !this.calculator) return;
    const rulebook = rulebookOf(this.calculator.rulebooks, this.form.rulebook);
    const { scenario, problems } = draftScenario(this.form, rulebook, this.#numbers.locale);
    if (problems.size > 0) this.notices = ["The file cannot be written yet: mend the marked fields first."];
    else void this.#download(scenario);
  }

  async #download(scenario: Scenario): Promise<void> {
    const { saveScenario } = await import("./scenario-file.ts");
    const trouble = await saveScenario(scenario);
    if (trouble.length > 0) this.notices = trouble;
  }

  async #open(file: File): Promise<void> {
    if (!this.calculator) return;
    const { openScenario } = await import("./scenario-file.ts");
    const opened = await openScenario(file, this.calculator, this.#numbers);
    if (Array.isArray(opened)) {
      this.notices = opened;
    } else {
      this.notices = [];
      this.#actions.fill(opened, `Opened ${file.name}.`, "open-file");
    }
  }

  readonly #dragOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dropping = true;
  };

  readonly #drop = (event: DragEvent) => {
    const file = event.dataTransfer?.files[0];
    this.dropping = false;
    if (!file) return;
    event.preventDefault();
    void this.#open(file);
  };
}
