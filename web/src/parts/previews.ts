// SPDX-License-Identifier: MIT
//
// Orders and transfers before and after.
import { msg, str } from "@lit/localize";
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
import { plural } from "../language/language.ts";
import { clockWords } from "../words/clock.ts";
import { glossary } from "../words/glossary.ts";
import { laterGlossary } from "../words/later-glossary.ts";
import { figure } from "../words/sentences.ts";
import { statusWords, type Status } from "../words/status.ts";
import { contractCount, withDollars } from "./amount.ts";
import { explained, figureName } from "./explain.ts";
import { leverageText } from "./figures.ts";
import { at, noPrice } from "./liquidations.ts";
import { orderKind } from "./order-kind.ts";
import { rejectionWords } from "../words/rejections.ts";
import { listOf, sentenceIn } from "./sentence.ts";
import { table, type Cell } from "./tables.ts";
import type { View } from "./view.ts";
import { previewWorking } from "./working.ts";

export function orderPreviews(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  const { orders } = wallet;
  if (!orders || orders.length === 0) return nothing;
  return html`<section aria-labelledby="previews-title">
    <h3 id="previews-title">${msg("Your orders, before and after")}</h3>
    ${orders.map((order, index) => orderPreview(view, wallet, order, index))}
  </section>`;
}

function orderPreview(view: View, wallet: WalletReport, order: OrderReport, index: number): TemplateResult {
  const { numbers } = view;
  const money = moneyOf(wallet, numbers);
  const path = `/wallets/${view.index}/orders/${index}`;
  return html`<article class="preview" data-order=${index} aria-labelledby="preview-${index}">
    <h4 id="preview-${index}">${index + 1}. ${orderTitle(order, numbers)}</h4>
    ${verdict(order)} ${moment(order, numbers)}
    <ul class="cells">
      ${cell(figureName(view, msg("Margin while it rests"), glossary.initialMargin, `${path}/initialMargin`), money.both(order.initialMargin, order.initialMarginUsd))}
      ${cell(figureName(view, msg("Available margin then"), glossary.availableMargin, `${path}/availableMargin`), money.both(order.availableMargin, order.availableMarginUsd))}
      ${cell(figureName(view, feeName(wallet, order), glossary.fees, `${path}/fee`), money.both(order.fee, order.feeUsd))}
      ${order.reduces > 0 ? cell(msg("Closes"), contractsText(order.reduces, numbers)) : nothing}
      ${order.opens > 0 ? cell(msg("Opens or adds"), contractsText(order.opens, numbers)) : nothing}
    </ul>
    ${order.slippage ? slippage(view, order.slippage, money) : nothing}
    ${order.slippage?.filled === 0 ? nothing : onceTraded(view, wallet, order, money)}
    ${previewWorking(view, `${path}/filled`)}
  </article>`;
}

function onceTraded(view: View, wallet: WalletReport, order: OrderReport, money: Money): TemplateResult {
  return html`${traded(view, order, money)}
  ${comparison(view, wallet, order.filled, msg("Once it has traded"), underlying(view, order.contract))}`;
}

function contractsText(count: number, numbers: Numbers): string {
  return contractCount(count, numbers.figure(count));
}

function orderTitle(order: OrderReport, numbers: Numbers): string {
  const [size, price, kind] = [numbers.figure(order.size), numbers.price(order.price), orderKind(order.type)];
  return order.side === "long"
    ? msg(str`Buy ${size} ${order.contract}, ${kind}, at ${price}`)
    : msg(str`Sell ${size} ${order.contract}, ${kind}, at ${price}`);
}

/** Where makers pay another fee than takers, whose it is. */
function feeName(wallet: WalletReport, { liquidity }: OrderReport): string {
  if (wallet.type === "us-futures") return msg("Fee");
  return liquidity === "maker" ? msg("Fee (maker)") : msg("Fee (taker)");
}

function cell(name: unknown, value: unknown): TemplateResult {
  return html`<li><span class="cell">${value}</span><div class="name">${name}</div></li>`;
}

function verdict({ rejections }: OrderReport): TemplateResult {
  if (rejections.length === 0) return html`<p class="verdict calm"><strong>${msg("The exchange would take it.")}</strong></p>`;
  return html`<p class="verdict danger"><strong>${msg("The exchange would reject it:")}</strong></p>
    <ul class="plain-list">
      ${rejections.map((rejection) => html`<li>${rejectionWords(rejection)}</li>`)}
    </ul>`;
}

