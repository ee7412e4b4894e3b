// SPDX-License-Identifier: MIT
//
// Where the formula of a step, or an input, comes from. The titles of documents stay as they are.
import { msg, str } from "@lit/localize";
import { html, type TemplateResult } from "lit";

import type { Rulebook } from "#margin";

const kRulebook = /^Rulebook /;

/** `source`: as the module says it. */
export function sourceWords(source: string, { title }: Pick<Rulebook, "title">): TemplateResult | string {
  if (kRulebook.test(source)) return msg(str`Rulebook: ${title}`);
  return ownSources[source]?.() ?? html`<span lang="en">${source}</span>`;
}

const ownSources: Readonly<Record<string, () => string>> = {
  Scenario: () => msg("As entered"),
  "Solved exactly: where slope × ratio + intercept of equity is that of the requirement, or 0": () =>
    msg("Solved exactly: where slope × ratio + intercept of equity is that of the requirement, or 0"),
  "A jump: where a higher level of the schedule begins, it applies to the whole position": () =>
    msg("A jump: where a higher level of the schedule begins, it applies to the whole position"),
  "Where a piece of the lines ends: there they meet, but for the last digit": () =>
    msg("Where a piece of the lines ends: there they meet, but for the last digit"),
  "Assumption: the rule is not published": () => msg("The rule is not published"),
};
