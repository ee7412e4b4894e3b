// SPDX-License-Identifier: MIT
//
// As much of the calculator as an article shows.
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { WalletReport } from "#margin";
import type { Views } from "../element/further.ts";
import type { EmbeddedView } from "../embed/presentation.ts";
import { headlineSection } from "./headline.ts";
import { noticeList } from "./notices.ts";
import { patterns } from "./patterns.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

export interface Embedded {
  kind: EmbeddedView;
  /** Why the scenario given is not what is shown, in words. */
  refused: readonly string[];
  /** The form's parts, where they are wanted and there. */
  page: typeof import("./page.ts") | undefined;
  /** Address of the whole page with what is shown; "" for none. */
  whole: string;
}

export function embeddedContent(view: View, { kind, refused, page, whole }: Embedded): TemplateResult {
  const notices = noticeList({ ...view, notices: [...refused, ...view.notices] });
  if (kind === "full" && page) return html`${refused.length > 0 ? notices : nothing}${page.pageContent(view, false)}${wholeLink(whole)}`;
  return html`<div class="page">
    ${notices === nothing ? nothing : html`<div class="wide">${notices}</div>`}
    <div class="wide">${patterns()} ${headlineSection(view, { landmark: false })}</div>
    ${picture(view, kind)}
    ${kind === "form" ? html`<div class="wide">${page?.inputs(view) ?? nothing}</div>` : nothing}
    <div class="wide embedded-foot">${foot(view)} ${wholeLink(whole)}</div>
  </div>`;
}

function picture(view: View, kind: EmbeddedView): TemplateResult | typeof nothing {
  const { wallet } = view;
  if (!wallet || (kind !== "curve" && kind !== "map")) return nothing;
  const show = (views: Views) => (kind === "map" && canMap(wallet) ? views.mapPicture(view, wallet) : views.curvePicture(view, wallet));
  return html`<div class="wide embedded-picture">
    <h3 class="unseen">${msg("Picture")}</h3>
    ${told(view, view.further.views, (views) => (views ? show(views) : nothing))}
  </div>`;
}

/** Two prices that move apart are needed; one price has its curve. */
export function canMap({ type, factors }: WalletReport): boolean {
  return type !== "single-collateral" && factors.filter(({ factor }) => factor !== "market").length >= 2;
}

function foot({ rulebook, version, later }: View): TemplateResult {
  const effective = html`<time datetime=${rulebook.effective}>${rulebook.effective}</time>`;
  return html`<p class="hint">
    ${msg(html`<strong>An estimate, not advice.</strong> Not affiliated with Kraken. ${rulebook.title}, in effect from ${effective}. Margin calculator ${version}.`)}
    ${later?.originWords(rulebook)}
  </p>`;
}

function wholeLink(address: string): TemplateResult | typeof nothing {
  if (address === "") return nothing;
  return html`<p class="hint no-print">
    <a href=${address} target="_blank" rel="noopener">${msg("Open the whole calculator with this account")}</a>
  </p>`;
}
