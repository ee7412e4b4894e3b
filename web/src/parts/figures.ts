// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import type { UsFuturesReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import { glossary } from "../words/glossary.ts";
import { statusWords, type Status } from "../words/status.ts";
import type { CoinReport } from "../words/threats.ts";
import { amount } from "./amount.ts";
import { explained, figureName } from "./explain.ts";
import { usageMeter, usMeters } from "./meter.ts";
import type { View } from "./view.ts";

type Figure = [name: keyof typeof glossary, title: string, value: string, beside?: string | undefined];

/** The account's figures, each with its explanation behind its name. */
export function figures(view: View, wallet: CoinReport): TemplateResult {
  const { numbers } = view;
  const money = moneyOf(wallet, numbers);
  const single = wallet.type === "single-collateral";
  const usd = (value: number | undefined) => (value === undefined ? undefined : numbers.usd(value));
  const beside = {
    marginEquity: single ? usd(wallet.marginEquityUsd) : undefined,
    initialMargin: single ? usd(wallet.initialMarginUsd) : undefined,
    maintenanceMargin: single ? usd(wallet.maintenanceMarginUsd) : undefined,
    availableMargin: single ? usd(wallet.availableMarginUsd) : undefined,
    riskBuffer: single ? usd(wallet.riskBufferUsd) : undefined,
    unrealizedPnl: single ? usd(wallet.unrealizedPnlUsd) : undefined,
  };
  const own = (name: keyof typeof beside, title: string): Figure => [
    name,
    title,
    money.full(wallet[name]),
    beside[name],
  ];
  return html`${statusLine(wallet.status)}
    <div class="meter">${explained("Margin usage", glossary.marginUsage)} ${usageMeter(wallet, numbers)}</div>
    ${figureList(view, [
      ["effectiveLeverage", "Effective leverage", leverageText(view, wallet.effectiveLeverage)],
      own("marginEquity", "Margin equity"),
      own("initialMargin", "Initial margin"),
      own("maintenanceMargin", "Maintenance margin"),
      own("availableMargin", "Available margin"),
      own("riskBuffer", "Risk buffer"),
      ...(single ? [own("unrealizedPnl", "Profit or loss")] : []),
    ])}
    ${warningList(view)}`;
}

/** The figures of a US account. */
export function usFigures(view: View, wallet: UsFuturesReport): TemplateResult {
  const { numbers } = view;
  const own = (
    name: "equity" | "requirement" | "intradayMargin" | "initialMargin" | "maintenanceMargin" | "availableMargin",
    title: string,
  ): Figure => [name, title, numbers.usd(wallet[name])];
  return html`${statusLine(wallet.status)}
    <div class="meter">${explained("Margin sliders", glossary.sliders)} ${usMeters(wallet, numbers)}</div>
    ${figureList(view, [
      ["effectiveLeverage", "Effective leverage", leverageText(view, wallet.effectiveLeverage)],
      own("equity", "Equity"),
      own("requirement", "Margin in force now"),
      ["portfolioRiskBuffer", "Portfolio risk buffer", numbers.usd(wallet.riskBuffer)],
      own("availableMargin", "Available margin"),
      own("intradayMargin", "Intraday margin"),
      ["usInitialMargin", "Initial margin", numbers.usd(wallet.initialMargin)],
      ["usMaintenanceMargin", "Maintenance margin", numbers.usd(wallet.maintenanceMargin)],
      ["withdrawable", "Can be withdrawn", numbers.usd(wallet.withdrawable)],
    ])}
    ${warningList(view)}`;
}

/** The report's field, where the glossary has it under another name. */
const fieldOf: Readonly<Partial<Record<keyof typeof glossary, string>>> = {
  portfolioRiskBuffer: "riskBuffer",
  usInitialMargin: "initialMargin",
  usMaintenanceMargin: "maintenanceMargin",
};

function figureList(view: View, all: readonly Figure[]): TemplateResult {
  return html`<ul class="figures">
    ${all.map(([name, title, value, beside]) => {
      const field = fieldOf[name] ?? name;
      return html`<li>
        <span id="figure-${field}">${amount(value, "value")}</span>
        ${beside === undefined ? nothing : html`<span class="beside">${amount(beside, "plain")}</span>`}
        ${figureName(view, title, glossary[name], `/wallets/${view.index}/${field}`)}
      </li>`;
    })}
  </ul>`;
}

export function leverageText({ numbers }: View, leverage: number | null): string {
  return leverage === null ? "none" : numbers.leverage(leverage);
}

function statusLine(status: Status): TemplateResult {
  const { tone, full } = statusWords[status];
  return html`<div class="status ${tone}">
    <span class="icon" aria-hidden="true"></span><strong id="status">${full}</strong>
  </div>`;
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
