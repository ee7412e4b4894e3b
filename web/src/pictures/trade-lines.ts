// SPDX-License-Identifier: MIT
//
// One trade in three kinds of account, as the module works it out: what each needs, where it ends, and its profit and loss.
import type { AccountComparison, CurvePoint, MarginError, Rulebook, Scenario, Side, Trade, Wallet } from "#margin";
import { chicagoNow } from "../form/clock.ts";
import { covers } from "../form/rulebooks.ts";
import type { View } from "../parts/view.ts";
import type { Span } from "./scales.ts";

export interface TradeAsked {
  asset: string;
  side: Side;
  /** USD. */
  notional: number;
  /** USD worth of what is posted. */
  collateral: number;
}

export interface AccountLine {
  account: AccountComparison & { contract: string };
  /** Until a liquidation, if there is one; none where the trade cannot be opened. */
  points: readonly CurvePoint[];
  /** At the places of the table; none beyond a liquidation. */
  places: readonly (CurvePoint | undefined)[];
  /** Moves of the liquidations in sight, fractions. */
  ends: readonly number[];
}

export interface TradeLines {
  price: number;
  lines: readonly AccountLine[];
  /** Kinds of account that have no contract on the asset. */
  without: readonly Wallet["type"][];
}

/** Places of a line, so that one that bends is seen to; and of the table. */
const kSamples = 61;
export const kTradePlaces = 11;

export function tradeLines(view: View, asked: TradeAsked, span: Span): TradeLines | MarginError | undefined {
  const { scenario } = view.result ?? {};
  const price = scenario?.prices[asked.asset];
  if (!scenario || price === undefined) return undefined;
  const trade = tradeDocument(view, scenario, asked, price);
  const comparison = view.further.askWhole("compare", trade);
  if (comparison === undefined) return undefined;
  if ("errors" in comparison) return comparison.errors[0];
  return {
    price,
    lines: comparison.accounts.flatMap((account) => {
      const { contract } = account;
      return contract === null ? [] : [lineOf(view, trade, { ...account, contract }, span)];
    }),
    without: comparison.accounts.flatMap(({ type, contract }) => (contract === null ? [type] : [])),
  };
}

/** Under the reader's own rules where they have such accounts, else under the built-in ones. */
function tradeDocument(view: View, scenario: Scenario, asked: TradeAsked, price: number): Trade {
  const us = view.result !== undefined && covers(view.result.rulebook, "us-futures");
  return {
    format: "margin-trade/1",
    ...asked,
    price,
    ...(scenario.policy && { policy: scenario.policy }),
    ...(scenario.client && { client: scenario.client }),
    asOf: scenario.asOf ?? chicagoNow(),
    ...(us ? { usRulebook: scenario.rulebook } : { rulebook: scenario.rulebook }),
  };
}

function lineOf(view: View, trade: Trade, account: AccountLine["account"], { from, to }: Span): AccountLine {
  const { below, above, state } = account.liquidation ?? { below: null, above: null, state: "none" };
  const within = { from: Math.max(from / 100, below?.move ?? -1), to: Math.min(to / 100, above?.move ?? Infinity) };
  const ended = state === "liquidation" || account.size === 0 || account.possible === false;
  const points = ended ? [] : profitAlong(view, trade, account, within.from, within.to, kSamples);
  const places = profitAlong(view, trade, account, from / 100, to / 100, kTradePlaces).map((point) =>
    ended || point.move < within.from || point.move > within.to ? undefined : point,
  );
  const ends = [below, above].flatMap((end) =>
    !ended && end && end.move * 100 >= from && end.move * 100 <= to ? [end.move] : [],
  );
  return { account, points, places, ends };
}

/** What an account that holds nothing but the position is worth at other prices: its profit and loss. */
function profitAlong(
  view: View,
  trade: Trade,
  account: AccountLine["account"],
  from: number,
  to: number,
  samples: number,
): readonly CurvePoint[] {
  if (account.size === undefined || account.size === 0 || from >= to) return [];
  const position = { contract: account.contract, side: trade.side, size: account.size, entryPrice: trade.price };
  const curve = view.further.askWhole("curve", {
    format: "margin-curve-request/1",
    factor: trade.asset,
    from,
    to,
    samples,
    scenario: {
      format: "margin-scenario/1",
      rulebook: rulebookOf(trade, account),
      ...(trade.policy && account.type !== "us-futures" && { policy: trade.policy }),
      asOf: trade.asOf,
      prices: { [trade.asset]: trade.price },
      wallets: [walletWith(account.type, trade.asset, position)],
    },
  });
  return curve && "samples" in curve ? (curve.samples ?? []) : [];
}

function rulebookOf({ rulebook, usRulebook }: Trade, account: AccountComparison): string | Rulebook {
  return (account.type === "us-futures" ? usRulebook : rulebook) ?? account.rulebook;
}

type Held = { contract: string; side: Side; size: number; entryPrice: number };

function walletWith(type: Wallet["type"], asset: string, position: Held): Wallet {
  switch (type) {
    case "multi-collateral":
      return { type, positions: [position] };
    case "single-collateral":
      return { type, asset, balance: 0, positions: [position] };
    case "us-futures":
      return { type, cash: 0, positions: [position] };
  }
}
