// SPDX-License-Identifier: MIT
//
// Margin equity and what must be left of it, against one price. Lines differ in their dashes too, and each is
// labelled where it ends.
import { msg, str } from "@lit/localize";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { line } from "d3-shape";

import type { Curve, CurveAmounts, CurvePoint, LiquidationSet, WalletReport } from "#margin";
import type { View } from "../parts/view.ts";
import { andList } from "../words/lists.ts";
import { isolatedPositions } from "../words/threats.ts";
import { amountLabels, amountLines, anchorOf, kLabel, mark, upright } from "./axes.ts";
import { across, percentText, shortUsd, spread, unsafeSpans, upwards, type Scale, type Span } from "./scales.ts";
import { drag, type Slider } from "./slider.ts";

interface Chart {
  set: LiquidationSet;
  curve: Curve;
  /** Where the handle is. */
  point: CurvePoint;
  handle: Pick<Slider, "id" | "span">;
}

/** The amounts that are drawn: in dollars, in which they are straight, of the pool that is liquidated together. */
export function drawnAmounts(point: CurvePoint): CurveAmounts["cross"] {
  return (point.usd ?? point).cross;
}

type Series = keyof CurveAmounts["cross"];
const kSeries: readonly Series[] = ["marginEquity", "initialMargin", "maintenanceMargin"];

/** From the end of a line to the foot of its label, above or below it. */
const kAbove = -2;
const kBelow = 6;

export function curveChart(view: View, wallet: WalletReport, chart: Chart): TemplateResult {
  const { set, curve, point, handle } = chart;
  const x = across(handle.span.from, handle.span.to);
  const y = upwards(curve.points.flatMap((point) => Object.values(drawnAmounts(point))));
  const { down, move } = drag(view, { x: handle });
  const unsafe = unsafeSpans(curve.liquidation.boundaries, curve.liquidation.state === "liquidation", handle.span);
  return html`<svg
    class="chart ${set.below && set.above ? "two" : ""}"
    role="img"
    aria-label=${chartName(view, wallet, set)}
    @pointerdown=${down}
    @pointermove=${move}
  >
    ${patterns()} ${curve.liquidation.state === "none" ? nothing : unsafe.map((span) => unsafeArea(span, x))}
    ${amountLines(y)} ${priceAxis(view, chart, x)}
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
      ${kSeries.map((series) => svg`<path class="series ${series}" d=${pathOf(curve.points, series, x, y)} />`)}
    </svg>
    ${liquidationMarks(view, chart, x)} ${upright("today", x(0))}
    ${amountLabels(y, (amount) => shortUsd(amount, view.numbers.locale), kLabel)} ${seriesLabels(wallet, curve, y)}
    ${mark(x(0), -1.6, "today", todayWords(view, set))}
    ${handleMark(x(point.move * 100), y(drawnAmounts(point).marginEquity))}
  </svg>`;
}

function chartName(view: View, wallet: WalletReport, set: LiquidationSet): string {
  const boundaries = set.boundaries.map(({ price, move }) =>
    set.factor === "market" ? view.numbers.change(move) : view.numbers.price(price),
  );
  const equity = equityName(wallet);
  const asset = set.factor;
  if (boundaries.length === 0) {
    return asset === "market"
      ? msg(str`${equity}, initial and maintenance margin against the whole crypto market`)
      : msg(str`${equity}, initial and maintenance margin against the price of ${asset}`);
  }
  const ends = andList(boundaries);
  return asset === "market"
    ? msg(str`${equity}, initial and maintenance margin against the whole crypto market; liquidation at ${ends}`)
    : msg(str`${equity}, initial and maintenance margin against the price of ${asset}; liquidation at ${ends}`);
}

function todayWords({ numbers }: View, set: LiquidationSet): string {
  if (set.factor === "market") return msg("today");
  const price = numbers.priceInWords(set.current);
  return msg(str`today ${price}`);
}

function patterns(): SVGTemplateResult {
  return svg`<defs>
    <pattern id="unsafe-pattern" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="unsafe-stripe" width="1.5" height="8" />
    </pattern>
  </defs>`;
}

function unsafeArea({ from, to }: Span, x: Scale): SVGTemplateResult {
  const [begin, length] = [percentText(x(from)), percentText(x(to) - x(from))];
  return svg`<rect class="unsafe" x=${begin} width=${length} y="0" height="100%" />`;
}

