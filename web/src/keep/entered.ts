// SPDX-License-Identifier: MIT
//
// What an account was given, in lines: from the document that the result belongs to, not from the fields.
import { msg, str } from "@lit/localize";

import type { Order, OrderBook, PositionReport, Scenario, UsPositionReport, Wallet, WalletReport } from "#margin";
import { underlyingOf } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import type { Result } from "../parts/view.ts";
import { orderWords } from "../words/orders.ts";
import { namesOf } from "../parts/sentence.ts";
import type { Line } from "./lines.ts";

export function enteredOf(result: Result, index: number, numbers: Numbers): Line[] {
  const { scenario, report } = result;
  const wallet = scenario.wallets[index];
  const reported = report.wallets[index];
  if (!wallet || !reported) return [];
  return [
    ...holdings(wallet, reported, scenario, numbers),
    ...reported.positions.map((position, at) => positionLine(position, wallet, at, numbers)),
    ...(wallet.orders ?? []).map((order) => orderLine(order, numbers)),
    ...(wallet.transfers ?? []).map(({ asset, quantity }): Line => {
      const amount = numbers.coin(Math.abs(quantity), asset);
      return [quantity < 0 ? msg("Withdrawal to try") : msg("Deposit to try"), amount];
    }),
    ...otherPrices(result, wallet, reported, numbers),
    ...markets(result, wallet, numbers),
  ];
}

function holdings(wallet: Wallet, reported: WalletReport, scenario: Scenario, numbers: Numbers): Line[] {
  switch (wallet.type) {
    case "multi-collateral":
      return collateralLines(reported, wallet.profitCurrency, numbers);
    case "single-collateral": {
      const balance = numbers.coin(wallet.balance, wallet.asset);
      const price = scenario.prices[wallet.asset];
      const value = price === undefined ? balance : msg(str`${balance} at ${numbers.price(price)}`);
      return [[msg("Balance"), value]];
    }
    case "us-futures":
      return [
        [msg("Cash"), numbers.usd(wallet.cash)],
        ...(wallet.news ? [[msg("News"), msg("a news window is open")] as const] : []),
        ...(wallet.carried ? [[msg("Holding"), msg("positions are carried for several days")] as const] : []),
        ...(wallet.liquidations ? [[msg("Liquidations so far"), numbers.figure(wallet.liquidations)] as const] : []),
      ];
  }
}

function collateralLines(reported: WalletReport, profitCurrency: string | undefined, numbers: Numbers): Line[] {
  if (reported.type !== "multi-collateral") return [];
  const lines = reported.collateral.map(({ asset, quantity, price, haircut }): Line => {
    const held = numbers.coin(quantity, asset);
    if (asset === "USD") return [msg("Collateral"), held];
    return [msg("Collateral"), msg(str`${held} at ${numbers.price(price)}, haircut ${numbers.rate(haircut)}`)];
  });
  if (profitCurrency === undefined || profitCurrency === "USD") return lines;
  return [...lines, [msg("Profit currency"), profitCurrency]];
}

function positionLine(
  position: PositionReport | UsPositionReport,
  wallet: Wallet,
  at: number,
  numbers: Numbers,
): Line {
  const given = wallet.positions?.[at];
  const size = numbers.quantity(position.size);
  const owed = "unrealizedFunding" in position ? position.unrealizedFunding : 0;
  const value = namesOf([
    `${size} ${position.contract}`,
    position.side === "long" ? msg("long") : msg("short"),
    msg(str`entered at ${numbers.price(position.entryPrice)}`),
    msg(str`mark price ${numbers.price(position.markPrice)}`),
    ...("margin" in position ? [marginClause(position, given, numbers)] : []),
    ...(position.fundingRate === 0 ? [] : [msg(str`funding ${numbers.rate(position.fundingRate)} an hour`)]),
    ...(owed === 0 ? [] : [msg(str`funding not yet settled ${numbers.figure(owed)}`)]),
  ]);
  return [msg("Position"), value];
}

