// SPDX-License-Identifier: MIT
//
// The parts that come after the first screen, in a file of their own that is loaded once that stands.
import { html, type TemplateResult } from "lit";

import type { WalletReport } from "#margin";
import { Kraken } from "../element/kraken.ts";
import { compareSection } from "./compare.ts";
import { costSection, settlementSection, withdrawalSection } from "./costs.ts";
import { filesSection } from "./files.ts";
import { ordersSection, transfersSection } from "./orders.ts";
import { pledgeSection } from "./pledge.ts";
import { orderPreviews, transferPreviews } from "./previews.ts";
import { savedSection } from "./saved.ts";
import { storySection } from "./story.ts";
import { backwardsSection, curveSection, mapSection, replaySection, tradeSection } from "./pictures.ts";
import { positionTable } from "./position-table.ts";
import { waterfallSection } from "./waterfall.ts";
import type { View } from "./view.ts";

export { otherMarkets, ownFigures } from "./assumptions.ts";
export { contractWindow } from "./contract.ts";
export { draftNotice } from "./draft.ts";
export { printedPart } from "./printed.ts";
export { keepingFor } from "../keep/keeping.ts";
export { accountChoices } from "./account-choices.ts";
export { distanceTo, typicalDay } from "./distance.ts";
export { footerSection } from "./footer.ts";
export { rulesSection } from "./rules.ts";
export { coinSection } from "./single.ts";
export { summaryBar } from "./summary-bar.ts";
export { cashSection } from "./us.ts";
export { clockSection } from "./us-clock.ts";
export { liveSwitch } from "./live-switch.ts";
export { working } from "./working.ts";
export { glossary } from "../words/glossary.ts";
export { headline } from "../words/headline.ts";

/** Orders and transfers to try out. */
export function plans(view: View): TemplateResult {
  return html`${ordersSection(view)} ${transfersSection(view)}`;
}

/** The answers below the first ones. */
export function laterAnswers(view: View, wallet: WalletReport): TemplateResult {
  return html`${waterfallSection(view, wallet)} ${positionTable(view, wallet)} ${compareSection(view, wallet)}
  ${curveSection(view, wallet)} ${mapSection(view, wallet)} ${tradeSection(view, wallet)} ${backwardsSection(view, wallet)}
  ${replaySection(view, wallet)} ${orderPreviews(view, wallet)} ${transferPreviews(view, wallet)} ${storySection(view, wallet)}
  ${costSection(view, wallet)} ${settlementSection(view, wallet)} ${withdrawalSection(view, wallet)}
  ${pledgeSection(view, wallet)}`;
}

/** Ways to keep the account and to hand it on. */
export function keepSection(view: View): TemplateResult {
  return html`${filesSection(view)} ${savedSection(view)}`;
}

/** The import of Kraken's own answers. */
export function krakenFor(host: ConstructorParameters<typeof Kraken>[0]): Kraken {
  return new Kraken(host);
}
