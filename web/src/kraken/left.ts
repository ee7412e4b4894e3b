// SPDX-License-Identifier: MIT
//
// What of Kraken's answers is not taken over, and why: nothing is passed over in silence.

export type Reason =
  // Of the whole text.
  | "tooLarge"
  | "tooMany"
  | "noJson"
  | "unknownAnswer"
  | "unreadAnswer"
  | "errorAnswer"
  | "olderAnswer"
  // Of a place in an answer.
  | "noList"
  | "noObject"
  | "noSymbol"
  | "noNumber"
  | "notPositive"
  | "negative"
  | "noSide"
  | "otherSide"
  | "noName"
  | "twice"
  | "accountType"
  | "accountCoin"
  | "cashAccount"
  | "heldContract"
  | "heldOther"
  // Of what the form and its rulebook can hold.
  | "noContract"
  | "noAsset"
  | "otherExpiry"
  | "noIsolation"
  | "otherCurrency"
  | "noRoom";

/** A place in one of the documents. */
export interface Place {
  /** The name it goes by: of the file, or which text it was. */
  document: string;
  /** JSON Pointer. */
  pointer: string;
}

export interface Left extends Place {
  reason: Reason;
  /** What stands there, shortened. */
  found: string;
}

const kShown = 40;
/** Words that would pass for faults of this page. */
const kNoValues = /NaN|Infinity|∞|undefined|null|\[object/g;

export function left(place: Place, reason: Reason, found: unknown): Left {
  return { ...place, reason, found: excerpt(found) };
}

function excerpt(found: unknown): string {
  const text = typeof found === "string" ? found : isPlain(found) ? String(found) : typeOf(found);
  // Control and direction signs could disguise what stands around them.
  const shown = text.replace(/[\p{C}\s]+/gu, " ").replace(kNoValues, "…").trim();
  return shown.length > kShown ? `${[...shown].slice(0, kShown).join("")}…` : shown;
}

function isPlain(found: unknown): found is number | boolean {
  return typeof found === "boolean" || (typeof found === "number" && Number.isFinite(found));
}

function typeOf(found: unknown): string {
  if (Array.isArray(found)) return "[…]";
  return typeof found === "object" && found !== null ? "{…}" : "";
}
