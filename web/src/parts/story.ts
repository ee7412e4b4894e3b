// SPDX-License-Identifier: MIT
//
// What the exchange does at the nearest liquidation, told in order.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Assumption, PoolProtection, ProtectionStep, WalletProtection, WalletReport } from "#margin";
import { moneyOf, type Money } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { laterGlossary } from "../words/later-glossary.ts";
import { assumedWords, stepWords } from "../words/protection.ts";
import { accountName } from "./accounts.ts";
import { disclosure } from "./explain.ts";
import { namesOf } from "./sentence.ts";
import { table } from "./tables.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

export function storySection(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.positions.length === 0) return nothing;
  return html`<section aria-labelledby="story-title">
    <h3 id="story-title">${msg("If it came to a liquidation")}</h3>
    ${disclosure(view, { id: "story", summary: msg("What happens then, step by step") }, () =>
      told(view, view.further.protection, (answer) => {
        const protection = answer?.wallets[view.index];
        if (!protection) return html`<p>${msg("There is nothing to tell about this account.")}</p>`;
        return story(view, wallet, protection);
      }),
    )}
  </section>`;
}

function story(view: View, wallet: WalletReport, protection: WalletProtection): TemplateResult {
  const { pools } = protection;
  const money = moneyOf(wallet, view.numbers);
  const untouched = protection.untouched.flatMap((index) => {
    const other = view.form.wallets[index];
    return other ? [accountName(other, view.form.wallets)] : [];
  });
  return html`<p>${laterGlossary.protection}</p>
    ${pools.length === 0 ? html`<p>${msg("No price move liquidates anything here.")}</p>` : nothing}
    ${pools.map((pool) => poolStory(view.numbers, money, pool, pools.length > 1, wallet.type))}
    ${untouched.length > 0 ? html`<p>${msg(str`Your other accounts are not touched: ${namesOf(untouched)}.`)}</p>` : nothing}
    ${pools.length > 0 ? assumed(protection.assumptions) : nothing}`;
}

function poolStory(
  numbers: Numbers,
  money: Money,
  pool: PoolProtection,
  named: boolean,
  type: WalletReport["type"],
): TemplateResult {
  return html`<div class="pool" data-pool=${pool.pool}>
    ${named ? html`<h4>${pool.pool === "cross" ? msg("Cross positions") : msg(str`Isolated: ${pool.pool}`)}</h4>` : nothing}
    <ol class="story">
      <li>
        <strong>${msg("Trigger.")}</strong> ${triggerMove(pool, numbers)} ${triggerEquity(pool, money, type)}
        ${msg("Nobody calls or warns you.")}
      </li>
      ${pool.steps.map((step, index) => stepStory(numbers, money, step, {
          told: pool.steps[index - 1]?.kind !== step.kind,
          // The first that suffices says so; those after it are what happens otherwise.
          suffices: pool.steps.findIndex(({ ends }) => ends) === index && index < pool.steps.length - 1,
        }),
      )}
      <li>${remainder(pool, money, type)}</li>
    </ol>
    ${pool.alerts.length > 0 ? alerts(pool, numbers) : nothing}
  </div>`;
}

function triggerMove({ trigger, factor }: PoolProtection, numbers: Numbers): string {
  const [size, price] = [numbers.size(trigger.move), numbers.price(trigger.price)];
  const rises = trigger.move >= 0;
  if (factor === "market") {
    return rises ? msg(str`The whole crypto market rises ${size}.`) : msg(str`The whole crypto market falls ${size}.`);
  }
  return rises ? msg(str`${factor} rises ${size} to ${price}.`) : msg(str`${factor} falls ${size} to ${price}.`);
}

function triggerEquity({ trigger, triggerUsd }: PoolProtection, money: Money, type: WalletReport["type"]): string {
  const equity = money.both(trigger.marginEquity, triggerUsd?.marginEquity);
  const kept = money.both(trigger.maintenanceMargin, triggerUsd?.maintenanceMargin);
  return type === "us-futures"
    ? msg(str`Equity is then ${equity}, no more than the ${kept} that must be left.`)
    : msg(str`Margin equity is then ${equity}, no more than the ${kept} that must be left.`);
}

function remainder({ remains }: PoolProtection, money: Money, type: WalletReport["type"]): TemplateResult {
  const atMark = money.both(remains.atTrigger, remains.atTriggerUsd);
  const atLimit = remains.atLimit === null ? undefined : money.both(remains.atLimit, remains.atLimitUsd);
  const left =
    atLimit === undefined
      ? msg(html`<strong>What remains</strong> of this equity: ${atMark} if everything trades at the mark price. No limit price holds: after a jump of the market it may be less, or a debt.`)
      : msg(html`<strong>What remains</strong> of this equity: ${atMark} if everything trades at the mark price, ${atLimit} at the limit prices, and never less than zero: the exchange bears the rest.`);
  if (type !== "multi-collateral") return left;
  const worth = money.full(remains.portfolioValue);
  return html`${left} ${msg(str`The whole account, with what haircuts leave out, is then worth ${worth}.`)}`;
}

