// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from "lit";

import type { Report, Scenario } from "#margin";
import type { EmbeddedView } from "../embed/presentation.ts";
import { firstExample, firstForm } from "../form/presets.ts";
import { language, languageFor, setLanguage } from "../language/language.ts";
import type { Calculator } from "../module/calculator.ts";
import { embeddedContent } from "../parts/embedded.ts";
import type { View } from "../parts/view.ts";
import { adopt } from "../styles/adopt.ts";
import { embeddedStyles } from "../styles/embedded.ts";
import type { Fixed } from "./fixed.ts";
import { documents, MarginCalculator, type Beginning } from "./margin-calculator.ts";

/** What the events tell. */
export interface Answer {
  scenario: Scenario;
  report: Report;
}

/** Milliseconds that the others wait for the first one, and for an idle moment. */
const kPatience = 3000;

type Page = typeof import("../parts/page.ts");

/** Until the first of the page has its answer. */
let begun: Promise<unknown> | undefined;

/** The others wait for it and for a moment in which the browser has nothing else to do. */
async function inTurn(element: HTMLElement): Promise<void> {
  if (!begun) {
    begun = new Promise((done) => {
      element.addEventListener("ready", done, { once: true });
      // Nobody waits for one that does not come.
      setTimeout(done, kPatience);
    });
    return;
  }
  await begun;
  await new Promise<unknown>((done) =>
    "requestIdleCallback" in globalThis ? requestIdleCallback(done, { timeout: kPatience }) : setTimeout(done),
  );
}

/**
 * The calculator in an article: a guest, which keeps nothing, writes no address and connects to nobody. Its public
 * side is described in web/margin-calculator.d.ts.
 */
export class EmbeddedCalculator extends MarginCalculator {
  static override styles: CSSResultGroup = [MarginCalculator.styles, embeddedStyles];
  static override properties: PropertyDeclarations = {
    scenario: { noAccessor: true },
    view: {},
    lock: {},
    hide: {},
    page: {},
    refused: { state: true },
  };

  readonly linked = false;
  declare view: EmbeddedView;
  /** Names of what the reader cannot change, with blanks between. */
  declare lock: string;
  /** Names of what is not shown. */
  declare hide: string;
  /** Address of the whole page, to which a link leads with what is shown. */
  declare page: string;
  /** Why the scenario that it was given cannot be shown, in words. */
  declare private refused: readonly string[];

  #fixed: Fixed | undefined;
  #given: string | Scenario = "";
  #told: EmbeddedCalculator["result"];
  #page: Page | undefined;

  constructor() {
    super();
    this.view = "full";
    this.lock = "";
    this.hide = "";
    this.page = "";
    this.refused = [];
  }

  /** The last one that could be evaluated; undefined until there is one. */
  get scenario(): Scenario | undefined {
    return this.result?.scenario;
  }

  /** A document, as a value or as text, or what stands behind the # of the page's address. */
  set scenario(given: string | Scenario | null | undefined) {
    this.#given = given ?? "";
    if (this.calculator) void this.restart();
  }

  get report(): Report | undefined {
    return this.result?.report;
  }

  /** What is shown as the page's address has it behind its #; null while that cannot be written. */
  get fragment(): string | null {
    const { form, locale } = this.editor;
    return form && this.links ? this.links.writeFragment(form, locale) : null;
  }

  protected override async loadParts(): Promise<void> {
    await inTurn(this);
    const asked = this.closest("[lang]")?.getAttribute("lang");
    // A catalogue that does not come is no reason to show nothing.
    await setLanguage(languageFor([...(asked ? [asked] : []), ...navigator.languages])).catch(() => undefined);
    if (isFragment(this.#given)) await linkReader();
    await this.#loadFixed();
    await this.#loadPage();
  }

  protected override async loadRest(): Promise<void> {
    await this.loadLinks();
    await this.loadLater();
  }

  /** What locks and hides, where something is to be. */
  async #loadFixed(): Promise<void> {
    if (this.#fixed || this.lock + this.hide === "") return;
    const { Fixed } = await import("./fixed.ts");
    this.#fixed ??= new Fixed(this);
  }

  async #loadPage(): Promise<void> {
    if (this.view !== "form" && this.view !== "full") return;
    const [page, steps, { layout }, { fieldStyles }] = await Promise.all([
      import("../parts/page.ts"),
      import("./row-steps.ts"),
      import("../styles/layout.ts"),
      import("../styles/fields.ts"),
    ]);
    adopt(this.renderRoot, [layout, fieldStyles]);
    this.useSteps(steps);
    this.#page = page;
    await this.loadLater();
  }

  protected override async beginning(calculator: Calculator): Promise<Beginning | undefined> {
    const begun = await this.#read(this.#given, calculator);
    this.refused = Array.isArray(begun) ? begun : [];
    if (Array.isArray(begun)) return undefined;
    // The words of these accounts come with the later parts.
    if (begun.form.wallets.some(({ type }) => type === "us-futures")) await this.loadLater();
    return begun;
  }

  /** The form for what was given, or why there is none, in words. */
  async #read(given: string | Scenario, calculator: Calculator): Promise<Beginning | string[]> {
    if (given === "") return { form: firstForm(this.numbers), example: firstExample.id };
    if (isFragment(given)) {
      const { readLink } = await linkReader();
      return readLink(given.trim().replace(/^#/, ""), this.numbers, calculator.rulebooks);
    }
    const { formOfDocument } = await documents();
    const text = typeof given === "string" ? given : JSON.stringify(given);
    const form = await formOfDocument(text, msg("The scenario"), calculator, this.numbers);
    return Array.isArray(form) ? form : { form };
  }

  protected override content(view: View): TemplateResult {
    return embeddedContent(view, {
      kind: this.view,
      refused: this.refused,
      page: this.#page,
      whole: this.page && this.fragment !== null ? `${this.page}#${this.fragment}` : this.page,
    });
  }

  override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has("view") && this.calculator) void this.#loadPage().then(() => this.requestUpdate());
    if (changed.has("lock") || changed.has("hide")) void this.#loadFixed().then(() => this.#fixed?.apply(this.lock, this.hide));
    this.#fixed?.apply(this.lock, this.hide);
    // The article's own words, which it shows until then, may be in another.
    if (this.result && this.lang !== language()) this.lang = language();
    this.#tell();
  }

  #tell(): void {
    const { result } = this;
    if (!result || result === this.#told) return;
    const name = this.#told ? "change" : "ready";
    this.#told = result;
    const detail: Answer = { scenario: result.scenario, report: result.report };
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

function isFragment(given: string | Scenario): given is string {
  return typeof given === "string" && given !== "" && !given.trimStart().startsWith("{");
}

/** What writes links comes later than what reads the one that was given. */
function linkReader(): Promise<typeof import("../form/read-link.ts")> {
  return import("../form/read-link.ts");
}
