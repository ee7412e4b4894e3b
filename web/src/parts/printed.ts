// SPDX-License-Identifier: MIT
//
// What goes on paper in place of the form and the results: made when the page is printed, and only then.
import { msg, str } from "@lit/localize";
import { html, nothing, render, type TemplateResult } from "lit";

import { datedName, rulebookOf } from "../form/rulebooks.ts";
import type { Line } from "../keep/lines.ts";
import { overviewOf, type AccountOverview, type Table } from "../keep/overview.ts";
import { momentText } from "../keep/rules.ts";
import { linkOf } from "../keep/share.ts";
import type { View } from "./view.ts";

export function printedPart(view: View): TemplateResult | typeof nothing {
  if (!view.keeping) return nothing;
  view.keeping.print = (into, printing) => render(printing ? sheet(view) : nothing, into);
  return html`<div class="printed" id="printed"></div>`;
}

function sheet(view: View): TemplateResult | typeof nothing {
  const { result, numbers, version } = view;
  if (!result) return nothing;
  const overview = overviewOf(result, rulebookOf(view.rulebooks, datedName(result.rulebook)), numbers);
  const several = overview.accounts.length > 1;
  const link = view.stale ? undefined : linkOf(view);
  return html`${overview.title ? html`<h2>${overview.title}</h2>` : nothing}
    ${view.stale ? html`<p>${msg("Some fields could not be read: this is the last valid result.")}</p>` : nothing}
    ${overview.accounts.map((account) => accountSheet(account, several))}
    ${lines(msg("Rules"), overview.rules)} ${list(msg("Assumed, because it is not published"), overview.assumed)}
    ${list(msg("Remarks"), overview.remarks)}
    <div class="foot">
      <p>
        <strong>${msg("An estimate, not advice.")}</strong>
        ${msg(str`Margin calculator ${version}, printed ${momentText(new Date().toISOString(), numbers)}.`)}
      </p>
      ${link ? html`<p class="address">${link}</p>` : nothing}
    </div>`;
}

function accountSheet(account: AccountOverview, several: boolean): TemplateResult {
  return html`${several ? html`<h2>${account.name}</h2>` : nothing}
    <p class="sheet-lead">${account.lead}</p>
    ${account.notes.map((note) => html`<p>${note}</p>`)}
    <div class="sides">
      ${lines(several ? msg("Entered") : msg(str`Entered (${account.name})`), account.entered)}
      ${lines(msg("Figures"), account.figures)}
    </div>
    ${sheetTable(msg("Liquidation prices"), account.liquidations)} ${sheetTable(msg("Positions"), account.positions)}`;
}

function lines(title: string, all: readonly Line[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<div class="block">
    <h3>${title}</h3>
    <table>
      ${all.map(([label, value]) => html`<tr><th scope="row">${label}</th><td>${value}</td></tr>`)}
    </table>
  </div>`;
}

function list(title: string, all: readonly string[]): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<div class="block">
    <h3>${title}</h3>
    <ul>${all.map((one) => html`<li>${one}</li>`)}</ul>
  </div>`;
}

function sheetTable(title: string, { heads, rows }: Table): TemplateResult | typeof nothing {
  if (rows.length === 0) return nothing;
  return html`<div class="block">
    <h3>${title}</h3>
    <table class="grid">
      <thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
      <tbody>
        ${rows.map(
          ([name, ...values]) =>
            html`<tr><th scope="row">${name}</th>${values.map((value) => html`<td>${value}</td>`)}</tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