/** When it acts, where that is not when one would think. */
function moment({ triggersAtOnce, waitsUntil }: OrderReport, numbers: Numbers) {
  return html`${
    triggersAtOnce
      ? html`<p class="moment">${msg(html`<strong>Its trigger is already reached:</strong> it fires at once.`)}</p>`
      : nothing
  }
  ${
    waitsUntil
      ? html`<p class="moment">
        ${msg(html`<strong>The session is closed:</strong> nothing trades before <time datetime=${waitsUntil}>${clockWords(waitsUntil, numbers)}</time>.`)}
      </p>`
      : nothing
  }`;
}

function slippage({ numbers }: View, report: SlippageReport, money: Money): TemplateResult {
  const cost = figure(money.both(report.cost, report.costUsd));
  const left = contractsText(report.unfilled, numbers);
  return html`<p class="slippage">
      ${tradedInBook(report, numbers)} ${sentenceIn(msg(str`Slippage: ${cost}.`))}
      ${report.unfilled > 0 ? msg(str`Nobody within 1% of the mark price takes ${left}: cancelled.`) : nothing}
    </p>
    ${explained(msg("Slippage"), laterGlossary.slippage)}`;
}

function tradedInBook({ filled, averagePrice, worstPrice }: SlippageReport, numbers: Numbers): string {
  if (averagePrice === null || worstPrice === null) return msg("In the order book you gave, nothing would trade.");
  const [count, average, worst] = [numbers.figure(filled), numbers.price(averagePrice), numbers.price(worstPrice)];
  return plural(filled, {
    one: msg(
      str`In the order book you gave, ${count} contract would trade at an average of ${average}, at worst ${worst}.`,
    ),
    other: msg(
      str`In the order book you gave, ${count} contracts would trade at an average of ${average}, at worst ${worst}.`,
    ),
  });
}

/** What it realises, and whether a liquidation comes first. */
function traded({ numbers }: View, { filled, reduces, type }: OrderReport, money: Money) {
  const gain = figure(money.both(filled.realizedPnl, filled.realizedPnlUsd));
  const net = figure(money.both(filled.realizedAfterFee, filled.realizedAfterFeeUsd));
  return html`${
      filled.liquidationFirst
        ? html`<p class="verdict danger">
          ${msg(html`<strong>Liquidation comes first:</strong> on the way to the trigger the position is liquidated, so this order does not protect it.`)}
        </p>`
        : filled.liquidationFirst === false && type === "stop"
          ? html`<p class="verdict calm"><strong>${msg("It comes before liquidation.")}</strong></p>`
          : nothing
    }
    <p>
      ${positionLeft(filled, numbers)}
      ${reduces > 0 ? sentenceIn(msg(str`It realises ${gain}, after the fee ${net}.`)) : nothing}
    </p>`;
}

function positionLeft({ position }: FilledReport, numbers: Numbers): string {
  if (!position) return msg("The position is then closed.");
  const [size, entry] = [numbers.figure(position.size), numbers.price(position.entryPrice)];
  return position.side === "long"
    ? msg(str`You are then long ${size} from ${entry}.`)
    : msg(str`You are then short ${size} from ${entry}.`);
}

export function transferPreviews(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  const { transfers } = wallet;
  if (!transfers || transfers.length === 0) return nothing;
  const { numbers } = view;
  return html`<section aria-labelledby="moves-title">
    <h3 id="moves-title">${msg("Your transfers, before and after")}</h3>
    ${transfers.map(
      (transfer, index) => html`<article class="preview" data-transfer=${index} aria-labelledby="move-${index}">
        <h4 id="move-${index}">
          ${index + 1}. ${transferTitle(transfer, numbers)}
        </h4>
        ${
          transfer.allowed
            ? transfer.quantity < 0
              ? html`<p class="verdict calm"><strong>${msg("It can be withdrawn.")}</strong></p>`
              : nothing
            : html`<p class="verdict danger">
              ${msg(html`<strong>More than can be withdrawn.</strong> Below is what it would come to; what follows leaves it out.`)}
            </p>`
        }
        ${comparison(view, wallet, transfer, msg("After it"), undefined)}
        ${previewWorking(view, `/wallets/${view.index}/transfers/${index}`)}
      </article>`,
    )}
  </section>`;
}

