// SPDX-License-Identifier: MIT
//
// What holding and closing cost: fees, funding, interest, and what would be left.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Conversion, FundingReport, MultiCollateralReport, Report, WalletReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { clockWords } from "../words/clock.ts";
import { glossary } from "../words/glossary.ts";
import { laterGlossary } from "../words/later-glossary.ts";
import { figure, type Sentence } from "../words/sentences.ts";
import type { CoinReport } from "../words/threats.ts";
import { amount } from "./amount.ts";
import { explained, figureName } from "./explain.ts";
import { sentenceIn } from "./sentence.ts";
import { table } from "./tables.ts";
import type { View } from "./view.ts";

type Fact = readonly [title: string, meaning: string, field: string, value: number, usd?: number | undefined];

export function costSection(view: View, wallet: WalletReport): TemplateResult {
  const { numbers } = view;
  const { funding } = wallet;
  const usd: Partial<FundingReport> = wallet.type === "us-futures" ? {} : wallet.funding;
  const fees = view.result?.report.fees;
  const facts: Fact[] = [
    [msg("Funding an hour"), laterGlossary.funding, "funding/perHour", funding.perHour, usd.perHourUsd],
    [msg("Funding a day"), laterGlossary.funding, "funding/perDay", funding.perDay, usd.perDayUsd],
    [msg("Funding a month"), laterGlossary.funding, "funding/perMonth", funding.perMonth, usd.perMonthUsd],
  ];
  return html`<section aria-labelledby="costs-title">
    <h3 id="costs-title">${msg("What it costs")}</h3>
    ${
      fees && wallet.type !== "us-futures"
        ? html`<p>${sentenceIn(feeWords(fees, numbers))}</p>`
        : nothing
    }
    ${factList(view, wallet, facts)}
    ${settled(view, wallet)} ${wallet.type === "us-futures" ? nothing : drained(view, wallet)}
    ${wallet.type === "multi-collateral" ? interest(view, wallet) : nothing}
  </section>`;
}

function feeWords(fees: Report["fees"], numbers: Numbers): Sentence {
  const [maker, taker] = [figure(numbers.rate(fees.maker)), figure(numbers.rate(fees.taker))];
  return msg(str`Trading fees at your volume: ${maker} as maker, ${taker} as taker.`);
}

/** Amounts in the wallet's currency; of a coin with their dollars. */
function factList(view: View, wallet: WalletReport, facts: readonly Fact[]): TemplateResult {
  const money = moneyOf(wallet, view.numbers);
  return html`<ul class="figures">
    ${facts.map(
      ([title, meaning, field, value, usd]) => html`<li>
        ${amount(money.full(value), "value")}
        ${usd === undefined ? nothing : html`<span class="beside">${amount(view.numbers.usd(usd), "plain")}</span>`}
        ${figureName(view, title, meaning, `/wallets/${view.index}/${field}`)}
      </li>`,
    )}
  </ul>`;
}

/** What is paid or received at a time, and when next. */
function settled(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  const { numbers } = view;
  const us = wallet.type === "us-futures";
  const next = us ? wallet.funding.nextAdjustment : wallet.funding.nextSettlement;
  const { perSettlement } = wallet.funding;
  if (!next && perSettlement === 0) return nothing;
  const text = moneyOf(wallet, numbers).both(perSettlement, us ? undefined : wallet.funding.perSettlementUsd);
  const sum = amount(text, "strong");
  return html`<p id="funding-settled">
      ${
        next
          ? msg(html`Each settlement: <strong>${sum}</strong>, the next at <time datetime=${next}>${clockWords(next, numbers)}</time>.`)
          : msg(html`Each settlement: <strong>${sum}</strong>.`)
      }
    </p>
    ${figureName(view, msg("How funding is settled"), laterGlossary.settled, `/wallets/${view.index}/funding/perSettlement`)}`;
}

function drained(view: View, wallet: CoinReport): TemplateResult {
  const hours = wallet.funding.hoursToLiquidation;
  const isolated = wallet.positions.flatMap(({ contract, hoursToFundingLiquidation: own }) =>
    own === undefined ? [] : [{ contract, own }],
  );
  return html`<p>${drainedWords(hours, view.numbers)}</p>
    ${figureName(view, msg("How long funding can be paid"), laterGlossary.hoursToLiquidation, `/wallets/${view.index}/funding/hoursToLiquidation`)}
    ${isolated.map(
      ({ contract, own }) =>
        html`<p>
          ${
            own === null
              ? msg(str`${contract}, isolated: never by funding alone.`)
              : msg(str`${contract}, isolated: ${view.numbers.hours(own)}.`)
          }
        </p>`,
    )}`;
}

function drainedWords(hours: number | null, numbers: Numbers): TemplateResult {
  if (hours === null) return msg(html`<strong id="funding-hours">Funding alone never liquidates</strong> at these funding rates.`);
  if (hours === 0) return msg(html`<strong id="funding-hours">In liquidation already</strong>.`);
  const time = html`<strong id="funding-hours">${numbers.hours(hours)}</strong>`;
  return msg(html`${time} until funding alone liquidates, at today’s prices and rates.`);
}

