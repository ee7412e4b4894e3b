// SPDX-License-Identifier: MIT
import { numbersFor } from "../format/numbers.ts";
import { readNumber } from "../format/parse.ts";
import { copyForm, type Form, type MarketRow } from "./model.ts";

/** The same form with its numbers as another locale writes them; texts that are no number stay as they are. */
export function inLocale(form: Form, from: string, to: string): Form {
  if (from === to) return form;
  const numbers = numbersFor(to);
  const rewriter = (write: (value: number) => string) => (text: string) => {
    const reading = readNumber(text, from);
    return reading ? write(reading.value) : text;
  };
  const written = rewriter(numbers.text);
  // Some locales group digits by blanks, and a blank parts the numbers of a book.
  const bare = rewriter(numbers.reading);
  const own = copyForm(form);
  own.volume30d = written(own.volume30d);
  rewrite(own.prices, Object.keys(own.prices), written);
  rewrite(own.figures, Object.keys(own.figures), written);
  for (const market of Object.values(own.markets)) rewriteMarket(market, written, bare);
  for (const wallet of own.wallets) {
    rewrite(wallet, ["balance", "cash", "liquidations"], written);
    for (const row of wallet.collateral) rewrite(row, ["quantity"], written);
    for (const row of wallet.transfers) rewrite(row, ["quantity"], written);
    for (const row of wallet.positions) {
      rewrite(row, ["size", "entryPrice", "unrealizedFunding", "maxLeverage", "isolatedMargin"], written);
    }
    for (const row of wallet.orders) rewrite(row, ["size", "price", "triggerPrice", "maxLeverage"], written);
  }
  return own;
}

type Written = (text: string) => string;

function rewrite<Name extends string>(texts: Record<Name, string>, names: readonly Name[], written: Written): void {
  for (const name of names) texts[name] = written(texts[name]);
}

function rewriteMarket(market: MarketRow, written: Written, bare: Written): void {
  rewrite(market, ["mark", "last", "funding"], written);
  for (const side of ["bids", "asks"] as const) market[side] = market[side].replace(/[^\s;|]+/g, bare);
}
