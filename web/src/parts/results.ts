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
      ? html`${usFigures(view, wallet)} ${clockSection(view, wallet)}`
      : figures(view, wallet);
  return html`${own} ${liquidationTable(view, wallet)}`;
}

function furtherAnswers(view: View, wallet: WalletReport): TemplateResult {
  return html`${waterfallSection(view, wallet)} ${positionTable(view, wallet)} ${compareSection(view, wallet)}
  ${curveSection(view, wallet)} ${mapSection(view, wallet)} ${tradeSection(view, wallet)} ${backwardsSection(view, wallet)}
  ${replaySection(view, wallet)} ${orderPreviews(view, wallet)} ${transferPreviews(view, wallet)} ${storySection(view, wallet)}
  ${costSection(view, wallet)} ${settlementSection(view, wallet)} ${withdrawalSection(view, wallet)}
  ${pledgeSection(view, wallet)}`;
}
