// SPDX-License-Identifier: MIT
import type { EquityProtection, Errors, Explanation, PledgeOrSell, Scenario } from "#margin";
import type { Calculator } from "../module/calculator.ts";

/** What the module tells of one scenario only when it is asked, and then once. */
export class Further {
  readonly #calculator: Calculator;
  readonly #scenario: Scenario;
  readonly #told = new Map<string, unknown>();

  constructor(calculator: Calculator, scenario: Scenario) {
    this.#calculator = calculator;
    this.#scenario = scenario;
  }

  get explanation(): Explanation | undefined {
    return this.#once<Explanation>("explain", (scenario) => this.#calculator.explain(scenario));
  }

  get protection(): EquityProtection | undefined {
    return this.#once<EquityProtection>("protection", (scenario) => this.#calculator.equityProtection(scenario));
  }

  get pledgeOrSell(): PledgeOrSell | undefined {
    return this.#once<PledgeOrSell>("pledge", (scenario) => this.#calculator.pledgeOrSell(scenario));
  }

  /** A scenario with a report has these answers too; a refusal would be a fault of the module. */
  #once<Answer extends object>(name: string, ask: (scenario: Scenario) => Answer | Errors): Answer | undefined {
    if (!this.#told.has(name)) {
      const answer = ask(this.#scenario);
      this.#told.set(name, "errors" in answer ? undefined : answer);
    }
    return this.#told.get(name) as Answer | undefined;
  }
}
