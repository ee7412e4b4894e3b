// SPDX-License-Identifier: MIT
//
// Orders and transfers before and after.
import { html, nothing, type TemplateResult } from "lit";

import type {
  FilledReport,
  LiquidationSet,
  OrderReport,
  SlippageReport,
  TransferReport,
  WalletReport,
} from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import { moneyOf, type Money } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { clockWords } from "../words/clock.ts";
import { glossary } from "../words/glossary.ts";
import { laterGlossary } from "../words/later-glossary.ts";
import { orderWords } from "../words/orders.ts";
import { statusWords, type Status } from "../words/status.ts";
import { amount, withDollars } from "./amount.ts";
import { explained, figureName } from "./explain.ts";
import { leverageText } from "./figures.ts";
import { at } from "./liquidations.ts";
import { table, type Cell } from "./tables.ts";
import type { View } from "./view.ts";
import { previewWorking } from "./working.ts";

export function orderPreviews(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  const { orders } = wallet;
  if (!orders || orders.length === 0) return nothing;
  return html`<section aria-labelledby="previews-title">
    <h3 id="previews-title">Your orders, before and after</h3>
    ${orders.map((order, index) => orderPreview(view, wallet, order, index))}
  </section>`;
}

function orderPreview(view: View, wallet: WalletReport, order: OrderReport, index: number): TemplateResult {
  const { numbers } = view;
  const money = moneyOf(wallet, numbers);
  const title = `${order.side === "long" ? "Buy" : "Sell"} ${numbers.figure(order.size)} ${order.contract}`;
  const path = `/wallets/${view.index}/orders/${index}`;
  const maker = wallet.type === "us-futures" ? "" : order.liquidity === "maker" ? " (maker)" : " (taker)";
  return html`<article class="preview" data-order=${index} aria-labelledby="preview-${index}">
    <h4 id="preview-${index}">${index + 1}. ${title}, ${orderWords[order.type].name.toLowerCase()}, at ${numbers.price(order.price)}</h4>
    ${verdict(order)} ${moment(order, numbers)}
    <ul class="cells">
      ${cell(figureName(view, "Margin while it rests", glossary.initialMargin, `${path}/initialMargin`), money.both(order.initialMargin, order.initialMarginUsd))}
      ${cell(figureName(view, "Available margin then", glossary.availableMargin, `${path}/availableMargin`), money.both(order.availableMargin, order.availableMarginUsd))}
      ${cell(figureName(view, `Fee${maker}`, glossary.fees, `${path}/fee`), money.both(order.fee, order.feeUsd))}
      ${order.reduces > 0 ? cell("Closes", contractsText(order.reduces, numbers)) : nothing}
      ${order.opens > 0 ? cell("Opens or adds", contractsText(order.opens, numbers)) : nothing}
    </ul>
    ${order.slippage ? slippage(view, order.slippage, money) : nothing}
    ${traded(view, order, money)}
    ${comparison(view, wallet, order.filled, "Once it has traded", underlying(view, order.contract))}
    ${previewWorking(view, `${path}/filled`)}
  </article>`;
}

function contractsText(count: number, numbers: Numbers): string {
  return `${numbers.figure(count)} ${count === 1 ? "contract" : "contracts"}`;
}

function cell(name: unknown, value: unknown): TemplateResult {
  return html`<li><span class="cell">${value}</span> <span class="name">${name}</span></li>`;
}

function verdict({ rejections }: OrderReport): TemplateResult {
  if (rejections.length === 0) return html`<p class="verdict calm"><strong>The exchange would take it.</strong></p>`;
  return html`<p class="verdict danger"><strong>The exchange would reject it:</strong></p>
    <ul class="plain-list">
      ${rejections.map(({ message }) => html`<li>${message}</li>`)}
    </ul>`;
}

/** When it acts, where that is not when one would think. */
function moment({ triggersAtOnce, waitsUntil }: OrderReport, numbers: Numbers) {
  return html`${
    triggersAtOnce
      ? html`<p class="moment"><strong>Its trigger is already reached:</strong> it fires at once.</p>`
      : nothing
  }
  ${
    waitsUntil
      ? html`<p class="moment">
        <strong>The session is closed:</strong> nothing trades before
        <time datetime=${waitsUntil}>${clockWords(waitsUntil, numbers)}</time>.
      </p>`
      : nothing
  }`;
}

