// SPDX-License-Identifier: MIT
//
// From a scenario document to the form. Nothing is lost in silence: the form's own document is compared with
// the one that was read, and what the form could not hold is named.
import type { Order, OrderBook, Rulebook, Scenario, Wallet } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { shiftedDecimal } from "../format/parse.ts";
import { changedFigures, figureOf, figureText } from "./figures.ts";
import {
  bareForm,
  collateralRow,
  kMostCollateral,
  kMostOrders,
  kMostPositions,
  kMostTransfers,
  kMostWallets,
  orderRow,
  ownMarketOf,
  positionRow,
  transferRow,
  walletRow,
  type Form,
  type OrderRow,
  type PositionRow,
  type WalletRow,
} from "./model.ts";
import { pointerStep } from "./reading.ts";
import { contractOf, datedName, inScenario, isDated, nameOf, rulebookOf } from "./rulebooks.ts";
import { draftScenario } from "./scenario.ts";

export interface Filled {
  form: Form;
  /** JSON Pointers to what the form cannot show; empty where it shows all. */
  beyond: string[];
}

/** The form for a scenario that the module has accepted. */
export function formOfScenario(scenario: Scenario, rulebooks: readonly Rulebook[], numbers: Numbers): Filled {
  const form = bareForm();
  const name = typeof scenario.rulebook === "string" ? scenario.rulebook : datedName(scenario.rulebook);
  const builtIn = rulebookOf(rulebooks, name);
  form.rulebook = nameOf(builtIn);
  form.title = scenario.title ?? "";
  takePolicy(form, scenario);
  form.client = scenario.client ?? "professional";
  form.asOf = scenario.asOf ?? "";
  form.volume30d = scenario.volume30d ? numbers.text(scenario.volume30d) : "";
  for (const [asset, price] of Object.entries(scenario.prices)) {
    if (asset !== "USD") form.prices[asset] = numbers.text(price);
  }
  takeMarkets(form, scenario, numbers);
  if (typeof scenario.rulebook !== "string") {
    for (const [key, value] of changedFigures(scenario.rulebook, builtIn)) {
      const figure = figureOf(builtIn, key);
      if (figure) form.figures[key] = figureText({ ...figure, value }, numbers);
    }
    for (const { symbol, expiry } of scenario.rulebook.contracts) {
      const own = contractOf(builtIn, symbol);
      // A moment of a day is more than the form can hold.
      if (!isDated(own) || expiry === own.expiry || !/^\d{4}-\d\d-\d\d$/.test(expiry ?? "")) continue;
      ownMarketOf(form, symbol).expiry = expiry ?? "";
    }
  }
  form.wallets = scenario.wallets.slice(0, kMostWallets).map((wallet) => rowOf(wallet, numbers));
  const own = draftScenario(form, builtIn, numbers.locale).scenario;
  // A rulebook written out in full is the same as its id.
  const same = scenario.rulebook === builtIn.id || differences(scenario.rulebook, builtIn).length === 0;
  const given = same ? { ...scenario, rulebook: inScenario(builtIn) } : scenario;
  return { form, beyond: differences(essential(given), essential(own)) };
}

function takePolicy(form: Form, { policy }: Scenario): void {
  form.marginBasis = policy?.marginBasis ?? "";
  form.levels = policy?.levels ?? "";
  for (const name of ["netting", "collateralFee", "closingFee"] as const) {
    const given = policy?.[name];
    form[name] = given === undefined ? "" : given ? "on" : "off";
  }
}

function takeMarkets(form: Form, scenario: Scenario, numbers: Numbers): void {
  const each = <Value>(given: Record<string, Value> | undefined, take: (contract: string, value: Value) => void) => {
    for (const [contract, value] of Object.entries(given ?? {})) take(contract, value);
  };
  each(scenario.marks, (contract, price) => (ownMarketOf(form, contract).mark = numbers.text(price)));
  each(scenario.lasts, (contract, price) => (ownMarketOf(form, contract).last = numbers.text(price)));
  each(scenario.fundingRates, (contract, rate) => {
    ownMarketOf(form, contract).funding = numbers.text(shiftedDecimal(rate, 2));
  });
  each(scenario.absoluteFundingRates, (contract, rate) => {
    Object.assign(ownMarketOf(form, contract), { funding: numbers.text(rate), absolute: true });
  });
  const lines = (entries: OrderBook["bids"]) =>
    (entries ?? []).map(([price, size]) => `${numbers.text(price)} ${numbers.text(size)}`).join("\n");
  each(scenario.orderBooks, (contract, { bids, asks }) => {
    Object.assign(ownMarketOf(form, contract), { bids: lines(bids), asks: lines(asks) });
  });
}

