// SPDX-License-Identifier: MIT
//
// Answers to questions asked backwards, each in one sentence: an amount, that none is needed, or that none is enough.
import type { Answer, HoldingTime, Sensitivity, SensitivityAnswer, WalletReport } from "#margin";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { shiftedDecimal } from "../format/parse.ts";
import { figure, say, type Sentence } from "./sentences.ts";

type Of<Question extends Answer["question"]> = Extract<Answer, { question: Question }>;

export function collateralWords({ answer, asset, quantity, value }: Of<"collateral-to-survive">, numbers: Numbers): Sentence {
  if (answer === "not-needed") return say`Nothing has to be added.`;
  if (answer === "impossible" || quantity === undefined) return say`No amount of ${asset} is enough.`;
  if (asset === "USD") return say`Add ${figure(numbers.usd(enough(quantity, 2)))}.`;
  const worth = value === undefined ? "" : `, ${numbers.usd(value)} today`;
  return say`Add ${figure(numbers.coin(enough(quantity, 8), asset))}${worth}.`;
}

/** To so many decimals, and never less than is needed; but for what binary fractions leave over. */
export function enough(least: number, decimals: number): number {
  const shifted = shiftedDecimal(least, decimals);
  return Number.isSafeInteger(Math.ceil(shifted)) ? shiftedDecimal(Math.ceil(shifted - 1e-6), -decimals) : least;
}

export function closeWords({ answer, contract, size, sizeInLots }: Of<"size-to-close">, numbers: Numbers): Sentence {
  if (answer === "not-needed") return say`Nothing of ${contract} has to be closed.`;
  const least = sizeInLots ?? size;
  if (answer === "impossible" || least === undefined) return say`Closing ${contract} is not enough, not even all of it.`;
  return say`Close ${figure(numbers.figure(least))} of ${contract}.`;
}

/** With or without the condition that the account lives through a move. */
export function largestWords(
  { answer, contract, side, size, sizeInLots, move }: Of<"largest-size">,
  numbers: Numbers,
): Sentence {
  const verb = side === "long" ? "buy" : "sell";
  const lives = move !== undefined;
  const most = sizeInLots ?? size;
  if (answer === "not-needed") return lives ? say`That sets no limit to it.` : say`Available margin sets no limit to it.`;
  if (answer === "impossible" || most === undefined || most === 0) {
    return lives
      ? say`There is no size of ${contract} to ${verb} with which it would.`
      : say`Available margin is not enough to ${verb} any ${contract}.`;
  }
  return lives
    ? say`The most is ${figure(numbers.figure(most))} of ${contract}.`
    : say`Without that condition, available margin is enough for ${figure(numbers.figure(most))}.`;
}

export function hedgeWords({ answer, contract, side, size }: Of<"hedge">, underlying: string, numbers: Numbers): Sentence {
  if (answer === "impossible" || size === undefined) return say`No size of ${contract} holds margin equity still.`;
  if (size === 0) return say`Margin equity does not follow a small move of ${underlying} as it is.`;
  const verb = side === "long" ? "Buy" : "Sell";
  const least = figure(numbers.figure(size));
  return say`${verb} ${least} of ${contract}, and a small move of ${underlying} leaves margin equity where it is.`;
}

export function haircutWords({ answer, asset, haircut }: Of<"liquidating-haircut">, numbers: Numbers): Sentence {
  if (answer === "not-needed") return say`In liquidation already, whatever the haircut of ${asset}.`;
  if (answer === "impossible" || haircut === undefined) return say`No haircut of ${asset} liquidates at today’s prices.`;
  return say`At a haircut of ${figure(numbers.percent(haircut))} on ${asset}, today’s prices would liquidate.`;
}

/** The input of a sensitivity, as a thing one has or is charged. */
export function inputWords(input: Sensitivity): string {
  switch (input.input) {
    case "quantity":
      return `${input.asset} held`;
    case "haircut":
      return `Haircut of ${input.asset}`;
    case "price":
      return `Price of ${input.asset}`;
    case "size":
      return `Size of ${input.contract}`;
    case "entryPrice":
      return `Entry price of ${input.contract}`;
    case "isolatedMargin":
      return `Margin set apart for ${input.contract}`;
    case "maxLeverage":
      return `Maximum leverage of ${input.contract}`;
  }
}

/** By how much it moves a liquidation price; of the whole market, a ratio of prices. */
export function effectWords({ factor }: Pick<SensitivityAnswer, "factor">, change: number, numbers: Numbers): string {
  const sign = change > 0 ? "+" : "";
  return factor === "market" ? numbers.change(change) : `${sign}${numbers.price(change)}`;
}

/** A chance, never written as none or as certain where it is not. */
export function chanceWords(chance: number, numbers: Numbers): string {
  if (chance > 0 && chance < 0.0005) return `less than ${numbers.percent(0.001)}`;
  if (chance < 1 && chance >= 0.9995) return `more than ${numbers.percent(0.999)}`;
  return numbers.percent(chance);
}

export function holdingWords(answer: HoldingTime, wallet: WalletReport, numbers: Numbers): Sentence {
  const { hoursToLiquidation: hours, longest, fundingPerHour, interestPerHour, paid } = answer;
  if (fundingPerHour === 0 && interestPerHour === 0) {
    return say`Nothing is paid for holding at today’s funding rates and interest, so time alone does not liquidate.`;
  }
  if (hours === null) return say`Funding and interest alone do not liquidate within ${numbers.hours(longest)}.`;
  if (hours === 0) return say`In liquidation already.`;
  const sum = moneyOf(wallet, numbers).words(paid);
  const time = figure(numbers.hours(hours));
  return say`With prices and rates as they are, funding and interest alone liquidate after ${time}, once ${figure(sum)} is paid.`;
}
