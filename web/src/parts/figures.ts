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
      own("unrealizedPnl", "Profit or loss"),
      // Without haircuts it is margin equity.
      ...(single ? [] : [["portfolioValue", "Account value", money.full(wallet.portfolioValue)] satisfies Figure]),
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

/** Remarks on a US account that the sentence at the top and the clock make already. */
const saidElsewhere = new Set(["intraday-usage", "initial-usage", "liquidation-risk"]);

/** What the module remarks on this account and on the whole: openly, but for the figures that are assumed. */
function warningList(view: View): TemplateResult {
  const own = (view.result?.report.warnings ?? []).filter(({ path }) => {
    return !path.startsWith("/wallets/") || path === `/wallets/${view.index}` || path.startsWith(`/wallets/${view.index}/`);
  });
  const messages = (assumed: boolean) =>
    own.flatMap(({ code, message }) => ((code === "assumed") === assumed && !saidElsewhere.has(code) ? [message] : []));
  const remarks = messages(false);
  const assumed = messages(true);
  return html`${
      remarks.length > 0
        ? html`<ul class="remarks">
          ${remarks.map((message) => html`<li>${message}</li>`)}
        </ul>`
        : nothing
    }
    ${
      assumed.length > 0
        ? html`<details class="fold">
          <summary>
            ${assumed.length === 1 ? "1 figure behind this is assumed" : `${assumed.length} figures behind this are assumed`}
          </summary>
          <ul>
            ${assumed.map((message) => html`<li>${message}</li>`)}
          </ul>
        </details>`
        : nothing
    }`;
}
