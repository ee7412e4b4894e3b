// SPDX-License-Identifier: MIT
//
// A contract's terms, as an exchange shows them in its contract window. All of it stands in the rulebook.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Contract, Rulebook, UsContract } from "#margin";
import { contractOf, contractTitle } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import { assumptionMark } from "./fields.ts";
import { contractCount } from "./amount.ts";
import { disclosure } from "./explain.ts";
import { table } from "./tables.ts";
import type { View } from "./view.ts";

type Term = readonly [name: string, value: unknown];

/** The terms of a contract, behind its name. */
export function contractWindow(view: View, symbol: string, prefix: string): TemplateResult | typeof nothing {
  const rulebook = view.result?.rulebook ?? view.rulebook;
  const contract = contractOf(rulebook, symbol);
  if (!contract) return nothing;
  return disclosure(view, { id: `contract-${prefix}-${symbol}`, summary: msg(str`Contract specifications: ${symbol}`) }, () => {
    const terms =
      contract.type === "us" ? usTerms(contract, view.numbers) : coinTerms(view, contract, rulebook);
    return html`<h4>${contractTitle(contract)} ${contract.assumed ? assumptionMark(msg(str`part of ${symbol}`)) : nothing}</h4>
      <dl class="terms">
        ${terms.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}
      </dl>
      ${contract.type === "us" ? nothing : scheduleTable(view, contract, rulebook)}`;
  });
}

function usTerms(contract: UsContract, numbers: Numbers): Term[] {
  const { fees, session } = contract;
  return [
    [
      msg("Exchange"),
      msg(html`${contract.exchange} <span class="hint">whose market data you need to see its prices</span>`),
    ],
    [msg("Value per point"), msg(str`${numbers.usd(contract.valuePerPoint)} a contract for each point of the price`)],
    ...given(msg("Contract months"), contract.contractMonths ?? expiryWords(contract)),
    [msg("Trading hours"), msg(str`opens ${session.open}, closes ${session.close}, Chicago time`)],
    [msg("Intraday margin"), numbers.usd(contract.intradayMargin)],
    [msg("Initial margin"), numbers.usd(contract.initialMargin)],
    [msg("Maintenance margin"), numbers.usd(contract.maintenanceMargin)],
    ...(contract.quantityMargins ?? []).map(
      ({ from, factor }): Term => [
        msg(str`New positions from ${numbers.quantity(from)} contracts`),
        msg(str`${numbers.quantity(factor)} times the intraday margin`),
      ],
    ),
    [msg("Exchange fee, a side"), numbers.usd(fees.exchange)],
    [msg("NFA fee, a side"), numbers.usd(fees.nfa)],
    [msg("Clearing fee, a side"), numbers.usd(fees.clearing)],
    [msg("Commission, a side"), numbers.usd(fees.commission)],
    ...sizes(contract, numbers),
  ];
}

function coinTerms({ numbers, result }: View, contract: Contract, rulebook: Rulebook): Term[] {
  const fees = result?.report.fees;
  const size = contract.contractSize ?? 1;
  const interval = rulebook.funding?.intervalHours;
  return [
    [
      msg("Kind"),
      contract.type === "inverse" ? msg("inverse: margin and profit in the coin") : msg("linear: profit in USD"),
    ],
    [msg("One contract"), contract.type === "inverse" ? numbers.usd(size) : `${numbers.quantity(size)} ${contract.underlying}`],
    [msg("Runs"), contract.expiry ? msg(str`until ${contract.expiry}`) : msg("without end (perpetual)")],
    ...given(msg("Trading fee at your volume"), fees, ({ maker, taker }) => {
      return msg(str`${numbers.rate(maker)} as maker, ${numbers.rate(taker)} as taker`);
    }),
    ...given(msg("Largest funding rate"), contract.maxFundingRate, (rate) => msg(str`${numbers.rate(rate)} an hour`)),
    ...given(msg("Funding is settled every"), interval, numbers.hours),
    ...sizes(contract, numbers),
  ];
}

function sizes(contract: Contract | UsContract, numbers: Numbers): Term[] {
  return [
    ...given(msg("Smallest step of the price"), contract.tick, numbers.price),
    ...given(msg("Smallest step of the size"), contract.lot, numbers.quantity),
    ...given(msg("Largest position"), contract.maxPosition, (most) => contractCount(most, numbers.quantity(most))),
  ];
}

function given<Value>(name: string, value: Value | undefined, words: (value: Value) => unknown = (v) => v): Term[] {
  return value === undefined ? [] : [[name, words(value)]];
}

function expiryWords({ expiry, perpetual }: UsContract): string | undefined {
  return expiry ? msg(str`until ${expiry}`) : perpetual === false ? undefined : msg("without end (perpetual)");
}

function scheduleTable(view: View, contract: Contract, rulebook: Rulebook): TemplateResult | typeof nothing {
  const retail = view.form.client === "retail" && contract.retailSchedule !== undefined;
  const name = retail ? contract.retailSchedule : contract.schedule;
  const levels = name === undefined ? undefined : rulebook.marginSchedules[name];
  if (!levels) return nothing;
  const { numbers } = view;
  const from = (value: number) =>
    contract.type === "inverse" ? contractCount(value, numbers.quantity(value)) : numbers.usdInWords(value);
  return table({
    caption: retail ? msg(str`Margin schedule ${name}, retail clients`) : msg(str`Margin schedule ${name}`),
    titled: true,
    narrow: "wordy",
    heads: [msg("From", { desc: "From this size on" }), msg("Initial"), msg("Maintenance")],
    rows: levels.map((level) => [from(level.from), numbers.rate(level.initial), numbers.rate(level.maintenance)]),
  });
}
