// SPDX-License-Identifier: MIT
//
// Sections whose content comes with the whole module, once one of them is opened.
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { WalletReport } from "#margin";
import type { Views } from "../element/further.ts";
import { disclosure } from "./explain.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

type Section = TemplateResult | typeof nothing;

export function curveSection(view: View, wallet: WalletReport): Section {
  if (assetsThatMove(wallet) === 0) return nothing;
  return section(view, "curve", msg("What a price does to the account"), msg("Move a price and watch"), (views) =>
    views.curvePicture(view, wallet),
  );
}

export function mapSection(view: View, wallet: WalletReport): Section {
  if (assetsThatMove(wallet) < 2 || wallet.type === "single-collateral") return nothing;
  return section(view, "map", msg("Two prices at once"), msg("Move two prices apart from each other"), (views) =>
    views.mapPicture(view, wallet),
  );
}

export function tradeSection(view: View, wallet: WalletReport): Section {
  if (wallet.positions.length === 0) return nothing;
  const summary = msg("Profit and loss, and where each is liquidated");
  return section(view, "trade", msg("The same trade in three accounts"), summary, (views) => views.tradePicture(view, wallet));
}

export function backwardsSection(view: View, wallet: WalletReport): Section {
  if (assetsThatMove(wallet) === 0) return nothing;
  const summary = msg("Ask backwards: what to add, what to close, how likely it is");
  return section(view, "backwards", msg("What must be so"), summary, (views) => views.backwards(view, wallet));
}

/** Held through prices of the past. */
export function replaySection(view: View, wallet: WalletReport): Section {
  if (assetsThatMove(wallet) === 0 || wallet.positions.length === 0) return nothing;
  return section(view, "replay", msg("What the past would have done"), msg("Replay a price history"), (views) =>
    views.replay(view, wallet),
  );
}

function assetsThatMove({ factors }: WalletReport): number {
  return factors.filter(({ factor }) => factor !== "market").length;
}

function section(
  view: View,
  id: string,
  title: string,
  summary: string,
  content: (views: Views) => TemplateResult,
): TemplateResult {
  return html`<section aria-labelledby="${id}-title">
    <h3 id="${id}-title">${title}</h3>
    ${disclosure(view, { id, summary }, () =>
      told(view, view.further.views, (views) => (views ? content(views) : nothing)),
    )}
  </section>`;
}
