// SPDX-License-Identifier: MIT
//
// The figures of a rulebook that the reader may replace: named by their place in it, as in "assets/BTC/haircut"
// or "contracts/MBT/intradayMargin". A replaced figure is no longer the rulebook's; the scenario then carries
// the whole rulebook with it.
import { msg, str } from "@lit/localize";

import type { Rulebook, UsContract } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { shiftedDecimal } from "../format/parse.ts";
import { assetOf, contractOf } from "./rulebooks.ts";

export interface Figure {
  key: string;
  label: string;
  /** "%" is typed as percent and kept as a fraction. */
  unit: "%" | "USD" | "×" | "minutes" | "contracts";
  /** In the rulebook's own unit; what holds there where it is not written down. */
  value: number;
  /** True where it is not published. */
  assumed: boolean;
}

/** The unit as it stands beside a field. */
export function unitWords(unit: Figure["unit"]): string {
  switch (unit) {
    case "minutes":
      return msg("minutes");
    case "contracts":
      return msg("contracts");
    default:
      return unit;
  }
}

type Words = readonly [label: () => string, unit: Figure["unit"], otherwise?: number];

/** By section and name; what a rulebook leaves out has the documents' default. */
const general: Readonly<Record<string, Words>> = {
  "interest/threshold": [() => msg("Loss above which interest is charged"), "USD"],
  "interest/ratePerYear": [() => msg("Interest on uncovered losses, a year"), "%"],
  "conversion/threshold": [() => msg("Debt above which collateral is converted"), "USD", 0],
  "equityProtection/liquidationFee": [() => msg("Liquidation fee"), "%", 0],
  "equityProtection/partialStep": [() => msg("Closed in one partial liquidation"), "%", 0],
};
const ofUsVenue: Readonly<Record<string, Words>> = {
  "usFutures/minutesBeforeClose": [() => msg("Initial margin applies before the close for"), "minutes", 15],
  "usFutures/newsFactor": [() => msg("Intraday margin of new positions around news"), "×", 4],
  "usFutures/firstLiquidationFee": [() => msg("First liquidation costs"), "USD", 25],
  "usFutures/laterLiquidationFee": [() => msg("Each later liquidation costs"), "USD", 50],
};
const ofUsContract: Readonly<Record<string, Words>> = {
  intradayMargin: [() => msg("Intraday margin, a contract"), "USD"],
  initialMargin: [() => msg("Initial margin, a contract"), "USD"],
  maintenanceMargin: [() => msg("Maintenance margin, a contract"), "USD"],
  "quantityMargins/from": [() => msg("New positions need more from"), "contracts", 1],
  "quantityMargins/factor": [() => msg("Intraday margin of those, times"), "×", 1],
  "fees/exchange": [() => msg("Exchange fee, a side"), "USD"],
  "fees/nfa": [() => msg("NFA fee, a side"), "USD"],
  "fees/clearing": [() => msg("Clearing fee, a side"), "USD"],
  "fees/commission": [() => msg("Commission, a side"), "USD"],
};

export function haircutKey(asset: string): string {
  return `assets/${asset}/haircut`;
}

/** What the exchange does not publish, or sets for all of its contracts. */
export function generalFigures(rulebook: Rulebook): Figure[] {
  const hasUs = rulebook.contracts.some(({ type }) => type === "us");
  const hasOthers = rulebook.contracts.some(({ type }) => type !== "us");
  return figuresOf(rulebook, "", { ...(hasOthers && general), ...(hasUs && ofUsVenue) }, true);
}

/** Margins and fees of one US contract. */
export function usContractFigures(rulebook: Rulebook, contract: UsContract): Figure[] {
  return figuresOf(rulebook, `contracts/${contract.symbol}/`, ofUsContract, contract.assumed === true);
}

function figuresOf(
  rulebook: Rulebook,
  prefix: string,
  all: Readonly<Record<string, Words>>,
  assumed: boolean,
): Figure[] {
  return Object.entries(all).flatMap(([name, [label, unit, otherwise]]) => {
    const key = prefix + name;
    const value = numberAt(rulebook, key) ?? otherwise;
    return value === undefined ? [] : [{ key, label: label(), unit, value, assumed }];
  });
}

