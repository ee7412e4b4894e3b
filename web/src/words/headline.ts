// SPDX-License-Identifier: MIT
//
// The answer in plain words: one sentence on what the reader controls, one on what would end it, and a few notes.
import type { PositionReport, Rulebook, WalletReport } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import { moneyOf, type Money } from "../format/money.ts";
import type { Numbers } from "../format/numbers.ts";
import { usHeadline } from "./headline-us.ts";
import { figure, say, type Headline, type Sentence } from "./sentences.ts";
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

export function headline(wallet: WalletReport, rulebook: Rulebook, numbers: Numbers): Headline {
  return wallet.type === "us-futures"
    ? usHeadline(wallet, rulebook, numbers)
    : coinHeadline(wallet, rulebook, numbers);
}

function coinHeadline(wallet: CoinReport, rulebook: Rulebook, numbers: Numbers): Headline {
  const money = moneyOf(wallet, numbers);
  if (wallet.positions.length === 0) {
    const equity = equityWords(wallet, money, numbers);
    const lead =
      holdingsOf(wallet).length === 0
        ? say`Add something you own and a position, and this sentence says what could liquidate it.`
        : say`You have ${equity} of margin equity and no open position, so nothing can be liquidated.`;
    return { tone: "calm", lead: [lead], notes: [] };
  }
  const context: Context = { wallet, rulebook, numbers, money, noun: nounOf(wallet) };
  const control = controlSentence(context);
  const endangered = isolatedPositions(wallet).filter((position) => position.liquidation.state === "liquidation");
  if (wallet.status === "liquidation") {
    return { tone: "danger", lead: [control, liquidatedNow(context)], notes: wayOut(context) };
  }
  const threats = threatsTo(wallet);
  const nearest = threats[0];
  const lead = [control];
  const notes: Sentence[] = [];
  if (endangered.length > 0) {
    const names = endangered.map((position) => isolatedName(context, position)).join(" and ");
    lead.push(say`Already liquidated at today’s price: ${figure(names)}.`);
  }
  if (nearest) {
    lead.push(threatSentence(context, nearest));
    notes.push(...otherThreats(context, threats, nearest));
  } else if (endangered.length < wallet.positions.length) {
    lead.push(say`No rise or fall of a single price liquidates ${context.noun.them}.`);
  }
  notes.push(...marketNote(context, nearest));
  if (wallet.status === "reduce-only") {
    notes.push(say`Margin equity is below the initial margin: positions can only be made smaller, not larger.`);
  }
  const tone = endangered.length > 0 ? "danger" : wallet.status === "healthy" ? "calm" : "caution";
  return { tone, lead, notes };
}

interface Context {
  wallet: CoinReport;
  rulebook: Rulebook;
  numbers: Numbers;
  money: Money;
  noun: Noun;
}

/** The positions that share the wallet, as a subject and as an object. */
interface Noun {
  subject: string;
  verb: "is" | "are";
  them: string;
}

function nounOf(wallet: CoinReport): Noun {
  const cross = crossPositions(wallet).length;
  const only = cross === wallet.positions.length || cross === 0;
  const count = cross === 0 ? wallet.positions.length : cross;
  if (count === 1) return { subject: only ? "the position" : "the cross position", verb: "is", them: "the position" };
  return { subject: only ? "the positions" : "the cross positions", verb: "are", them: "the positions" };
}

/** Margin equity; of a coin with its dollars. */
function equityWords(wallet: CoinReport, money: Money, numbers: Numbers): Sentence {
  const equity = figure(money.words(wallet.marginEquity));
  if (wallet.type === "multi-collateral") return equity;
  return say`${equity} (${numbers.usdInWords(wallet.marginEquityUsd)})`;
}

function controlSentence({ wallet, rulebook, numbers, money }: Context): Sentence {
  const inverse = wallet.type === "single-collateral";
  const [first = "", second, third] = wallet.positions.map(({ notional, contract, side }, index) => {
    const worth = figure(money.words(notional));
    const underlying = underlyingOf(rulebook, contract);
    const name = inverse ? `in ${contract}` : `of ${underlying}`;
    // Two on one asset are told apart by their sides.
    const alike = wallet.positions.some((other, at) => at !== index && underlyingOf(rulebook, other.contract) === underlying);
    return say`${worth} ${name}${alike ? ` ${side}` : ""}`;
  });
  const contracts = third
    ? say`${figure(`${wallet.positions.length} positions`)}`
    : second
      ? say`${first} and ${second} contracts`
      : say`${first} contracts`;
  const equity = equityWords(wallet, money, numbers);
  if (wallet.effectiveLeverage === null) {
    return say`You control ${contracts}, but losses have used up the collateral: margin equity is ${equity}.`;
  }
  const leverage = figure(numbers.leverageInWords(wallet.effectiveLeverage));
  return say`You control ${contracts} with ${equity} of margin equity: ${leverage} leverage.`;
}

