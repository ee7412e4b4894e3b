// SPDX-License-Identifier: MIT
import type { ReplayPoint } from "#margin";

/** More points than a picture is wide in pixels are not seen. */
const kBuckets = 300;

/** A history's points, so many that they can be drawn: of each stretch its ends, its lowest equity and highest usage. */
export function thinned(points: readonly ReplayPoint[]): ReplayPoint[] {
  const size = Math.ceil(points.length / kBuckets);
  if (size <= 4) return [...points];
  const kept: ReplayPoint[] = [];
  for (let from = 0; from < points.length; from += size) kept.push(...telling(points, from, Math.min(from + size, points.length)));
  return kept;
}

function telling(points: readonly ReplayPoint[], from: number, to: number): ReplayPoint[] {
  let lowest = from;
  let highest = from;
  for (let at = from + 1; at < to; at++) {
    if ((points[at]?.marginEquity ?? 0) < (points[lowest]?.marginEquity ?? 0)) lowest = at;
    if (usageAt(points, at) > usageAt(points, highest)) highest = at;
  }
  const places = [...new Set([from, lowest, highest, to - 1])].sort((a, b) => a - b);
  return places.flatMap((place) => points[place] ?? []);
}

/** Without equity there is more of it than any number. */
function usageAt(points: readonly ReplayPoint[], place: number): number {
  return points[place]?.marginUsage ?? Infinity;
}
