// SPDX-License-Identifier: MIT
import { msg, str, updateWhenLocaleChanges } from "@lit/localize";
import { html, LitElement, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from "lit";

import type { Form } from "../form/model.ts";
import { nameOf, rulebookOf } from "../form/rulebooks.ts";
import { numbersFor, type Numbers } from "../format/numbers.ts";
import { numberLocale } from "../language/language.ts";
import { loadCalculator, type Calculator } from "../module/calculator.ts";
import { headlineOf } from "../parts/headline.ts";
import type { Keeping } from "../keep/keeping.ts";
import type { Actions, Later, View } from "../parts/view.ts";
import { headlineStyles } from "../styles/headline.ts";
import { stripStyles } from "../styles/strips.ts";
import { tokens } from "../styles/tokens.ts";
import { plainWords } from "../words/sentences.ts";
import type { Announcer } from "./announcer.ts";
import { Editor, type Desk } from "./editor.ts";
import { evaluateForm, type Evaluation } from "./evaluation.ts";
import { Further } from "./further.ts";
import type { InView } from "./in-view.ts";
import type { Kraken } from "./kraken.ts";
import type { Late } from "./late.ts";
import { Live } from "./live.ts";
import type { RowSteps } from "./row-steps.ts";

/** Forms as links, which the first screen does not need. */
type Links = typeof import("../form/links.ts");

/** What a calculator begins with. */
export interface Beginning {
  form: Form;
  /** Id of the example that it is. */
  example?: string | undefined;
  fromDraft?: boolean;
  /** What of it was not understood. */
  notices?: readonly string[];
}

/**
 * What the calculator of the page and the one of an article have in common: a form, its result, and the parts that
 * show them as they come. Its children are a worked example in plain HTML: shown until the module is there, and again
 * where it cannot be had.
 */
export abstract class MarginCalculator extends LitElement {
  static override styles: CSSResultGroup = [tokens, headlineStyles, stripStyles];
  static override properties: PropertyDeclarations = {
    calculator: { state: true },
    failed: { state: true },
    notices: { state: true },
    dropping: { state: true },
    opened: { state: true },
    asked: { state: true },
    later: { state: true },
    answered: { state: true },
  };

  /** Whether it is the page's own: a guest on somebody else's page keeps nothing there. */
  abstract readonly linked: boolean;
  /** Its rulebooks are the element's own list. */
  declare protected calculator: Calculator | undefined;
  declare private failed: boolean;
  declare protected notices: readonly string[];
  declare protected dropping: boolean;
  declare private opened: ReadonlySet<string>;
  declare private asked: ReadonlyMap<string, string>;
  declare protected later: Later | undefined;
  declare private answered: boolean;

  #turns = 0;
  #announcer: Announcer | undefined;
  readonly #desk: Desk = {
    numbersOf: () => this.numbers,
    inLocale: (form, from, to) => this.links?.inLocale(form, from, to) ?? form,
    changed: () => this.changed("reader"),
    focus: (id) => void this.#focus(id),
  };
  protected readonly editor = new Editor(this.#desk);
  #steps: RowSteps | undefined;
  /** Whether the sentence at the top is in the window. */
  #answer: InView | undefined;
  protected links: Links | undefined;
  /** The form that it began with. */
  protected begun: Form | undefined;
  protected fromDraft = false;
  /** The form that was evaluated last. */
  #evaluated: Form | undefined;
  #evaluation: Evaluation = { result: undefined, problems: new Map(), generalProblems: [] };
  /** The last valid result; outlives the form it came from. */
  protected result: Evaluation["result"];
  protected readonly further = new Further(this);
  readonly #live = new Live(this, { now: () => this.#view(), quietly: (change) => this.#follow(change) });
  /** The form that live prices made, where the reader changed nothing with it. */
  #followed: Form | undefined;
  /** The form that was last spoken of. */
  #announced: Form | undefined;
  /** The account that was last spoken of, and its status. */
  #told = "";
  #kraken: Kraken | undefined;
  #late: Late | undefined;
  #keeping: Keeping | undefined;

  constructor() {
    super();
    this.failed = false;
    this.notices = [];
    this.dropping = false;
    this.opened = new Set();
    this.asked = new Map();
    this.answered = false;
    this.addEventListener("dragover", this.#dragOver);
    this.addEventListener("dragleave", () => (this.dropping = false));
    this.addEventListener("drop", this.#drop);
    updateWhenLocaleChanges(this);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    this.failed = false;
    try {
      const parts = this.loadParts();
      const told = this.calculator ? [] : await this.#loadRules();
      await nextTask();
      await parts;
      if (!this.editor.form) await this.restart();
      if (told.length > 0) this.notices = [...this.notices, ...told];
    } catch {
      this.failed = true;
      return;
    }
    await this.updateComplete;
    await nextTask();
    this.answered = true;
    await this.updateComplete;
    await this.loadRest();
  }

  /** Loads the calculator, and what rules its host adds. What is to be said of those, in words. */
  async #loadRules(): Promise<string[]> {
    const calculator = { ...(await loadCalculator()) };
    const address = this.getAttribute("rulebook");
    const told = address ? await (await documents()).addHostRulebook(address, calculator) : [];
    this.calculator = calculator;
    return told;
  }

  /** Begins, or begins again, with what it is told to begin with. */
  protected async restart(): Promise<void> {
    const { calculator } = this;
    // It begins once that is there.
    if (!calculator) return;
    const turn = ++this.#turns;
    const beginning = await this.beginning(calculator);
    // What was asked for last holds, whichever is ready last.
    if (!beginning || turn !== this.#turns) return;
    const { form, example, fromDraft = false, notices = [] } = beginning;
    this.asked = new Map();
    this.notices = notices;
    form.rulebook = nameOf(rulebookOf(calculator.rulebooks, form.rulebook));
    this.begun = form;
    this.fromDraft = fromDraft;
    this.editor.begin(form, example);
    this.requestUpdate();
  }

  /** Loads what must be there before anything is shown. */
  protected abstract loadParts(): Promise<unknown>;
  /** Loads what may come after the first picture. */
  protected abstract loadRest(): Promise<unknown>;
  /** Undefined where what it was told to begin with is not to be had, and all stays as it is. */
  protected abstract beginning(calculator: Calculator): Promise<Beginning | undefined>;
  protected abstract content(view: View): TemplateResult;

  /** Takes the steps that a form offers. */
  protected useSteps({ RowSteps }: typeof import("./row-steps.ts")): void {
    this.#steps = new RowSteps(this.editor, this.#desk, () => this.calculator?.rulebooks ?? []);
  }

  /** The first screen works without them. */
  protected async loadLater(): Promise<void> {
    try {
      await this.loadLinks();
      const later = await import("../parts/later.ts");
      // Taken out in the meantime, it would be held on to by what watches for it.
      if (!this.isConnected) return;
      if (!this.later) {
        new later.UndoKeys(this, this.editor);
        this.#announcer = new later.Announcer(this);
        this.#answer = new later.InView(this, ".headline");
        this.#late = new later.Late(this, this.editor.form !== undefined);
      }
      this.later = later;
      this.later.dress(this.renderRoot);
      this.#kraken ??= this.later.krakenFor(this);
    } catch {
      this.notices = [
        msg("Parts of this page did not arrive: orders, costs and explanations. Load the page again for them."),
      ];
    }
  }

  protected async loadLinks(): Promise<Links> {
    return (this.links ??= await import("../form/links.ts"));
  }

  protected get numbers(): Numbers {
    return numbersFor(numberLocale(navigator.languages));
  }

  /** The form, or what is told of it, has changed: by a step of the reader's, or by itself as the market moves. */
  protected changed(_by: "reader" | "market"): void {
    this.requestUpdate();
  }

  /** Lets live prices change the form. */
  #follow(change: (form: Form) => void): void {
    const alone = !this.isUpdatePending;
    this.#late?.hurry();
    this.editor.follow(change);
    if (alone) this.#followed = this.editor.form;
    this.changed("market");
  }

  override willUpdate(): void {
    // Either may come first.
    if (this.calculator) this.#keeping ??= this.later?.keepingFor(this, this.calculator);
    if (this.editor.locale !== this.numbers.locale && this.links) this.#translate();
    const { form } = this.editor;
    if (!form || !this.calculator) return;
    if (form !== this.#evaluated) this.#evaluate(this.calculator, form);
    this.#announce(form);
  }

  /** Prices that follow the market are not spoken of one by one, but what they bring about is. */
  #announce(form: Form): void {
    if (!this.#announcer) return;
    const { index, account } = this.editor;
    const told = `${account?.key} ${this.#evaluation.result?.report.wallets[index]?.status}`;
    // Drawing the same again says nothing new, and would put off what is about to be said.
    const isNew = told !== this.#told || (form !== this.#announced && form !== this.#followed);
    if (isNew) this.#announcer.say(() => this.#spoken());
    this.#announced = form;
    this.#told = told;
  }

  /** The same form in another language is no change of it. */
  #translate(): void {
    const unchanged = this.begun === this.editor.form;
    this.editor.translate();
    if (unchanged) this.begun = this.editor.form;
  }

  #evaluate(calculator: Calculator, form: Form): void {
    this.#evaluated = form;
    this.#evaluation = evaluateForm(calculator, form, this.editor.locale);
    const { result } = this.#evaluation;
    if (result) {
      this.result = result;
      this.further.scenario = result.scenario;
    }
  }

  #spoken(): string {
    const { result } = this.#evaluation;
    const wallet = result?.report.wallets[this.editor.index];
    if (!result || !wallet) return msg("Some fields cannot be read; the last valid result is shown.");
    return plainWords(headlineOf(this.later, wallet, result.rulebook, this.numbers).lead);
  }

  override render(): TemplateResult {
    const view = this.#view();
    return html`
      ${view ? this.content(view) : this.failed ? this.#failure() : this.#waiting()}
      <p class="unseen" role="status">${this.#announcer?.text}</p>
    `;
  }

  #waiting(): TemplateResult {
    return html`<p class="hint">${msg("Loading the calculator …")}</p>
      <slot></slot>`;
  }

  #failure(): TemplateResult {
    return html`<div class="failure" role="alert">
        <h2>${msg("The calculator could not be loaded")}</h2>
        <p>
          ${msg(
            "The part that computes did not arrive, or this browser does not allow it to run. The reason may be an old browser, a content filter or the connection.",
          )}
        </p>
        <div class="buttons">
          <button type="button" @click=${() => void this.#load()}>${msg("Try again")}</button>
        </div>
      </div>
      <slot></slot>`;
  }

  #view(): View | undefined {
    const { calculator } = this;
    const { form, account, index, typed, offer, canUndo, canRedo, example } = this.editor;
    if (!calculator || !form || !account) return undefined;
    const { problems, generalProblems, result } = this.#evaluation;
    const wallet = this.result?.report.wallets[index];
    return {
      form,
      account,
      rulebooks: calculator.rulebooks,
      rulebook: rulebookOf(calculator.rulebooks, form.rulebook),
      version: calculator.version,
      numbers: this.numbers,
      problems,
      generalProblems,
      typed,
      result: this.result,
      // An account that is newer than the last valid result has none of its own.
      wallet: wallet?.type === account.type ? wallet : undefined,
      index,
      further: this.further,
      live: this.#live,
      kraken: this.#kraken,
      asked: this.asked,
      stale: this.result !== undefined && result === undefined,
      answerInView: this.#answer?.seen ?? true,
      fromDraft: form === this.begun && this.fromDraft,
      undo: offer,
      canUndo,
      canRedo,
      example,
      notices: this.notices,
      opened: this.opened,
      later: this.later,
      keeping: this.#keeping,
      begun: this.answered,
      part: this.#late?.part ?? ((draw) => draw()),
      act: this.#actions,
    };
  }

  readonly #actions: Actions = {
    edit: (change, id) => {
      if (id !== undefined) this.#late?.hurry();
      this.editor.edit(change, id);
      if (id !== undefined && this.editor.form) this.#live.typed(id, this.editor.form);
    },
    fill: (form, done, focus) => {
      this.asked = new Map();
      this.editor.fill(form, done, focus);
    },
    fillExample: (preset) => void this.#fillExample(preset.id),
    add: (kind) => this.#steps?.add(kind),
    duplicate: (kind, key) => this.#steps?.duplicate(kind, key),
    remove: (kind, key) => this.#steps?.remove(kind, key),
    showAccount: (key) => this.#steps?.showAccount(key),
    addAccount: (type) => this.#steps?.addAccount(type),
    removeAccount: () => this.#steps?.removeAccount(),
    useRulebook: (id) => this.#steps?.useRulebook(id),
    setNow: () => this.#steps?.setNow(),
    open: (id, open) => {
      if (this.opened.has(id) === open) return;
      const opened = new Set(this.opened);
      if (open) opened.add(id);
      else opened.delete(id);
      this.opened = opened;
    },
    ask: (asked) => {
      this.#late?.hurry();
      this.asked = new Map([...this.asked, ...Object.entries(asked)]);
    },
    loadFurther: () => this.further.load(),
    undo: () => this.editor.undo(),
    redo: () => this.editor.redo(),
    dismissNotices: () => {
      this.notices = [];
    },
    saveFile: () => void this.#save(),
    openFile: (file) => void this.#open([file]),
  };

  async #fillExample(id: string): Promise<void> {
    const { presets, readLink } = await this.loadLinks();
    const preset = presets().find((preset) => preset.id === id);
    if (!preset || !this.calculator) return;
    await this.loadLater();
    const { form } = readLink(preset.link, this.numbers, this.calculator.rulebooks);
    this.asked = new Map();
    this.editor.fill(form, msg(str`Example loaded: ${preset.title}.`), `preset-${id}`, id);
  }

  async #focus(id: string): Promise<void> {
    await this.updateComplete;
    this.shadowRoot?.getElementById(id)?.focus();
  }

  async #save(): Promise<void> {
    const { form, locale } = this.editor;
    if (!form || !this.calculator) return;
    const { saveForm } = await documents();
    const trouble = await saveForm(form, this.calculator, locale);
    if (trouble.length > 0) this.notices = trouble;
  }

  async #open(files: readonly File[]): Promise<void> {
    const [file] = files;
    if (!this.calculator || !file) return;
    if (await this.#kraken?.take(files)) {
      this.#actions.open("kraken", true);
      return this.#focus("kraken-found");
    }
    const { openDocument } = await documents();
    this.notices = await openDocument(file, this.calculator, this.numbers, this.#actions);
  }

  readonly #dragOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    this.dropping = true;
  };

  readonly #drop = (event: DragEvent) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    this.dropping = false;
    if (files.length === 0) return;
    event.preventDefault();
    void this.#open(files);
  };
}

/** What reads and writes scenarios and rulebooks as text. */
export function documents(): Promise<typeof import("./scenario-file.ts")> {
  return import("./scenario-file.ts");
}

/** Lets the browser draw and hear what is due before more is done. */
function nextTask(): Promise<unknown> {
  return new Promise((done) => setTimeout(done));
}
