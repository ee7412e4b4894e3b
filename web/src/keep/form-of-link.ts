// SPDX-License-Identifier: MIT
import type { Rulebook } from "#margin";
import { figureOf } from "../form/figures.ts";
import { kLongestFragment } from "../form/fragment.ts";
import type { Form } from "../form/model.ts";
import { readFragment } from "../form/links.ts";
import { rulebookOf } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";

/** Whether a text that was kept may be a fragment of ours. */
export function isLink(text: unknown): text is string {
  return typeof text === "string" && text.length <= kLongestFragment && /^v=[12](?:&|$)/.test(text);
}

/** The form of a kept fragment, under a rulebook that there is. */
export function formOfLink(link: string, rulebooks: readonly Rulebook[], numbers: Numbers): Form {
  const { form } = readFragment(link, numbers);
  const rulebook = rulebookOf(rulebooks, form.rulebook);
  form.rulebook = rulebook.id;
  for (const key of Object.keys(form.figures)) if (!figureOf(rulebook, key)) delete form.figures[key];
  return form;
}

/** The members of a kept document; undefined where it is none of this version. */
export function kept(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const document: unknown = JSON.parse(text);
    const known = typeof document === "object" && document !== null && "version" in document && document.version === 1;
    return known ? (document as unknown as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
