// SPDX-License-Identifier: MIT
import type { WalletReport } from "#margin";
import type { Numbers } from "./numbers.ts";

/** How amounts in a wallet's own currency are written. */
export interface Money {
  /** To the cent, or to the coin's last digit. */
  full(value: number): string;
  /** The same, of a coin with its dollars: "0.00125 BTC ($10.00)". */
  both(value: number, usd: number | null | undefined): string;
  /** For a sentence. */
  words(value: number): string;
  /** A rate for one contract, whose first digits may come late: "0.000002 BTC". */
  absolute(value: number): string;
}

export function moneyOf({ currency }: Pick<WalletReport, "currency">, numbers: Numbers): Money {
  const absolute = (value: number) => `${numbers.figure(value)} ${currency}`;
  if (currency === "USD") return { full: numbers.usd, both: numbers.usd, words: numbers.usdInWords, absolute };
  const coin = (value: number) => numbers.coin(value, currency);
  const both = (value: number, usd: number | null | undefined) =>
    typeof usd === "number" ? `${coin(value)} (${numbers.usd(usd)})` : coin(value);
  return { full: coin, both, words: coin, absolute };
}
