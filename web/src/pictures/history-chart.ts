// SPDX-License-Identifier: MIT
//
// Margin equity and margin usage through a price history: two pictures over the same time.
import { msg, str } from "@lit/localize";
import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { scaleUtc, type ScaleTime } from "d3-scale";
import { line } from "d3-shape";

import type { Replay, ReplayPoint, WalletReport } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { momentWords } from "../words/replay.ts";
import { amountLabels, amountLines, anchorOf, upright } from "./axes.ts";
import { percentText, shortUsd, upwards, type Scale } from "./scales.ts";

type Times = ScaleTime<number, number>;

/** About so many lines of amounts: there are two pictures. */
const kAmounts = 3;
/** Usage beyond this, or without equity, is drawn at the edge. */
const kMostUsage = 1.2;

interface Panel {
  series: "marginEquity" | "marginUsage";
  name: string;
  value: (point: ReplayPoint) => number;
  y: Scale;
  tickText: (tick: number) => string;
}

export function historyCharts(replay: Replay, wallet: WalletReport, numbers: Numbers): TemplateResult {
  const x = scaleUtc([new Date(replay.from), new Date(replay.to)], [0, 100]);
  const points = replay.points ?? [];
  const usage = (point: ReplayPoint) => Math.min(kMostUsage, point.marginUsage ?? kMostUsage);
  const amount = (tick: number) =>
    wallet.currency === "USD" ? shortUsd(tick, numbers.locale) : numbers.coin(tick, wallet.currency);
  const panels: Panel[] = [
    {
      series: "marginEquity",
      name: msg("Margin equity"),
      value: ({ marginEquity }) => marginEquity,
      y: upwards(points.map(({ marginEquity }) => marginEquity)),
      tickText: amount,
    },
    {
      series: "marginUsage",
      name: msg("Margin usage, which ends at 100%"),
      value: usage,
      y: upwards([...points.map(usage), 1]),
      tickText: numbers.percent,
    },
  ];
  return html`${panels.map((panel) => chart(panel, replay, points, x, numbers))}`;
}

function chart(panel: Panel, replay: Replay, points: readonly ReplayPoint[], x: Times, numbers: Numbers): TemplateResult {
  const { series, name, value, y } = panel;
  const [from, to] = [momentWords(replay.from, numbers.locale), momentWords(replay.to, numbers.locale)];
  const draw = line<ReplayPoint>(
    ({ at }) => x(new Date(at)),
    (point) => y(value(point)),
  ).digits(3);
  return html`<p class="hint" aria-hidden="true">${name}</p>
    <svg class="chart history" role="img" aria-label=${msg(str`${name}, from ${from} to ${to}`)}>
      ${amountLines(y, kAmounts)} ${timeAxis(x, numbers.locale)}
      ${series === "marginUsage" ? level(y(1)) : nothing}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">
        ${svg`<path class="series ${series}" d=${draw(points as ReplayPoint[]) ?? ""} />`}
      </svg>
      ${amountLabels(y, panel.tickText, 0, kAmounts)}
      ${replay.liquidation ? upright("liquidation", endOf(replay.liquidation, x)) : nothing}
      ${worst(panel, replay, x)}
    </svg>`;
}

function worst({ y, value }: Panel, { worst }: Replay, x: Times): SVGTemplateResult {
  return svg`<circle class="worst" cx=${percentText(x(new Date(worst.at)))} cy=${percentText(y(value(worst)))} r="5" />`;
}

/** Where it was reached on the way between two rows. */
function endOf({ after, at, share }: NonNullable<Replay["liquidation"]>, x: Times): number {
  const to = x(new Date(at));
  const from = after === undefined ? to : x(new Date(after));
  return from + (to - from) * share;
}

function timeAxis(x: Times, locale: string): SVGTemplateResult[] {
  const [from = 0, to = 0] = x.domain().map(Number);
  const days = (to - from) / 86_400_000;
  const format = new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    ...(days < 2
      ? ({ hour: "numeric", minute: "2-digit" } as const)
      : days < 300
        ? ({ month: "short", day: "numeric" } as const)
        : ({ year: "numeric", month: "short" } as const)),
  });
  return x.ticks(4).map((tick, index) => {
    const place = x(tick);
    const kind = `tick-label ${index % 2 === 1 ? "minor" : ""}`;
    return svg`<line class="grid" x1=${percentText(place)} x2=${percentText(place)} y1="100%" y2="103%" />
      <text class=${kind} x=${percentText(place)} y="100%" dy="1.4em" text-anchor=${anchorOf(place, 6)}>${format.format(tick)}</text>`;
  });
}

function level(place: number): SVGTemplateResult {
  return svg`<line class="liquidation" x1="0" x2="100%" y1=${percentText(place)} y2=${percentText(place)} />`;
}
