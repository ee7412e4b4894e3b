// SPDX-License-Identifier: MIT
//
// The answer for a US account: what is controlled, what would end it now, and what the clock changes.
import { msg } from "@lit/localize";

import type { NextSwitch, Rulebook, UsFuturesReport } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import { clockWords, waitWords } from "./clock.ts";
import { figure, say, type Headline, type Sentence } from "./sentences.ts";
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

export function usHeadline(wallet: UsFuturesReport, rulebook: Rulebook, numbers: Numbers): Headline {
  const equity = figure(numbers.usdInWords(wallet.equity));
  if (wallet.positions.length === 0) {
    return {
      tone: "calm",
      lead: [say`You have ${equity} and no open position, so nothing can be liquidated.`],
      notes: [],
    };
  }
  const lead = [controlled(wallet, rulebook, numbers)];
  const needed = figure(numbers.usdInWords(wallet.requirement));
  const regime = regimeWords[wallet.regime];
  if (wallet.status === "liquidation-risk") {
    lead.push(say`That is below the ${needed} of ${regime} in force now: ${figure("positions may be liquidated")}.`);
    return { tone: "danger", lead, notes: [feeNote(wallet, numbers)] };
  }
  lead.push(say`The ${regime} in force now is ${needed}. ${nearest(wallet, numbers)}`);
  const notes = [afterSwitch(wallet.nextSwitch, numbers)];
  if (wallet.status === "warning") {
    const initial = figure(numbers.usdInWords(wallet.initialMargin));
    notes.push(say`Your equity is below the initial margin of ${initial}: the positions cannot be kept past the switch.`);
    notes.push(feeNote(wallet, numbers));
  }
  return { tone: wallet.status === "warning" ? "caution" : "calm", lead, notes };
}

function controlled(wallet: UsFuturesReport, rulebook: Rulebook, numbers: Numbers): Sentence {
  const [first = "", second, third] = wallet.positions.map(
    ({ notional, contract }) => say`${figure(numbers.usdInWords(notional))} of ${underlyingOf(rulebook, contract)}`,
  );
  const contracts = third
    ? say`${figure(`${wallet.positions.length} positions`)}`
    : second
      ? say`${first} and ${second} futures`
      : say`${first} futures`;
  const equity = figure(numbers.usdInWords(wallet.equity));
  if (wallet.effectiveLeverage === null) return say`You control ${contracts}, but your equity is ${equity}.`;
  const leverage = figure(numbers.leverageInWords(wallet.effectiveLeverage));
  return say`You control ${contracts} with ${equity}: ${leverage} leverage.`;
}

function nearest(wallet: UsFuturesReport, numbers: Numbers): Sentence {
  const [threat] = threatsTo(wallet);
  if (!threat) return say`No rise or fall of a single price brings your equity below it.`;
  const { set, side, boundary } = threat;
  const moves = figure(`${side === "below" ? "falls" : "rises"} ${numbers.size(boundary.move)}`);
  const to = figure(numbers.priceInWords(boundary.price));
  const opposite = threatsOf(set).find((other) => other.side !== side);
  const also = opposite ? `, or ${opposite.side === "below" ? "falls" : "rises"} ${numbers.size(opposite.boundary.move)}` : "";
  return say`If ${set.factor} ${moves} to ${to}${also}, your equity no longer covers it and positions may be liquidated.`;
}

function afterSwitch(next: NextSwitch, numbers: Numbers): Sentence {
  const when = figure(`${clockWords(next.time, numbers)}, in ${waitWords(next.seconds, numbers)}`);
  const needed = figure(numbers.usdInWords(next.requirement));
  const regime = regimeWords[next.regime];
  const enough =
    next.riskBuffer < 0
      ? say`which your equity does not cover at today’s prices: ${figure("liquidation is then likely")}.`
      : say`which leaves ${figure(numbers.usdInWords(next.riskBuffer))} at today’s prices.`;
  return say`At ${when}, ${regime} of ${needed} comes into force, ${enough}`;
}

function feeNote(wallet: UsFuturesReport, numbers: Numbers): Sentence {
  return say`The next forced liquidation costs ${figure(numbers.usdInWords(wallet.liquidationFee))}, and the positions that are closed are not yours to choose.`;
}
