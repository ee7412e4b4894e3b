// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { accountTabs, kPanel } from "./accounts.ts";
import { collateralSection } from "./collateral.ts";
import { headlineSection } from "./headline.ts";
import { noticeList } from "./notices.ts";
import { positionsSection } from "./positions.ts";
import { presetsSection } from "./presets.ts";
import { patterns } from "./patterns.ts";
import { room } from "./room.ts";
import type { View } from "./view.ts";

/** The whole calculator, top to bottom. */
export function pageContent(view: View, dropping: boolean): TemplateResult {
  return html`<div class="page ${dropping ? "dropping" : ""}">
    ${view.later?.printedPart(view) ?? nothing}
    <div class="wide">${noticeList(view)} ${view.later?.draftNotice(view) ?? nothing}</div>
    <div class="wide">${view.part(() => headlineSection(view))}</div>
    <div class="wide">${view.part(() => presetsSection(view))}</div>
    ${view.begun ? below(view) : nothing}
  </div>`;
}

/** What is below the first screen of a telephone. */
function below(view: View): TemplateResult {
  return html`${inputs(view)}
    <div class="results ${view.stale ? "stale" : ""}" id="results">
      <h2>${msg("Results")}</h2>
      ${patterns()} ${view.later?.results(view) ?? html`<p class="hint">${msg("Loading …")}</p>`}
    </div>
    <div class="wide">${view.part(() => view.later?.footerSection(view) ?? nothing)}</div>`;
}

/** The form. */
export function inputs(view: View): TemplateResult {
  return html`<div class="inputs">
    <div class="bar">
      <h2>${msg("Your account")}</h2>
      ${steps(view)}
    </div>
    <div class="accounts">${accountTabs(view)} ${view.later?.accountChoices(view) ?? room()}</div>
    ${generalProblems(view)}
    <div class="panel" role="tabpanel" id=${kPanel} aria-labelledby="tab-${view.account.key}">
      ${holdings(view)} ${positionsSection(view)} ${view.later?.liveSwitch(view) ?? nothing}
      ${view.later?.plans(view) ?? nothing}
    </div>
    ${view.part(() => view.later?.rulesSection(view) ?? nothing)} ${view.later?.keepSection(view) ?? nothing} ${view.later?.summaryBar(view) ?? nothing}
  </div>`;
}

/** The reader's steps, backwards and forwards. At their end the buttons keep the focus, and do nothing. */
function steps({ canUndo, canRedo, act }: View): TemplateResult {
  return html`<div class="buttons" role="group" aria-label=${msg("Your changes")}>
    <button type="button" id="step-back" aria-keyshortcuts="Control+Z" aria-disabled=${!canUndo} @click=${() => act.undo()}>
      ${msg("Undo")}
    </button>
    <button type="button" id="step-on" aria-keyshortcuts="Control+Y" aria-disabled=${!canRedo} @click=${() => act.redo()}>
      ${msg("Redo")}
    </button>
  </div>`;
}

/** Other accounts than the first example's come with the later parts. */
function holdings(view: View): TemplateResult | typeof nothing {
  switch (view.account.type) {
    case "multi-collateral":
      return collateralSection(view);
    case "single-collateral":
      return view.later?.coinSection(view) ?? nothing;
    case "us-futures":
      return view.later?.cashSection(view) ?? nothing;
  }
}

function generalProblems({ generalProblems }: View): TemplateResult | typeof nothing {
  if (generalProblems.length === 0) return nothing;
  return html`<ul>
    ${generalProblems.map((problem) => html`<li class="problem">${problem}</li>`)}
  </ul>`;
}