function rowOf(wallet: Wallet, numbers: Numbers): WalletRow {
  const row = walletRow({
    type: wallet.type,
    positions: (wallet.positions ?? []).slice(0, kMostPositions).map((position) => positionOf(position, numbers)),
    orders: (wallet.orders ?? []).slice(0, kMostOrders).map((order) => orderOf(order, numbers)),
    transfers: (wallet.transfers ?? []).slice(0, kMostTransfers).map(({ asset, quantity }) => {
      const direction = quantity < 0 ? "withdrawal" : "deposit";
      return transferRow({ asset, direction, quantity: numbers.text(Math.abs(quantity)) });
    }),
  });
  switch (wallet.type) {
    case "multi-collateral":
      row.profitCurrency = wallet.profitCurrency ?? "USD";
      row.collateral = (wallet.collateral ?? [])
        .slice(0, kMostCollateral)
        .map(({ asset, quantity }) => collateralRow({ asset, quantity: numbers.text(quantity) }));
      break;
    case "single-collateral":
      row.asset = wallet.asset;
      row.balance = numbers.text(wallet.balance);
      break;
    case "us-futures":
      row.cash = numbers.text(wallet.cash);
      row.news = wallet.news ?? false;
      row.carried = wallet.carried ?? false;
      row.liquidations = wallet.liquidations ? numbers.text(wallet.liquidations) : "";
      break;
  }
  return row;
}

function positionOf(position: NonNullable<Wallet["positions"]>[number], numbers: Numbers): PositionRow {
  const row = positionRow({
    contract: position.contract,
    side: position.side,
    size: numbers.text(position.size),
    entryPrice: numbers.text(position.entryPrice),
  });
  if ("unrealizedFunding" in position && position.unrealizedFunding) {
    row.unrealizedFunding = numbers.text(position.unrealizedFunding);
  }
  if ("maxLeverage" in position) {
    row.margin = "maxLeverage";
    row.maxLeverage = numbers.text(position.maxLeverage);
  } else if ("isolatedMargin" in position) {
    row.margin = "isolatedMargin";
    row.isolatedMargin = numbers.text(position.isolatedMargin);
  }
  return row;
}

function orderOf(order: Order, numbers: Numbers): OrderRow {
  const text = (value: number | undefined) => (value === undefined ? "" : numbers.text(value));
  return orderRow({
    contract: order.contract,
    side: order.side,
    size: numbers.text(order.size),
    type: order.type ?? "limit",
    price: text(order.price),
    triggerPrice: text(order.triggerPrice),
    triggerSignal: order.triggerSignal ?? "mark",
    reduceOnly: order.reduceOnly ?? false,
    makerOnly: order.makerOnly ?? false,
    immediateOrCancel: order.timeInForce === "immediate-or-cancel",
    margin: order.margin ?? "",
    maxLeverage: text(order.maxLeverage),
  });
}

/* ------------------------------------------------------------------------------- comparison */

/** The document without what only repeats a default, as plain data to compare. */
function essential(scenario: Scenario): unknown {
  const data = structuredClone(scenario) as unknown as Record<string, unknown>;
  drop(data, { client: "professional", title: "", volume30d: 0 });
  dropEmpty(data, "policy", "marks", "lasts", "fundingRates", "absoluteFundingRates", "orderBooks");
  drop(data["prices"], { USD: 1 });
  for (const wallet of data["wallets"] as Record<string, unknown>[]) {
    drop(wallet, { profitCurrency: "USD", news: false, carried: false, liquidations: 0 });
    for (const position of (wallet["positions"] ?? []) as unknown[]) {
      drop(position, { margin: "cross", unrealizedFunding: 0 });
    }
    for (const order of (wallet["orders"] ?? []) as unknown[]) {
      drop(order, { type: "limit", reduceOnly: false, makerOnly: false, timeInForce: "good-till-cancelled" });
      drop(order, { triggerSignal: "mark" });
    }
    dropEmpty(wallet, "collateral", "positions", "orders", "transfers");
  }
  return data;
}

function drop(data: unknown, defaults: Record<string, unknown>): void {
  const record = data as Record<string, unknown>;
  for (const [name, value] of Object.entries(defaults)) if (record[name] === value) delete record[name];
}

function dropEmpty(data: Record<string, unknown>, ...names: string[]): void {
  for (const name of names) {
    const value = data[name];
    if (typeof value === "object" && value !== null && Object.keys(value).length === 0) delete data[name];
  }
}

/** Pointers to the values of `a` that `b` has not, or has otherwise, and to those only `b` has. */
function differences(a: unknown, b: unknown, pointer = ""): string[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return [pointer];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].flatMap((name) => {
    const at = `${pointer}/${pointerStep(name)}`;
    if (!Object.hasOwn(a, name) || !Object.hasOwn(b, name)) return [at];
    return differences((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name], at);
  });
}
