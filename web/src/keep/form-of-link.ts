// SPDX-License-Identifier: MIT
import type { Rulebook } from "#margin";
import { kLongestFragment } from "../form/fragment.ts";
import type { Form } from "../form/model.ts";
import { readLink } from "../form/links.ts";
import type { Numbers } from "../format/numbers.ts";

/** Whether a text that was kept may be a fragment of ours. */
export function isLink(text: unknown): text is string {
  return typeof text === "string" && text.length <= kLongestFragment && /^v=[12](?:&|$)/.test(text);
}

/** The form of a kept fragment, under a rulebook that there is. */
export function formOfLink(link: string, rulebooks: readonly Rulebook[], numbers: Numbers): Form {
  return readLink(link, numbers, rulebooks).form;
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
