// SPDX-License-Identifier: MIT
//
// A whole result in words and figures, for paper and for plain text.
import { msg, str } from "@lit/localize";

import type { LiquidationSet, PositionReport, Rulebook, UsPositionReport, WalletReport } from "#margin";
import { walletRow } from "../form/model.ts";
import { underlyingOf } from "../form/rulebooks.ts";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { accountName } from "../parts/accounts.ts";
import type { Result } from "../parts/view.ts";
import { headline } from "../words/headline.ts";
import { remarkWords } from "../words/remarks.ts";
import { plainWords } from "../words/sentences.ts";
import { statusWords } from "../words/status.ts";
import { enteredOf } from "./entered.ts";
import { noPrice } from "../parts/liquidations.ts";
import { namesOf } from "../parts/sentence.ts";
import type { Line } from "./lines.ts";
import { rulesOf } from "./rules.ts";

export interface Overview {
  /** "" for none. */
  title: string;
  accounts: AccountOverview[];
  rules: Line[];
  /** What of it is not published. */
  assumed: string[];
  /** What the module remarks beside that. */
  remarks: string[];
}

export interface AccountOverview {
  name: string;
  lead: string;
  notes: string[];
  entered: Line[];
  figures: Line[];
  liquidations: Table;
  positions: Table;
}

export interface Table {
  heads: readonly string[];
  /** Each begins with its name. */
  rows: readonly (readonly string[])[];
}

/** `builtIn` is the rulebook as it was before the reader's own figures. */
export function overviewOf(result: Result, builtIn: Rulebook, numbers: Numbers): Overview {
  const { scenario, report } = result;
  const messages = (assumed: boolean) => [
    ...new Set(
      report.warnings
        .filter(({ code }) => (code === "assumed") === assumed)
        .map((remark) => remarkWords(remark, scenario)),
    ),
  ];
  return {
    title: scenario.title ?? "",
    accounts: report.wallets.map((wallet, index) => accountOverview(result, wallet, index, numbers)),
    rules: rulesOf(result, builtIn, numbers),
    assumed: messages(true),
    remarks: messages(false),
  };
}

/** The name of an account of a result, as its tab has it. */
export function nameOf({ scenario }: Result, index: number): string {
  const rows = scenario.wallets.map((wallet) =>
    walletRow({ type: wallet.type, asset: wallet.type === "single-collateral" ? wallet.asset : "" }),
  );
  const row = rows[index];
  return row ? accountName(row, rows) : "";
}

function accountOverview(result: Result, wallet: WalletReport, index: number, numbers: Numbers): AccountOverview {
  const { lead, notes } = headline(wallet, result.rulebook, numbers);
  return {
    name: nameOf(result, index),
    lead: plainWords(lead),
    notes: notes.map((note) => plainWords([note])),
    entered: enteredOf(result, index, numbers),
    figures: figuresOf(wallet, numbers),
    liquidations: {
      heads: [msg("If only this moves"), msg("Today"), msg("Liquidation below"), msg("Liquidation above")],
      rows: wallet.factors.map((set) => [
        factorName(set.factor),
        set.factor === "market" ? msg("all as today") : numbers.price(set.current),
        ...sidesOf(set, numbers),
      ]),
    },
    positions: {
      heads: [
        msg("Position"),
        msg("Notional"),
        msg("Profit or loss"),
        msg("Initial margin"),
        msg("Maintenance margin"),
        msg("Liquidation price"),
      ],
      rows: wallet.positions.map((position) => positionRow(position, result, wallet, numbers)),
    },
  };
}

export function factorName(factor: string): string {
  return factor === "market" ? msg("Whole crypto market") : factor;
}

function figuresOf(wallet: WalletReport, numbers: Numbers): Line[] {
  const money = moneyOf(wallet, numbers);
  const { effectiveLeverage } = wallet;
  const first: Line[] = [
    [msg("Status"), statusWords[wallet.status].full],
    [msg("Effective leverage"), effectiveLeverage === null ? msg("none", { id: "no-leverage" }) : numbers.leverage(effectiveLeverage)],
  ];
  if (wallet.type === "us-futures") {
    return [
      ...first,
      [msg("Equity"), money.full(wallet.equity)],
      [msg("Margin in force now"), money.full(wallet.requirement)],
      [msg("Portfolio risk buffer"), money.full(wallet.riskBuffer)],
      [msg("Available margin"), money.full(wallet.availableMargin)],
      [msg("Intraday margin"), money.full(wallet.intradayMargin)],
      [msg("Initial margin"), money.full(wallet.initialMargin)],
      [msg("Maintenance margin"), money.full(wallet.maintenanceMargin)],
      [msg("Can be withdrawn"), money.full(wallet.withdrawable)],
    ];
  }
  const usd = wallet.type === "single-collateral" ? wallet : undefined;
  const usage = wallet.marginUsage;
  return [
    ...first,
    [msg("Margin usage"), usage === null ? msg("no equity is left") : numbers.percent(usage)],
    [msg("Margin equity"), money.both(wallet.marginEquity, usd?.marginEquityUsd)],
    [msg("Initial margin"), money.both(wallet.initialMargin, usd?.initialMarginUsd)],
    [msg("Maintenance margin"), money.both(wallet.maintenanceMargin, usd?.maintenanceMarginUsd)],
    [msg("Available margin"), money.both(wallet.availableMargin, usd?.availableMarginUsd)],
    [msg("Risk buffer"), money.both(wallet.riskBuffer, usd?.riskBufferUsd)],
    [msg("Profit or loss"), money.both(wallet.unrealizedPnl, usd?.unrealizedPnlUsd)],
  ];
}

function positionRow(
  position: PositionReport | UsPositionReport,
  { rulebook }: Result,
  wallet: WalletReport,
  numbers: Numbers,
): string[] {
  const money = moneyOf(wallet, numbers);
  const underlying = underlyingOf(rulebook, position.contract);
  const name =
    position.side === "long"
      ? msg(str`${underlying} long (${position.contract})`)
      : msg(str`${underlying} short (${position.contract})`);
  return [
    name,
    money.full(position.notional),
    money.full(position.unrealizedPnl),
    money.full(position.initialMargin),
    money.full(position.maintenanceMargin),
    turnsOf(position.liquidation, numbers),
  ];
}

function turnsOf(set: LiquidationSet, numbers: Numbers): string {
  if (set.state === "liquidation") return msg("already in liquidation");
  const prices = [set.below, set.above].flatMap((side) => (side ? [boundaryText(set.factor, side, numbers)] : []));
  return prices.length === 0 ? noPrice() : namesOf(prices);
}

/** What is written below and above today's price. */
function sidesOf(set: LiquidationSet, numbers: Numbers): [below: string, above: string] {
  const { state, below, above } = set;
  if (state === "none") return [msg("no cross position is open"), msg("no cross position is open")];
  if (state === "liquidation") return [msg("already in liquidation"), msg("already in liquidation")];
  const at = (boundary: typeof below) => (boundary ? boundaryText(set.factor, boundary, numbers) : noPrice());
  return [at(below), at(above)];
}

/** A boundary's price and its distance; of the whole market there is only the distance. */
export function boundaryText(factor: string, boundary: { price: number; move: number }, numbers: Numbers): string {
  const move = numbers.change(boundary.move);
  return factor === "market" ? move : `${numbers.price(boundary.price)} (${move})`;
}
