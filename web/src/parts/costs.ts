// SPDX-License-Identifier: MIT
//
// What holding and closing cost: fees, funding, interest, and what would be left.
import { html, nothing, type TemplateResult } from "lit";

import type { Conversion, FundingReport, MultiCollateralReport, WalletReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { clockWords } from "../words/clock.ts";
import { glossary } from "../words/glossary.ts";
import { laterGlossary } from "../words/later-glossary.ts";
import type { CoinReport } from "../words/threats.ts";
import { amount } from "./amount.ts";
import { explained, figureName } from "./explain.ts";
import { table } from "./tables.ts";
import type { View } from "./view.ts";

type Fact = readonly [title: string, meaning: string, field: string, value: number, usd?: number | undefined];

export function costSection(view: View, wallet: WalletReport): TemplateResult {
  const { numbers } = view;
  const { funding } = wallet;
  const usd: Partial<FundingReport> = wallet.type === "us-futures" ? {} : wallet.funding;
  const fees = view.result?.report.fees;
  const facts: Fact[] = [
    ["Funding an hour", laterGlossary.funding, "funding/perHour", funding.perHour, usd.perHourUsd],
    ["Funding a day", laterGlossary.funding, "funding/perDay", funding.perDay, usd.perDayUsd],
    ["Funding a month", laterGlossary.funding, "funding/perMonth", funding.perMonth, usd.perMonthUsd],
  ];
  return html`<section aria-labelledby="costs-title">
    <h3 id="costs-title">What it costs</h3>
    ${
      fees && wallet.type !== "us-futures"
        ? html`<p>
          Trading fees at your volume: <strong>${numbers.rate(fees.maker)}</strong> as maker,
          <strong>${numbers.rate(fees.taker)}</strong> as taker.
        </p>`
        : nothing
    }
    ${factList(view, wallet, facts)}
    ${settled(view, wallet)} ${wallet.type === "us-futures" ? nothing : drained(view, wallet)}
    ${wallet.type === "multi-collateral" ? interest(view, wallet) : nothing}
  </section>`;
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
  const sum = moneyOf(wallet, numbers).both(perSettlement, us ? undefined : wallet.funding.perSettlementUsd);
  return html`<p id="funding-settled">
      Each settlement: <strong>${amount(sum, "strong")}</strong>${
        next ? html`, the next at <time datetime=${next}>${clockWords(next, numbers)}</time>` : nothing
      }.
    </p>
    ${figureName(view, "How funding is settled", laterGlossary.settled, `/wallets/${view.index}/funding/perSettlement`)}`;
}

function drained(view: View, wallet: CoinReport): TemplateResult {
  const hours = wallet.funding.hoursToLiquidation;
  const words =
    hours === null ? "Funding alone never liquidates" : hours === 0 ? "In liquidation already" : view.numbers.hours(hours);
  const isolated = wallet.positions.flatMap(({ contract, hoursToFundingLiquidation: own }) =>
    own === undefined ? [] : [{ contract, own }],
  );
  return html`<p>
      <strong id="funding-hours">${words}</strong>${hours ? " until funding alone liquidates, at today’s prices and rates." : "."}
    </p>
    ${figureName(view, "How long funding can be paid", laterGlossary.hoursToLiquidation, `/wallets/${view.index}/funding/hoursToLiquidation`)}
    ${isolated.map(
      ({ contract, own }) =>
        html`<p>${contract}, isolated: ${own === null ? "never by funding alone" : view.numbers.hours(own)}.</p>`,
    )}`;
}

function interest(view: View, { interest }: MultiCollateralReport): TemplateResult | typeof nothing {
  if (!interest) return nothing;
  const { numbers } = view;
  const words =
    interest.charged > 0
      ? html`Interest of <strong>${numbers.usd(interest.perDay)}</strong> a day on ${numbers.usd(interest.charged)} of
          open losses that no USD covers.`
      : html`No interest: the open loss of ${numbers.usd(interest.unrealizedLoss)} is covered or below the threshold.`;
  const unknown = view.result?.rulebook.interest?.ratePerYear === 0 && interest.charged > 0;
  return html`<p id="interest">${words}</p>
    ${unknown ? html`<p class="hint">The rate is not published: enter yours among the assumed figures.</p>` : nothing}
    ${figureName(view, "Interest on open losses", laterGlossary.interest, `/wallets/${view.index}/interest/perDay`)}`;
}

/** If everything were closed now: what the exchange would sell, and what would be left. */
export function settlementSection(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.type === "us-futures") return nothing;
  const { settlement } = wallet;
  const { numbers } = view;
  const money = moneyOf(wallet, numbers);
  const facts: Fact[] = [
    [
      "Profit or loss realised",
      glossary.unrealizedPnl,
      "settlement/realizedPnl",
      settlement.realizedPnl,
      settlement.realizedPnlUsd,
    ],
    ["Fee to close", glossary.fees, "settlement/closeFee", settlement.closeFee, settlement.closeFeeUsd],
  ];
  return html`<section aria-labelledby="settlement-title">
    <h3 id="settlement-title">If you closed everything now</h3>
    ${explained("How this is worked out", laterGlossary.settlement)}
    ${factList(view, wallet, facts)}
    ${conversionTable(settlement.conversions, "Sold to cover it", numbers)}
    ${table({
      caption: "What remains",
      compact: true,
      titled: true,
      heads: ["Asset", "Quantity"],
      rows: settlement.balances.map(({ asset, quantity }) => [asset, balance(asset, quantity, numbers)]),
    })}
    ${
      settlement.uncovered > 0
        ? html`<p class="problem">${money.full(settlement.uncovered)} stays uncovered: nothing is left to sell.</p>`
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
    compact: true,
    titled: true,
    heads: ["Sold", "Brings", "Conversion fee"],
    rows: conversions.map(({ asset, quantity, proceeds, fee }) => [
      numbers.coin(quantity, asset),
      numbers.usd(proceeds),
      numbers.usd(fee),
    ]),
  });
}

function automatic({ automaticConversion: debt }: MultiCollateralReport, numbers: Numbers) {
  if (!debt) return nothing;
  return html`<p id="automatic-conversion">
      You owe ${numbers.usd(debt.owed)}.
      ${
        debt.conversions.length > 0
          ? `That is above the threshold of ${numbers.usd(debt.threshold)}: the exchange sells collateral by itself.`
          : `The exchange sells collateral by itself once that is above ${numbers.usd(debt.threshold)}.`
      }
      ${debt.uncovered > 0 ? `${numbers.usd(debt.uncovered)} would still be owed.` : ""}
    </p>
    ${explained("Automatic conversion", laterGlossary.automaticConversion)}
    ${conversionTable(debt.conversions, "Sold by the exchange", numbers)}`;
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
  return html`<section aria-labelledby="withdrawal-title">
    <h3 id="withdrawal-title">What can leave the account today</h3>
    ${explained("One at a time", `${glossary.withdrawable} Taking out one asset leaves less of the others to take.`)}
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
