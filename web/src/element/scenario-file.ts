// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";

import { formOfScenario } from "../form/file.ts";
import type { Form } from "../form/model.ts";
import { draftScenario } from "../form/scenario.ts";
import type { Numbers } from "../format/numbers.ts";
import { isBrought, withRulebook, withTexts } from "../form/more-rulebooks.ts";
import { datedName, inScenario, rulebookOf } from "../form/rulebooks.ts";
import { loadFurtherCalculator, type Calculator } from "../module/calculator.ts";
import type { Actions } from "../parts/view.ts";
import type { Rulebook, Scenario } from "#margin";
import { download } from "./download.ts";
import { inWords } from "./evaluation.ts";
import { kLargestDocument, readRulebook } from "./rulebook-file.ts";

export { addHostRulebook } from "./rulebook-file.ts";

/** Hands the form's document to the browser as a download. Returns why it cannot, in words. */
export async function saveForm(form: Form, { rulebooks }: Calculator, locale: string): Promise<string[]> {
  const { scenario, problems } = draftScenario(form, rulebookOf(rulebooks, form.rulebook), locale);
  if (problems.size > 0) return [msg("The file cannot be written yet: mend the marked fields first.")];
  const whole = await withItsTexts(scenario);
  if (!whole) return [msg("The file cannot be written: a part of the calculator did not arrive. Try again.")];
  download("margin-scenario.json", new Blob([`${JSON.stringify(whole, null, 2)}\n`], { type: "application/json" }));
  return [];
}

/** A rulebook in a file says what it assumes and where it comes from. Undefined where that cannot be had. */
async function withItsTexts(scenario: Scenario): Promise<Scenario | undefined> {
  const { rulebook } = scenario;
  // One that did not come with the program has its own, and may have none.
  if (typeof rulebook === "string" || rulebook.assumptions || rulebook.sources) return scenario;
  const whole = await wholeRulebooks();
  const [own] = whole ? withTexts([rulebook], whole) : [];
  return own && { ...scenario, rulebook: own };
}

async function wholeRulebooks(): Promise<readonly Rulebook[] | undefined> {
  try {
    return (await loadFurtherCalculator()).rulebooks;
  } catch {
    return undefined;
  }
}

/** Fills the form from a scenario, or puts it under a rulebook. What is to be said of it, in words. */
export async function openDocument(
  file: File,
  calculator: Calculator,
  numbers: Numbers,
  act: Pick<Actions, "fill" | "useRulebook">,
): Promise<string[]> {
  const { name } = file;
  if (file.size > kLargestDocument) return [msg(str`${name} is too large for a scenario.`)];
  const text = await file.text();
  if (memberOf(text, "format") === "margin-rulebook/1") return openRulebook(text, name, calculator, act);
  const form = await formOfDocument(text, name, calculator, numbers);
  if (Array.isArray(form)) return form;
  act.fill(form, msg(str`Opened ${name}.`), "open-file");
  return [];
}

function openRulebook(text: string, name: string, calculator: Calculator, act: Pick<Actions, "useRulebook">): string[] {
  const rulebook = readRulebook(text, name, calculator);
  if (Array.isArray(rulebook)) return rulebook;
  calculator.rulebooks = withRulebook(calculator.rulebooks, rulebook, { file: name });
  act.useRulebook(datedName(rulebook));
  const { title, effective } = rulebook;
  return [msg(str`The rules of ${name} are used from now on, until this page is left: “${title}”, in effect from ${effective}.`)];
}

/** Of a document that may be none. */
function memberOf(text: string, name: string): unknown {
  try {
    return (JSON.parse(text) as Record<string, unknown> | null)?.[name];
  } catch {
    return undefined;
  }
}

/** The same for a document of that name. */
export async function formOfDocument(
  text: string,
  name: string,
  calculator: Calculator,
  numbers: Numbers,
): Promise<Form | string[]> {
  const answer = calculator.read(withKnownRules(text, calculator));
  if ("errors" in answer) {
    return [msg(str`${name} is not a scenario this page can read.`), ...answer.errors.slice(0, 5).map(inWords)];
  }
  const rulebooks = await rulebooksFor(answer.scenario, calculator);
  if (!rulebooks) return [msg(str`${name} was left closed: a part of the calculator did not arrive. Try again.`)];
  const { form, beyond } = formOfScenario(answer.scenario, rulebooks, numbers);
  if (beyond.length === 0) return form;
  const shown = beyond.slice(0, 5).join(", ") + (beyond.length > 5 ? ", …" : "");
  return [
    msg(str`${name} was left closed, because this form cannot show all of it: ${shown}. The form is unchanged.`),
  ];
}

/** The module knows no rulebook by its id but those that came with it. */
function withKnownRules(text: string, { rulebooks }: Calculator): string {
  const id = memberOf(text, "rulebook");
  const rulebook = rulebooks.find((one) => one.id === id);
  if (!rulebook || !isBrought(rulebook)) return text;
  return JSON.stringify({ ...(JSON.parse(text) as Scenario), rulebook: inScenario(rulebook) });
}

/** The rulebooks to compare the scenario's own with: with sources and assumptions, where it has them. */
async function rulebooksFor({ rulebook }: Scenario, { rulebooks }: Calculator): Promise<readonly Rulebook[] | undefined> {
  if (typeof rulebook === "string" || isBrought(rulebookOf(rulebooks, datedName(rulebook)))) return rulebooks;
  const whole = await wholeRulebooks();
  return whole && withTexts(rulebooks, whole);
}
