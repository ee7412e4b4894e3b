// SPDX-License-Identifier: MIT
//
// Single values of an answer. Numbers may come as texts; what is absent or null is not given.
import { pointerStep } from "../form/reading.ts";
import { left, type Left, type Place, type Reason } from "./left.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** Larger figures the form could not write back. */
const kLargest = 1e15;
/** The exchange lists some hundreds of contracts. */
const kMostRows = 5_000;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function below(place: Place, ...steps: (string | number)[]): Place {
  return { ...place, pointer: place.pointer + steps.map((step) => `/${pointerStep(String(step))}`).join("") };
}

/** A number or the text of one, to the fifteen digits that the form holds. */
export function numberOf(value: unknown): number | undefined {
  const isText = typeof value === "string" && /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?\s*$/i.test(value);
  const number = typeof value === "number" || isText ? Number(value) : NaN;
  if (!(Math.abs(number) < kLargest)) return undefined;
  const rounded = Number(number.toPrecision(15));
  return Math.abs(rounded) < 1e-15 ? 0 : rounded;
}

/** Reads the values of one object, and notes which of them are not as they should be. */
export class Values {
  readonly place: Place;
  readonly #fields: Fields;
  readonly #left: Left[];

  constructor(fields: Fields, place: Place, lefts: Left[]) {
    this.#fields = fields;
    this.place = place;
    this.#left = lefts;
  }

  /** What stands under a name; of the object itself, not of what all objects have. */
  get(name: string): unknown {
    return Object.hasOwn(this.#fields, name) ? (this.#fields[name] ?? undefined) : undefined;
  }

  text(name: string): string {
    const value = this.get(name);
    return typeof value === "string" ? value.trim() : "";
  }

  /** The number under a name; undefined where there is none, which is noted where something else stands there. */
  number(name: string): number | undefined {
    const value = this.get(name);
    const number = numberOf(value);
    if (number === undefined && value !== undefined && value !== "") this.note(name, "noNumber");
    return number;
  }

  /** The same of a number that must be above 0. */
  positive(name: string): number | undefined {
    const number = this.number(name);
    if (number === undefined || number > 0) return number;
    this.note(name, "notPositive");
    return undefined;
  }

  note(name: string, reason: Reason): void {
    this.#left.push(left(name === "" ? this.place : below(this.place, name), reason, name === "" ? "" : this.get(name)));
  }
}

/** The objects of a list, each with its place. */
export function objectsOf(list: unknown, place: Place, lefts: Left[]): Values[] {
  if (!Array.isArray(list)) {
    lefts.push(left(place, "noList", list));
    return [];
  }
  if (list.length > kMostRows) lefts.push(left(below(place, kMostRows), "tooMany", ""));
  return list.slice(0, kMostRows).flatMap((item: unknown, index) => {
    const at = below(place, index);
    if (isFields(item)) return [new Values(item, at, lefts)];
    lefts.push(left(at, "noObject", item));
    return [];
  });
}
