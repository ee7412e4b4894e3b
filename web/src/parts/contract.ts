// SPDX-License-Identifier: MIT
//
// A contract's terms, as an exchange shows them in its contract window. All of it stands in the rulebook.
import { html, nothing, type TemplateResult } from "lit";

import type { Contract, Rulebook, UsContract } from "#margin";
import { contractOf, contractTitle } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import { assumptionMark } from "./fields.ts";
import { disclosure } from "./explain.ts";
import { table } from "./tables.ts";
import type { View } from "./view.ts";

type Term = readonly [name: string, value: unknown];

/** The terms of a contract, behind its name. */
export function contractWindow(view: View, symbol: string, prefix: string): TemplateResult | typeof nothing {
  const rulebook = view.result?.rulebook ?? view.rulebook;
  const contract = contractOf(rulebook, symbol);
  if (!contract) return nothing;
  return disclosure(view, { id: `contract-${prefix}-${symbol}`, summary: `Contract specifications: ${symbol}` }, () => {
    const terms =
      contract.type === "us" ? usTerms(contract, view.numbers) : coinTerms(view, contract, rulebook);
    return html`<h4>${contractTitle(contract)} ${contract.assumed ? assumptionMark(`part of ${symbol}`) : nothing}</h4>
      <dl class="terms">
        ${terms.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
      </dl>
      ${contract.type === "us" ? nothing : scheduleTable(view, contract, rulebook)}`;
  });
}

function usTerms(contract: UsContract, numbers: Numbers): Term[] {
  const { fees, session } = contract;
  return [
    ["Exchange", html`${contract.exchange} <span class="hint">whose market data you need to see its prices</span>`],
    ["Value per point", `${numbers.usd(contract.valuePerPoint)} a contract for each point of the price`],
    ...given("Contract months", contract.contractMonths ?? expiryWords(contract)),
    ["Trading hours", `opens ${session.open}, closes ${session.close}, Chicago time`],
    ["Intraday margin", numbers.usd(contract.intradayMargin)],
    ["Initial margin", numbers.usd(contract.initialMargin)],
    ["Maintenance margin", numbers.usd(contract.maintenanceMargin)],
    ...(contract.quantityMargins ?? []).map(
      ({ from, factor }): Term => [
        `New positions from ${numbers.quantity(from)} contracts`,
        `${numbers.quantity(factor)} times the intraday margin`,
      ],
    ),
    ["Exchange fee, a side", numbers.usd(fees.exchange)],
    ["NFA fee, a side", numbers.usd(fees.nfa)],
    ["Clearing fee, a side", numbers.usd(fees.clearing)],
    ["Commission, a side", numbers.usd(fees.commission)],
    ...sizes(contract, numbers),
  ];
}

function coinTerms({ numbers, result }: View, contract: Contract, rulebook: Rulebook): Term[] {
  const fees = result?.report.fees;
  const size = contract.contractSize ?? 1;
  const interval = rulebook.funding?.intervalHours;
  return [
    ["Kind", contract.type === "inverse" ? "inverse: margin and profit in the coin" : "linear: profit in USD"],
    ["One contract", contract.type === "inverse" ? numbers.usd(size) : `${numbers.quantity(size)} ${contract.underlying}`],
    ["Runs", contract.expiry ? `until ${contract.expiry}` : "without end (perpetual)"],
    ...given("Trading fee at your volume", fees, ({ maker, taker }) => {
      return `${numbers.rate(maker)} as maker, ${numbers.rate(taker)} as taker`;
    }),
    ...given("Largest funding rate", contract.maxFundingRate, (rate) => `${numbers.rate(rate)} an hour`),
    ...given("Funding is settled every", interval, numbers.hours),
    ...sizes(contract, numbers),
  ];
}

function sizes(contract: Contract | UsContract, numbers: Numbers): Term[] {
  return [
    ...given("Smallest step of the price", contract.tick, numbers.price),
    ...given("Smallest step of the size", contract.lot, numbers.quantity),
    ...given("Largest position", contract.maxPosition, (most) => `${numbers.quantity(most)} contracts`),
  ];
}

function given<Value>(name: string, value: Value | undefined, words: (value: Value) => unknown = (v) => v): Term[] {
  return value === undefined ? [] : [[name, words(value)]];
}

function expiryWords({ expiry, perpetual }: UsContract): string | undefined {
  return expiry ? `until ${expiry}` : perpetual === false ? undefined : "without end (perpetual)";
}

function scheduleTable(view: View, contract: Contract, rulebook: Rulebook): TemplateResult | typeof nothing {
  const retail = view.form.client === "retail" && contract.retailSchedule !== undefined;
  const name = retail ? contract.retailSchedule : contract.schedule;
  const levels = name === undefined ? undefined : rulebook.marginSchedules[name];
  if (!levels) return nothing;
  const { numbers } = view;
  const from = (value: number) =>
    contract.type === "inverse" ? `${numbers.quantity(value)} contracts` : numbers.usdInWords(value);
  return table({
    caption: `Margin schedule ${name}${retail ? ", retail clients" : ""}`,
    titled: true,
    heads: ["From", "Initial", "Maintenance"],
    rows: levels.map((level) => [from(level.from), numbers.rate(level.initial), numbers.rate(level.maintenance)]),
  });
}
