// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";

import { formOfScenario, type Filled } from "../form/file.ts";
import type { Numbers } from "../format/numbers.ts";
import { rulebookOf } from "../form/rulebooks.ts";
import { loadFurtherCalculator, type Calculator } from "../module/calculator.ts";
import type { Rulebook, Scenario } from "#margin";
import { download } from "./download.ts";
import { inWords } from "./evaluation.ts";

/** A scenario with a whole rulebook inside is about 50 KB. */
const kLargestFile = 1_000_000;

/** Hands the document to the browser as a download. Returns why it cannot, in words. */
export async function saveScenario(scenario: Scenario): Promise<string[]> {
  const whole = await withTexts(scenario);
  if (!whole) return [msg("The file cannot be written: a part of the calculator did not arrive. Try again.")];
  download("margin-scenario.json", new Blob([`${JSON.stringify(whole, null, 2)}\n`], { type: "application/json" }));
  return [];
}

/** A rulebook in a file says what it assumes and where it comes from. Undefined where that cannot be had. */
async function withTexts(scenario: Scenario): Promise<Scenario | undefined> {
  const { rulebook } = scenario;
  if (typeof rulebook === "string") return scenario;
  const rulebooks = await wholeRulebooks();
  if (!rulebooks) return undefined;
  const { assumptions = [], sources = [] } = rulebookOf(rulebooks, rulebook.id);
  return { ...scenario, rulebook: { ...rulebook, assumptions, sources } };
}

async function wholeRulebooks(): Promise<readonly Rulebook[] | undefined> {
  try {
    return (await loadFurtherCalculator()).rulebooks;
  } catch {
    return undefined;
  }
}

/** The form for a file, or why there is none, in words. */
export async function openScenario(
  file: File,
  calculator: Calculator,
  numbers: Numbers,
): Promise<Filled["form"] | string[]> {
  const { name } = file;
  if (file.size > kLargestFile) return [msg(str`${name} is too large for a scenario.`)];
  return formOfDocument(await file.text(), name, calculator, numbers);
}

/** The same for a document of that name. */
export async function formOfDocument(
  text: string,
  name: string,
  calculator: Calculator,
  numbers: Numbers,
): Promise<Filled["form"] | string[]> {
  const answer = calculator.read(text);
  if ("errors" in answer) {
    return [msg(str`${name} is not a scenario this page can read.`), ...answer.errors.slice(0, 5).map(inWords)];
  }
  const whole = typeof answer.scenario.rulebook !== "string";
  const rulebooks = whole ? await wholeRulebooks() : calculator.rulebooks;
  if (!rulebooks) return [msg(str`${name} was left closed: a part of the calculator did not arrive. Try again.`)];
  const { form, beyond } = formOfScenario(answer.scenario, rulebooks, numbers);
  if (beyond.length === 0) return form;
  const shown = beyond.slice(0, 5).join(", ") + (beyond.length > 5 ? ", …" : "");
  return [
    msg(str`${name} was left closed, because this form cannot show all of it: ${shown}. The form is unchanged.`),
  ];
}
