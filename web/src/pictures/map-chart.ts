// SPDX-License-Identifier: MIT
//
// The drawing of a map of two prices. Bands of margin usage differ in pattern as well as in colour.
import { msg, str } from "@lit/localize";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { line } from "d3-shape";

import type { LiquidationMap } from "#margin";
import type { View } from "../parts/view.ts";
import { bandEnds, bandPaths } from "./bands.ts";
import { across, percentText, requested, type Scale } from "./scales.ts";
import { drag, percentOf, type Slider } from "./slider.ts";

type Axis = Pick<Slider, "id" | "span"> & { factor: string };

export interface MapAxes {
  x: Axis;
  y: Axis;
}

/** Cells each way. */
const kCells = 80;

export function mapChart(view: View, map: LiquidationMap, axes: MapAxes): TemplateResult {
  const x = across(axes.x.span.from, axes.x.span.to);
  const y = across(axes.y.span.to, axes.y.span.from);
  const { down, move, tap, touch } = drag(view, axes);
  const [left, top] = [x(percentOf(view, axes.x)), y(percentOf(view, axes.y))].map(percentText) as [string, string];
  return html`<svg
    class="chart"
    role="img"
    aria-label=${chartName(axes.x.factor, axes.y.factor)}
    @pointerdown=${down}
    @pointermove=${move}
    @click=${tap}
    @touchstart=${touch}
  >
    ${guard([map], () => cells(view, axes))}
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
      ${guard([map], () => linePaths(map, x, y))}
    </svg>
    ${axisLabels(view, axes, x, y)} ${lineLabel(map, x, y)}
    <line class="handle" x1=${left} x2=${left} y1="0" y2="100%" />
    <line class="handle" x1="0" x2="100%" y1=${top} y2=${top} />
    <circle class="today" cx=${percentText(x(0))} cy=${percentText(y(0))} r="5" />
    <text class="mark-label today halo" x=${percentText(x(0))} y=${percentText(y(0))} dx="0.6em" dy="-0.5em">${msg("today")}</text>
    <circle class="handle" cx=${left} cy=${top} r="7" />
    <circle class="grip" cx=${left} cy=${top} r="24" />
  </svg>`;
}

function chartName(across: string, up: string): string {
  return msg(str`Margin usage by the moves of ${across} (across) and ${up} (up), with the line to liquidation`);
}

function cells(view: View, { x, y }: MapAxes): SVGTemplateResult | typeof nothing {
  const usage = view.further.usageOfMap({
    format: "margin-map-request/1",
    wallet: view.index,
    x: requested(x.factor, x.span),
    y: requested(y.factor, y.span),
    columns: kCells,
    rows: kCells,
  });
  if (!usage || usage.length === 0) return nothing;
  const most = kCells - 1;
  return svg`<svg viewBox="0 0 ${most} ${most}" preserveAspectRatio="none" width="100%" height="100%">
    <defs>${Array.from({ length: bandEnds.length + 1 }, (_, band) => bandPattern(`map-band-${band}`, band, most / 40))}</defs>
    ${bandPaths(usage, kCells, kCells).map((path, band) => svg`<path class="band" d=${path} fill="url(#map-band-${band})" />`)}
  </svg>`;
}

/** A colour and, the nearer liquidation is, the more stripes on it. */
function bandPattern(id: string, band: number, size: number): SVGTemplateResult {
  const stripe = [0, 0.12, 0.25, 0.45, 0.3][band] ?? 0;
  return svg`<pattern
    id=${id}
    class="band-${band}"
    width=${size}
    height=${size}
    patternUnits="userSpaceOnUse"
    patternTransform="rotate(45)"
  >
    <rect class="ground" width=${size} height=${size} />
    <rect class="stripe" width=${stripe * size} height=${size} />
    ${band === bandEnds.length ? svg`<rect class="stripe" width=${size} height=${stripe * size} />` : nothing}
  </pattern>`;
}

export function bandSample(band: number): TemplateResult {
  return html`<svg class="sample" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <defs>${bandPattern(`map-sample-${band}`, band, 6)}</defs>
    <rect width="20" height="20" fill="url(#map-sample-${band})" />
  </svg>`;
}

type Point = [number, number];

function linePaths({ lines }: LiquidationMap, x: Scale, y: Scale): SVGTemplateResult[] {
  const draw = line<Point>(
    ([move]) => x(move * 100),
    ([, move]) => y(move * 100),
  ).digits(3);
  return lines.map(({ points, closed }) => {
    const path = `${draw(points) ?? ""}${closed ? "Z" : ""}`;
    return svg`<path class="line-halo" d=${path} /><path class="liquidation" d=${path} />`;
  });
}

/** At the middle of the longest piece. */
function lineLabel({ lines }: LiquidationMap, x: Scale, y: Scale): SVGTemplateResult | typeof nothing {
  const [longest] = [...lines].sort((a, b) => b.points.length - a.points.length);
  const points = longest?.points ?? [];
  if (points.length < 2) return nothing;
  const middle = Math.floor((points.length - 1) / 2);
  const [one, other] = [points[middle], points[middle + 1]];
  if (!one || !other) return nothing;
  const left = x((one[0] + other[0]) * 50);
  const top = Math.min(94, Math.max(8, y((one[1] + other[1]) * 50)));
  const end = left > 50;
  return svg`<text
    class="mark-label liquidation halo"
    x=${percentText(left)}
    y=${percentText(top)}
    dx=${end ? "-0.6em" : "0.6em"}
    dy="1.2em"
    text-anchor=${end ? "end" : "start"}
  >${msg("liquidation")}</text>`;
}

function axisLabels({ numbers }: View, axes: MapAxes, x: Scale, y: Scale): SVGTemplateResult[] {
  // In a narrow picture every second one is left out, but never today.
  const below = x.ticks(4).map((tick, index, all) => {
    const minor = all.length > 3 && (index - all.indexOf(0)) % 2 !== 0 ? "minor" : "";
    const text = tick === 0 ? todayOf(axes.x.factor) : numbers.change(tick / 100);
    const anchor = index === 0 && x(tick) < 5 ? "start" : index === all.length - 1 && x(tick) > 95 ? "end" : "middle";
    const place = percentText(x(tick));
    return svg`<text class="tick-label ${minor}" x=${place} y="100%" dy="1.4em" text-anchor=${anchor}>${text}</text>`;
  });
  const beside = y.ticks(4).map((tick) => {
    const text = tick === 0 ? todayOf(axes.y.factor) : numbers.change(tick / 100);
    const down = y(tick) < 8 ? "1.1em" : "-0.3em";
    return svg`<text class="tick-label halo" x="0" dx="0.3em" y=${percentText(y(tick))} dy=${down}>${text}</text>`;
  });
  return [...below, ...beside];
}

function todayOf(asset: string): string {
  return msg(str`${asset} today`);
}
