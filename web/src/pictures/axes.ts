// SPDX-License-Identifier: MIT
//
// What pictures of amounts have in common: lines at round amounts, words at marks.
import { svg, type SVGTemplateResult } from "lit";

import { percentText, type Scale } from "./scales.ts";

/** Height of a line of labels, in per cent of a picture's. */
export const kLabel = 7;

/** About so many lines. */
const kAmounts = 4;

export function amountLines(y: Scale, count = kAmounts): SVGTemplateResult[] {
  return y.ticks(count).map((tick) => {
    const place = percentText(y(tick));
    return svg`<line class=${tick === 0 ? "zero" : "grid"} x1="0" x2="100%" y1=${place} y2=${place} />`;
  });
}

/** Drawn after what crosses the lines, which would strike them through; none is in the uppermost `free` per cent. */
export function amountLabels(y: Scale, written: (amount: number) => string, free = 0, count = kAmounts): SVGTemplateResult[] {
  return y
    .ticks(count)
    .filter((tick) => y(tick) >= free)
    .map((tick) => svg`<text class="tick-label halo" x="0" y=${percentText(y(tick))} dy="-0.25em">${written(tick)}</text>`);
}

/** Words near an edge stay inside of it. */
export function anchorOf(place: number, edge: number): "start" | "middle" | "end" {
  return place < edge ? "start" : place > 100 - edge ? "end" : "middle";
}

/** Above the picture, so that no line crosses it. */
export function mark(place: number, line: number, kind: string, text: string): SVGTemplateResult {
  const anchor = anchorOf(place, 50);
  return svg`<text class="mark-label ${kind}" x=${percentText(place)} y="0" dy="${line}em" text-anchor=${anchor}>${text}</text>`;
}

export function upright(kind: string, place: number): SVGTemplateResult {
  return svg`<line class=${kind} x1=${percentText(place)} x2=${percentText(place)} y1="0" y2="100%" />`;
}