/** The figure with this key, where the rulebook has it. */
export function figureOf(rulebook: Rulebook, key: string): Figure | undefined {
  const [section, name = ""] = key.split("/");
  if (section === "assets") {
    const asset = assetOf(rulebook, name);
    if (!asset || key !== haircutKey(name)) return undefined;
    return { key, label: msg(str`Haircut of ${name}`), unit: "%", value: asset.haircut, assumed: asset.assumed === true };
  }
  if (section === "contracts") {
    const contract = contractOf(rulebook, name);
    if (contract?.type !== "us") return undefined;
    return usContractFigures(rulebook, contract).find((figure) => figure.key === key);
  }
  return generalFigures(rulebook).find((figure) => figure.key === key);
}

/** The text of the rulebook's own value, in the unit it is typed in. */
export function figureText({ unit, value }: Figure, numbers: Numbers): string {
  return numbers.text(unit === "%" ? shiftedDecimal(value, 2) : value);
}

/** A typed value in the rulebook's unit. */
export function figureValue({ unit }: Figure, typed: number): number {
  return unit === "%" ? shiftedDecimal(typed, -2) : typed;
}

/** The JSON Pointer of a figure in the rulebook; contracts stand in a list. */
export function figurePointer(rulebook: Rulebook, key: string): string {
  const [section, name, ...rest] = key.split("/");
  if (section !== "contracts") return `/${key}`;
  const index = rulebook.contracts.findIndex(({ symbol }) => symbol === name);
  return `/${["contracts", index, ...rest].join("/").replace("quantityMargins/", "quantityMargins/0/")}`;
}

/** The rulebook with some figures, in its own units, and expiries, by contract, replaced by the reader's. */
export function withFigures(
  rulebook: Rulebook,
  values: ReadonlyMap<string, number>,
  expiries: ReadonlyMap<string, string>,
): Rulebook {
  const changed = structuredClone(rulebook) as Rulebook;
  for (const contract of changed.contracts) {
    const expiry = expiries.get(contract.symbol);
    if (expiry !== undefined) contract.expiry = expiry;
  }
  for (const [key, value] of values) {
    const steps = key.split("/");
    const last = steps.pop() ?? "";
    const place = steps.reduce((at, step) => stepInto(at, step, true), changed as unknown as Branch);
    place[last] = value;
    // The reader's own figure is no longer the rulebook's assumption.
    if (steps[0] === "assets") delete place["assumed"];
  }
  return changed;
}

type Branch = Record<string, unknown>;

function stepInto(at: Branch, step: string, make: boolean): Branch {
  if (Array.isArray(at)) return (at as { symbol: string }[]).find(({ symbol }) => symbol === step) as unknown as Branch;
  const next = Object.hasOwn(at, step) ? at[step] : undefined;
  if (step === "quantityMargins") {
    // The form has room for the first of them; from the first contract on, times 1, it changes nothing.
    const [first] = (next as Branch[] | undefined) ?? [];
    if (first || !make) return first ?? {};
    const neutral = { from: 1, factor: 1 };
    at[step] = [neutral];
    return neutral;
  }
  if (typeof next === "object" && next !== null) return next as Branch;
  const made: Branch = {};
  if (make) at[step] = made;
  return made;
}

function numberAt(rulebook: Rulebook, key: string): number | undefined {
  const steps = key.split("/");
  const last = steps.pop() ?? "";
  const place = steps.reduce((at, step) => stepInto(at, step, false), rulebook as unknown as Branch);
  const value = Object.hasOwn(place, last) ? place[last] : undefined;
  return typeof value === "number" ? value : undefined;
}

/** The figures in which a whole rulebook differs from the built-in one, in the latter's units. */
export function changedFigures(rulebook: Rulebook, builtIn: Rulebook): Map<string, number> {
  const keys = [
    ...Object.keys(builtIn.assets).map(haircutKey),
    ...generalFigures(builtIn).map(({ key }) => key),
    ...builtIn.contracts.flatMap((contract) =>
      contract.type === "us" ? usContractFigures(builtIn, contract).map(({ key }) => key) : [],
    ),
  ];
  const changed = new Map<string, number>();
  for (const key of keys) {
    const value = figureOf(rulebook, key)?.value;
    if (value !== undefined && value !== figureOf(builtIn, key)?.value) changed.set(key, value);
  }
  return changed;
}
