// SPDX-License-Identifier: MIT
//
// From moves and amounts to places in a picture, and back. Places are in per cent of the picture's width and height,
// so that a picture needs no measuring.
import { scaleLinear, type ScaleLinear } from "d3-scale";

import type { LiquidationSet } from "#margin";

export type Scale = ScaleLinear<number, number>;

/** Moves from end to end of an axis, in whole per cent. */
export interface Span {
  from: number;
  to: number;
}

/** A price cannot fall to nothing, and a rise beyond this makes all else too small to see. */
const kLowest = -99;
const kHighest = 300;
/** Drawn beyond the liquidation, as a share of the way to it. */
const kBeyond = 1.25;

/** What an axis shows: half of today's price each way, or more where a liquidation is further away. */
export function spanOf({ below, above }: Pick<LiquidationSet, "below" | "above">): Span {
  const fall = Math.min(-50, below === null ? 0 : below.move * 100 * kBeyond);
  const rise = Math.max(50, above === null ? 0 : above.move * 100 * kBeyond);
  return { from: Math.max(kLowest, Math.floor(fall / 5) * 5), to: Math.min(kHighest, Math.ceil(rise / 5) * 5) };
}

/** The same as the module takes it. */
export function requested(factor: string, { from, to }: Span) {
  return { factor, from: from / 100, to: to / 100 };
}

/** Moves evenly along an axis, its ends among them, as fractions. */
export function placesAlong({ from, to }: Span, count: number): number[] {
  return Array.from({ length: count }, (_, index) => (from + ((to - from) * index) / (count - 1)) / 100);
}

/** Steps of a slider, in per cent. */
export const kStep = 0.5;

/** The step of an axis that is nearest to a share of its length, 0 to 1. */
export function stepAt(share: number, { from, to }: Span): number {
  const percent = Math.round((from + share * (to - from)) / kStep) * kStep;
  return Math.min(to, Math.max(from, percent));
}

/** Places in per cent from the left. */
export function across(from: number, to: number): Scale {
  return scaleLinear([from, to], [0, 100]);
}

/** Room for a label above the highest amount and below the lowest, as a share of what lies between. */
const kRoom = 0.08;

/** Places in per cent from the top, between round amounts; nothing is always in sight. */
export function upwards(amounts: readonly number[]): Scale {
  const lowest = Math.min(0, ...amounts);
  const highest = Math.max(0, ...amounts);
  const room = (highest - lowest) * kRoom;
  const top = highest > lowest ? highest + room : lowest + 1;
  return scaleLinear([lowest < 0 ? lowest - room : 0, top], [100, 0]).nice(10);
}

/** For the `x` and `y` of an SVG element. */
export function percentText(place: number): string {
  return `${Number(place.toFixed(3))}%`;
}

/** Intervals of an axis in which the account is in liquidation. */
export function unsafeSpans(
  boundaries: readonly { move: number }[],
  inLiquidationToday: boolean,
  { from, to }: Span,
): Span[] {
  const moves = boundaries.map(({ move }) => move * 100);
  // It turns at every boundary; from today's side of one at today's price on, as today.
  const before = moves.filter((move) => move < 0 || (move === 0 && !inLiquidationToday)).length;
  let unsafe = inLiquidationToday !== (before % 2 === 1);
  const spans: Span[] = [];
  let begin = -Infinity;
  for (const end of [...moves, Infinity]) {
    const span = { from: Math.max(from, begin), to: Math.min(to, end) };
    if (unsafe && span.from < span.to) spans.push(span);
    begin = end;
    unsafe = !unsafe;
  }
  return spans;
}

/** Moves labels apart that would lie over each other, up or down from where they belong; in the order given. */
export function spread(places: readonly number[], gap: number, lowest: number, highest: number): number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place || a.index - b.index);
  const spreadOut: number[] = [];
  let least = lowest;
  for (const [at, { place, index }] of order.entries()) {
    // Room is kept for those that come after.
    const most = highest - gap * (order.length - 1 - at);
    const next = Math.min(Math.max(place, least), Math.max(most, least));
    spreadOut[index] = next;
    least = next + gap;
  }
  return spreadOut;
}

const compactFormats = new Map<string, Intl.NumberFormat>();

/** A round amount for an axis, as short as can be: "$100K". */
export function shortUsd(value: number, locale: string): string {
  let format = compactFormats.get(locale);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      style: "currency",
      currency: "USD",
      currencyDisplay: "narrowSymbol",
      notation: "compact",
      maximumSignificantDigits: 4,
    });
    compactFormats.set(locale, format);
  }
  return format.format(value === 0 ? 0 : value).replace("-", "\u2212");
}
