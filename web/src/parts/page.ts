// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import { statusWords } from "../words/status.ts";
import { threatsTo } from "../words/threats.ts";
import { accountChoices, accountTabs, kPanel } from "./accounts.ts";
import { collateralSection } from "./collateral.ts";
import { footerSection } from "./footer.ts";
import { headlineSection } from "./headline.ts";
import { noticeList } from "./notices.ts";
import { positionsSection } from "./positions.ts";
import { presetsSection } from "./presets.ts";
import { resultsSection } from "./results.ts";
import { rulesSection } from "./rules.ts";
import { coinSection } from "./single.ts";
import { cashSection } from "./us.ts";
import type { View } from "./view.ts";

/** The whole calculator, top to bottom. */
export function pageContent(view: View, dropping: boolean): TemplateResult {
  return html`<div class="page ${dropping ? "dropping" : ""}">
    <div class="wide">${noticeList(view)}</div>
    <div class="wide">${headlineSection(view)}</div>
    <div class="wide">${presetsSection(view)}</div>
    <div class="inputs">
      <h2>Your account</h2>
      <div class="accounts">${accountTabs(view)} ${accountChoices(view)}</div>
      ${generalProblems(view)}
      <div class="panel" role="tabpanel" id=${kPanel} aria-labelledby="tab-${view.account.key}">
        ${holdings(view)} ${positionsSection(view)} ${view.later?.plans(view) ?? nothing}
      </div>
      ${rulesSection(view)} ${view.later?.keepSection(view) ?? nothing} ${summaryBar(view)}
    </div>
    ${resultsSection(view)}
    <div class="wide">${footerSection(view)}</div>
  </div>`;
}

function holdings(view: View): TemplateResult {
  switch (view.account.type) {
    case "multi-collateral":
      return collateralSection(view);
    case "single-collateral":
      return coinSection(view);
    case "us-futures":
      return cashSection(view);
  }
}

function generalProblems({ generalProblems }: View): TemplateResult | typeof nothing {
  if (generalProblems.length === 0) return nothing;
  return html`<ul>
    ${generalProblems.map((problem) => html`<li class="problem">${problem}</li>`)}
  </ul>`;
}

/** Where the results are far from the field in hand, their gist stays in sight while the form is. */
function summaryBar(view: View): TemplateResult | typeof nothing {
  const { wallet, numbers } = view;
  if (!wallet) return nothing;
  const status = statusWords[wallet.status];
  const nearest = threatsTo(wallet)[0];
  const leverage =
    wallet.effectiveLeverage === null ? "" : `${numbers.leverageInWords(wallet.effectiveLeverage)} leverage`;
  const where = nearest
    ? `${nearest.set.factor} ${numbers.priceInWords(nearest.boundary.price)} (${numbers.change(nearest.boundary.move)})`
    : "";
  const end =
    status.tone === "danger"
      ? wallet.status === "liquidation"
        ? "in liquidation"
        : status.short
      : nearest
        ? `${wallet.type === "us-futures" ? "liquidation risk" : "liquidated"} at ${where}`
        : wallet.positions.length > 0
          ? status.short
          : "no position";
  const show = (event: Event) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    root.getElementById("results")?.scrollIntoView();
  };
  return html`<button type="button" class="summary ${view.stale ? "stale" : status.tone}" @click=${show}>
    <span class="unseen">Show the results: </span>
    <span>${[view.stale ? "last valid result" : "", leverage, end].filter((text) => text !== "").join(" · ")}</span>
  </button>`;
}
