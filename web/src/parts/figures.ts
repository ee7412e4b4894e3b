// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import type { WalletReport } from "#margin";
import { glossary } from "../words/glossary.ts";
import { amount } from "./amount.ts";
import { explained } from "./explain.ts";
import { statusWords, usageMeter } from "./meter.ts";
import type { View } from "./view.ts";

/** The account's figures, each with its explanation behind its name. */
export function figures(view: View, wallet: WalletReport): TemplateResult {
  const { numbers } = view;
  const leverage = wallet.effectiveLeverage;
  const all: [id: keyof typeof glossary, title: string, value: string][] = [
    ["effectiveLeverage", "Effective leverage", leverage === null ? "none" : numbers.leverage(leverage)],
    ["marginEquity", "Margin equity", numbers.usd(wallet.marginEquity)],
    ["initialMargin", "Initial margin", numbers.usd(wallet.initialMargin)],
    ["maintenanceMargin", "Maintenance margin", numbers.usd(wallet.maintenanceMargin)],
    ["availableMargin", "Available margin", numbers.usd(wallet.availableMargin)],
    ["riskBuffer", "Risk buffer", numbers.usd(wallet.riskBuffer)],
  ];
  return html`<div class="status ${wallet.status}">
      <span class="icon" aria-hidden="true"></span><strong id="status">${statusWords[wallet.status]}</strong>
    </div>
    <div class="meter">${explained("Margin usage", glossary.marginUsage)} ${usageMeter(wallet, numbers)}</div>
    <ul class="figures">
      ${all.map(
        ([id, title, value]) => html`<li>
          <span id="figure-${id}">${amount(value, "value")}</span>
          ${explained(title, glossary[id])}
        </li>`,
      )}
    </ul>
    ${warningList(view)}`;
}

/** What the module remarks on the scenario, such as assumed figures. */
function warningList(view: View): TemplateResult | typeof nothing {
  const warnings = view.result?.report.warnings ?? [];
  if (warnings.length === 0) return nothing;
  return html`<details class="fold">
    <summary>${warnings.length === 1 ? "1 remark" : `${warnings.length} remarks`} on this result</summary>
    <ul>
      ${warnings.map((warning) => html`<li>${warning.message}</li>`)}
    </ul>
  </details>`;
}