function alerts({ alerts, factor }: PoolProtection, numbers: Numbers): TemplateResult {
  return html`<p>${msg("Alerts to set yourself:")}</p>
    ${table({
      caption: msg("Alerts to set"),
      narrow: "compact",
      heads: [msg("Margin usage"), factor === "market" ? msg("Market", { id: "whole-market" }) : factor, msg("Move")],
      rows: alerts.map(({ marginUsage, price, move }) => [
        numbers.percent(marginUsage),
        factor === "market" ? numbers.ratio(price) : numbers.price(price),
        numbers.change(move),
      ]),
    })}`;
}

function stepStory(
  numbers: Numbers,
  money: Money,
  step: ProtectionStep,
  { told, suffices }: { told: boolean; suffices: boolean },
): TemplateResult {
  const { title, what } = stepWords[step.kind];
  return html`<li data-step=${step.kind}>
    <strong>${title}.</strong> ${told ? what : nothing}
    ${
      step.orders.length > 0
        ? html`<ul class="plain-list">
          ${step.orders.map((order) => html`<li>
              ${step.kind === "assignment" ? leftByBook(order, numbers) : closingOrder(order, numbers)}
            </li>`)}
        </ul>`
        : nothing
    }
    ${step.fee > 0 ? msg(str`Fee: ${money.full(step.fee)}.`) : nothing}
    ${step.marginEquity === null ? nothing : stepEquity(step, step.marginEquity, money)}
    ${step.marginEquity !== null && suffices ? msg("What follows comes only where these orders do not trade so.") : nothing}
  </li>`;
}

function stepEquity(step: ProtectionStep, marginEquity: number, money: Money): string {
  const equity = money.both(marginEquity, step.marginEquityUsd);
  const kept = money.both(step.maintenanceMargin ?? 0, step.maintenanceMarginUsd);
  return step.ends
    ? msg(str`Traded at the mark, ${equity} of equity is left against ${kept} of maintenance margin: it ends here.`)
    : msg(str`Traded at the mark, ${equity} of equity is left against ${kept} of maintenance margin.`);
}

type ClosingOrder = ProtectionStep["orders"][number];

function closingOrder(order: ClosingOrder, numbers: Numbers): TemplateResult {
  return html`${order.side === "long" ? buys(order, numbers) : sells(order, numbers)} ${takenByBook(order, numbers)}`;
}

function buys(order: ClosingOrder, numbers: Numbers): string {
  const { size, contract, mark, limit, zero } = textsOf(order, numbers);
  if (limit === undefined) return msg(str`Buys ${size} ${contract} at a mark of ${mark}.`);
  if (zero === undefined) return msg(str`Buys ${size} ${contract} at a mark of ${mark}, at ${limit} or better.`);
  return msg(
    str`Buys ${size} ${contract} at a mark of ${mark}, at ${limit} or better: at ${zero} nothing would be left.`,
  );
}

function sells(order: ClosingOrder, numbers: Numbers): string {
  const { size, contract, mark, limit, zero } = textsOf(order, numbers);
  if (limit === undefined) return msg(str`Sells ${size} ${contract} at a mark of ${mark}.`);
  if (zero === undefined) return msg(str`Sells ${size} ${contract} at a mark of ${mark}, at ${limit} or better.`);
  return msg(
    str`Sells ${size} ${contract} at a mark of ${mark}, at ${limit} or better: at ${zero} nothing would be left.`,
  );
}

function textsOf({ contract, size, markPrice, zeroEquityPrice, limitPrice }: ClosingOrder, numbers: Numbers) {
  return {
    contract,
    size: numbers.figure(size),
    mark: numbers.price(markPrice),
    limit: limitPrice === null ? undefined : numbers.price(limitPrice),
    zero: zeroEquityPrice === null ? undefined : numbers.price(zeroEquityPrice),
  };
}

function takenByBook({ size, filled }: ClosingOrder, numbers: Numbers): string {
  if (filled === null) return "";
  return filled === size
    ? msg("The order book you gave takes all of it so.")
    : msg(str`The order book you gave takes ${numbers.figure(filled)} so.`);
}

function leftByBook({ contract, size }: ClosingOrder, numbers: Numbers): string {
  return msg(str`The order book you gave leaves ${numbers.figure(size)} ${contract}.`);
}

/** What the story takes where nothing is published. */
function assumed(assumptions: readonly Assumption[]): TemplateResult | typeof nothing {
  if (assumptions.length === 0) return nothing;
  return html`<details class="explain" id="story-assumed">
    <summary>${msg("What is assumed here, because it is not published")}</summary>
    <ul class="plain-list">
      ${assumptions.map(
        ({ subject, value, reason }) => html`<li><strong>${assumedWords[subject] ?? subject}:</strong> ${value}. ${reason}</li>`,
      )}
    </ul>
  </details>`;
}
