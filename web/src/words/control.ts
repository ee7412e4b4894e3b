// SPDX-License-Identifier: MIT
//
// What the reader controls, with how much of their own.
import { msg, str } from "@lit/localize";

import type { Side } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import type { Money } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import type { Context } from "./context.ts";
import { andList } from "./lists.ts";
import { figure, plain, strong, type Sentence } from "./sentences.ts";
import type { CoinReport } from "./threats.ts";

/** More positions than these are not named but counted. */
export const kMostNamed = 2;

export function controlSentence(context: Context): Sentence {
  const { wallet, numbers, money } = context;
  const equity = equityWords(wallet, money, numbers);
  const contracts = andList(contractsOf(context));
  const count = numbers.quantity(wallet.positions.length);
  const many = wallet.positions.length > kMostNamed;
  if (wallet.effectiveLeverage === null) {
    return many
      ? msg(
          str`You control ${strong}${count} positions${plain}, but losses have used up the collateral: margin equity is ${equity}.`,
        )
      : msg(str`You control ${contracts} contracts, but losses have used up the collateral: margin equity is ${equity}.`);
  }
  const leverage = figure(numbers.leverageInWords(wallet.effectiveLeverage));
  return many
    ? msg(str`You control ${strong}${count} positions${plain} with ${equity} of margin equity: ${leverage} leverage.`)
    : msg(str`You control ${contracts} contracts with ${equity} of margin equity: ${leverage} leverage.`);
}

/** Margin equity; of a coin with its dollars. */
export function equityWords(wallet: CoinReport, money: Money, numbers: Numbers): Sentence {
  const equity = figure(money.words(wallet.marginEquity));
  return wallet.type === "multi-collateral" ? equity : `${equity} (${numbers.usdInWords(wallet.marginEquityUsd)})`;
}

/** The value of each position and what it is in. */
function contractsOf({ wallet, rulebook, money }: Context): Sentence[] {
  return wallet.positions.map(({ notional, contract, side }, index) => {
    const worth = figure(money.words(notional));
    const asset = underlyingOf(rulebook, contract);
    // Two on one asset are told apart by their sides.
    const alike = wallet.positions.some((other, at) => at !== index && underlyingOf(rulebook, other.contract) === asset);
    const told = alike ? side : undefined;
    return wallet.type === "single-collateral" ? worthInContract(worth, contract, told) : worthOfAsset(worth, asset, told);
  });
}

export function worthOfAsset(worth: string, asset: string, side?: Side): Sentence {
  if (side === undefined) return msg(str`${worth} of ${asset}`, { id: "worth-of-asset" });
  return side === "long"
    ? msg(str`${worth} of ${asset} long`, { id: "worth-of-asset-long" })
    : msg(str`${worth} of ${asset} short`, { id: "worth-of-asset-short" });
}

function worthInContract(worth: string, contract: string, side?: Side): Sentence {
  if (side === undefined) return msg(str`${worth} in ${contract}`, { id: "worth-in-contract" });
  return side === "long"
    ? msg(str`${worth} in ${contract} long`, { id: "worth-in-contract-long" })
    : msg(str`${worth} in ${contract} short`, { id: "worth-in-contract-short" });
}
