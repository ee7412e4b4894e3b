// SPDX-License-Identifier: MIT
//
// What the exchange does at the nearest liquidation, told in order.
import { html, nothing, type TemplateResult } from "lit";

import type { Assumption, PoolProtection, ProtectionStep, WalletProtection, WalletReport } from "#margin";
import { moneyOf, type Money } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { laterGlossary } from "../words/later-glossary.ts";
import { assumedWords, stepWords } from "../words/protection.ts";
import { accountName } from "./accounts.ts";
import { disclosure } from "./explain.ts";
import { table } from "./tables.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

export function storySection(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.positions.length === 0) return nothing;
  return html`<section aria-labelledby="story-title">
    <h3 id="story-title">If it came to a liquidation</h3>
    ${disclosure(view, { id: "story", summary: "What happens then, step by step" }, () =>
      told(view, view.further.protection, (answer) => {
        const protection = answer?.wallets[view.index];
        if (!protection) return html`<p>There is nothing to tell about this account.</p>`;
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
    ${pools.length === 0 ? html`<p>No price move liquidates anything here.</p>` : nothing}
    ${pools.map((pool) => poolStory(view.numbers, money, pool, pools.length > 1, wallet.type))}
    ${untouched.length > 0 ? html`<p>Your other accounts are not touched: ${untouched.join(", ")}.</p>` : nothing}
    ${pools.length > 0 ? assumed(protection.assumptions) : nothing}`;
}

function poolStory(
  numbers: Numbers,
  money: Money,
  pool: PoolProtection,
  named: boolean,
  type: WalletReport["type"],
): TemplateResult {
  const haircuts = type === "multi-collateral";
  const equity = type === "us-futures" ? "Equity" : "Margin equity";
  const { trigger, triggerUsd, factor, remains } = pool;
  const rises = trigger.move >= 0;
  const what = factor === "market" ? "The whole crypto market" : factor;
  const where = factor === "market" ? "" : ` to ${numbers.price(trigger.price)}`;
  return html`<div class="pool" data-pool=${pool.pool}>
    ${named ? html`<h4>${pool.pool === "cross" ? "Cross positions" : `Isolated: ${pool.pool}`}</h4>` : nothing}
    <ol class="story">
      <li>
        <strong>Trigger.</strong> ${what} ${rises ? "rises" : "falls"} ${numbers.size(trigger.move)}${where}. ${equity} is
        then ${money.both(trigger.marginEquity, triggerUsd?.marginEquity)}, no more than the
        ${money.both(trigger.maintenanceMargin, triggerUsd?.maintenanceMargin)} that must be left. Nobody calls or warns you.
      </li>
      ${pool.steps.map((step, index) => stepStory(numbers, money, step, {
          told: pool.steps[index - 1]?.kind !== step.kind,
          // The first that suffices says so; those after it are what happens otherwise.
          suffices: pool.steps.findIndex(({ ends }) => ends) === index && index < pool.steps.length - 1,
        }),
      )}
      <li>
        <strong>What remains</strong> of this equity: ${money.both(remains.atTrigger, remains.atTriggerUsd)} if everything trades at the mark
        price${
          remains.atLimit === null
            ? html`. No limit price holds: after a jump of the market it may be less, or a debt.`
            : html`, ${money.both(remains.atLimit, remains.atLimitUsd)} at the limit prices, and never less than zero: the exchange bears the
              rest.`
        }
        ${
          !haircuts
            ? nothing
            : html`The whole account, with what haircuts leave out, is then worth ${money.full(remains.portfolioValue)}.`
        }
      </li>
    </ol>
    ${
      pool.alerts.length > 0
        ? html`<p>Alerts to set yourself:</p>
          ${table({
            caption: "Alerts to set",
            compact: true,
            heads: ["Margin usage", factor === "market" ? "Market" : factor, "Move"],
            rows: pool.alerts.map(({ marginUsage, price, move }) => [
              numbers.percent(marginUsage),
              factor === "market" ? numbers.ratio(price) : numbers.price(price),
              numbers.change(move),
            ]),
          })}`
        : nothing
    }
  </div>`;
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
    ${step.fee > 0 ? html`Fee: ${money.full(step.fee)}. ` : nothing}
    ${
      step.marginEquity === null
        ? nothing
        : html`Traded at the mark, ${money.both(step.marginEquity, step.marginEquityUsd)} of equity is left against
          ${money.both(step.maintenanceMargin ?? 0, step.maintenanceMarginUsd)} of maintenance margin${
            step.ends ? ": it ends here." : "."
          }${suffices ? " What follows comes only where these orders do not trade so." : ""}`
    }
  </li>`;
}

type ClosingOrder = ProtectionStep["orders"][number];

function closingOrder(order: ClosingOrder, numbers: Numbers): TemplateResult {
  const { contract, side, size, markPrice, zeroEquityPrice, limitPrice, filled } = order;
  return html`${side === "long" ? "Buys" : "Sells"} ${numbers.figure(size)} ${contract} at a mark of
    ${numbers.price(markPrice)}${limitPrice === null ? "" : html`, at ${numbers.price(limitPrice)} or better`}${
      limitPrice === null || zeroEquityPrice === null
        ? ""
        : html`: at ${numbers.price(zeroEquityPrice)} nothing would be left`
    }.
    ${filled === null ? nothing : `The order book you gave takes ${filled === size ? "all of it" : numbers.figure(filled)} so.`}`;
}

function leftByBook({ contract, size }: ClosingOrder, numbers: Numbers): string {
  return `The order book you gave leaves ${numbers.figure(size)} ${contract}.`;
}

/** What the story takes where nothing is published. */
function assumed(assumptions: readonly Assumption[]): TemplateResult | typeof nothing {
  if (assumptions.length === 0) return nothing;
  return html`<details class="explain" id="story-assumed">
    <summary>What is assumed here, because it is not published</summary>
    <ul class="plain-list">
      ${assumptions.map(
        ({ subject, value, reason }) => html`<li><strong>${assumedWords[subject] ?? subject}:</strong> ${value}. ${reason}</li>`,
      )}
    </ul>
  </details>`;
}