function transferTitle({ quantity, asset }: TransferReport, numbers: Numbers): string {
  const size = numbers.figure(Math.abs(quantity));
  return quantity < 0 ? msg(str`${size} ${asset} out`) : msg(str`${size} ${asset} in`);
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
  const text = (names: Names, of: (state: State) => string): Compared => ({ ...names, now: of(now), then: of(then) });
  const sum = (names: Names, of: (state: State) => readonly [value: number, usd: number | undefined]): Compared => {
    const cell = (state: State) => {
      const [value, usd] = of(state);
      return withDollars(money.full(value), usd, numbers);
    };
    return { ...names, now: cell(now), then: cell(then), same: money.both(...of(now)) === money.both(...of(then)) };
  };
  const marginEquity = { name: msg("Margin equity"), within: msg("margin equity") };
  const liquidating = names.filter((name) => liquidates(now.factors, name) || liquidates(then.factors, name));
  return changes(title, [
    sum(us ? { name: msg("Equity"), within: msg("equity") } : marginEquity, ({ equity, equityUsd }) => [equity, equityUsd]),
    sum({ name: msg("Initial margin"), within: msg("initial margin") }, ({ initialMargin, initialMarginUsd }) => [initialMargin, initialMarginUsd]),
    sum({ name: msg("Maintenance margin"), within: msg("maintenance margin") }, ({ maintenanceMargin, maintenanceMarginUsd }) => [
      maintenanceMargin,
      maintenanceMarginUsd,
    ]),
    sum({ name: msg("Available margin"), within: msg("available margin") }, ({ availableMargin, availableMarginUsd }) => [
      availableMargin,
      availableMarginUsd,
    ]),
    text({ name: msg("Leverage"), within: msg("leverage") }, ({ effectiveLeverage }) =>
      leverageText(view, effectiveLeverage),
    ),
    text({ name: msg("Status"), within: msg("status") }, ({ status }) => statusWords[status].short),
    ...liquidating.map((name) => ({
      ...liquidationNames(name),
      now: nearestOf(view, now.factors, name),
      then: nearestOf(view, then.factors, name),
      same: nearestPrices(now.factors, name) === nearestPrices(then.factors, name),
    })),
  ]);
}

/** The row of a factor's liquidation prices. */
export function liquidationNames(factor: string): Names {
  return factor === "market"
    ? { name: msg("Liquidation: whole market"), within: msg("liquidation: whole market") }
    : { name: msg(str`Liquidation: ${factor}`), within: msg(str`liquidation: ${factor}`) };
}

interface Names {
  /** At the head of a row. */
  name: string;
  /** In the middle of a line. */
  within: string;
}

/** A figure before and after; texts that are alike have not changed. */
interface Compared extends Names {
  now: Cell;
  then: Cell;
  same?: boolean;
}

/** What changes, as a table; the rest in a line. */
function changes(title: string, rows: readonly Compared[]): TemplateResult {
  const isSame = ({ now, then, same = now === then }: Compared) => same;
  const changed = rows.filter((row) => !isSame(row));
  const rest = rows.filter(isSame);
  const unchanged = listOf(
    rest.map(({ within, now }) => html`${within} ${now}`),
    ",",
  );
  return html`${
    changed.length > 0
      ? table({
          caption: title,
          narrow: "wordy",
          heads: ["", msg("Now"), title],
          rows: changed.map(({ name, now, then }) => [name, now, then]),
        })
      : nothing
  }
  ${
    rest.length > 0
      ? html`<p class="hint unchanged">
          ${changed.length > 0 ? msg(html`Unchanged: ${unchanged}.`) : msg(html`Nothing changes: ${unchanged}.`)}
        </p>`
      : nothing
  }`;
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
  if (!set || set.state === "none") return noPrice();
  if (set.state === "liquidation") return msg("already in liquidation");
  const sides = [set.below, set.above].flatMap((boundary) => (boundary ? [at(set, boundary, numbers)] : []));
  return sides.length === 0 ? noPrice() : listOf(sides, "and");
}
