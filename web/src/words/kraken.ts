// SPDX-License-Identifier: MIT
//
// Why something of Kraken's answers is not taken over, and what would be right.
import { msg, str } from "@lit/localize";

import type { Left, Reason } from "../kraken/left.ts";

export function whyLeft({ reason, found }: Left): string {
  return whys[reason](found);
}

const whys: Readonly<Record<Reason, (found: string) => string>> = {
  tooLarge: () => msg("This is more than four million characters. Kraken’s answers are shorter; nothing of it was read."),
  tooMany: () => msg("There is more here than is read at once. Read the rest by itself."),
  noJson: (found) => msg(str`This is not JSON: “${found}”. Copy the whole answer, from its first bracket to its last.`),
  unknownAnswer: (found) =>
    msg(
      str`This is none of the answers this page reads: “${found}”. They hold “tickers”, “instruments”, “accounts” or “openPositions”.`,
    ),
  unreadAnswer: (found) => msg(str`Kraken’s “${found}” is known, but nothing of it belongs in this form.`),
  errorAnswer: (found) => msg(str`Kraken answered with an error: “${found}”. Ask again once that is mended.`),
  olderAnswer: (found) => msg(str`There is a newer answer of this kind; the one of ${found || "–"} was left aside.`),
  noList: () => msg("A list should stand here."),
  noObject: () => msg("An object with named values should stand here."),
  noSymbol: () => msg("The name of a contract should stand here, as “PF_XBTUSD”."),
  noNumber: (found) => msg(str`“${found}” is not a number that can be read here.`),
  notPositive: (found) => msg(str`A number above 0 should stand here, not ${found}.`),
  negative: (found) => msg(str`Only USD may be below 0, so ${found} was left out.`),
  noSide: (found) => msg(str`“long” or “short” should stand here, not “${found}”.`),
  otherSide: (found) => msg(str`A long position has a size above 0, not ${found}.`),
  noName: (found) =>
    msg(str`“${found}” is no contract of a kind this page knows: they begin with PF, FF, PI or FI and end with USD.`),
  twice: (found) => msg(str`This stands here twice; the first counts. The second: ${found || "–"}.`),
  accountType: (found) =>
    msg(str`“${found}” is no kind of account this page knows: multi-collateral, single-collateral or cash.`),
  accountCoin: () => msg("An account of one coin should be named after it, as “fi_xbtusd”, and be kept in that coin."),
  cashAccount: () => msg("What is held in cash backs no futures, so it was left out."),
  heldContract: (found) =>
    msg(str`${found} contracts are held, but not at what price: the answer of openpositions says that.`),
  heldOther: (found) => msg(str`This account is backed by one coin only, so ${found} of another was left out.`),
  noContract: (found) => msg(str`The rules that are chosen have no contract ${found}, so it was left out.`),
  noAsset: (found) => msg(str`The rules that are chosen do not take ${found} as collateral, so it was left out.`),
  otherExpiry: (found) => msg(str`This form holds one day of a dated contract, the nearest, so ${found} was left out.`),
  noIsolation: () => msg("Positions in contracts on one coin are never isolated, so this was left out."),
  otherCurrency: (found) => msg(str`This form keeps one profit currency an account, so ${found} was left out.`),
  noRoom: (found) => msg(str`This form has no room for more, so ${found} was left out.`),
};
