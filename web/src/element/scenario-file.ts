// SPDX-License-Identifier: MIT
import { formOfScenario, type Filled } from "../form/file.ts";
import type { Numbers } from "../format/numbers.ts";
import type { Calculator } from "../module/calculator.ts";
import type { Scenario } from "#margin";
import { inWords } from "./evaluation.ts";

/** A scenario with a whole rulebook inside is about 50 KB. */
const kLargestFile = 1_000_000;

/** Hands the document to the browser as a download. */
export function saveScenario(scenario: Scenario): void {
  const document_ = new Blob([`${JSON.stringify(scenario, null, 2)}\n`], { type: "application/json" });
  const address = URL.createObjectURL(document_);
  const link = document.createElement("a");
  link.href = address;
  link.download = "margin-scenario.json";
  link.click();
  // The download has its own hold on the data once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The form for a file, or why there is none, in words. */
export async function openScenario(
  file: File,
  calculator: Calculator,
  numbers: Numbers,
): Promise<Filled["form"] | string[]> {
  if (file.size > kLargestFile) return [`${file.name} is too large for a scenario.`];
  const answer = calculator.read(await file.text());
  if ("errors" in answer) {
    return [`${file.name} is not a scenario this page can read.`, ...answer.errors.slice(0, 5).map(inWords)];
  }
  const { form, beyond } = formOfScenario(answer.scenario, calculator.rulebooks, numbers);
  if (beyond.length === 0) return form;
  const shown = beyond.slice(0, 5).join(", ") + (beyond.length > 5 ? ", …" : "");
  return [`${file.name} was left closed, because this form cannot show all of it: ${shown}. The form is unchanged.`];
}
