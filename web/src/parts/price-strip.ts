// SPDX-License-Identifier: MIT
//
// Each price as a strip that the reader drags: where it stands, and where the account is liquidated.
import { msg, str } from "@lit/localize";
import { html, nothing, svg, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import type { Boundary, LiquidationSet, WalletReport } from "#margin";
import { anchorOf, dragPrice, dropPrice, round, type Anchor } from "../form/drag-price.ts";
import { underlyingOf } from "../form/rulebooks.ts";
import { readNumber } from "../format/parse.ts";
import { distance, threatsOf } from "../words/threats.ts";
import { amount } from "./amount.ts";
import type { View } from "./view.ts";

/** Strips that are shown; the table below has all prices. */
const kMost = 3;
/** Steps of a strip from its one end to the other. */
const kSteps = 1000;
/** A strip reaches so far as a multiple of the price it began with, and further to a liquidation, but not beyond. */
const kReach = [0.5, 1.5] as const;
const kFarthest = [0.02, 20] as const;

export function priceStrips(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  const near = (set: LiquidationSet) => Math.min(...threatsOf(set).map(distance), Infinity);
  const sets = wallet.factors
    .filter(({ factor, state }) => factor !== "market" && state !== "none")
    .sort((one, other) => near(one) - near(other))
    .slice(0, kMost);
  if (sets.length === 0) return nothing;
  return html`<div class="strips" role="group" aria-labelledby="strips-title">
    <h3 id="strips-title">${msg("Drag a price and watch")}</h3>
    ${sets.map((set) => priceStrip(view, set))}
  </div>`;
}

interface Strip {
  set: LiquidationSet;
  from: number;
  to: number;
}

function priceStrip(view: View, set: LiquidationSet): TemplateResult {
  const { numbers, form, act } = view;
  const { factor, current } = set;
  const anchor = anchorIn(view, factor);
  const origin = (anchor && readNumber(anchor.price, numbers.locale)?.value) ?? current;
  const strip = stripOf(set, origin);
  const id = `strip-${factor}`;
  const move = (event: Event) => {
    const price = priceAt(strip, Number((event.target as HTMLInputElement).value));
    const begun = anchor ?? anchorOf(form, factor, contractsOn(view, factor));
    act.edit((own) => dragPrice(own, factor, begun, price, numbers), id);
    act.ask({ [id]: JSON.stringify({ ...begun, dragged: numbers.text(price) } satisfies Anchor) });
  };
  const back = (begun: Anchor) => {
    act.edit((own) => dropPrice(own, factor, begun), id);
    act.ask({ [id]: "" });
  };
  return html`<div class="strip">
    <p class="strip-head">
      <label for=${id}>${msg(str`Price of ${factor}`)}</label>
      <strong>${amount(numbers.price(current), "value")}</strong>
      ${
        anchor
          ? html`<button type="button" class="link" @click=${() => back(anchor)}>
              ${msg(str`Back to ${numbers.price(origin)}`)}
            </button>`
          : nothing
      }
    </p>
    <div class="strip-track">
      <svg viewBox="0 0 ${kSteps} 20" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="track" width=${kSteps} height="20" />
        ${liquidated(strip).map(([from, to]) => svg`<rect class="fill" x=${from} width=${to - from} height="20" />`)}
        ${anchor ? svg`<rect class="anchor" x=${stepAt(strip, origin) - 1} width="2" height="20" />` : nothing}
      </svg>
      <input
        type="range"
        id=${id}
        min="0"
        max=${kSteps}
        step="1"
        .value=${live(String(Math.round(stepAt(strip, current))))}
        aria-valuetext="${numbers.price(current)}; ${endsInWords(view, set)}"
        @input=${move}
      />
    </div>
    <p class="strip-ends">${ends(view, set)}</p>
  </div>`;
}

/** What the price was before it was dragged, while it is still where the dragging left it. */
function anchorIn({ asked, form }: View, asset: string): Anchor | undefined {
  const kept = asked.get(`strip-${asset}`);
  if (!kept) return undefined;
  const anchor = JSON.parse(kept) as Anchor;
  return form.prices[asset] === anchor.dragged && anchor.price !== anchor.dragged ? anchor : undefined;
}

function contractsOn({ form, rulebook }: View, asset: string): string[] {
  return Object.keys(form.markets).filter((contract) => underlyingOf(rulebook, contract) === asset);
}

/** Around the price that it began with, so that it does not run away under the finger. */
function stripOf(set: LiquidationSet, origin: number): Strip {
  const inReach = set.boundaries
    .map(({ price }) => price)
    .filter((price) => price > origin * kFarthest[0] && price < origin * kFarthest[1]);
  return {
    set,
    from: Math.min(origin * kReach[0], ...inReach.map((price) => price * 0.9)),
    to: Math.max(origin * kReach[1], ...inReach.map((price) => price * 1.1)),
  };
}

/** Equal steps are equal percentages. */
function stepAt({ from, to }: Pick<Strip, "from" | "to">, price: number): number {
  const step = (kSteps * Math.log(price / from)) / Math.log(to / from);
  return Math.min(kSteps, Math.max(0, step));
}

function priceAt({ from, to }: Strip, step: number): number {
  return round(from * (to / from) ** (step / kSteps));
}

/** The stretches of the strip in which the account is liquidated: at each boundary that turns. */
function liquidated(strip: Strip): [from: number, to: number][] {
  const { boundaries, current, state } = strip.set;
  const ends = [0, ...boundaries.map(({ price }) => stepAt(strip, price)).sort((a, b) => a - b), kSteps];
  const below = boundaries.filter(({ price }) => price < current).length;
  const here = state === "liquidation" ? 0 : 1;
  return ends
    .slice(1)
    .map((to, index): [number, number] => [ends[index] ?? 0, to])
    .filter(([from, to], index) => to > from && (index - below + here) % 2 === 0);
}

function ends(view: View, set: LiquidationSet): TemplateResult {
  const [below, above] = endsOf(view, set);
  return html`<span>${below}</span><span>${above}</span>`;
}

function endsInWords(view: View, set: LiquidationSet): string {
  return endsOf(view, set).filter((words) => words !== "").join("; ");
}

function endsOf(view: View, { below, above, state }: LiquidationSet): [below: string, above: string] {
  const us = view.account.type === "us-futures";
  if (state === "liquidation") {
    return [
      below ? msg(str`safe again below ${whereOf(view, below)}`) : msg("liquidated at today’s price"),
      above ? msg(str`safe again above ${whereOf(view, above)}`) : "",
    ];
  }
  if (!below && !above) return [msg("no price of it liquidates"), ""];
  return us
    ? [
        below ? msg(str`liquidation risk below ${whereOf(view, below)}`) : "",
        above ? msg(str`liquidation risk above ${whereOf(view, above)}`) : "",
      ]
    : [
        below ? msg(str`liquidated below ${whereOf(view, below)}`) : "",
        above ? msg(str`liquidated above ${whereOf(view, above)}`) : "",
      ];
}

function whereOf({ numbers }: View, { price, move }: Boundary): string {
  return `${numbers.priceInWords(price)} (${numbers.change(move)})`;
}
