// SPDX-License-Identifier: MIT
//
// Answers to questions asked backwards, each in one sentence: an amount, that none is needed, or that none is enough.
import { msg, str } from "@lit/localize";

import type { Answer, HoldingTime, Sensitivity, SensitivityAnswer, WalletReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { shiftedDecimal } from "../format/parse.ts";
import { figure, type Sentence } from "./sentences.ts";

type Of<Question extends Answer["question"]> = Extract<Answer, { question: Question }>;

export function collateralWords({ answer, asset, quantity, value }: Of<"collateral-to-survive">, numbers: Numbers): Sentence {
  if (answer === "not-needed") return msg("Nothing has to be added.");
  if (answer === "impossible" || quantity === undefined) return msg(str`No amount of ${asset} is enough.`);
  const inUsd = asset === "USD";
  const amount = figure(inUsd ? numbers.usd(enough(quantity, 2)) : numbers.coin(enough(quantity, 8), asset));
  if (inUsd || value === undefined) return msg(str`Add ${amount}.`);
  const worth = numbers.usd(value);
  return msg(str`Add ${amount}, ${worth} today.`);
}

/** To so many decimals, and never less than is needed; but for what binary fractions leave over. */
export function enough(least: number, decimals: number): number {
  const shifted = shiftedDecimal(least, decimals);
  return Number.isSafeInteger(Math.ceil(shifted)) ? shiftedDecimal(Math.ceil(shifted - 1e-6), -decimals) : least;
}

export function closeWords({ answer, contract, size, sizeInLots }: Of<"size-to-close">, numbers: Numbers): Sentence {
  if (answer === "not-needed") return msg(str`Nothing of ${contract} has to be closed.`);
  const least = sizeInLots ?? size;
  if (answer === "impossible" || least === undefined) {
    return msg(str`Closing ${contract} is not enough, not even all of it.`);
  }
  const part = figure(numbers.figure(least));
  return msg(str`Close ${part} of ${contract}.`);
}

/** With or without the condition that the account lives through a move. */
export function largestWords(answer: Of<"largest-size">, numbers: Numbers): Sentence {
  return answer.move === undefined ? largestByMargin(answer, numbers) : largestToSurvive(answer, numbers);
}

function largestToSurvive(
  { answer, contract, side, size, sizeInLots }: Of<"largest-size">,
  numbers: Numbers,
): Sentence {
  if (answer === "not-needed") return msg("That sets no limit to it.");
  const most = sizeInLots ?? size;
  if (answer === "impossible" || most === undefined || most === 0) {
    return side === "long"
      ? msg(str`There is no size of ${contract} to buy with which it would.`)
      : msg(str`There is no size of ${contract} to sell with which it would.`);
  }
  const largest = figure(numbers.figure(most));
  return msg(str`The most is ${largest} of ${contract}.`);
}

function largestByMargin(
  { answer, contract, side, size, sizeInLots }: Of<"largest-size">,
  numbers: Numbers,
): Sentence {
  if (answer === "not-needed") return msg("Available margin sets no limit to it.");
  const most = sizeInLots ?? size;
  if (answer === "impossible" || most === undefined || most === 0) {
    return side === "long"
      ? msg(str`Available margin is not enough to buy any ${contract}.`)
      : msg(str`Available margin is not enough to sell any ${contract}.`);
  }
  const largest = figure(numbers.figure(most));
  return msg(str`Without that condition, available margin is enough for ${largest}.`);
}

export function hedgeWords({ answer, contract, side, size }: Of<"hedge">, underlying: string, numbers: Numbers): Sentence {
  if (answer === "impossible" || size === undefined) {
    return msg(str`No size of ${contract} holds margin equity still.`);
  }
  if (size === 0) return msg(str`Margin equity does not follow a small move of ${underlying} as it is.`);
  const least = figure(numbers.figure(size));
  return side === "long"
    ? msg(str`Buy ${least} of ${contract}, and a small move of ${underlying} leaves margin equity where it is.`)
    : msg(str`Sell ${least} of ${contract}, and a small move of ${underlying} leaves margin equity where it is.`);
}

export function haircutWords({ answer, asset, haircut }: Of<"liquidating-haircut">, numbers: Numbers): Sentence {
  if (answer === "not-needed") return msg(str`In liquidation already, whatever the haircut of ${asset}.`);
  if (answer === "impossible" || haircut === undefined) {
    return msg(str`No haircut of ${asset} liquidates at today’s prices.`);
  }
  const share = figure(numbers.percent(haircut));
  return msg(str`At a haircut of ${share} on ${asset}, today’s prices would liquidate.`);
}

/** The input of a sensitivity, as a thing one has or is charged. */
export function inputWords(input: Sensitivity): string {
  switch (input.input) {
    case "quantity":
      return msg(str`${input.asset} held`);
    case "haircut":
      return msg(str`Haircut of ${input.asset}`);
    case "price":
      return msg(str`Price of ${input.asset}`);
    case "size":
      return msg(str`Size of ${input.contract}`);
    case "entryPrice":
      return msg(str`Entry price of ${input.contract}`);
    case "isolatedMargin":
      return msg(str`Margin set apart for ${input.contract}`);
    case "maxLeverage":
      return msg(str`Maximum leverage of ${input.contract}`);
  }
}

/** By how much it moves a liquidation price; of the whole market, a ratio of prices. */
export function effectWords({ factor }: Pick<SensitivityAnswer, "factor">, change: number, numbers: Numbers): string {
  return factor === "market" ? numbers.change(change) : numbers.priceChange(change);
}

/** A chance, never written as none or as certain where it is not. */
export function chanceWords(chance: number, numbers: Numbers): string {
  const [least, most] = [numbers.percent(0.001), numbers.percent(0.999)];
  if (chance > 0 && chance < 0.0005) return msg(str`less than ${least}`);
  if (chance < 1 && chance >= 0.9995) return msg(str`more than ${most}`);
  return numbers.percent(chance);
}

export function holdingWords(answer: HoldingTime, wallet: WalletReport, numbers: Numbers): Sentence {
  const { hoursToLiquidation, fundingPerHour, interestPerHour, paid } = answer;
  if (fundingPerHour === 0 && interestPerHour === 0) {
    return msg("Nothing is paid for holding at today’s funding rates and interest, so time alone does not liquidate.");
  }
  if (hoursToLiquidation === null) {
    const longest = numbers.hours(answer.longest);
    return msg(str`Funding and interest alone do not liquidate within ${longest}.`);
  }
  if (hoursToLiquidation === 0) return msg("In liquidation already.");
  const sum = figure(moneyOf(wallet, numbers).words(paid));
  const time = figure(numbers.hours(hoursToLiquidation));
  return msg(
    str`With prices and rates as they are, funding and interest alone liquidate after ${time}, once ${sum} is paid.`,
  );
}