function slippage({ numbers }: View, report: SlippageReport, money: Money): TemplateResult {
  const average = report.averagePrice === null ? "nothing" : `an average of ${numbers.price(report.averagePrice)}`;
  const worst = report.worstPrice === null ? "" : `, at worst ${numbers.price(report.worstPrice)}`;
  return html`<p class="slippage">
      In the order book you gave, ${contractsText(report.filled, numbers)} would trade at ${average}${worst}. Slippage:
      <strong>${money.both(report.cost, report.costUsd)}</strong>.
      ${
        report.unfilled > 0
          ? `Nobody within 1% of the mark price takes ${contractsText(report.unfilled, numbers)}: cancelled.`
          : ""
      }
    </p>
    ${explained("Slippage", laterGlossary.slippage)}`;
}

/** What it realises, and whether a liquidation comes first. */
function traded({ numbers }: View, { filled, reduces, type }: OrderReport, money: Money) {
  const position = filled.position;
  const left = position
    ? html`You are then ${position.side} ${numbers.figure(position.size)} from ${numbers.price(position.entryPrice)}.`
    : html`The position is then closed.`;
  return html`${
      filled.liquidationFirst
        ? html`<p class="verdict danger">
          <strong>Liquidation comes first:</strong> on the way to the trigger the position is liquidated, so this order does
          not protect it.
        </p>`
        : filled.liquidationFirst === false && type === "stop"
          ? html`<p class="verdict calm"><strong>It comes before liquidation.</strong></p>`
          : nothing
    }
    <p>
      ${left}
      ${
        reduces > 0
          ? html`It realises <strong>${amount(money.both(filled.realizedPnl, filled.realizedPnlUsd), "strong")}</strong>, after the fee
              <strong>${amount(money.both(filled.realizedAfterFee, filled.realizedAfterFeeUsd), "strong")}</strong>.`
          : nothing
      }
    </p>`;
}

export function transferPreviews(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  const { transfers } = wallet;
  if (!transfers || transfers.length === 0) return nothing;
  const { numbers } = view;
  const size = (value: number) => numbers.figure(Math.abs(value));
  return html`<section aria-labelledby="moves-title">
    <h3 id="moves-title">Your transfers, before and after</h3>
    ${transfers.map(
      (transfer, index) => html`<article class="preview" data-transfer=${index} aria-labelledby="move-${index}">
        <h4 id="move-${index}">
          ${index + 1}. ${size(transfer.quantity)} ${transfer.asset} ${transfer.quantity < 0 ? "out" : "in"}
        </h4>
        ${
          transfer.allowed
            ? transfer.quantity < 0
              ? html`<p class="verdict calm"><strong>It can be withdrawn.</strong></p>`
              : nothing
            : html`<p class="verdict danger">
              <strong>More than can be withdrawn.</strong> Below is what it would come to; what follows leaves it out.
            </p>`
        }
        ${comparison(view, wallet, transfer, "After it", undefined)}
        ${previewWorking(view, `/wallets/${view.index}/transfers/${index}`)}
      </article>`,
    )}
  </section>`;
}

interface State {
  equity: number;
  initialMargin: number;
  maintenanceMargin: number;
  availableMargin: number;
  equityUsd?: number | undefined;
  initialMarginUsd?: number;
  maintenanceMarginUsd?: number;
  availableMarginUsd?: number;
  effectiveLeverage: number | null;
  status: Status;
  factors: readonly LiquidationSet[];
}

function stateNow(wallet: WalletReport): State {
  switch (wallet.type) {
    case "us-futures":
      return wallet;
    case "single-collateral":
      return { ...wallet, equity: wallet.marginEquity, equityUsd: wallet.marginEquityUsd };
    case "multi-collateral":
      return { ...wallet, equity: wallet.marginEquity };
  }
}

