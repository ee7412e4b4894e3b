// SPDX-License-Identifier: MIT
//
// Rulebooks that are not the program's own, among those that are.
import type { Rulebook } from "#margin";
import { datedName, origins, type Origin } from "./rulebooks.ts";

/** With one more: of an id the latest comes first, and one of the same day is replaced. */
export function withRulebook(rulebooks: readonly Rulebook[], added: Rulebook, origin: Origin): Rulebook[] {
  origins.set(added, origin);
  const others = rulebooks
    .filter((one) => datedName(one) !== datedName(added))
    .map((one) => (one.id === added.id ? toldApart(one) : one));
  const all = [...others, added];
  const ids = new Set(all.map(({ id }) => id));
  return [...ids].flatMap((id) => all.filter((one) => one.id === id).sort(latestFirst));
}

/** The program's own is shared with calculators that have no other of its id. */
function toldApart(rulebook: Rulebook): Rulebook {
  return origins.has(rulebook) ? rulebook : copyOf(rulebook, {}, "program");
}

function latestFirst(a: Rulebook, b: Rulebook): number {
  return a.effective < b.effective ? 1 : -1;
}

/** The rulebooks with the sources and assumptions that the whole module has of its own. */
export function withTexts(rulebooks: readonly Rulebook[], whole: readonly Rulebook[]): Rulebook[] {
  return rulebooks.map((one) => {
    const own = isBrought(one) ? undefined : whole.find((text) => datedName(text) === datedName(one));
    if (!own) return one;
    const { assumptions = [], sources = [] } = own;
    return copyOf(one, { assumptions, sources }, origins.get(one));
  });
}

function copyOf(rulebook: Rulebook, texts: Partial<Rulebook>, origin: Origin | undefined): Rulebook {
  const copy = { ...rulebook, ...texts };
  if (origin) origins.set(copy, origin);
  return copy;
}

/** Whether it did not come with the program. */
export function isBrought(rulebook: Rulebook): boolean {
  return typeof origins.get(rulebook) === "object";
}
