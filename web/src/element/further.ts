// SPDX-License-Identifier: MIT
import type { LitElement } from "lit";

import type { EquityProtection, Errors, Explanation, MapRequest, PledgeOrSell, Rulebook, Scenario } from "#margin";
import { rulebookOf } from "../form/rulebooks.ts";
import { loadFurtherCalculator, type FurtherCalculator, type Questions } from "../module/calculator.ts";

/** An answer of the whole module, or why it is not there. Undefined where there is nothing to tell. */
export type Told<Answer> = Answer | undefined | "loading" | "failed";

export type Views = typeof import("../parts/views.ts");

/** A question about one wallet, but for the scenario, which is that of the last valid result. */
type Unasked<Document> = Document extends unknown ? Omit<Document, "scenario"> : never;

/** Answers that are kept; a picture that is dragged about asks for many. */
const kKept = 200;

/**
 * What the whole module tells of the last valid result, only when it is asked and then once. The first question
 * loads the module; until it is there every answer is "loading", and the host is drawn again when that changes.
 */
export class Further {
  readonly #host: Pick<LitElement, "requestUpdate" | "renderRoot">;
  #calculator: FurtherCalculator | "not asked for" | "loading" | "failed" = "not asked for";
  #views: Views | undefined;
  #scenario: Scenario | undefined;
  #told = new Map<string, unknown>();

  constructor(host: Pick<LitElement, "requestUpdate" | "renderRoot">) {
    this.#host = host;
  }

  /** Whose answers are told from now on. */
  set scenario(scenario: Scenario) {
    this.#scenario = scenario;
    this.#told = new Map();
  }

  /** Loads the module, also after a failure. */
  load(): void {
    this.#calculator = "loading";
    Promise.all([loadFurtherCalculator(), import("../parts/views.ts")])
      .then(
        ([calculator, views]) => {
          this.#views = views;
          views.dress(this.#host.renderRoot);
          this.#calculator = calculator;
        },
        () => (this.#calculator = "failed"),
      )
      .then(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  get explanation(): Told<Explanation> {
    return this.#of("explain");
  }

  get protection(): Told<EquityProtection> {
    return this.#of("equityProtection");
  }

  get pledgeOrSell(): Told<PledgeOrSell> {
    return this.#of("pledgeOrSell");
  }

  /** The parts that show the answers to questions, which come with the module. */
  get views(): Told<Views> {
    const calculator = this.#asked();
    return typeof calculator === "string" ? calculator : this.#views;
  }

  /** The answer to a question about the last valid result, or why it is refused; undefined until there is a module. */
  ask<Name extends keyof Questions>(
    question: Name,
    unasked: Unasked<Questions[Name][0]>,
  ): Questions[Name][1] | Errors | undefined {
    return this.#once(`${question} ${JSON.stringify(unasked)}`, (calculator, scenario) =>
      // With its scenario it is the document that it was without.
      calculator.ask(question, { ...unasked, scenario } as Questions[Name][0]),
    );
  }

  /** The same to a whole document, which need not be about the last valid result. */
  askWhole<Name extends keyof Questions>(
    question: Name,
    document: Questions[Name][0],
  ): Questions[Name][1] | Errors | undefined {
    return this.#once(`whole ${question} ${JSON.stringify(document)}`, (calculator) => calculator.ask(question, document));
  }

  usageOfMap(unasked: Unasked<MapRequest>): Float64Array | undefined {
    return this.#once(`usage ${JSON.stringify(unasked)}`, (calculator, scenario) =>
      calculator.usageOfMap({ ...unasked, scenario }),
    );
  }

  /** A built-in rulebook with its sources and assumptions. */
  rulebook(id: string): Told<Rulebook> {
    const calculator = this.#asked();
    return typeof calculator === "string" ? calculator : rulebookOf(calculator.rulebooks, id);
  }

  #asked(): FurtherCalculator | "loading" | "failed" {
    if (this.#calculator !== "not asked for") return this.#calculator;
    this.load();
    return "loading";
  }

  /** A scenario with a report has these answers too; a refusal would be a fault of the module. */
  #of<Name extends "explain" | "equityProtection" | "pledgeOrSell">(question: Name): Told<Questions[Name][1]> {
    const calculator = this.#asked();
    if (typeof calculator === "string") return calculator;
    const answer = this.#once(question, (calculator, scenario) => calculator.ask(question, scenario));
    return answer && "errors" in answer ? undefined : answer;
  }

  #once<Answer>(
    name: string,
    ask: (calculator: FurtherCalculator, scenario: Scenario) => Answer,
  ): Answer | undefined {
    if (typeof this.#calculator === "string" || !this.#scenario) return undefined;
    const answer = this.#told.has(name) ? (this.#told.get(name) as Answer) : ask(this.#calculator, this.#scenario);
    // The last asked for stands last, so that what a picture needs at each frame is kept while it is dragged.
    this.#told.delete(name);
    this.#told.set(name, answer);
    const [oldest] = this.#told.keys();
    if (this.#told.size > kKept && oldest !== undefined) this.#told.delete(oldest);
    return answer;
  }
}