function liquidatedNow({ wallet, money, noun }: Context): Sentence {
  const needed = figure(money.words(wallet.cross.maintenanceMargin));
  // What isolated positions have set aside does not help the others.
  const equity = money.words(wallet.cross.marginEquity);
  const pool = equity === money.words(wallet.marginEquity) ? "" : ` (${equity} of it for ${noun.subject})`;
  const end = say`so ${noun.subject} ${noun.verb} ${figure("liquidated at today’s prices")}.`;
  return say`That is not enough${pool}: more than ${needed} must be left to keep ${noun.them} open, ${end}`;
}

/** The nearest price at which a wallet in liquidation would be safe. */
function wayOut({ wallet, numbers, noun }: Context): Sentence[] {
  const ways = wallet.factors.flatMap((set) =>
    set.factor === "market" || set.state !== "liquidation"
      ? []
      : [
          ...(set.above ? [{ set, verb: "rose", boundary: set.above }] : []),
          ...(set.below ? [{ set, verb: "fell", boundary: set.below }] : []),
        ],
  );
  const [way] = ways.sort((a, b) => Math.abs(a.boundary.move) - Math.abs(b.boundary.move));
  if (!way) return [];
  const moves = figure(`${way.verb} ${numbers.size(way.boundary.move)}`);
  const it = noun.verb === "is" ? "it" : "they";
  return [
    say`If ${way.set.factor} ${moves} to ${figure(numbers.priceInWords(way.boundary.price))}, ${it} would be safe.`,
  ];
}

function threatSentence(context: Context, threat: Threat): Sentence {
  const { numbers, noun, wallet } = context;
  const { boundary, set, isolated } = threat;
  const moves = movesOf(threat, numbers);
  const to = figure(numbers.priceInWords(boundary.price));
  if (isolated) return say`If ${set.factor} ${moves} to ${to}, ${isolatedName(context, isolated)} is liquidated.`;
  const still = backsOnly(context, set.factor);
  const others = [
    ...new Set(crossPositions(wallet).map((position) => underlyingOf(context.rulebook, position.contract))),
  ];
  const even = still ? `, even if ${others.join(" and ")} ${others.length > 1 ? "do" : "does"} not move` : "";
  return say`If ${set.factor} ${moves} to ${to}, ${noun.subject} ${noun.verb} liquidated${even}.`;
}

function movesOf({ side, boundary }: Threat, numbers: Numbers): string {
  return figure(`${side === "below" ? "falls" : "rises"} ${numbers.size(boundary.move)}`);
}

/** True of an asset that is held as collateral while no cross position follows its price. */
function backsOnly({ wallet, rulebook }: Context, asset: string): boolean {
  return holdingsOf(wallet).includes(asset) && !crossPositions(wallet).some(({ contract }) => underlyingOf(rulebook, contract) === asset);
}

function otherThreats(context: Context, threats: readonly Threat[], nearest: Threat): Sentence[] {
  const { numbers, noun } = context;
  const notes: Sentence[] = [];
  const opposite = threatsOf(nearest.set).find((threat) => threat.side !== nearest.side);
  if (opposite) {
    const it = nearest.isolated || noun.verb === "is" ? "It is" : "They are";
    const to = figure(numbers.priceInWords(opposite.boundary.price));
    notes.push(say`${it} also liquidated if ${nearest.set.factor} ${movesOf(opposite, numbers)} to ${to}.`);
  }
  // What surprises most: collateral that no position follows can end the position by itself.
  const alone = threats.find(
    (threat) => !threat.isolated && threat.set !== nearest.set && backsOnly(context, threat.set.factor),
  );
  if (alone) notes.push(threatSentence(context, alone));
  return notes;
}

/** Said where all of crypto moving together is more dangerous than any one asset. */
function marketNote({ wallet, numbers, noun }: Context, nearest: Threat | undefined): Sentence[] {
  const market = marketOf(wallet);
  const threat = market && threatsOf(market).sort((a, b) => distance(a) - distance(b))[0];
  if (!threat || (nearest && distance(nearest) <= distance(threat))) return [];
  // With one crypto asset the market is that asset, but for a last rounding.
  if (nearest && numbers.size(nearest.boundary.move) === numbers.size(threat.boundary.move)) return [];
  const moves = threat.side === "below" ? "falls" : "rises";
  const size = figure(numbers.size(threat.boundary.move));
  return [say`If the whole crypto market ${moves} together, ${size} is enough to liquidate ${noun.them}.`];
}

function isolatedName({ rulebook }: Context, position: PositionReport): string {
  return `the isolated ${underlyingOf(rulebook, position.contract)} ${position.side}`;
}
