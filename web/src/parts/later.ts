// SPDX-License-Identifier: MIT
//
// The parts that come after the first screen, in a file of their own that is loaded once that stands.
import { html, type TemplateResult } from "lit";

import { Kraken } from "../element/kraken.ts";
import { filesSection } from "./files.ts";
import { ordersSection, transfersSection } from "./orders.ts";
import { savedSection } from "./saved.ts";
import type { View } from "./view.ts";

export { otherMarkets, ownFigures } from "./assumptions.ts";
export { contractWindow } from "./contract.ts";
export { draftNotice } from "./draft.ts";
export { printedPart } from "./printed.ts";
export { keepingFor } from "../keep/keeping.ts";
export { searchField, searchSwitch } from "./contract-search.ts";
export { Announcer } from "../element/announcer.ts";
export { Late } from "../element/late.ts";
export { InView } from "../element/in-view.ts";
export { UndoKeys } from "../element/undo-keys.ts";
export { furtherExamples } from "./further-examples.ts";
export { accountChoices } from "./account-choices.ts";
export { footerSection } from "./footer.ts";
export { rulesSection } from "./rules.ts";
export { moreOfPosition } from "./position-more.ts";
export { results } from "./results.ts";
export { coinSection } from "./single.ts";
export { summaryBar } from "./summary-bar.ts";
export { cashSection } from "./us.ts";
export { liveSwitch } from "./live-switch.ts";
export { working } from "./working.ts";
export { dress } from "../styles/results.ts";
export { originWords } from "../words/origins.ts";
export { glossary } from "../words/glossary.ts";
export { headline } from "../words/headline.ts";

/** Orders and transfers to try out. */
export function plans(view: View): TemplateResult {
  // The last of all to be there behind the first screen.
  return html`${view.part(() => ordersSection(view), true)} ${view.part(() => transfersSection(view))}`;
}

/** Ways to keep the account and to hand it on. */
export function keepSection(view: View): TemplateResult {
  return html`${view.part(() => filesSection(view))} ${view.part(() => savedSection(view))}`;
}

/** The import of Kraken's own answers. */
export function krakenFor(host: ConstructorParameters<typeof Kraken>[0]): Kraken {
  return new Kraken(host);
}
