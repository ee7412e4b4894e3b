// SPDX-License-Identifier: MIT
import type { Quote } from "./venue.ts";

/** A price that moves further than this between two messages is asked about. */
const kFurthest = 0.2;

/** A price that leapt. */
export interface Leap {
  from: number;
  to: number;
}

/** How a quote leaps from the one before; undefined where it does not. Funding rates have no such bound. */
export function leapOf(before: Quote | undefined, now: Quote): Leap | undefined {
  for (const name of ["index", "mark", "last"] as const) {
    const from = before?.[name];
    const to = now[name];
    if (from !== undefined && to !== undefined && Math.abs(to - from) > kFurthest * from) return { from, to };
  }
  return undefined;
}
