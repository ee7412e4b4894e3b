// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { LiquidationSet, MarginMode, PositionReport, Side, UsPositionReport, WalletReport } from "#margin";
import { contractOf, isDated, switchOf, underlyingOf } from "../form/rulebooks.ts";
import { moneyOf, type Money } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { glossary } from "../words/glossary.ts";
import { regimeWords } from "../words/headline-us.ts";
import { amount } from "./amount.ts";
import { explained, figureName } from "./explain.ts";
import { leverageText } from "./figures.ts";
import { at, noPrice } from "./liquidations.ts";
import { positionTitle } from "./positions.ts";
import type { View } from "./view.ts";

/** A figure of a position: its name, what it means, where the report has it, and its value. */
type Cell = readonly [title: string, meaning: string, field: string, value: unknown];

export function positionTable(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.positions.length === 0) return nothing;
  const money = moneyOf(wallet, view.numbers);
  const cells = (position: PositionReport | UsPositionReport) =>
    "margin" in position
      ? coinCells(position, paysFunding(view, position.contract), money, view.numbers)
      : usCells(position, money, view.numbers);
  return html`<section aria-labelledby="positions-table-title">
    <h3 id="positions-table-title">${msg("Positions")}</h3>
    ${netted(view, wallet).map((underlying) =>
      explained(msg(str`Long and short on ${underlying} are netted`), glossary.netted),
    )}
    <ul class="cards">
      ${wallet.positions.map((position, index) => view.part(() => positionCard(view, position, cells(position), index)))}
    </ul>
  </section>`;
}

/** The underlyings of which cross positions on both sides share their margin. */
function netted({ result }: View, wallet: WalletReport): string[] {
  if (!result || wallet.type === "us-futures") return [];
  if (!(result.scenario.policy?.netting ?? switchOf(result.rulebook, "netting"))) return [];
  const on = (wanted: Side) =>
    wallet.positions.flatMap(({ contract, side, margin }) =>
      margin === "cross" && side === wanted ? [underlyingOf(result.rulebook, contract)] : [],
    );
  const shorts = new Set(on("short"));
  return [...new Set(on("long"))].filter((underlying) => shorts.has(underlying));
}

function positionCard(
  view: View,
  position: PositionReport | UsPositionReport,
  cells: readonly Cell[],
  index: number,
): TemplateResult {
  const { numbers, result } = view;
  const underlying = result ? underlyingOf(result.rulebook, position.contract) : position.contract;
  const size = numbers.quantity(position.size);
  const more = "margin" in position ? marginWord(position.margin) : regimeWords[position.regime];
  return html`<li data-contract=${position.contract}>
    <h4>
      ${positionTitle(underlying, position.side)}
      <span class="role">${msg(str`${size} ${position.contract}, ${more}`, { desc: "Size, contract, kind of margin" })}</span>
    </h4>
    <ul class="cells">
      ${cells.map(
        ([title, meaning, field, value]) => html`<li>
          <span class="cell">${value}</span>
          ${figureName(view, title, meaning, `/wallets/${view.index}/positions/${index}/${field}`)}
        </li>`,
      )}
    </ul>
    ${view.later?.contractWindow(view, position.contract, `result-${index}`) ?? nothing}
  </li>`;
}

function marginWord(margin: MarginMode): string {
  return margin === "cross" ? msg("cross") : msg("isolated");
}

function coinCells(position: PositionReport, perpetual: boolean, money: Money, numbers: Numbers): Cell[] {
  const both = (value: number, usd: number | undefined) =>
    usd === undefined
      ? money.full(value)
      : html`${amount(money.full(value), "plain")} ${amount(numbers.usd(usd), "move")}`;
  const expiry = position.expiry;
  return [
    [msg("Mark price"), glossary.markPrice, "markPrice", numbers.price(position.markPrice)],
    [msg("Notional"), glossary.notional, "notional", money.full(position.notional)],
    [msg("Profit or loss"), glossary.unrealizedPnl, "unrealizedPnl", both(position.unrealizedPnl, position.unrealizedPnlUsd)],
    [msg("Return on margin"), glossary.returnOnEquity, "returnOnEquity", numbers.change(position.returnOnEquity)],
    [msg("Initial margin"), glossary.initialMargin, "initialMargin", both(position.initialMargin, position.initialMarginUsd)],
    [
      msg("Maintenance margin"),
      glossary.maintenanceMargin,
      "maintenanceMargin",
      both(position.maintenanceMargin, position.maintenanceMarginUsd),
    ],
    [msg("Level"), glossary.level, "level", position.level],
    [msg("Leverage"), glossary.positionLeverage, "effectiveLeverage", leverageText({ numbers }, position.effectiveLeverage)],
    [msg("Liquidation price"), glossary.liquidationPrice, "liquidation", liquidation(position.liquidation, numbers)],
    [msg("Bankruptcy price"), glossary.bankruptcyPrice, "bankruptcyPrice", priceOrNone(position.bankruptcyPrice, numbers)],
    ...costCells(position, both(position.openFee, position.openFeeUsd), both(position.closeFee, position.closeFeeUsd), numbers),
    ...(position.margin === "isolated"
      ? [
          [msg("Margin set aside"), glossary.isolated, "isolatedMargin", money.full(position.isolatedMargin ?? 0)] as const,
          [msg("Its own equity"), glossary.ownEquity, "equity", money.full(position.equity ?? 0)] as const,
        ]
      : []),
    ...(position.unrealizedFunding === 0
      ? []
      : [
          [
            msg("Funding not settled"),
            glossary.unrealizedFunding,
            "unrealizedFunding",
            money.full(position.unrealizedFunding),
          ] as const,
        ]),
    ...(perpetual ? fundingCells(position, both, money, numbers) : []),
    ...(position.markLimits
      ? [
          [
            msg("Mark price may range"),
            glossary.markLimits,
            "markLimits/lowest",
            rangeWords(position.markLimits, numbers),
          ] as const,
        ]
      : []),
    ...(expiry
      ? [
          [
            msg("Expires"),
            glossary.expiry,
            "expiry/settlementFee",
            expiryWords(expiry, money, numbers),
          ] as const,
        ]
      : []),
  ];
}

