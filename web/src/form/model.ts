// SPDX-License-Identifier: MIT
//
// What the form holds: what the reader typed, as text, and nothing that could be derived from it.
import type { Client, Levels, MarginBasis, MarginMode, OrderType, Side, TriggerSignal, Wallet } from "#margin";

/** Rows the form, its link and its file can hold. */
export const kMostWallets = 8;
export const kMostCollateral = 32;
export const kMostPositions = 64;
export const kMostOrders = 32;
export const kMostTransfers = 16;

export type WalletType = Wallet["type"];
export const walletTypes: readonly WalletType[] = ["multi-collateral", "single-collateral", "us-futures"];

interface Row {
  /** Tells rows apart while they are edited; never saved. */
  key: number;
}

export interface CollateralRow extends Row {
  asset: string;
  /** Units of the asset. */
  quantity: string;
}

/** Cross, or isolated with its margin stated as a leverage or as an amount. */
export type MarginChoice = "cross" | "maxLeverage" | "isolatedMargin";

export interface PositionRow extends Row {
  contract: string;
  side: Side;
  /** Contracts. */
  size: string;
  /** USD. */
  entryPrice: string;
  /** USD, of inverse contracts the coin; empty for none. Not on US contracts. */
  unrealizedFunding: string;
  /** Multi-collateral wallets only. */
  margin: MarginChoice;
  /** Used where `margin` is "maxLeverage". */
  maxLeverage: string;
  /** USD; used where `margin` is "isolatedMargin". */
  isolatedMargin: string;
}

export interface OrderRow extends Row {
  contract: string;
  side: Side;
  /** Contracts. */
  size: string;
  type: OrderType;
  /** USD; not used by market orders, optional for triggered ones. */
  price: string;
  /** USD; triggered orders only. */
  triggerPrice: string;
  /** Triggered orders only. */
  triggerSignal: TriggerSignal;
  reduceOnly: boolean;
  /** Limit orders only. */
  makerOnly: boolean;
  /** Limit orders only. */
  immediateOrCancel: boolean;
  /** Empty follows the position. Multi-collateral wallets only. */
  margin: MarginMode | "";
  /** Isolated orders only; empty for none. */
  maxLeverage: string;
}

export interface TransferRow extends Row {
  asset: string;
  direction: "deposit" | "withdrawal";
  /** Units of the asset, above 0. */
  quantity: string;
}

/** An account of any type: only the fields of its type are used. */
export interface WalletRow extends Row {
  type: WalletType;
  /** Multi-collateral. */
  profitCurrency: string;
  /** Multi-collateral. */
  collateral: CollateralRow[];
  /** Single-collateral: the coin. */
  asset: string;
  /** Single-collateral: units of the coin. */
  balance: string;
  /** US futures: USD. */
  cash: string;
  /** US futures. */
  news: boolean;
  /** US futures. */
  carried: boolean;
  /** US futures: how many so far; empty for none. */
  liquidations: string;
  positions: PositionRow[];
  orders: OrderRow[];
  transfers: TransferRow[];
}

/** What is known of a contract's market beside the index price of its underlying. Empty texts are not given. */
export interface MarketRow {
  /** USD; empty for the index price. */
  mark: string;
  /** USD; empty for the mark price. */
  last: string;
  /** ISO date on which a dated contract ends; empty as the rulebook has it. */
  expiry: string;
  /** Percent an hour or, where `absolute`, in the venue's unit; empty for none. */
  funding: string;
  absolute: boolean;
  /** Resting orders, one a line: price and size. */
  bids: string;
  asks: string;
}

/** A switch of the rules; empty follows the rulebook. */
export type Choice = "" | "on" | "off";

export interface Form {
  title: string;
  /** Its id, with a date where that is needed: see rulebooks.ts. */
  rulebook: string;
  /** Empty follows the rulebook. */
  marginBasis: MarginBasis | "";
  /** Empty follows the rulebook. */
  levels: Levels | "";
  netting: Choice;
  collateralFee: Choice;
  closingFee: Choice;
  client: Client;
  /** ISO 8601 with offset; empty for none. */
  asOf: string;
  /** USD; empty for none. */
  volume30d: string;
  /** Index price by asset, USD; also of assets that no row uses now, so that a price survives a changed choice. */
  prices: Record<string, string>;
  /** By contract; kept like the prices. */
  markets: Record<string, MarketRow>;
  /** The rulebook's figures that the reader has replaced, by the keys of figures.ts. */
  figures: Record<string, string>;
  wallets: WalletRow[];
}

export const kDefaultRulebook = "kraken-global";

// No prototype: "constructor" or "__proto__" in a link is an asset like any other.
function record<Value>(from?: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.assign(Object.create(null) as Record<string, Value>, from);
}

