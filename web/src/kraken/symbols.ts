// SPDX-License-Identifier: MIT
//
// Kraken's codes, as the rulebooks write them.

const renamed: ReadonlyMap<string, string> = new Map([
  ["XBT", "BTC"],
  ["XDG", "DOGE"],
]);

/** The asset a code stands for: "xbt" is BTC. */
export function assetOfCode(code: string): string {
  const upper = code.toUpperCase();
  return renamed.get(upper) ?? upper;
}

export interface Symbol_ {
  /** As the rulebooks have it: dated ones without their day. */
  contract: string;
  /** ISO date; empty for perpetuals. */
  expiry: string;
  /** The asset it follows. */
  asset: string;
}

/** What a contract's symbol says; undefined where it is of no kind this page knows. */
export function readSymbol(symbol: string): Symbol_ | undefined {
  const [, kind, coin = "", date] = /^(PF|PI|FF|FI)_([A-Z0-9]{1,20})USD(?:_(\d{6}))?$/.exec(symbol.toUpperCase()) ?? [];
  if (!kind || (kind.startsWith("P") && date)) return undefined;
  const expiry = date ? `20${date.slice(0, 2)}-${date.slice(2, 4)}-${date.slice(4)}` : "";
  if (expiry && !isDay(expiry)) return undefined;
  return { contract: `${kind}_${coin}USD`, expiry, asset: assetOfCode(coin) };
}

/** The asset of an index in dollars, as "in_xbtusd"; undefined where it is none. */
export function assetOfIndex(symbol: string): string | undefined {
  const [, coin] = /^IN_([A-Z0-9]{1,20})USD$/.exec(symbol.toUpperCase()) ?? [];
  return coin && assetOfCode(coin);
}

/** The coin of a single-collateral account, as "fi_xbtusd"; undefined where its name says none. */
export function coinOfAccount(name: string): string | undefined {
  const [, coin] = /^[FP]I_([A-Z0-9]{1,20})USD$/.exec(name.toUpperCase()) ?? [];
  return coin && assetOfCode(coin);
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
}