function rangeWords({ lowest, highest }: NonNullable<PositionReport["markLimits"]>, numbers: Numbers): string {
  const [from, to] = [numbers.price(lowest), numbers.price(highest)];
  return msg(str`${from} to ${to}`);
}

function expiryWords(
  { expired, hours, settlementFee }: NonNullable<PositionReport["expiry"]>,
  money: Money,
  numbers: Numbers,
): string {
  const fee = money.full(settlementFee);
  return expired
    ? msg(str`expired; settlement costs ${fee}`)
    : msg(str`in ${numbers.hours(hours)}; settlement costs ${fee}`);
}

/** Relative, as everyone compares them, and absolute, as the exchange gives them. */
function fundingCells(
  position: PositionReport,
  both: (value: number, usd: number | undefined) => unknown,
  money: Money,
  numbers: Numbers,
): Cell[] {
  const absolute = money.absolute(position.absoluteFundingRate);
  const rate = html`${numbers.rate(position.fundingRate)}
    <span class="move">${msg(str`${absolute} a contract`)}</span>`;
  const indicated = position.indicatedFundingRate;
  return [
    [msg("Funding an hour"), glossary.fundingRate, "fundingPerHour", both(position.fundingPerHour, position.fundingPerHourUsd)],
    [msg("Funding rate an hour"), glossary.fundingRate, "fundingRate", rate],
    ...(indicated === undefined
      ? []
      : [
          [
            msg("Rate by today’s premium"),
            glossary.indicatedFundingRate,
            "indicatedFundingRate",
            numbers.rate(indicated),
          ] as const,
        ]),
  ];
}

function paysFunding({ result, rulebook }: View, symbol: string): boolean {
  return !isDated(contractOf(result?.rulebook ?? rulebook, symbol));
}

function usCells(position: UsPositionReport, money: Money, numbers: Numbers): Cell[] {
  return [
    [msg("Mark price"), glossary.markPrice, "markPrice", numbers.price(position.markPrice)],
    [msg("Notional"), glossary.notional, "notional", money.full(position.notional)],
    [msg("Profit or loss"), glossary.unrealizedPnl, "unrealizedPnl", money.full(position.unrealizedPnl)],
    [msg("Margin in force now"), glossary.requirement, "requirement", money.full(position.requirement)],
    [msg("Intraday margin"), glossary.intradayMargin, "intradayMargin", money.full(position.intradayMargin)],
    [msg("Initial margin"), glossary.usInitialMargin, "initialMargin", money.full(position.initialMargin)],
    [msg("Maintenance margin"), glossary.usMaintenanceMargin, "maintenanceMargin", money.full(position.maintenanceMargin)],
    [msg("Liquidation price"), glossary.usLiquidationPrice, "liquidation", liquidation(position.liquidation, numbers)],
    [msg("Bankruptcy price"), glossary.bankruptcyPrice, "bankruptcyPrice", priceOrNone(position.bankruptcyPrice, numbers)],
    ...costCells(position, money.full(position.openFee), money.full(position.closeFee), numbers),
  ];
}

function costCells(
  position: PositionReport | UsPositionReport,
  openFee: unknown,
  closeFee: unknown,
  numbers: Numbers,
): Cell[] {
  return [
    [msg("Fee to open"), glossary.fees, "openFee", openFee],
    [msg("Fee to close"), glossary.fees, "closeFee", closeFee],
    [msg("Break-even price"), glossary.breakEvenPrice, "breakEvenPrice", priceOrNone(position.breakEvenPrice, numbers)],
  ];
}

function priceOrNone(price: number | null, numbers: Numbers): string {
  return price === null ? noPrice() : numbers.price(price);
}

function liquidation(set: LiquidationSet, numbers: Numbers): TemplateResult | string {
  if (set.state === "liquidation") return msg("already in liquidation");
  const [first, second] = [set.below, set.above].flatMap((boundary) => (boundary ? [at(set, boundary, numbers)] : []));
  if (!first) return noPrice();
  return second ? msg(html`${first}<br />and ${second}`) : first;
}
