// SPDX-License-Identifier: MIT
//
// What a price history would have done to an account, in sentences.
import { msg, str } from "@lit/localize";

import type { Replay, WalletReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { figure, plain, strong, type Sentence, type Tone } from "./sentences.ts";

export interface ReplayWords {
  tone: Tone;
  sentences: Sentence[];
}

export function replayWords(replay: Replay, wallet: WalletReport, numbers: Numbers): ReplayWords {
  const isolated = replay.isolated.map(({ contract, at }) =>
    msg(str`The isolated ${contract} would have been liquidated by ${figure(momentWords(at, numbers.locale))}.`),
  );
  return {
    tone: replay.liquidation || isolated.length > 0 ? "danger" : "calm",
    sentences: [fateWords(replay, wallet, numbers), ...isolated, worstWords(replay, wallet, numbers), ...fundingWords(replay, wallet, numbers)],
  };
}

/** A moment of UTC; of a day's beginning only the day. */
export function momentWords(at: string, locale: string): string {
  const day = { year: "numeric", month: "short", day: "numeric", timeZone: "UTC" } as const;
  const clock = { hour: "numeric", minute: "2-digit", timeZoneName: "short" } as const;
  return new Intl.DateTimeFormat(locale, at.endsWith("T00:00:00Z") ? day : { ...day, ...clock }).format(new Date(at));
}

function fateWords({ from, to, liquidation }: Replay, wallet: WalletReport, numbers: Numbers): Sentence {
  const us = wallet.type === "us-futures";
  const [begin, end] = [momentWords(from, numbers.locale), momentWords(to, numbers.locale)];
  if (!liquidation) {
    return us
      ? msg(str`From ${begin} to ${end} the account would never have been at risk of liquidation.`)
      : msg(str`From ${begin} to ${end} the account would have ${strong}lived${plain}.`);
  }
  const list = new Intl.ListFormat(numbers.locale, { type: "conjunction" });
  const prices = list.format(
    liquidation.prices.map(({ asset, price }) => msg(str`${asset} at ${numbers.priceInWords(price)}`)),
  );
  const at = figure(momentWords(liquidation.at, numbers.locale));
  if (liquidation.after === undefined) {
    return us
      ? msg(str`The account would have been at risk of liquidation from the first row on, ${at}: ${prices}.`)
      : msg(str`The account would have been liquidated at the first row, ${at}: ${prices}.`);
  }
  const after = figure(momentWords(liquidation.after, numbers.locale));
  return us
    ? msg(str`The account would have been at risk of liquidation between ${after} and ${at}: ${prices}.`)
    : msg(str`The account would have been liquidated between ${after} and ${at}: ${prices}.`);
}

function worstWords({ worst }: Replay, wallet: WalletReport, numbers: Numbers): Sentence {
  const at = momentWords(worst.at, numbers.locale);
  const equity = figure(moneyOf(wallet, numbers).words(worst.marginEquity));
  if (worst.marginUsage === null) return msg(str`It stood worst on ${at}, with nothing left: margin equity was ${equity}.`);
  const usage = figure(numbers.percent(worst.marginUsage));
  return msg(str`It stood worst on ${at}: margin usage was ${usage} of the 100% at which it ends, and margin equity ${equity}.`);
}

function fundingWords({ funding }: Replay, wallet: WalletReport, numbers: Numbers): Sentence[] {
  if (funding === 0) return [];
  const sum = moneyOf(wallet, numbers).words(Math.abs(funding));
  return [
    funding < 0
      ? msg(str`Until then ${sum} of funding would have been paid, at the rates entered.`)
      : msg(str`Until then ${sum} of funding would have been received, at the rates entered.`),
  ];
}
