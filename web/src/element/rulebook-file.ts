// SPDX-License-Identifier: MIT
//
// Rulebooks that did not come with the program: of the page's host, or opened by the reader.
import { msg, str } from "@lit/localize";

import type { Rulebook } from "#margin";
import { kRulebook } from "../form/fragment.ts";
import { withRulebook } from "../form/more-rulebooks.ts";
import { datedName } from "../form/rulebooks.ts";
import type { Calculator } from "../module/calculator.ts";
import { inWords } from "./evaluation.ts";

/** A rulebook, or a scenario with one inside, is about 50 KB. */
export const kLargestDocument = 1_000_000;
const kPatience = 8_000;
/** More of them at once help nobody. */
const kMostErrors = 20;

/** By address, so that all calculators of a page ask for it once. */
const fetched = new Map<string, Promise<string>>();

/** Adds the host's rulebook to the calculator's own. What is to be said of it, in words; nothing where it is used. */
export async function addHostRulebook(address: string, calculator: Calculator): Promise<string[]> {
  const stays = msg("The rules that came with the program stay in use.");
  const url = URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI) : undefined;
  if (url?.origin !== location.origin) {
    return [msg(str`The rulebook ${address} was not asked for: it is not of this page’s own host.`), stays];
  }
  const text = await textAt(url.href);
  if (text === undefined) return [msg(str`The rulebook ${address} did not arrive.`), stays];
  const rulebook = readRulebook(text, address, calculator);
  if (Array.isArray(rulebook)) return [...rulebook, stays];
  const own = calculator.rulebooks.find(({ id }) => id === rulebook.id);
  if (own && own.effective >= rulebook.effective) return [notLater(address, rulebook, own)];
  calculator.rulebooks = withRulebook(calculator.rulebooks, rulebook, { host: address });
  return [];
}

function notLater(address: string, { effective }: Rulebook, own: Rulebook): string {
  return msg(
    str`The rulebook ${address}, in effect from ${effective}, is not used: the program has “${own.title}” in effect from ${own.effective}, which is no earlier.`,
  );
}

/** Undefined where it is not to be had; the next calculator asks for it again then. */
async function textAt(address: string): Promise<string | undefined> {
  const asked = fetched.get(address) ?? fetchText(address);
  fetched.set(address, asked);
  try {
    return await asked;
  } catch {
    fetched.delete(address);
    return undefined;
  }
}

async function fetchText(address: string): Promise<string> {
  const answer = await fetch(address, { mode: "same-origin", cache: "no-cache", signal: AbortSignal.timeout(kPatience) });
  if (!answer.ok) throw new Error(answer.statusText);
  return answer.text();
}

/** The rulebook of a document of that name, or why there is none, in words. */
export function readRulebook(text: string, name: string, calculator: Calculator): Rulebook | string[] {
  if (text.length > kLargestDocument) return [msg(str`${name} is too large for a rulebook.`)];
  const { errors } = calculator.checkRulebook(text);
  if (errors.length > 0) return refused(name, errors.map(inWords));
  const rulebook = JSON.parse(text) as Rulebook;
  if (kRulebook.test(datedName(rulebook))) return rulebook;
  return refused(name, [msg(str`/id: A link cannot name “${rulebook.id}”. It takes at most 64 letters, digits, dots, hyphens and underscores.`)]);
}

function refused(name: string, reasons: readonly string[]): string[] {
  const more = reasons.length - kMostErrors;
  return [
    msg(str`${name} is not a rulebook this page can use.`),
    ...reasons.slice(0, kMostErrors),
    ...(more > 0 ? [msg(str`There is more that is wrong with it: ${more}.`)] : []),
  ];
}