function pathOf(points: readonly CurvePoint[], series: Series, x: Scale, y: Scale): string {
  const draw = line<CurvePoint>(
    (point) => x(point.move * 100),
    (point) => y(drawnAmounts(point)[series]),
  ).digits(3);
  return draw(points as CurvePoint[]) ?? "";
}

/** Prices below the picture; of the whole market its moves. */
function priceAxis({ numbers }: View, { set, curve, handle }: Chart, x: Scale): SVGTemplateResult[] {
  const [first, last] = [curve.points[0]?.price, curve.points.at(-1)?.price];
  const market = set.factor === "market" || first === undefined || last === undefined;
  const scale = market ? x : across(first, last);
  const ticks = scale.ticks(handle.span.to > 150 ? 5 : 6);
  return ticks.map((tick, index) => {
    const place = percentText(scale(tick));
    const text = market ? numbers.change(tick / 100) : shortUsd(tick, numbers.locale);
    const kind = `tick-label ${index % 2 === 1 ? "minor" : ""}`;
    return svg`<line class="grid" x1=${place} x2=${place} y1="100%" y2="101.5%" />
      <text class=${kind} x=${place} y="100%" dy="1.4em" text-anchor=${anchorOf(scale(tick), 4)}>${text}</text>`;
  });
}

/** As the account's kind calls them. */
export function seriesNames(wallet: WalletReport): Record<Series, string> {
  const us = wallet.type === "us-futures";
  return {
    marginEquity: equityName(wallet),
    initialMargin: msg("Initial margin"),
    maintenanceMargin: us ? msg("Margin in force") : msg("Maintenance margin"),
  };
}

function equityName(wallet: WalletReport): string {
  if (wallet.type === "us-futures") return msg("Equity");
  return isolatedPositions(wallet).length > 0 ? msg("Cross margin equity") : msg("Margin equity");
}

function seriesLabels(wallet: WalletReport, { points }: Curve, y: Scale): SVGTemplateResult[] {
  const end = points.at(-1);
  if (!end) return [];
  const names = seriesNames(wallet);
  const amounts = drawnAmounts(end);
  // Where two lines are one, one label says so.
  const same = amounts.initialMargin === amounts.maintenanceMargin;
  const series = same ? kSeries.filter((one) => one !== "initialMargin") : kSeries;
  const wanted = series.map((one) => y(amounts[one]) + (aboveLine(one, points) ? kAbove : kBelow));
  const places = spread(wanted, kLabel, kLabel, 99).map(percentText);
  return series.map(
    (one, index) =>
      svg`<text class="series-label halo ${one}" x="100%" y=${places[index]} text-anchor="end">${names[one]}</text>`,
  );
}

/** Whether a label stands above the end of its line: where that comes from below; of the two margins the larger is. */
function aboveLine(series: Series, points: readonly CurvePoint[]): boolean {
  if (series !== "marginEquity") return series === "initialMargin";
  const [last, former] = [points.at(-1), points.at(-2)];
  return last !== undefined && former !== undefined && drawnAmounts(last).marginEquity >= drawnAmounts(former).marginEquity;
}

function liquidationMarks({ numbers }: View, { set, handle }: Chart, x: Scale): SVGTemplateResult[] {
  const seen = set.boundaries.filter(({ move }) => move * 100 >= handle.span.from && move * 100 <= handle.span.to);
  const labelled = [set.below, set.above].flatMap((boundary) => (boundary ? [boundary.move] : []));
  return seen.map(({ move, price }) => {
    const place = x(move * 100);
    const where = set.factor === "market" ? numbers.change(move) : numbers.price(price);
    const text = msg(str`liquidation ${where}`);
    // Two that would lie over each other stand one above the other.
    const line = labelled.length > 1 && move === labelled[1] ? -2.8 : -0.4;
    return svg`${upright("liquidation", place)}
      ${labelled.includes(move) ? mark(place, line, "liquidation", text) : nothing}`;
  });
}

function handleMark(x: number, y: number): SVGTemplateResult {
  return svg`${upright("handle", x)}
    <circle class="handle" cx=${percentText(x)} cy=${percentText(y)} r="7" />`;
}
