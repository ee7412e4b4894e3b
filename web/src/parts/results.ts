// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";

import type { WalletReport } from "#margin";
import { figures, usFigures } from "./figures.ts";
import { staleNote } from "./headline.ts";
import { liquidationTable } from "./liquidations.ts";
import { compareSection } from "./compare.ts";
import { costSection, settlementSection, withdrawalSection } from "./costs.ts";
import { pledgeSection } from "./pledge.ts";
import { orderPreviews, transferPreviews } from "./previews.ts";
import { storySection } from "./story.ts";
import { backwardsSection, curveSection, mapSection, replaySection, tradeSection } from "./pictures.ts";
import { positionTable } from "./position-table.ts";
import { waterfallSection } from "./waterfall.ts";
import { clockSection } from "./us-clock.ts";
import type { View } from "./view.ts";

/** What is known of the account that is shown. */
export function results(view: View): TemplateResult {
  const { wallet } = view;
  return html`${staleNote(view)}
  ${
    wallet
      ? html`${firstAnswers(view, wallet)} ${furtherAnswers(view, wallet)}`
      : html`<p>${msg("There is no result yet: fill in or mend the marked fields.")}</p>`
  }`;
}

function firstAnswers(view: View, wallet: WalletReport): TemplateResult {
  const own =
    wallet.type === "us-futures"
      ? html`${view.part(() => usFigures(view, wallet))} ${view.part(() => clockSection(view, wallet))}`
      : view.part(() => figures(view, wallet));
  return html`${own} ${view.part(() => liquidationTable(view, wallet))}`;
}

function furtherAnswers(view: View, wallet: WalletReport): TemplateResult {
  const before = [compareSection, curveSection, mapSection, tradeSection, backwardsSection, replaySection];
  const after = [orderPreviews, transferPreviews, storySection, costSection, settlementSection, withdrawalSection, pledgeSection];
  return html`${view.part(() => waterfallSection(view, wallet))} ${view.part(() => positionTable(view, wallet))}
  ${[...before, ...after].map((section) => view.part(() => section(view, wallet)))}`;
}