/** The account now and then, as a table. */
function comparison(
  view: View,
  wallet: WalletReport,
  after: FilledReport | TransferReport,
  title: string,
  factor: string | undefined,
): TemplateResult {
  const { numbers } = view;
  const money = moneyOf(wallet, numbers);
  const now = stateNow(wallet);
  const then: State = { ...after, equity: after.marginEquity, equityUsd: after.marginEquityUsd };
  const us = wallet.type === "us-futures";
  const factors = now.factors.map((set) => set.factor).filter((name) => factor === undefined || name === factor);
  const names = factors.length > 0 ? factors : then.factors.map((set) => set.factor).slice(0, 1);
  const text = (name: string, of: (state: State) => string): Compared => ({ name, now: of(now), then: of(then) });
  const sum = (name: string, of: (state: State) => readonly [value: number, usd: number | undefined]): Compared => {
    const cell = (state: State) => {
      const [value, usd] = of(state);
      return withDollars(money.full(value), usd, numbers);
    };
    return { name, now: cell(now), then: cell(then), same: money.both(...of(now)) === money.both(...of(then)) };
  };
  const liquidating = names.filter((name) => liquidates(now.factors, name) || liquidates(then.factors, name));
  return changes(title, [
    sum(us ? "Equity" : "Margin equity", ({ equity, equityUsd }) => [equity, equityUsd]),
    sum("Initial margin", ({ initialMargin, initialMarginUsd }) => [initialMargin, initialMarginUsd]),
    sum("Maintenance margin", ({ maintenanceMargin, maintenanceMarginUsd }) => [
      maintenanceMargin,
      maintenanceMarginUsd,
    ]),
    sum("Available margin", ({ availableMargin, availableMarginUsd }) => [availableMargin, availableMarginUsd]),
    text("Leverage", ({ effectiveLeverage }) => leverageText(view, effectiveLeverage)),
    text("Status", ({ status }) => statusWords[status].short),
    ...liquidating.map((name) => ({
      name: `Liquidation: ${name === "market" ? "whole market" : name}`,
      now: nearestOf(view, now.factors, name),
      then: nearestOf(view, then.factors, name),
      same: nearestPrices(now.factors, name) === nearestPrices(then.factors, name),
    })),
  ]);
}

/** A figure before and after; texts that are alike have not changed. */
interface Compared {
  name: string;
  now: Cell;
  then: Cell;
  same?: boolean;
}

/** What changes, as a table; the rest in a line. */
function changes(title: string, rows: readonly Compared[]): TemplateResult {
  const isSame = ({ now, then, same = now === then }: Compared) => same;
  const changed = rows.filter((row) => !isSame(row));
  const rest = rows.filter(isSame);
  return html`${
    changed.length > 0
      ? table({
          caption: title,
          compact: true,
          heads: ["", "Now", title],
          rows: changed.map(({ name, now, then }) => [name, now, then]),
        })
      : nothing
  }
  ${
    rest.length > 0
      ? html`<p class="hint unchanged">
          ${changed.length > 0 ? "Unchanged" : "Nothing changes"}:
          ${rest.map(({ name, now }, index) => html`${index > 0 ? ", " : nothing}${uncapitalised(name)} ${now}`)}.
        </p>`
      : nothing
  }`;
}

function uncapitalised(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** Where a factor liquidates, to compare. */
function nearestPrices(factors: readonly LiquidationSet[], name: string): string {
  const set = factors.find(({ factor }) => factor === name);
  return [set?.state, set?.below?.price, set?.above?.price].join();
}

function underlying({ result }: View, contract: string): string {
  return result ? underlyingOf(result.rulebook, contract) : contract;
}

/** Whether a factor liquidates at all. */
export function liquidates(factors: readonly LiquidationSet[], name: string): boolean {
  const set = factors.find(({ factor }) => factor === name);
  return set !== undefined && (set.state === "liquidation" || set.boundaries.length > 0);
}

/** Where a factor liquidates, below and above. */
export function nearestOf({ numbers }: View, factors: readonly LiquidationSet[], name: string): Cell {
  const set = factors.find(({ factor }) => factor === name);
  if (!set || set.state === "none") return "none";
  if (set.state === "liquidation") return "already in liquidation";
  const sides = [set.below, set.above].flatMap((boundary) => (boundary ? [at(set, boundary, numbers)] : []));
  return sides.length === 0
    ? "none"
    : html`${sides.map((side, index) => html`${index > 0 ? " and " : nothing}${side}`)}`;
}
