// SPDX-License-Identifier: MIT
//
// Kraken's documents contradict each other on whether margin follows the entry or the mark price: where that makes a
// difference, both liquidation prices are shown.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { LiquidationSet } from "#margin";
import { marginBasisOf } from "../form/rulebooks.ts";
import type { View } from "./view.ts";

export function otherBasisPrice(
  view: View,
  set: LiquidationSet,
  side: "below" | "above",
): TemplateResult | typeof nothing {
  const { result, numbers, index } = view;
  const wallet = result?.otherBasis()?.wallets[index];
  if (!result || !wallet || wallet.type === "us-futures") return nothing;
  const other = wallet.factors.find(({ factor }) => factor === set.factor)?.[side];
  const priced = (price: number | undefined) => (price === undefined ? msg("none", { id: "no-price" }) : numbers.price(price));
  const moved = (move: number | undefined) => (move === undefined ? msg("none", { id: "no-price" }) : numbers.change(move));
  const market = set.factor === "market";
  const [here, there] = [set[side], other ?? null].map((end) => (market ? moved(end?.move) : priced(end?.price)));
  if (here === there || there === undefined) return nothing;
  const basis = result.scenario.policy?.marginBasis ?? marginBasisOf(result.rulebook);
  return html`<span class="distance">
    ${basis === "entry" ? msg(str`with margin on the mark price: ${there}`) : msg(str`with margin on the entry price: ${there}`)}
  </span>`;
}