/** A form without accounts. */
export function bareForm(): Form {
  return {
    title: "",
    rulebook: kDefaultRulebook,
    marginBasis: "",
    levels: "",
    netting: "",
    collateralFee: "",
    closingFee: "",
    client: "professional",
    asOf: "",
    volume30d: "",
    prices: record(),
    markets: record(),
    figures: record(),
    wallets: [],
  };
}

/** A form with one empty account. */
export function emptyForm(): Form {
  return { ...bareForm(), wallets: [walletRow({})] };
}

let lastKey = 0;

export function walletRow(row: Partial<WalletRow>): WalletRow {
  return {
    type: "multi-collateral",
    profitCurrency: "USD",
    collateral: [],
    asset: "BTC",
    balance: "",
    cash: "",
    news: false,
    carried: false,
    liquidations: "",
    positions: [],
    orders: [],
    transfers: [],
    ...row,
    key: ++lastKey,
  };
}

export function collateralRow(row: Partial<CollateralRow>): CollateralRow {
  return { asset: "USD", quantity: "", ...row, key: ++lastKey };
}

export function positionRow(row: Partial<PositionRow>): PositionRow {
  return {
    contract: "",
    side: "long",
    size: "",
    entryPrice: "",
    unrealizedFunding: "",
    margin: "cross",
    maxLeverage: "",
    isolatedMargin: "",
    ...row,
    key: ++lastKey,
  };
}

export function orderRow(row: Partial<OrderRow>): OrderRow {
  return {
    contract: "",
    side: "long",
    size: "",
    type: "limit",
    price: "",
    triggerPrice: "",
    triggerSignal: "mark",
    reduceOnly: false,
    makerOnly: false,
    immediateOrCancel: false,
    margin: "",
    maxLeverage: "",
    ...row,
    key: ++lastKey,
  };
}

export function transferRow(row: Partial<TransferRow>): TransferRow {
  return { asset: "USD", direction: "deposit", quantity: "", ...row, key: ++lastKey };
}

const noMarket: Readonly<MarketRow> = {
  mark: "",
  last: "",
  expiry: "",
  funding: "",
  absolute: false,
  bids: "",
  asks: "",
};

/** What the form knows of a contract's market, to read. */
export function marketOf(form: Form, contract: string): Readonly<MarketRow> {
  return form.markets[contract] ?? noMarket;
}

/** The same to write. */
export function ownMarketOf(form: Form, contract: string): MarketRow {
  return (form.markets[contract] ??= { ...noMarket });
}

/** A copy that shares nothing, keys kept. */
export function copyForm(form: Form): Form {
  const rows = <Kind extends Row>(all: readonly Kind[]) => all.map((row) => ({ ...row }));
  const markets = record<MarketRow>();
  for (const [contract, market] of Object.entries(form.markets)) markets[contract] = { ...market };
  return {
    ...form,
    prices: record(form.prices),
    markets,
    figures: record(form.figures),
    wallets: form.wallets.map((wallet) => ({
      ...wallet,
      collateral: rows(wallet.collateral),
      positions: rows(wallet.positions),
      orders: rows(wallet.orders),
      transfers: rows(wallet.transfers),
    })),
  };
}

/** The id of the input for one value: the element's field, and the place a problem is shown at. */
export const field = {
  wallet: (row: WalletRow, name: "asset" | "balance" | "cash" | "liquidations" | "profitCurrency" | "price") =>
    `wallet-${row.key}-${name}`,
  collateral: (row: CollateralRow, name: "asset" | "quantity" | "price" | "haircut") => `collateral-${row.key}-${name}`,
  position: (row: PositionRow, name: Exclude<keyof PositionRow, "key">) => `position-${row.key}-${name}`,
  order: (row: OrderRow, name: Exclude<keyof OrderRow, "key">) => `order-${row.key}-${name}`,
  transfer: (row: TransferRow, name: Exclude<keyof TransferRow, "key">) => `transfer-${row.key}-${name}`,
  market: (contract: string, name: keyof MarketRow) => `market-${contract}-${name}`,
  figure: (key: string) => `figure-own-${key.replaceAll("/", "-")}`,
  price: (asset: string) => `price-${asset}`,
  rulebook: "rulebook",
  marginBasis: "marginBasis",
  levels: "levels",
  netting: "netting",
  collateralFee: "collateralFee",
  closingFee: "closingFee",
  client: "client",
  asOf: "asOf",
  volume30d: "volume30d",
  title: "title",
} as const;

/** The ids of every input that belongs to an account, told by its rows' keys: to mark its tab. */
export function ownsField(wallet: WalletRow, id: string): boolean {
  const [kind, key] = id.split("-");
  const rows = { collateral: wallet.collateral, position: wallet.positions, order: wallet.orders } as Record<
    string,
    readonly Row[]
  >;
  if (kind === "wallet") return String(wallet.key) === key;
  return (kind === "transfer" ? wallet.transfers : (rows[kind ?? ""] ?? [])).some((row) => String(row.key) === key);
}
