// SPDX-License-Identifier: MIT
//
// From what was typed to numbers, with what is wrong kept by field and each field by its place in the document.
import { msg, str } from "@lit/localize";

import { readNumber } from "../format/parse.ts";

export class Reading {
  /** What is wrong, by field. */
  readonly problems = new Map<string, string>();
  /** The field that a JSON Pointer into the scenario belongs to. */
  readonly places = new Map<string, string>();
  readonly locale: string;

  constructor(locale: string) {
    this.locale = locale;
  }

  /** The number in a field; 0 where there is none, which is then a problem. */
  number(id: string, pointer: string, text: string): number {
    this.places.set(pointer, id);
    const reading = readNumber(text, this.locale);
    if (reading) return reading.value;
    this.problems.set(id, text.trim() === "" ? msg("Enter a number.") : msg("This is not a number this page can read."));
    return 0;
  }

  /** The same of a field that may stay empty. */
  optional(id: string, pointer: string, text: string): number | undefined {
    this.places.set(pointer, id);
    return text.trim() === "" ? undefined : this.number(id, pointer, text);
  }

  /** Resting orders, a line each: price and size. Best first, however they were pasted. */
  book(id: string, pointer: string, text: string, direction: 1 | -1): [number, number][] {
    this.places.set(pointer, id);
    const entries: [number, number][] = [];
    for (const [index, line] of text.split("\n").entries()) {
      if (line.trim() === "") continue;
      const [price, size, ...rest] = bookLine(line).map((part) => readNumber(part, this.locale));
      if (price && size && rest.length === 0) entries.push([price.value, size.value]);
      else this.problems.set(id, noBookLine(index + 1));
    }
    return entries.sort(([a], [b]) => (a < b ? -direction : a > b ? direction : 0));
  }
}

function noBookLine(line: number): string {
  return msg(str`Line ${line} is not a price and a size, as in “100.5 20”.`);
}

/** The parts of a line of an order book. */
export function bookLine(line: string): string[] {
  return line.split(/[\s;|]+/).filter((part) => part !== "");
}

/** One step of a JSON Pointer. */
export function pointerStep(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The field that a pointer, or the nearest place above it, belongs to. */
export function placeOf(places: ReadonlyMap<string, string>, pointer: string): string | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const id = places.get(at);
    if (id) return id;
  }
  return undefined;
}