function interest(view: View, { interest }: MultiCollateralReport): TemplateResult | typeof nothing {
  if (!interest) return nothing;
  const { numbers } = view;
  const perDay = figure(numbers.usd(interest.perDay));
  const words =
    interest.charged > 0
      ? msg(str`Interest of ${perDay} a day on ${numbers.usd(interest.charged)} of open losses that no USD covers.`)
      : msg(str`No interest: the open loss of ${numbers.usd(interest.unrealizedLoss)} is covered or below the threshold.`);
  const unknown = view.result?.rulebook.interest?.ratePerYear === 0 && interest.charged > 0;
  return html`<p id="interest">${sentenceIn(words)}</p>
    ${
      unknown
        ? html`<p class="hint">${msg("The rate is not published: enter yours among the assumed figures.")}</p>`
        : nothing
    }
    ${figureName(view, msg("Interest on open losses"), laterGlossary.interest, `/wallets/${view.index}/interest/perDay`)}`;
}

/** If everything were closed now: what the exchange would sell, and what would be left. */
export function settlementSection(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.type === "us-futures") return nothing;
  const { settlement } = wallet;
  const { numbers } = view;
  const money = moneyOf(wallet, numbers);
  const facts: Fact[] = [
    [
      msg("Profit or loss realised"),
      glossary.unrealizedPnl,
      "settlement/realizedPnl",
      settlement.realizedPnl,
      settlement.realizedPnlUsd,
    ],
    [msg("Fee to close"), glossary.fees, "settlement/closeFee", settlement.closeFee, settlement.closeFeeUsd],
  ];
  return html`<section aria-labelledby="settlement-title">
    <h3 id="settlement-title">${msg("If you closed everything now")}</h3>
    ${explained(msg("How this is worked out"), laterGlossary.settlement)}
    ${factList(view, wallet, facts)}
    ${conversionTable(settlement.conversions, msg("Sold to cover it"), numbers)}
    ${table({
      caption: msg("What remains"),
      narrow: "compact",
      titled: true,
      heads: [msg("Asset"), msg("Quantity")],
      rows: settlement.balances.map(({ asset, quantity }) => [asset, balance(asset, quantity, numbers)]),
    })}
    ${
      settlement.uncovered > 0
        ? html`<p class="problem">
            ${msg(str`${money.full(settlement.uncovered)} stays uncovered: nothing is left to sell.`)}
          </p>`
        : nothing
    }
    ${wallet.type === "multi-collateral" ? automatic(wallet, numbers) : nothing}
  </section>`;
}

/** To the last digit that is worth reading. */
function balance(asset: string, quantity: number, numbers: Numbers): string {
  return asset === "USD" ? numbers.usd(quantity) : numbers.coin(quantity, asset);
}

function conversionTable(conversions: readonly Conversion[], title: string, numbers: Numbers) {
  if (conversions.length === 0) return nothing;
  return table({
    caption: title,
    narrow: "wordy",
    titled: true,
    heads: [msg("Sold"), msg("Brings"), msg("Conversion fee")],
    rows: conversions.map(({ asset, quantity, proceeds, fee }) => [
      numbers.coin(quantity, asset),
      numbers.usd(proceeds),
      numbers.usd(fee),
    ]),
  });
}

function automatic({ automaticConversion: debt }: MultiCollateralReport, numbers: Numbers) {
  if (!debt) return nothing;
  const threshold = numbers.usd(debt.threshold);
  return html`<p id="automatic-conversion">
      ${msg(str`You owe ${numbers.usd(debt.owed)}.`)}
      ${
        debt.conversions.length > 0
          ? msg(str`That is above the threshold of ${threshold}: the exchange sells collateral by itself.`)
          : msg(str`The exchange sells collateral by itself once that is above ${threshold}.`)
      }
      ${debt.uncovered > 0 ? msg(str`${numbers.usd(debt.uncovered)} would still be owed.`) : nothing}
    </p>
    ${explained(msg("Automatic conversion"), laterGlossary.automaticConversion)}
    ${conversionTable(debt.conversions, msg("Sold by the exchange"), numbers)}`;
}

/** What can leave the wallet today. */
export function withdrawalSection(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.type === "us-futures") return nothing;
  const rows =
    wallet.type === "single-collateral"
      ? [{ asset: wallet.currency, withdrawable: wallet.withdrawable, field: "withdrawable" }]
      : wallet.withdrawable.map(({ asset, quantity }, index) => ({
          asset,
          withdrawable: quantity,
          field: `withdrawable/${index}/quantity`,
        }));
  if (rows.length === 0) return nothing;
  const meaning = `${glossary.withdrawable} ${msg("Taking out one asset leaves less of the others to take.")}`;
  return html`<section aria-labelledby="withdrawal-title">
    <h3 id="withdrawal-title">${msg("What can leave the account today")}</h3>
    ${explained(msg("One at a time"), meaning)}
    <ul class="figures">
      ${rows.map(
        ({ asset, withdrawable, field }) => html`<li data-withdrawable=${asset}>
          ${amount(balance(asset, withdrawable, view.numbers), "value")}
          ${figureName(view, asset, glossary.withdrawable, `/wallets/${view.index}/${field}`)}
        </li>`,
      )}
    </ul>
  </section>`;
}