function marginClause({ margin }: PositionReport, given: unknown, numbers: Numbers): string {
  if (margin === "cross") return msg("cross margin");
  const own = given as { maxLeverage?: number; isolatedMargin?: number } | undefined;
  if (own?.maxLeverage !== undefined) {
    return msg(str`isolated margin by a leverage of ${numbers.leverageInWords(own.maxLeverage)}`);
  }
  return msg(str`isolated margin of ${numbers.usd(own?.isolatedMargin ?? 0)}`);
}

function orderLine(order: Order, numbers: Numbers): Line {
  const size = numbers.quantity(order.size);
  const value = namesOf([
    order.side === "long" ? msg(str`buy ${size} ${order.contract}`) : msg(str`sell ${size} ${order.contract}`),
    orderWords[order.type ?? "limit"].name,
    ...(order.price === undefined ? [] : [msg(str`price ${numbers.price(order.price)}`)]),
    ...(order.triggerPrice === undefined ? [] : [msg(str`trigger ${numbers.price(order.triggerPrice)}`)]),
    ...(order.triggerSignal === "index" ? [msg("watches the index price")] : []),
    ...(order.triggerSignal === "last" ? [msg("watches the last price")] : []),
    ...(order.reduceOnly ? [msg("only reduces")] : []),
    ...(order.makerOnly ? [msg("maker only")] : []),
    ...(order.timeInForce === "immediate-or-cancel" ? [msg("at once or not at all")] : []),
    ...(order.margin === "isolated" ? [msg("isolated")] : []),
    ...(order.maxLeverage === undefined ? [] : [msg(str`leverage ${numbers.leverageInWords(order.maxLeverage)}`)]),
  ]);
  return [msg("Order to try"), value];
}

/** Prices of what is traded, paid in or transferred but not held. */
function otherPrices({ scenario, rulebook }: Result, wallet: Wallet, reported: WalletReport, numbers: Numbers): Line[] {
  const held = new Set(reported.type === "multi-collateral" ? reported.collateral.map(({ asset }) => asset) : []);
  if (wallet.type === "single-collateral") held.add(wallet.asset);
  const traded = [...(wallet.positions ?? []), ...(wallet.orders ?? [])];
  const used = [
    ...traded.map(({ contract }) => underlyingOf(rulebook, contract)),
    ...(wallet.transfers ?? []).map(({ asset }) => asset),
    ...(wallet.type === "multi-collateral" ? [wallet.profitCurrency ?? "USD"] : []),
  ];
  return [...new Set(used)].flatMap((asset) => {
    const price = held.has(asset) ? undefined : scenario.prices[asset];
    return price === undefined ? [] : [[msg(str`Price of ${asset}`), numbers.price(price)] as const];
  });
}

/** What else was given of the markets that the account trades in. */
function markets({ scenario }: Result, wallet: Wallet, numbers: Numbers): Line[] {
  const traded = [...(wallet.positions ?? []), ...(wallet.orders ?? [])].map(({ contract }) => contract);
  return [...new Set(traded)].flatMap((contract) => {
    const last = scenario.lasts?.[contract];
    const book = scenario.orderBooks?.[contract];
    return [
      ...(last === undefined ? [] : [[msg(str`Last price of ${contract}`), numbers.price(last)] as const]),
      ...(book ? [[msg(str`Order book of ${contract}`), bookText(book, numbers)] as const] : []),
    ];
  });
}

function bookText({ bids = [], asks = [] }: OrderBook, numbers: Numbers): string {
  const side = (entries: readonly [number, number][]) =>
    namesOf(entries.map(([price, size]) => `${numbers.quantity(size)} × ${numbers.price(price)}`));
  if (asks.length === 0) return msg(str`bids ${side(bids)}`);
  if (bids.length === 0) return msg(str`asks ${side(asks)}`);
  return msg(str`bids ${side(bids)}; asks ${side(asks)}`);
}
