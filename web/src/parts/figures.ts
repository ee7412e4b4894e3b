// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { UsFuturesReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import { plural } from "../language/language.ts";
import { glossary } from "../words/glossary.ts";
import { remarkWords } from "../words/remarks.ts";
import { statusWords, type Status } from "../words/status.ts";
import type { CoinReport } from "../words/threats.ts";
import { amount } from "./amount.ts";
import { fresh } from "./fresh.ts";
import { figureName, term } from "./explain.ts";
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
    <div class="meter">${term(view, msg("Margin usage"), "marginUsage")} ${usageMeter(wallet, numbers)}</div>
    ${figureList(view, [
      ["effectiveLeverage", msg("Effective leverage"), leverageText(view, wallet.effectiveLeverage)],
      own("marginEquity", msg("Margin equity")),
      own("initialMargin", msg("Initial margin")),
      own("maintenanceMargin", msg("Maintenance margin")),
      own("availableMargin", msg("Available margin")),
      own("riskBuffer", msg("Risk buffer")),
      own("unrealizedPnl", msg("Profit or loss")),
      // Without haircuts it is margin equity.
      ...(single ? [] : [["portfolioValue", msg("Account value"), money.full(wallet.portfolioValue)] satisfies Figure]),
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
    <div class="meter">${term(view, msg("Margin sliders"), "sliders")} ${usMeters(wallet, numbers)}</div>
    ${figureList(view, [
      ["effectiveLeverage", msg("Effective leverage"), leverageText(view, wallet.effectiveLeverage)],
      own("equity", msg("Equity")),
      own("requirement", msg("Margin in force now")),
      ["portfolioRiskBuffer", msg("Portfolio risk buffer"), numbers.usd(wallet.riskBuffer)],
      own("availableMargin", msg("Available margin")),
      own("intradayMargin", msg("Intraday margin")),
      ["usInitialMargin", msg("Initial margin"), numbers.usd(wallet.initialMargin)],
      ["usMaintenanceMargin", msg("Maintenance margin"), numbers.usd(wallet.maintenanceMargin)],
      ["withdrawable", msg("Can be withdrawn"), numbers.usd(wallet.withdrawable)],
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
        <span id="figure-${field}">${fresh(value, amount(value, "value"))}</span>
        ${beside === undefined ? nothing : html`<span class="beside">${amount(beside, "plain")}</span>`}
        ${figureName(view, title, glossary[name], `/wallets/${view.index}/${field}`)}
      </li>`;
    })}
  </ul>`;
}

export function leverageText({ numbers }: Pick<View, "numbers">, leverage: number | null): string {
  return leverage === null ? msg("none", { id: "no-leverage" }) : numbers.leverage(leverage);
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
function warningList(view: View): TemplateResult | typeof nothing {
  const { result } = view;
  if (!result) return nothing;
  const own = result.report.warnings.filter(({ path }) => {
    return !path.startsWith("/wallets/") || path === `/wallets/${view.index}` || path.startsWith(`/wallets/${view.index}/`);
  });
  const messages = (assumed: boolean) =>
    own
      .filter(({ code }) => (code === "assumed") === assumed && !saidElsewhere.has(code))
      .map((remark) => remarkWords(remark, result.scenario));
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
            ${plural(assumed.length, {
              one: msg(str`${assumed.length} figure behind this is assumed`),
              other: msg(str`${assumed.length} figures behind this are assumed`),
            })}
          </summary>
          <ul>
            ${assumed.map((message) => html`<li>${message}</li>`)}
          </ul>
        </details>`
        : nothing
    }`;
}
