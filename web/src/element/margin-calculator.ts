// SPDX-License-Identifier: MIT
import { html, LitElement, type PropertyDeclarations, type TemplateResult } from "lit";

import type { Rulebook } from "#margin";
import { readFragment, writeFragment } from "../form/fragment.ts";
import { copyForm, field, type Form } from "../form/model.ts";
import { addCollateral, addPosition } from "../form/new-rows.ts";
import { presetForm, presets } from "../form/presets.ts";
import { rulebookOf } from "../form/rulebooks.ts";
import { draftScenario } from "../form/scenario.ts";
import { numbersFor, type Numbers } from "../format/numbers.ts";
import { loadCalculator, type Calculator } from "../module/calculator.ts";
import { pageContent } from "../parts/page.ts";
import type { Actions, Undo, View } from "../parts/view.ts";
import { fieldStyles } from "../styles/fields.ts";
import { layout } from "../styles/layout.ts";
import { modes } from "../styles/modes.ts";
import { resultStyles } from "../styles/results.ts";
import { tokens } from "../styles/tokens.ts";
import { headline, plainWords } from "../words/headline.ts";
import { Address } from "./address.ts";
import { Announcer } from "./announcer.ts";
import { evaluateForm, type Evaluation } from "./evaluation.ts";
import { openScenario, saveScenario } from "./scenario-file.ts";

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
  };

  declare linked: boolean;
  declare private calculator: Calculator | undefined;
  declare private failed: boolean;
  declare private form: Form | undefined;
  declare private undo: FocusedUndo | undefined;
  declare private notices: readonly string[];
  declare private dropping: boolean;

  readonly #address = new Address(this, (fragment) => this.#restore(fragment));
  readonly #announcer = new Announcer(this);
  #typed: ReadonlySet<string> = new Set();
  #evaluation: Evaluation = { result: undefined, problems: new Map(), generalProblems: [] };
  /** The last valid result; outlives the form it came from. */
  #result: Evaluation["result"];

  constructor() {
    super();
    this.linked = false;
    this.failed = false;
    this.notices = [];
    this.dropping = false;
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
    if (this.calculator) form.rulebook = rulebookOf(this.calculator.rulebooks, form.rulebook).id;
    this.#typed = new Set();
    this.undo = undefined;
    this.notices = notices;
    this.form = form;
  }

  override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has("form") || !this.form || !this.calculator) return;
    this.#evaluation = evaluateForm(this.calculator, this.form, this.#numbers.locale);
    this.#result = this.#evaluation.result ?? this.#result;
    this.#announcer.say(this.#spoken());
  }

  #spoken(): string {
    const { result } = this.#evaluation;
    if (!result) return "Some fields cannot be read; the last valid result is shown.";
    return plainWords(headline(result.wallet, result.rulebook, this.#numbers).lead);
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

  #view(): View | undefined {
    const { calculator, form } = this;
    if (!calculator || !form) return undefined;
    const { problems, generalProblems, result } = this.#evaluation;
    return {
      form,
      rulebooks: calculator.rulebooks,
      rulebook: rulebookOf(calculator.rulebooks, form.rulebook),
      version: calculator.version,
      numbers: this.#numbers,
      problems,
      generalProblems,
      typed: this.#typed,
      result: this.#result,
      stale: this.#result !== undefined && result === undefined,
      undo: this.undo,
      notices: this.notices,
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
      this.#become(form, undo, new Set());
    },
    addCollateral: () =>
      this.#add((form, rulebook) => field.collateral(addCollateral(form, rulebook, this.#numbers), "asset")),
    removeCollateral: (key) => {
      this.#remove("collateral", key, (form) => {
        form.collateral = form.collateral.filter((row) => row.key !== key);
      });
    },
    addPosition: () =>
      this.#add((form, rulebook) => field.position(addPosition(form, rulebook, this.#numbers), "contract")),
    removePosition: (key) => {
      this.#remove("positions", key, (form) => {
        form.positions = form.positions.filter((row) => row.key !== key);
      });
    },
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

  /** Adds a row and puts the focus into it; `add` returns the id of its first field. */
  #add(add: (form: Form, rulebook: Rulebook) => string): void {
    if (!this.calculator || !this.form) return;
    const rulebook = rulebookOf(this.calculator.rulebooks, this.form.rulebook);
    let first = "";
    this.#change((form) => (first = add(form, rulebook)));
    void this.#focus(first);
  }

  #remove(place: "collateral" | "positions", key: number, change: (form: Form) => unknown): void {
    if (!this.form) return;
    const [done, focus] =
      place === "collateral"
        ? ["Collateral removed.", `collateral-${key}-remove`]
        : ["Position removed.", `position-${key}-remove`];
    this.#change(change, { form: this.form, done, place, focus });
    void this.#focus("undo");
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
    else saveScenario(scenario);
  }

  async #open(file: File): Promise<void> {
    if (!this.calculator) return;
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
