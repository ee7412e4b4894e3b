// SPDX-License-Identifier: MIT
//
// What one price does to the account: its curve, a handle on it, and the sentence that goes with it.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Curve, LiquidationSet, WalletReport } from "#margin";
import { blankId, chosen, choice } from "../parts/blanks.ts";
import type { View } from "../parts/view.ts";
import { andList } from "../words/lists.ts";
import { isolatedPositions } from "../words/threats.ts";
import type { Columns } from "./columns.ts";
import { curveChart, drawnAmounts, seriesNames } from "./curve-chart.ts";
import { factorName, factorsOf } from "./factors.ts";
import { fileWord, framed, sentenceId } from "./frame.ts";
import { spanOf, type Span } from "./scales.ts";
import { backToToday, moveOf, slider } from "./slider.ts";
import { curveOf, pointAt, standingAt, standingParagraph } from "./standing.ts";

export function curvePicture(view: View, wallet: WalletReport): TemplateResult {
  const choices = factorsOf(wallet).map((factor) => ({ value: factor, label: factorName(factor) }));
  const id = blankId(view, "curve-factor");
  const factor = chosen(view, id, choices);
  const set = wallet.factors.find((one) => one.factor === factor);
  const mover = choice(view, { id, label: msg("What moves"), choices });
  return html`<p class="blanks">${msg(html`If only ${mover} moves:`)}</p>
    ${set ? curveFigure(view, wallet, set) : nothing}`;
}

function curveFigure(view: View, wallet: WalletReport, set: LiquidationSet): TemplateResult {
  const { factor } = set;
  const span = spanOf(set);
  const handle = { id: blankId(view, `curve-move-${factor}`), span };
  const move = moveOf(view, handle);
  const curve = curveOf(view, factor, span.from / 100, span.to / 100);
  const point = pointAt(view, factor, move);
  const words = standingAt(view, wallet, [{ factor, move }]);
  if (typeof curve === "string" || !point) return html`<p class="problem">${curve}</p>`;
  const market = factor === "market";
  const equity = seriesNames(wallet).marginEquity;
  const label = market ? msg("Move of the whole crypto market") : msg(str`Price of ${factor}`);
  return framed(view, {
    id: "curve",
    title: market
      ? msg(str`${equity} against the whole crypto market`)
      : msg(str`${equity} against the price of ${factor}`),
    picture: curveChart(view, wallet, { set, curve, point, handle }),
    below: slider(view, { ...handle, label, words: words?.short ?? msg("no answer") }),
    sentence: standingParagraph(sentenceId("curve"), words),
    hint: html`${outOfSight(view, set, span)} ${isolatedEnds(view, wallet, set.factor)}
      <span class="no-print">${msg("Drag in the picture, or move the slider.")}</span>
      ${backToToday(view, [handle.id])}`,
    file: `margin-equity-by-${fileWord(factor)}`,
    numbers: () => curveColumns(view, wallet, curve),
  });
}

/** The liquidation prices that the picture does not show. */
function outOfSight({ numbers }: View, { below, above, factor, state }: LiquidationSet, { from, to }: Span): string {
  if (state === "none") return "";
  const where = (boundary: NonNullable<typeof below>) =>
    factor === "market" ? numbers.change(boundary.move) : numbers.price(boundary.price);
  const far = [below, above].flatMap((boundary) =>
    boundary && (boundary.move * 100 < from || boundary.move * 100 > to) ? [where(boundary)] : [],
  );
  if (far.length > 0) return beyondPicture(andList(far));
  if (below || above) return "";
  return state === "safe" ? msg("No price of it liquidates.") : msg("No price of it would be safe.");
}

function beyondPicture(prices: string): string {
  return msg(str`Liquidation beyond the picture: ${prices}.`);
}

/** Isolated positions end by themselves, whatever the pool that is drawn. */
function isolatedEnds({ numbers }: View, wallet: WalletReport, factor: string): string {
  const ends = isolatedPositions(wallet).flatMap(({ contract, liquidation: { factor: own, below, above } }) =>
    own === factor
      ? [below, above].flatMap((end) => (end ? [isolatedEnd(contract, numbers.price(end.price))] : []))
      : [],
  );
  return ends.join(" ");
}

function isolatedEnd(contract: string, price: string): string {
  return msg(str`Isolated ${contract}: liquidation at ${price}.`);
}

/** In dollars, in which the lines are straight between. */
function curveColumns({ numbers }: View, wallet: WalletReport, { points, factor }: Curve): Columns {
  const names = seriesNames(wallet);
  const priced = factor !== "market" && points.every(({ price }) => price !== undefined);
  return {
    caption: msg("Where the lines begin, bend and end, in USD; straight between"),
    columns: [
      ...(priced ? [{ head: msg("Price"), write: numbers.price }] : []),
      { head: msg("Move"), write: numbers.change },
      { head: names.marginEquity, write: numbers.usd },
      { head: names.initialMargin, write: numbers.usd },
      { head: names.maintenanceMargin, write: numbers.usd },
    ],
    rows: points.map((point) => {
      const { marginEquity, initialMargin, maintenanceMargin } = drawnAmounts(point);
      return [...(priced ? [point.price ?? null] : []), point.move, marginEquity, initialMargin, maintenanceMargin];
    }),
  };
}
