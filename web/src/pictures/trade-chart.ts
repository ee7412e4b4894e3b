// SPDX-License-Identifier: MIT
//
// Profit and loss of three accounts against one price. Lines that lie on each other differ in width and dashes, so that
// each is seen through the one above it.
import { msg, str } from "@lit/localize";
import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { line } from "d3-shape";

import type { CurvePoint, Side } from "#margin";
import type { View } from "../parts/view.ts";
import { amountLabels, amountLines, anchorOf, kLabel, mark, upright } from "./axes.ts";
import { across, percentText, shortUsd, upwards, type Scale, type Span } from "./scales.ts";
import type { AccountLine, TradeLines } from "./trade-lines.ts";

export interface TradeChart {
  name: string;
  trade: TradeLines;
  side: Side;
  span: Span;
  /** Undefined draws dollars; else what the inverse contract makes in its coin. */
  coin: string | undefined;
}

/** Profit and loss where there is one in the unit that is drawn. */
export function drawnProfit(point: CurvePoint, coin: string | undefined): number {
  return coin === undefined ? (point.usd ?? point).portfolioValue : point.portfolioValue;
}

export function drawnLines({ trade, coin }: Pick<TradeChart, "trade" | "coin">): readonly AccountLine[] {
  return trade.lines.filter(({ account }) => coin === undefined || account.type === "single-collateral");
}

export function tradeChart(view: View, chart: TradeChart): TemplateResult {
  const { name, span, coin, trade } = chart;
  const { numbers } = view;
  const lines = drawnLines(chart);
  const x = across(span.from, span.to);
  const y = upwards(lines.flatMap(({ points }) => points.map((point) => drawnProfit(point, coin))));
  const written = (amount: number) => (coin === undefined ? shortUsd(amount, numbers.locale) : numbers.coin(amount, coin));
  const rows = lines.reduce((count, { ends }) => count + ends.length, 0);
  return html`<svg class="chart still rows-${Math.min(6, rows)}" role="img" aria-label=${name}>
    ${amountLines(y)} ${moves(view, trade.price, x)}
    ${upright("today", x(0))}
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
      ${lines.map((one) => svg`<path class="series ${one.account.type}" d=${pathOf(one, coin, x, y)} />`)}
    </svg>
    ${endMarks(view, lines, x)} ${amountLabels(y, written, kLabel)} ${lineNames(lines, chart.side)}
  </svg>`;
}

function pathOf({ points }: AccountLine, coin: string | undefined, x: Scale, y: Scale): string {
  const draw = line<CurvePoint>(
    (point) => x(point.move * 100),
    (point) => y(drawnProfit(point, coin)),
  ).digits(3);
  return draw(points as CurvePoint[]) ?? "";
}

/** Moves below the picture, and today's price. */
function moves({ numbers }: View, price: number, x: Scale): SVGTemplateResult[] {
  return x.ticks(5).map((tick, index) => {
    const place = percentText(x(tick));
    const text = tick === 0 ? msg(str`today ${shortUsd(price, numbers.locale)}`) : numbers.change(tick / 100);
    const kind = `tick-label ${index % 2 === 1 && tick !== 0 ? "minor" : ""}`;
    return svg`<line class="grid" x1=${place} x2=${place} y1="100%" y2="101.5%" />
      <text class=${kind} x=${place} y="100%" dy="1.4em" text-anchor=${anchorOf(x(tick), 6)}>${text}</text>`;
  });
}

/** Each liquidation has a row above the picture of its own, so that no two lie over each other. */
function endMarks({ numbers }: View, lines: readonly AccountLine[], x: Scale): SVGTemplateResult[] {
  const ends = lines.flatMap(({ account, ends }) =>
    ends.map((move) => ({ account, move, boundary: boundaryAt(account, move) })),
  );
  return ends.map(({ account, move, boundary }, row) => {
    // The sentence below says that it is the liquidation: a narrow picture has no room for it.
    const text = `${account.contract}: ${numbers.price(boundary)}`;
    return svg`${upright(`end ${account.type}`, x(move * 100))}
      ${mark(x(move * 100), -0.4 - 1.2 * row, `liquidation ${account.type}`, text)}`;
  });
}

function boundaryAt({ liquidation }: AccountLine["account"], move: number): number {
  return [liquidation?.below, liquidation?.above].find((end) => end?.move === move)?.price ?? 0;
}

/** Of the lowest name, in per cent of the picture's height. */
const kFoot = 96;

/** The lines' names with a piece of each, in the corner that a trade leaves empty. */
function lineNames(lines: readonly AccountLine[], side: Side): SVGTemplateResult[] {
  const [from, to, text] = side === "long" ? [92, 99, 91] : [14, 21, 22];
  const shown = lines.filter(({ points }) => points.length > 0);
  return shown.map(({ account }, index) => {
    const foot = kFoot - kLabel * (shown.length - 1 - index);
    const middle = percentText(foot - kLabel / 4);
    const place = percentText(foot);
    return svg`<line class="series ${account.type}" x1=${percentText(from)} x2=${percentText(to)} y1=${middle} y2=${middle} />
      <text
        class="series-label halo ${account.type}"
        x=${percentText(text)}
        y=${place}
        text-anchor=${side === "long" ? "end" : "start"}
      >${account.contract}</text>`;
  });
}
