// SPDX-License-Identifier: MIT
//
// What pictures of amounts have in common: lines at round amounts, words at marks.
import { svg, type SVGTemplateResult } from "lit";

import { percentText, type Scale } from "./scales.ts";

/** Height of a line of labels, in per cent of a picture's. */
export const kLabel = 7;

/** Without a label at the top, where that of a mark may stand. */
export function amountLines(y: Scale, written: (amount: number) => string): SVGTemplateResult[] {
  return y.ticks(4).map((tick) => {
    const place = percentText(y(tick));
    const text = y(tick) < kLabel ? "" : written(tick);
    return svg`<line class=${tick === 0 ? "zero" : "grid"} x1="0" x2="100%" y1=${place} y2=${place} />
      <text class="tick-label halo" x="0" y=${place} dy="-0.25em">${text}</text>`;
  });
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
