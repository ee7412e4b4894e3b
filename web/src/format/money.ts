// SPDX-License-Identifier: MIT
import type { WalletReport } from "#margin";
import type { Numbers } from "./numbers.ts";

/** How amounts in a wallet's own currency are written. */
export interface Money {
  /** To the cent, or to the coin's last digit. */
  full(value: number): string;
  /** For a sentence. */
  words(value: number): string;
}

export function moneyOf({ currency }: Pick<WalletReport, "currency">, numbers: Numbers): Money {
  if (currency === "USD") return { full: numbers.usd, words: numbers.usdInWords };
  const coin = (value: number) => numbers.coin(value, currency);
  return { full: coin, words: coin };
}
