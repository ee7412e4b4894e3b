// SPDX-License-Identifier: MIT
//
// Two accounts side by side, of whatever types. Every figure is the module's; only how far two of them are apart is
// worked out here, to be shown.
import { msg, str } from "@lit/localize";

import type { WalletReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { noPrice } from "../parts/liquidations.ts";
import { marketOf, threatsOf, threatsTo, type Threat } from "../words/threats.ts";
import { boundaryText, factorName } from "./overview.ts";

export interface Row {
  name: string;
  pinned: string;
  now: string;
  difference: string;
}

/** A figure of an account, or why it has none. */
type Value = { value: number; text: string } | { reason: string };

export function comparison(pinned: WalletReport, now: WalletReport, numbers: Numbers): Row[] {
  return [
    figureRow(msg("Effective leverage"), leverageOf(pinned, numbers), leverageOf(now, numbers), numbers),
    ...amountRows(pinned, now, numbers),
    ...liquidationRows(pinned, now, numbers),
  ];
}

/** Whether amounts of a coin are shown in dollars, because the other account has another currency. */
export function inDollars(pinned: WalletReport, now: WalletReport): boolean {
  return pinned.currency !== now.currency;
}

function leverageOf({ effectiveLeverage }: WalletReport, numbers: Numbers): Value {
  if (effectiveLeverage === null) return { reason: msg("none, because no equity is left") };
  return { value: effectiveLeverage, text: numbers.leverage(effectiveLeverage) };
}

/* -------------------------------------------------------------------------------------- amounts */

type Name = "marginEquity" | "requirement" | "initialMargin" | "maintenanceMargin" | "availableMargin" | "riskBuffer";

function amountRows(pinned: WalletReport, now: WalletReport, numbers: Numbers): Row[] {
  const dollars = inDollars(pinned, now);
  const write = dollars ? numbers.usd : moneyOf(now, numbers).full;
  const row = (name: Name, title: string) => {
    const of = (wallet: WalletReport) => amountOf(wallet, name, dollars, write);
    return figureRow(title, of(pinned), of(now), numbers, write);
  };
  const us = pinned.type === "us-futures" || now.type === "us-futures";
  return [
    row("marginEquity", msg("Margin equity")),
    ...(us ? [row("requirement", msg("Margin in force now"))] : []),
    row("initialMargin", msg("Initial margin")),
    row("maintenanceMargin", msg("Maintenance margin")),
    row("availableMargin", msg("Available margin")),
    row("riskBuffer", msg("Risk buffer")),
  ];
}

function amountOf(wallet: WalletReport, name: Name, dollars: boolean, write: (value: number) => string): Value {
  const value = valueOf(wallet, name, dollars);
  if (value === undefined) return { reason: msg("only US futures have a margin that depends on the clock") };
  return { value, text: write(value) };
}

function valueOf(wallet: WalletReport, name: Name, dollars: boolean): number | undefined {
  if (wallet.type === "us-futures") return name === "marginEquity" ? wallet.equity : wallet[name];
  if (name === "requirement") return undefined;
  return wallet.type === "single-collateral" && dollars ? wallet[`${name}Usd`] : wallet[name];
}

function figureRow(
  name: string,
  pinned: Value,
  now: Value,
  numbers: Numbers,
  write?: (value: number) => string,
): Row {
  return { name, pinned: textOf(pinned), now: textOf(now), difference: differenceOf(pinned, now, numbers, write) };
}

/** A dash alone would not say why. */
function textOf(value: Value): string {
  return "reason" in value ? msg(str`– (${value.reason})`) : value.text;
}

function differenceOf(pinned: Value, now: Value, numbers: Numbers, write?: (value: number) => string): string {
  if ("reason" in pinned || "reason" in now) return "–";
  if (pinned.text === now.text) return msg("The same");
  const change = relative(pinned.value, now.value, numbers);
  const size = write?.(Math.abs(now.value - pinned.value));
  return now.value > pinned.value ? higher(size, change) : lower(size, change);
}

function higher(size: string | undefined, change: string | undefined): string {
  if (size === undefined) return change === undefined ? msg("Higher") : msg(str`Higher (${change})`);
  return change === undefined ? msg(str`Higher by ${size}`) : msg(str`Higher by ${size} (${change})`);
}

function lower(size: string | undefined, change: string | undefined): string {
  if (size === undefined) return change === undefined ? msg("Lower") : msg(str`Lower (${change})`);
  return change === undefined ? msg(str`Lower by ${size}`) : msg(str`Lower by ${size} (${change})`);
}

/** Across zero a percentage says nothing. */
function relative(pinned: number, now: number, numbers: Numbers): string | undefined {
  return pinned > 0 && now > 0 ? numbers.change(now / pinned - 1) : undefined;
}

/* --------------------------------------------------------------------------------- liquidations */

/** The nearest liquidation on one side of today's price, of the shared pool or of an isolated position. */
type Place = Threat["boundary"] | "liquidation" | "none" | "not here";

function liquidationRows(pinned: WalletReport, now: WalletReport, numbers: Numbers): Row[] {
  const names = [...pinned.factors, ...now.factors].map(({ factor }) => factor);
  // The market moves all of them, and comes last.
  const factors = [...new Set(names.filter((name) => name !== "market")), ...(names.includes("market") ? ["market"] : [])];
  return factors.flatMap((factor) =>
    (["below", "above"] as const).flatMap((side) => liquidationRow(factor, side, pinned, now, numbers)),
  );
}

function liquidationRow(
  factor: string,
  side: Threat["side"],
  pinned: WalletReport,
  now: WalletReport,
  numbers: Numbers,
): Row[] {
  const [before, after] = [placeOf(pinned, factor, side), placeOf(now, factor, side)];
  const empty = (place: Place) => place === "none" || place === "not here";
  if (empty(before) && empty(after)) return [];
  const asset = factorName(factor);
  return [
    {
      name: side === "below" ? msg(str`Liquidation: ${asset}, below`) : msg(str`Liquidation: ${asset}, above`),
      pinned: placeText(before, factor, numbers),
      now: placeText(after, factor, numbers),
      difference: distanceOf(before, after, numbers),
    },
  ];
}

function placeOf(wallet: WalletReport, factor: string, side: Threat["side"]): Place {
  const set = factor === "market" ? marketOf(wallet) : wallet.factors.find((one) => one.factor === factor);
  if (!set) return "not here";
  if (set.state === "liquidation") return "liquidation";
  const threats = factor === "market" ? threatsOf(set) : threatsTo(wallet).filter((one) => one.set.factor === factor);
  return threats.find((threat) => threat.side === side)?.boundary ?? "none";
}

function placeText(place: Place, factor: string, numbers: Numbers): string {
  switch (place) {
    case "liquidation":
      return msg("already in liquidation");
    case "none":
      return noPrice();
    case "not here":
      return textOf({ reason: msg(str`nothing in this account follows ${factorName(factor)}`) });
    default:
      return boundaryText(factor, place, numbers);
  }
}

function distanceOf(before: Place, after: Place, numbers: Numbers): string {
  if (typeof before === "string" || typeof after === "string") return oneSided(before, after);
  const [was, is] = [Math.abs(before.move), Math.abs(after.move)];
  if (numbers.size(was) === numbers.size(is) && numbers.price(before.price) === numbers.price(after.price)) {
    return msg("The same");
  }
  const change = relative(before.price, after.price, numbers) ?? "";
  if (is === was) return msg(str`As far away (price ${change})`);
  return is > was ? msg(str`Farther away (price ${change})`) : msg(str`Nearer (price ${change})`);
}

function oneSided(before: Place, after: Place): string {
  if (before === after) return msg("The same");
  if (after === "liquidation") return msg("In liquidation now");
  if (before === "liquidation") return msg("No longer in liquidation");
  if (typeof before === "string") return msg("Only now");
  return msg("Not any more");
}
