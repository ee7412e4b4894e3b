// SPDX-License-Identifier: MIT
//
// Ways out of the page: the clipboard and the system's share sheet.
import { writeFragment } from "../form/links.ts";
import type { View } from "../parts/view.ts";
import { datedName, rulebookOf } from "../form/rulebooks.ts";
import { asText } from "./as-text.ts";
import { overviewOf } from "./overview.ts";
import { dateText } from "./rules.ts";

/** The address that restores the form; undefined where it would be too long, or nobody else could follow it. */
export function linkOf(view: View): string | undefined {
  if (!view.keeping?.shareable) return undefined;
  const fragment = writeFragment(view.form, view.numbers.locale);
  return fragment === null ? undefined : `${location.href.split("#")[0]}#${fragment}`;
}

/** The last valid result as plain text; undefined where there is none. */
export function textOf(view: View): string | undefined {
  const { result, numbers, version } = view;
  if (!result) return undefined;
  const builtIn = rulebookOf(view.rulebooks, datedName(result.rulebook));
  const link = view.stale ? undefined : linkOf(view);
  const date = dateText(new Date().toISOString(), numbers);
  return asText(overviewOf(result, builtIn, numbers), { version, date, ...(link && { link }) });
}

/** Whether the clipboard took it. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether the system has a sheet to share a link with. */
export function hasShareSheet(): boolean {
  return "share" in navigator;
}

/** False where it was refused; changing one's mind is no refusal. */
export async function shared(data: ShareData): Promise<boolean> {
  try {
    await navigator.share(data);
    return true;
  } catch (error) {
    return error instanceof DOMException && error.name === "AbortError";
  }
}
