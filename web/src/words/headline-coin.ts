// SPDX-License-Identifier: MIT
//
// The answer in plain words: one sentence on what the reader controls, one on what would end it, and a few notes.
import { msg, str } from "@lit/localize";

import type { Rulebook } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import { moneyOf } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { plural } from "../language/language.ts";
import type { Context } from "./context.ts";
import { controlSentence, equityWords } from "./control.ts";
import { liquidatedNow, wayOut } from "./in-liquidation.ts";
import { andList } from "./lists.ts";
import { isolatedName, poolOf, thenIsolatedLiquidated, thenLiquidated } from "./pool.ts";
import { figure, type Headline, type Sentence } from "./sentences.ts";
import {
  crossPositions,
  distance,
  holdingsOf,
  isolatedPositions,
  marketOf,
  threatsOf,
  threatsTo,
  type CoinReport,
  type Threat,
} from "./threats.ts";

export function coinHeadline(wallet: CoinReport, rulebook: Rulebook, numbers: Numbers): Headline {
  const context: Context = { wallet, rulebook, numbers, money: moneyOf(wallet, numbers), pool: poolOf(wallet) };
  if (wallet.positions.length === 0) return { tone: "calm", lead: [nothingOpen(context)], notes: [] };
  const control = controlSentence(context);
  if (wallet.status === "liquidation") {
    return { tone: "danger", lead: [control, liquidatedNow(context)], notes: wayOut(context) };
  }
  const endangered = isolatedPositions(wallet).filter((position) => position.liquidation.state === "liquidation");
  const threats = threatsTo(wallet);
  const nearest = threats[0];
  const lead = [control];
  const notes: Sentence[] = [];
  if (endangered.length > 0) {
    const names = figure(andList(endangered.map((position) => isolatedName(position, rulebook))));
    lead.push(msg(str`Already liquidated at today’s price: ${names}.`));
  }
  if (nearest) {
    lead.push(threatSentence(context, nearest));
    notes.push(...otherThreats(context, threats, nearest));
  } else if (endangered.length < wallet.positions.length) {
    lead.push(noThreat(context));
  }
  notes.push(...marketNote(context, nearest));
  if (wallet.status === "reduce-only") {
    notes.push(msg("Margin equity is below the initial margin: positions can only be made smaller, not larger."));
  }
  const tone = endangered.length > 0 ? "danger" : wallet.status === "healthy" ? "calm" : "caution";
  return { tone, lead, notes };
}

function nothingOpen({ wallet, money, numbers }: Context): Sentence {
  if (holdingsOf(wallet).length === 0) {
    return msg("Add something you own and a position, and this sentence says what could liquidate it.");
  }
  const equity = equityWords(wallet, money, numbers);
  return msg(str`You have ${equity} of margin equity and no open position, so nothing can be liquidated.`);
}

function noThreat({ pool }: Context): Sentence {
  return pool.single
    ? msg("No rise or fall of a single price liquidates the position.")
    : msg("No rise or fall of a single price liquidates the positions.");
}

function threatSentence(context: Context, threat: Threat): Sentence {
  const { rulebook, pool } = context;
  const { isolated, side, set } = threat;
  if (!isolated && backsOnly(context, set.factor)) return collateralThreat(context, threat);
  const { asset, size, price } = moveOf(context, threat);
  const outcome = isolated ? thenIsolatedLiquidated(isolated, rulebook) : thenLiquidated(pool);
  return side === "below"
    ? msg(str`If ${asset} falls ${size} to ${price}, ${outcome}.`)
    : msg(str`If ${asset} rises ${size} to ${price}, ${outcome}.`);
}

/** Of an asset that only backs the positions: that theirs stand still surprises most. */
function collateralThreat(context: Context, threat: Threat): Sentence {
  const { wallet, rulebook, pool } = context;
  const { asset, size, price } = moveOf(context, threat);
  const outcome = thenLiquidated(pool);
  const traded = [...new Set(crossPositions(wallet).map(({ contract }) => underlyingOf(rulebook, contract)))];
  const others = andList(traded);
  return threat.side === "below"
    ? plural(traded.length, {
        one: msg(str`If ${asset} falls ${size} to ${price}, ${outcome}, even if ${others} does not move.`),
        other: msg(str`If ${asset} falls ${size} to ${price}, ${outcome}, even if ${others} do not move.`),
      })
    : plural(traded.length, {
        one: msg(str`If ${asset} rises ${size} to ${price}, ${outcome}, even if ${others} does not move.`),
        other: msg(str`If ${asset} rises ${size} to ${price}, ${outcome}, even if ${others} do not move.`),
      });
}

/** The figures of a threat, for its sentence. */
function moveOf({ numbers }: Context, { set, boundary }: Threat) {
  return {
    asset: set.factor,
    size: figure(numbers.size(boundary.move)),
    price: figure(numbers.priceInWords(boundary.price)),
  };
}

/** True of an asset that is held as collateral while no cross position follows its price. */
function backsOnly({ wallet, rulebook }: Context, asset: string): boolean {
  return holdingsOf(wallet).includes(asset) && !crossPositions(wallet).some(({ contract }) => underlyingOf(rulebook, contract) === asset);
}

function otherThreats(context: Context, threats: readonly Threat[], nearest: Threat): Sentence[] {
  const notes: Sentence[] = [];
  const opposite = threatsOf(nearest.set).find((threat) => threat.side !== nearest.side);
  if (opposite) notes.push(alsoLiquidated(context, opposite, nearest.isolated !== undefined || context.pool.single));
  // What surprises most: collateral that no position follows can end the position by itself.
  const alone = threats.find(
    (threat) => !threat.isolated && threat.set !== nearest.set && backsOnly(context, threat.set.factor),
  );
  if (alone) notes.push(threatSentence(context, alone));
  return notes;
}

/** After the sentence on the nearest threat, of the same position or positions. */
function alsoLiquidated(context: Context, threat: Threat, single: boolean): Sentence {
  const { asset, size, price } = moveOf(context, threat);
  if (threat.side === "below") {
    return single
      ? msg(str`It is also liquidated if ${asset} falls ${size} to ${price}.`)
      : msg(str`They are also liquidated if ${asset} falls ${size} to ${price}.`);
  }
  return single
    ? msg(str`It is also liquidated if ${asset} rises ${size} to ${price}.`)
    : msg(str`They are also liquidated if ${asset} rises ${size} to ${price}.`);
}

/** Said where all of crypto moving together is more dangerous than any one asset. */
function marketNote({ wallet, numbers, pool }: Context, nearest: Threat | undefined): Sentence[] {
  const market = marketOf(wallet);
  const threat = market && threatsOf(market).sort((a, b) => distance(a) - distance(b))[0];
  if (!threat || (nearest && distance(nearest) <= distance(threat))) return [];
  // With one crypto asset the market is that asset, but for a last rounding.
  if (nearest && numbers.size(nearest.boundary.move) === numbers.size(threat.boundary.move)) return [];
  const size = figure(numbers.size(threat.boundary.move));
  if (threat.side === "below") {
    return [
      pool.single
        ? msg(str`If the whole crypto market falls together, ${size} is enough to liquidate the position.`)
        : msg(str`If the whole crypto market falls together, ${size} is enough to liquidate the positions.`),
    ];
  }
  return [
    pool.single
      ? msg(str`If the whole crypto market rises together, ${size} is enough to liquidate the position.`)
      : msg(str`If the whole crypto market rises together, ${size} is enough to liquidate the positions.`),
  ];
}
