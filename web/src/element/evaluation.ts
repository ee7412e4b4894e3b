// SPDX-License-Identifier: MIT
import type { Errors, MarginError, Report, Rulebook, Scenario } from "#margin";
import type { Form } from "../form/model.ts";
import { marginBasisOf, rulebookOf } from "../form/rulebooks.ts";
import { placeOf } from "../form/reading.ts";
import { draftScenario } from "../form/scenario.ts";
import type { Calculator } from "../module/calculator.ts";
import type { Result } from "../parts/view.ts";
import { refusalWords } from "../words/refusals.ts";

/** What a form comes to: a result, or what is wrong with it and where. */
export interface Evaluation {
  result: Result | undefined;
  problems: ReadonlyMap<string, string>;
  generalProblems: readonly string[];
}

export function evaluateForm(calculator: Calculator, form: Form, locale: string): Evaluation {
  const rulebook = rulebookOf(calculator.rulebooks, form.rulebook);
  const { scenario, problems, places } = draftScenario(form, rulebook, locale);
  if (problems.size > 0) return { result: undefined, problems, generalProblems: [] };
  const answer = calculator.evaluate(scenario);
  if ("errors" in answer) return { result: undefined, ...placed(answer, places) };
  const own = typeof scenario.rulebook === "string" ? rulebook : scenario.rulebook;
  const otherBasis = onOtherBasis(calculator, scenario, own);
  return { result: { scenario, report: answer, rulebook: own, otherBasis }, problems, generalProblems: [] };
}

/** The same account with margin on the other of the two prices; worked out once, when it is first asked for. */
function onOtherBasis(calculator: Calculator, scenario: Scenario, rulebook: Rulebook): () => Report | undefined {
  let report: Report | undefined;
  return () => {
    if (report) return report;
    const basis = scenario.policy?.marginBasis ?? marginBasisOf(rulebook);
    const marginBasis = basis === "entry" ? "mark" : "entry";
    const answer = calculator.evaluate({ ...scenario, policy: { ...scenario.policy, marginBasis } });
    return "errors" in answer ? undefined : (report = answer);
  };
}

function placed({ errors }: Errors, places: ReadonlyMap<string, string>) {
  const problems = new Map<string, string>();
  const generalProblems: string[] = [];
  for (const error of errors) {
    const id = placeOf(places, error.path);
    if (id === undefined) generalProblems.push(inWords(error));
    else if (!problems.has(id)) problems.set(id, refusalWords(error));
  }
  return { problems, generalProblems };
}

/** A refusal that has no field to stand at names the place itself. */
export function inWords(error: MarginError): string {
  return error.path === "" ? refusalWords(error) : `${error.path}: ${refusalWords(error)}`;
}
