// SPDX-License-Identifier: MIT
//
// From what the account holds down to what is left for new positions, one bar a step. The bars stand at the report's
// own levels; only what open orders set aside is the difference of two.
import { msg } from "@lit/localize";
import { html, nothing, svg, type TemplateResult } from "lit";

import type { UsFuturesReport, WalletReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import type { CoinReport } from "../words/threats.ts";
import { isolatedPositions } from "../words/threats.ts";
import { amount } from "./amount.ts";
import type { View } from "./view.ts";

/** Of an amount, what two ways to reckon it may differ by. */
const kRounding = 1e-9;

/** A step of the way: what is added or taken, or what there is by then. */
interface Step {
  name: string;
  /** What is written beside the bar. */
  amount: number;
  from: number;
  to: number;
  kind: "level" | "gain" | "loss" | "aside";
}

const level = (name: string, to: number): Step => ({ name, amount: to, from: 0, to, kind: "level" });

const change = (name: string, amount: number, from: number, to: number): Step[] =>
  amount === 0 ? [] : [{ name, amount, from, to, kind: to < from ? "loss" : "gain" }];

/** An amount that is set aside: written as it is, drawn as what is lost by it. */
const aside = (name: string, amount: number, from: number, to: number): Step => ({ name, amount, from, to, kind: "aside" });

export function waterfallSection(view: View, wallet: WalletReport): TemplateResult {
  const steps = wallet.type === "us-futures" ? usSteps(wallet) : coinSteps(wallet);
  const ends = steps.flatMap(({ from, to }) => [from, to]);
  const scale = scaleOf(Math.min(0, ...ends), Math.max(0, ...ends));
  const money = moneyOf(wallet, view.numbers);
  return html`<section aria-labelledby="waterfall-title">
    <h3 id="waterfall-title">${msg("From what you hold to what is free")}</h3>
    <table class="waterfall">
      <thead class="unseen">
        <tr>
          <th scope="col">${msg("Step")}</th>
          <th scope="col">${msg("Amount")}</th>
        </tr>
      </thead>
      <tbody>
        ${steps.map(
          (step) => html`<tr class=${step.kind}>
            <th scope="row">${step.name}</th>
            <td>${amount(money.full(step.amount), "plain")} ${bar(step, scale)}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

function coinSteps(wallet: CoinReport): Step[] {
  const { balanceValue, collateralValue, totalUnrealizedAsMargin, marginEquity, cross, availableMargin } = wallet;
  const isolated = isolatedPositions(wallet).length > 0;
  const free = cross.marginEquity - cross.initialMargin;
  const orders = free - availableMargin;
  return [
    level(msg("Value of what you pledged"), balanceValue),
    ...(collateralValue === balanceValue ? [] : [{ ...level(msg("counts as collateral"), collateralValue) }]),
    ...change(msg("Open profit, loss and funding"), totalUnrealizedAsMargin, collateralValue, marginEquity),
    level(msg("Margin equity"), marginEquity),
    ...(isolated ? [level(msg("of it for cross positions"), cross.marginEquity)] : []),
    aside(msg("Initial margin in use"), cross.initialMargin, cross.marginEquity, free),
    // Without orders there is none of it but rounding.
    ...(wallet.orders?.length && orders > kRounding * Math.abs(free)
      ? [aside(msg("Set aside for open orders"), orders, free, availableMargin)]
      : []),
    level(msg("Available margin"), availableMargin),
  ];
}

function usSteps(wallet: UsFuturesReport): Step[] {
  const { cash, unrealizedPnl, equity, requirement, riskBuffer } = wallet;
  return [
    level(msg("Cash"), cash),
    ...change(msg("Open profit or loss"), unrealizedPnl, cash, equity),
    level(msg("Equity"), equity),
    aside(msg("Margin in force now"), requirement, equity, riskBuffer),
    level(msg("Risk buffer"), riskBuffer),
  ];
}

const kWide = 1000;

/** Where an amount stands along the bars. */
function scaleOf(least: number, most: number): (value: number) => number {
  const span = most - least;
  return (value) => (span > 0 ? ((value - least) / span) * kWide : 0);
}

function bar({ from, to }: Step, scale: (value: number) => number): TemplateResult | typeof nothing {
  const [begin, end] = [scale(Math.min(from, to)), scale(Math.max(from, to))];
  return html`<svg viewBox="0 0 ${kWide} 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
    ${svg`<rect class="fill" x=${begin} width=${Math.max(2, end - begin)} height="10" />`}
    ${svg`<rect class="zero" x=${scale(0)} width="2" height="10" />`}
  </svg>`;
}
