// SPDX-License-Identifier: MIT
//
// The public answers: what contracts there are, and what they cost.
import { partOf, type Answer } from "./answers.ts";
import { left, type Left, type Place } from "./left.ts";
import { assetOfIndex, readSymbol, type Symbol_ } from "./symbols.ts";
import { isFields, objectsOf, Values } from "./values.ts";

export interface Ticker extends Symbol_ {
  place: Place;
  /** USD; undefined where the answer has none. */
  index: number | undefined;
  mark: number | undefined;
  last: number | undefined;
  /** In the venue's unit: USD or, of inverse contracts, the coin, a contract and hour. */
  funding: number | undefined;
}

/** The lower limit of a margin level and what holds from there. */
export type MarginLevel = readonly [from: number, initial: number, maintenance: number];

export interface Instrument extends Symbol_ {
  levels: readonly MarginLevel[];
  retailLevels: readonly MarginLevel[];
}

export interface Markets {
  /** By contract and day, as "PF_XBTUSD" and "FF_XBTUSD 2026-12-25". */
  tickers: Map<string, Ticker>;
  instruments: Map<string, Instrument>;
  /** Index prices that are listed by themselves, by asset. */
  indices: Map<string, number>;
}

export function keyOf({ contract, expiry }: Pick<Symbol_, "contract" | "expiry">): string {
  return expiry ? `${contract} ${expiry}` : contract;
}

/** Later answers overrule earlier ones, contract by contract; within one the first of a symbol counts. */
export function readMarkets(answers: readonly Answer[], lefts: Left[]): Markets {
  const markets: Markets = { tickers: new Map(), instruments: new Map(), indices: new Map() };
  for (const answer of answers) {
    const symbols = new Set<string>();
    for (const values of rowsOf(answer, lefts)) {
      const symbol = values.text("symbol");
      if (symbol === "") values.note("symbol", "noSymbol");
      else if (symbols.has(symbol.toUpperCase())) values.note("symbol", "twice");
      else {
        symbols.add(symbol.toUpperCase());
        if (answer.kind === "instruments") takeInstrument(symbol, values, markets, lefts);
        else takeTicker(symbol, values, markets);
      }
    }
  }
  return markets;
}

function rowsOf(answer: Answer, lefts: Left[]): Values[] {
  const { value, place } = partOf(answer);
  if (answer.kind !== "ticker") return objectsOf(value, place, lefts);
  if (isFields(value)) return [new Values(value, place, lefts)];
  lefts.push(left(place, "noObject", value));
  return [];
}

function takeTicker(symbol: string, values: Values, { tickers, indices }: Markets): void {
  const index = assetOfIndex(symbol);
  if (index !== undefined) {
    const price = values.positive("last");
    if (price !== undefined) indices.set(index, price);
    return;
  }
  // Rates that contracts are settled on, fixed once a day: no prices of now.
  if (/^rr_/i.test(symbol)) return;
  const read = readSymbol(symbol);
  if (!read) values.note("symbol", "noName");
  else {
    tickers.set(keyOf(read), {
      ...read,
      place: values.place,
      index: values.positive("indexPrice"),
      mark: values.positive("markPrice"),
      last: values.positive("last"),
      funding: values.number("fundingRate"),
    });
  }
}

function takeInstrument(symbol: string, values: Values, { instruments }: Markets, lefts: Left[]): void {
  if (assetOfIndex(symbol) !== undefined || /^rr_/i.test(symbol)) return;
  const read = readSymbol(symbol);
  if (!read) {
    values.note("symbol", "noName");
    return;
  }
  instruments.set(keyOf(read), {
    ...read,
    levels: levelsIn(values, "marginLevels", lefts),
    retailLevels: levelsIn(values, "retailMarginLevels", lefts),
  });
}

function levelsIn(values: Values, name: string, lefts: Left[]): MarginLevel[] {
  const list = values.get(name);
  if (list === undefined) return [];
  const place = { ...values.place, pointer: `${values.place.pointer}/${name}` };
  return objectsOf(list, place, lefts).flatMap((level) => {
    const from = level.number("contracts") ?? level.number("numNonContractUnits");
    const initial = level.positive("initialMargin");
    const maintenance = level.positive("maintenanceMargin");
    if (from === undefined || initial === undefined || maintenance === undefined) return [];
    return [[from, initial, maintenance] as const];
  });
}
