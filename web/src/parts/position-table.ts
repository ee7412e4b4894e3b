// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import type { LiquidationSet, PositionReport, Side, UsPositionReport, WalletReport } from "#margin";
import { contractOf, isDated, switchOf, underlyingOf } from "../form/rulebooks.ts";
import { moneyOf, type Money } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { glossary } from "../words/glossary.ts";
import { regimeWords } from "../words/headline-us.ts";
import { amount } from "./amount.ts";
import { explained, figureName } from "./explain.ts";
import { at } from "./liquidations.ts";
import type { View } from "./view.ts";

/** A figure of a position: its name, what it means, where the report has it, and its value. */
type Cell = readonly [title: string, meaning: string, field: string, value: unknown];

export function positionTable(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  if (wallet.positions.length === 0) return nothing;
  const money = moneyOf(wallet, view.numbers);
  const rows: [position: PositionReport | UsPositionReport, cells: Cell[]][] =
    wallet.type === "us-futures"
      ? wallet.positions.map((position) => [position, usCells(position, money, view.numbers)])
      : wallet.positions.map((position) => [
          position,
          coinCells(position, paysFunding(view, position.contract), money, view.numbers),
        ]);
  return html`<section aria-labelledby="positions-table-title">
    <h3 id="positions-table-title">Positions</h3>
    ${netted(view, wallet).map((underlying) =>
      explained(`Long and short on ${underlying} are netted`, glossary.netted),
    )}
    <ul class="cards">
      ${rows.map(([position, cells], index) => positionCard(view, position, cells, index))}
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
  const more = "margin" in position ? position.margin : regimeWords[position.regime];
  return html`<li data-contract=${position.contract}>
    <h4>
      ${underlying} ${position.side}
      <span class="role">${numbers.quantity(position.size)} ${position.contract}, ${more}</span>
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

function coinCells(position: PositionReport, perpetual: boolean, money: Money, numbers: Numbers): Cell[] {
  const both = (value: number, usd: number | undefined) =>
    usd === undefined
      ? money.full(value)
      : html`${amount(money.full(value), "plain")} ${amount(numbers.usd(usd), "move")}`;
  const leverage = position.effectiveLeverage;
  const expiry = position.expiry;
  return [
    ["Mark price", glossary.markPrice, "markPrice", numbers.price(position.markPrice)],
    ["Notional", glossary.notional, "notional", money.full(position.notional)],
    ["Profit or loss", glossary.unrealizedPnl, "unrealizedPnl", both(position.unrealizedPnl, position.unrealizedPnlUsd)],
    ["Return on margin", glossary.returnOnEquity, "returnOnEquity", numbers.change(position.returnOnEquity)],
    ["Initial margin", glossary.initialMargin, "initialMargin", both(position.initialMargin, position.initialMarginUsd)],
    [
      "Maintenance margin",
      glossary.maintenanceMargin,
      "maintenanceMargin",
      both(position.maintenanceMargin, position.maintenanceMarginUsd),
    ],
    ["Level", glossary.level, "level", position.level],
    ["Leverage", glossary.positionLeverage, "effectiveLeverage", leverage === null ? "none" : numbers.leverage(leverage)],
    ["Liquidation price", glossary.liquidationPrice, "liquidation", liquidation(position.liquidation, numbers)],
    ["Bankruptcy price", glossary.bankruptcyPrice, "bankruptcyPrice", priceOrNone(position.bankruptcyPrice, numbers)],
    ...costCells(position, both(position.openFee, position.openFeeUsd), both(position.closeFee, position.closeFeeUsd), numbers),
    ...(position.margin === "isolated"
      ? [
          ["Margin set aside", glossary.isolated, "isolatedMargin", money.full(position.isolatedMargin ?? 0)] as const,
          ["Its own equity", glossary.ownEquity, "equity", money.full(position.equity ?? 0)] as const,
        ]
      : []),
    ...(position.unrealizedFunding === 0
      ? []
      : [
          [
            "Funding not settled",
            glossary.unrealizedFunding,
            "unrealizedFunding",
            money.full(position.unrealizedFunding),
          ] as const,
        ]),
    ...(perpetual ? fundingCells(position, both, money, numbers) : []),
    ...(position.markLimits
      ? [
          [
            "Mark price may range",
            glossary.markLimits,
            "markLimits/lowest",
            `${numbers.price(position.markLimits.lowest)} to ${numbers.price(position.markLimits.highest)}`,
          ] as const,
        ]
      : []),
    ...(expiry
      ? [
          [
            "Expires",
            glossary.expiry,
            "expiry/settlementFee",
            html`${expiry.expired ? "expired" : `in ${numbers.hours(expiry.hours)}`}; settlement costs
            ${money.full(expiry.settlementFee)}`,
          ] as const,
        ]
      : []),
  ];
}

/** Relative, as everyone compares them, and absolute, as the exchange gives them. */
function fundingCells(
  position: PositionReport,
  both: (value: number, usd: number | undefined) => unknown,
  money: Money,
  numbers: Numbers,
): Cell[] {
  const rate = html`${numbers.rate(position.fundingRate)} <span class="move">
      ${money.absolute(position.absoluteFundingRate)} a contract
    </span>`;
  const indicated = position.indicatedFundingRate;
  return [
    ["Funding an hour", glossary.fundingRate, "fundingPerHour", both(position.fundingPerHour, position.fundingPerHourUsd)],
    ["Funding rate an hour", glossary.fundingRate, "fundingRate", rate],
    ...(indicated === undefined
      ? []
      : [["Rate by today’s premium", glossary.indicatedFundingRate, "indicatedFundingRate", numbers.rate(indicated)] as const]),
  ];
}

function paysFunding({ result, rulebook }: View, symbol: string): boolean {
  return !isDated(contractOf(result?.rulebook ?? rulebook, symbol));
}

function usCells(position: UsPositionReport, money: Money, numbers: Numbers): Cell[] {
  return [
    ["Mark price", glossary.markPrice, "markPrice", numbers.price(position.markPrice)],
    ["Notional", glossary.notional, "notional", money.full(position.notional)],
    ["Profit or loss", glossary.unrealizedPnl, "unrealizedPnl", money.full(position.unrealizedPnl)],
    ["Margin in force now", glossary.requirement, "requirement", money.full(position.requirement)],
    ["Intraday margin", glossary.intradayMargin, "intradayMargin", money.full(position.intradayMargin)],
    ["Initial margin", glossary.usInitialMargin, "initialMargin", money.full(position.initialMargin)],
    ["Maintenance margin", glossary.usMaintenanceMargin, "maintenanceMargin", money.full(position.maintenanceMargin)],
    ["Liquidation price", glossary.usLiquidationPrice, "liquidation", liquidation(position.liquidation, numbers)],
    ["Bankruptcy price", glossary.bankruptcyPrice, "bankruptcyPrice", priceOrNone(position.bankruptcyPrice, numbers)],
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
    ["Fee to open", glossary.fees, "openFee", openFee],
    ["Fee to close", glossary.fees, "closeFee", closeFee],
    ["Break-even price", glossary.breakEvenPrice, "breakEvenPrice", priceOrNone(position.breakEvenPrice, numbers)],
  ];
}

function priceOrNone(price: number | null, numbers: Numbers): string {
  return price === null ? "none" : numbers.price(price);
}

function liquidation(set: LiquidationSet, numbers: Numbers): TemplateResult | string {
  if (set.state === "liquidation") return "already in liquidation";
  const sides = [set.below, set.above].flatMap((boundary) => (boundary ? [at(set, boundary, numbers)] : []));
  if (sides.length === 0) return "none";
  return html`${sides.map((side, index) => html`${index > 0 ? html`<br />and ` : nothing}${side}`)}`;
}
