// SPDX-License-Identifier: MIT
import type { LitElement } from "lit";

import type { Form } from "../form/model.ts";
import type { Numbers } from "../format/numbers.ts";
import { evaluateForm } from "../element/evaluation.ts";
import { language } from "../language/language.ts";
import type { Calculator } from "../module/calculator.ts";
import type { Result } from "../parts/view.ts";
import { dress } from "../styles/keep.ts";
import { headline } from "../words/headline.ts";
import { plainWords } from "../words/sentences.ts";
import { Article, type ArticleParts } from "./article.ts";
import { formOfLink } from "./form-of-link.ts";
import { Pinned } from "./pinned.ts";
import type { Saved } from "./saved.ts";
import { device, kPrefix, tab, type Store } from "./store.ts";

/** The element that keeps something. */
export type Keeper = LitElement & {
  /** Whether it is the page's own: a guest on somebody else's page keeps nothing there. */
  linked: boolean;
  /** What makes the codes for an article: the page's own has it, as it knows where it is. */
  loadArticle?: () => Promise<ArticleParts>;
};

/** What keeping, sharing, comparing and printing remember while the page is open, and what they say. */
export class Keeping {
  readonly linked: boolean;
  /** Whether its address is of use to others: that of a file on a disk is not, and tells how the disk is ordered. */
  readonly shareable: boolean;
  /** Undefined where nothing may be kept. */
  readonly device: Store | undefined;
  readonly pinned: Pinned;
  /** Undefined in an article. */
  readonly article: Article | undefined;
  /** What was done last, spoken politely. */
  said = "";
  /** Whether the link is shown to be copied by hand. */
  showsLink = false;
  /** The name under which the account is saved next. */
  name = "";
  /** The scenario that is being renamed. */
  renaming: string | undefined;
  /** The one deleted last, which can be brought back. */
  removed: Saved | undefined;
  /** Whether the reader is asked if all is to be cleared. */
  clearing = false;
  /** Fills the part that is made for paper alone, and empties it. */
  print: ((into: HTMLElement, printing: boolean) => void) | undefined;
  readonly #host: Keeper;
  readonly #calculator: Calculator;
  #results = new Map<string, Result | undefined>();
  /** The rulebooks at the time of those results. */
  #under: Calculator["rulebooks"] = [];

  constructor(host: Keeper, calculator: Calculator) {
    this.#host = host;
    this.#calculator = calculator;
    this.linked = host.linked;
    this.shareable = host.linked && location.protocol !== "file:";
    this.device = host.linked ? device : undefined;
    this.article = host.loadArticle && new Article(host, host.loadArticle);
    this.pinned = new Pinned(host.linked ? tab : undefined);
    host.addController({
      hostConnected: () => this.#listen(addEventListener),
      hostDisconnected: () => this.#listen(removeEventListener),
    });
  }

  say(sentence: string): void {
    this.said = sentence;
    this.changed();
  }

  /** Draws the host again. */
  changed(): void {
    this.#host.requestUpdate();
  }

  /** Draws it, and gives what it is drawn into. */
  async drawn(): Promise<ParentNode> {
    this.changed();
    await this.#host.updateComplete;
    return this.#host.renderRoot;
  }

  /** Puts the focus on a control once it is drawn. */
  async focus(id: string): Promise<void> {
    const control = (await this.drawn()).querySelector<HTMLElement>(`#${id}`);
    control?.focus();
  }

  formOf(link: string, numbers: Numbers): Form {
    return formOfLink(link, this.#calculator.rulebooks, numbers);
  }

  /** What a kept link comes to; undefined where it is not complete. */
  resultOf(link: string, numbers: Numbers): Result | undefined {
    if (this.#under !== this.#calculator.rulebooks) this.#results = new Map();
    this.#under = this.#calculator.rulebooks;
    const key = `${language()} ${numbers.locale} ${link}`;
    if (!this.#results.has(key)) {
      const { result } = evaluateForm(this.#calculator, this.formOf(link, numbers), numbers.locale);
      this.#results.set(key, result);
    }
    return this.#results.get(key);
  }

  /** The sentence of one account of a kept link. */
  leadOf(link: string, index: number, numbers: Numbers): string | undefined {
    const result = this.resultOf(link, numbers);
    const wallet = result?.report.wallets[index];
    return result && wallet ? plainWords(headline(wallet, result.rulebook, numbers).lead) : undefined;
  }

  /** Forgets all that the page keeps on the device. */
  clear(): void {
    this.device?.clear();
    if (this.linked) tab.clear();
    this.pinned.pin = undefined;
    this.removed = undefined;
    this.renaming = undefined;
  }

  #listen(change: typeof addEventListener): void {
    change("storage", this.#changedElsewhere);
    change("beforeprint", this.#beforePrint);
    change("afterprint", this.#afterPrint);
  }

  /** Another tab has kept or cleared something. */
  readonly #changedElsewhere = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(kPrefix)) this.changed();
  };

  readonly #beforePrint = () => this.#fillPrinted(true);
  readonly #afterPrint = () => this.#fillPrinted(false);

  #fillPrinted(printing: boolean): void {
    const part = this.#host.renderRoot.querySelector<HTMLElement>("#printed");
    if (part) this.print?.(part, printing);
  }
}

export function keepingFor(host: Keeper, calculator: Calculator): Keeping {
  dress(host.renderRoot);
  return new Keeping(host, calculator);
}
