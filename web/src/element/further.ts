// SPDX-License-Identifier: MIT
import type { ReactiveControllerHost } from "lit";

import type { EquityProtection, Errors, Explanation, PledgeOrSell, Rulebook, Scenario } from "#margin";
import { rulebookOf } from "../form/rulebooks.ts";
import { loadFurtherCalculator, type FurtherCalculator } from "../module/calculator.ts";

/** An answer of the whole module, or why it is not there. Undefined where there is nothing to tell. */
export type Told<Answer> = Answer | undefined | "loading" | "failed";

/**
 * What the whole module tells of the last valid result, only when it is asked and then once. The first question
 * loads the module; until it is there every answer is "loading", and the host is drawn again when that changes.
 */
export class Further {
  readonly #host: Pick<ReactiveControllerHost, "requestUpdate">;
  #calculator: FurtherCalculator | "not asked for" | "loading" | "failed" = "not asked for";
  #scenario: Scenario | undefined;
  #told = new Map<string, unknown>();

  constructor(host: Pick<ReactiveControllerHost, "requestUpdate">) {
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
    loadFurtherCalculator()
      .then(
        (calculator) => (this.#calculator = calculator),
        () => (this.#calculator = "failed"),
      )
      .then(() => this.#host.requestUpdate());
    this.#host.requestUpdate();
  }

  get explanation(): Told<Explanation> {
    return this.#once("explain", (calculator, scenario) => calculator.explain(scenario));
  }

  get protection(): Told<EquityProtection> {
    return this.#once("protection", (calculator, scenario) => calculator.equityProtection(scenario));
  }

  get pledgeOrSell(): Told<PledgeOrSell> {
    return this.#once("pledge", (calculator, scenario) => calculator.pledgeOrSell(scenario));
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
  #once<Answer extends object>(
    name: string,
    ask: (calculator: FurtherCalculator, scenario: Scenario) => Answer | Errors,
  ): Told<Answer> {
    const calculator = this.#asked();
    if (typeof calculator === "string") return calculator;
    if (this.#scenario && !this.#told.has(name)) {
      const answer = ask(calculator, this.#scenario);
      this.#told.set(name, "errors" in answer ? undefined : answer);
    }
    return this.#told.get(name) as Answer | undefined;
  }
}
