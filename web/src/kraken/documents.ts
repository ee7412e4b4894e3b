// SPDX-License-Identifier: MIT
//
// From what was pasted or dropped to JSON documents. Texts may hold several, one after another.
import { left, type Left, type Place } from "./left.ts";

/** Characters. The exchange's list of all instruments has less than a million. */
export const kLargestText = 4_000_000;
const kMostDocuments = 64;

export interface Source {
  /** Of the file, or which text it was. */
  name: string;
  text: string;
}

export interface Document_ extends Place {
  text: string;
  value: unknown;
}

export interface Documents {
  documents: Document_[];
  left: Left[];
}

export function documentsOf({ name, text }: Source): Documents {
  const whole: Place = { document: name, pointer: "" };
  if (text.length > kLargestText) return { documents: [], left: [left(whole, "tooLarge", "")] };
  const documents: Document_[] = [];
  const lefts: Left[] = [];
  for (const part of partsOf(text)) {
    if (documents.length + lefts.length >= kMostDocuments) {
      lefts.push(left(whole, "tooMany", part));
      break;
    }
    const value = parsed(part);
    if (value === undefined) lefts.push(left(whole, "noJson", part));
    else documents.push({ ...whole, text: part, value });
  }
  // Several in one text are told apart by their number.
  if (documents.length > 1) documents.forEach((one, index) => (one.document = `${name} [${index + 1}]`));
  return { documents, left: lefts };
}

/** The objects and lists of a text, and what stands between them. */
function* partsOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const begin = text.slice(at).search(/[{[]/);
    const between = begin < 0 ? text.slice(at) : text.slice(at, at + begin);
    if (/[^\s,;]/.test(between)) yield between.trim();
    if (begin < 0) return;
    const end = closing(text, at + begin);
    yield text.slice(at + begin, end);
    at = end;
  }
}

/** The place behind the bracket that closes the one at `begin`; the end of the text where none does. */
function closing(text: string, begin: number): number {
  let depth = 0;
  let inString = false;
  for (let at = begin; at < text.length; at++) {
    const sign = text[at];
    if (inString) {
      if (sign === "\\") at++;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === "{" || sign === "[") depth++;
    else if (sign === "}" || sign === "]") {
      depth--;
      if (depth === 0) return at + 1;
    }
  }
  return text.length;
}

function parsed(text: string): unknown {
  if (!/^[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
