// SPDX-License-Identifier: MIT
//
// Reading what somebody else sent: nothing is taken for granted.

/** Longer than any message that is subscribed to. */
const kLongest = 100_000;

export type Fields = Readonly<Record<string, unknown>>;

/** The object that a text holds; undefined where it holds anything else. */
export function objectIn(text: string): Fields | undefined {
  if (text.length > kLongest) return undefined;
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

export function asObject(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

export function isPrice(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value > 0;
}

export function isRate(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value);
}
