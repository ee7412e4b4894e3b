// SPDX-License-Identifier: MIT
//
// The answer for a US account: what is controlled, what would end it now, and what the clock changes.
import { msg, str } from "@lit/localize";

import type { NextSwitch, Rulebook, UsFuturesReport } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import { clockWords, waitWords } from "./clock.ts";
import { kMostNamed, worthOfAsset } from "./control.ts";
import { andList } from "./lists.ts";
import { figure, plain, strong, type Headline, type Sentence } from "./sentences.ts";
import { threatsOf, threatsTo } from "./threats.ts";

/** The margin in force, as a label. */
export const regimeWords = {
  get intraday() {
    return msg("intraday margin");
  },
  get initial() {
    return msg("initial margin");
  },
  get maintenance() {
    return msg("maintenance margin");
  },
} as const;

type Regime = UsFuturesReport["regime"];

export function usHeadline(wallet: UsFuturesReport, rulebook: Rulebook, numbers: Numbers): Headline {
  if (wallet.positions.length === 0) {
    const equity = figure(numbers.usdInWords(wallet.equity));
    const lead = msg(str`You have ${equity} and no open position, so nothing can be liquidated.`);
    return { tone: "calm", lead: [lead], notes: [] };
  }
  const control = controlled(wallet, rulebook, numbers);
  const needed = figure(numbers.usdInWords(wallet.requirement));
  if (wallet.status === "liquidation-risk") {
    return { tone: "danger", lead: [control, below(wallet.regime, needed)], notes: [feeNote(wallet, numbers)] };
  }
  const lead = [control, inForce(wallet.regime, needed), nearest(wallet, numbers)];
  const notes = [afterSwitch(wallet.nextSwitch, numbers)];
  if (wallet.status === "warning") {
    const initial = figure(numbers.usdInWords(wallet.initialMargin));
    notes.push(
      msg(str`Your equity is below the initial margin of ${initial}: the positions cannot be kept past the switch.`),
    );
    notes.push(feeNote(wallet, numbers));
  }
  return { tone: wallet.status === "warning" ? "caution" : "calm", lead, notes };
}

function controlled(wallet: UsFuturesReport, rulebook: Rulebook, numbers: Numbers): Sentence {
  const futures = andList(
    wallet.positions.map(({ notional, contract }) =>
      worthOfAsset(figure(numbers.usdInWords(notional)), underlyingOf(rulebook, contract)),
    ),
  );
  const many = wallet.positions.length > kMostNamed;
  const count = numbers.quantity(wallet.positions.length);
  const equity = figure(numbers.usdInWords(wallet.equity));
  if (wallet.effectiveLeverage === null) {
    return many
      ? msg(str`You control ${strong}${count} positions${plain}, but your equity is ${equity}.`)
      : msg(str`You control ${futures} futures, but your equity is ${equity}.`);
  }
  const leverage = figure(numbers.leverageInWords(wallet.effectiveLeverage));
  return many
    ? msg(str`You control ${strong}${count} positions${plain} with ${equity}: ${leverage} leverage.`)
    : msg(str`You control ${futures} futures with ${equity}: ${leverage} leverage.`);
}

function below(regime: Regime, needed: string): Sentence {
  switch (regime) {
    case "intraday":
      return msg(
        str`That is below the ${needed} of intraday margin in force now: ${strong}positions may be liquidated${plain}.`,
      );
    case "initial":
      return msg(
        str`That is below the ${needed} of initial margin in force now: ${strong}positions may be liquidated${plain}.`,
      );
    case "maintenance":
      return msg(
        str`That is below the ${needed} of maintenance margin in force now: ${strong}positions may be liquidated${plain}.`,
      );
  }
}

function inForce(regime: Regime, needed: string): Sentence {
  switch (regime) {
    case "intraday":
      return msg(str`The intraday margin in force now is ${needed}.`);
    case "initial":
      return msg(str`The initial margin in force now is ${needed}.`);
    case "maintenance":
      return msg(str`The maintenance margin in force now is ${needed}.`);
  }
}

function nearest(wallet: UsFuturesReport, numbers: Numbers): Sentence {
  const [threat] = threatsTo(wallet);
  if (!threat) return msg("No rise or fall of a single price brings your equity below it.");
  const { set, side, boundary } = threat;
  const asset = set.factor;
  const size = figure(numbers.size(boundary.move));
  const price = figure(numbers.priceInWords(boundary.price));
  const opposite = threatsOf(set).find((other) => other.side !== side);
  const otherSize = opposite ? numbers.size(opposite.boundary.move) : "";
  if (side === "below") {
    return opposite
      ? msg(
          str`If ${asset} falls ${size} to ${price}, or rises ${otherSize}, your equity no longer covers it and positions may be liquidated.`,
        )
      : msg(
          str`If ${asset} falls ${size} to ${price}, your equity no longer covers it and positions may be liquidated.`,
        );
  }
  return opposite
    ? msg(
        str`If ${asset} rises ${size} to ${price}, or falls ${otherSize}, your equity no longer covers it and positions may be liquidated.`,
      )
    : msg(str`If ${asset} rises ${size} to ${price}, your equity no longer covers it and positions may be liquidated.`);
}

function afterSwitch(next: NextSwitch, numbers: Numbers): Sentence {
  const clock = clockWords(next.time, numbers);
  const wait = waitWords(next.seconds, numbers);
  const when = figure(msg(str`${clock}, in ${wait}`, { id: "moment-and-wait" }));
  const needed = figure(numbers.usdInWords(next.requirement));
  return next.riskBuffer < 0
    ? notCovered(next.regime, when, needed)
    : covered(next.regime, when, needed, figure(numbers.usdInWords(next.riskBuffer)));
}

function notCovered(regime: Regime, when: string, needed: string): Sentence {
  switch (regime) {
    case "intraday":
      return msg(
        str`At ${when}, intraday margin of ${needed} comes into force, which your equity does not cover at today’s prices: ${strong}liquidation is then likely${plain}.`,
      );
    case "initial":
      return msg(
        str`At ${when}, initial margin of ${needed} comes into force, which your equity does not cover at today’s prices: ${strong}liquidation is then likely${plain}.`,
      );
    case "maintenance":
      return msg(
        str`At ${when}, maintenance margin of ${needed} comes into force, which your equity does not cover at today’s prices: ${strong}liquidation is then likely${plain}.`,
      );
  }
}

function covered(regime: Regime, when: string, needed: string, rest: string): Sentence {
  switch (regime) {
    case "intraday":
      return msg(
        str`At ${when}, intraday margin of ${needed} comes into force, which leaves ${rest} at today’s prices.`,
      );
    case "initial":
      return msg(str`At ${when}, initial margin of ${needed} comes into force, which leaves ${rest} at today’s prices.`);
    case "maintenance":
      return msg(
        str`At ${when}, maintenance margin of ${needed} comes into force, which leaves ${rest} at today’s prices.`,
      );
  }
}

function feeNote(wallet: UsFuturesReport, numbers: Numbers): Sentence {
  const fee = figure(numbers.usdInWords(wallet.liquidationFee));
  return msg(
    str`The next forced liquidation costs ${fee}, and the positions that are closed are not yours to choose.`,
  );
}
