// SPDX-License-Identifier: MIT
//
// An account and the prices it is judged at. Units as in ../margin.d.ts.
import type { Policy, Rulebook } from "./rulebook.d.ts";
import type { Client, MarginMode, OrderType, Side, TimeInForce, TriggerSignal } from "./words.d.ts";

export interface Scenario {
  format: "margin-scenario/1";
  title?: string;
  /** The id of a built-in rulebook, or a whole one. */
  rulebook: string | Rulebook;
  /** Overrides the rulebook's policy, field by field. */
  policy?: Policy;
  /** Default "professional". */
  client?: Client;
  /** The moment the scenario is for, ISO 8601 with offset. */
  asOf?: string;
  /** Trading volume of the last thirty days, USD, 0 or more. Default 0. */
  volume30d?: number;
  /** Index price of every asset used, USD per unit, above 0. USD is 1 and need not be given. */
  prices: Record<string, number>;
  /** Mark price by contract, USD per unit of the underlying, above 0. Default: the index price. */
  marks?: Record<string, number>;
  /** Price of the last trade by contract, USD per unit of the underlying, above 0. Default: the mark price. */
  lasts?: Record<string, number>;
  /**
   * Relative funding rate by perpetual contract, fraction per hour, −1 to 1. Default 0; a long pays where it is
   * positive. Dated contracts have no funding: a rate of theirs is refused.
   */
  fundingRates?: Record<string, number>;
  /** The same in the venue's absolute unit: USD (inverse: coin) per contract unit and hour. Not both for one contract. */
  absoluteFundingRates?: Record<string, number>;
  /**
   * Resting orders by contract, from which the slippage of market and immediate-or-cancel orders is taken. A book
   * is a whole one: a side that is empty or absent offers nothing.
   */
  orderBooks?: Record<string, OrderBook>;
  wallets: Wallet[];
}

export type Wallet = MultiCollateralWallet | SingleCollateralWallet | UsFuturesWallet;

/** Each entry is a price and a size in contracts; bids descend, asks ascend. */
export interface OrderBook {
  bids?: [number, number][];
  asks?: [number, number][];
}

export interface MultiCollateralWallet {
  type: "multi-collateral";
  /**
   * The asset in which profit is held. Default "USD"; any other needs its price where there are positions or
   * orders.
   */
  profitCurrency?: string;
  collateral?: Collateral[];
  /** At most one position on a contract. */
  positions?: Position[];
  /** New orders, each previewed with those before it resting. */
  orders?: Order[];
  /** Transfers between this wallet and the holding wallet, each previewed after those before it. */
  transfers?: Transfer[];
}

/** One coin, and the inverse contracts on it. */
export interface SingleCollateralWallet {
  type: "single-collateral";
  asset: string;
  /** Coin, 0 or more. */
  balance: number;
  positions?: CrossPosition[];
  orders?: Order[];
  transfers?: Transfer[];
}

/** US dollars, and contracts with fixed margins. Needs the scenario's `asOf`. */
export interface UsFuturesWallet {
  type: "us-futures";
  /** USD; negative is owed. */
  cash: number;
  /** A news window: raises the intraday margin of new orders. Default false. */
  news?: boolean;
  /** Positions are carried for several days: maintenance margin in place of initial. Default false. */
  carried?: boolean;
  /** Liquidations so far, a whole number of 0 or more. Default 0. */
  liquidations?: number;
  positions?: UsPosition[];
  orders?: Order[];
  transfers?: Transfer[];
}

export interface UsPosition {
  contract: string;
  side: Side;
  /** Contracts, above 0. */
  size: number;
  entryPrice: number;
}

export interface Transfer {
  asset: string;
  /** Into the wallet; negative is a withdrawal; not 0. */
  quantity: number;
}

export interface Order {
  contract: string;
  side: Side;
  /** Contracts, above 0. */
  size: number;
  /** Default "limit". */
  type?: OrderType;
  /**
   * Limit: the limit price, required. Triggered orders: the worst price accepted; absent is at market.
   * Market: absent.
   */
  price?: number;
  /** Required of stop, take-profit and trigger-entry, else refused. */
  triggerPrice?: number;
  /** Default "mark". Triggered orders only. */
  triggerSignal?: TriggerSignal;
  /** Default false. */
  reduceOnly?: boolean;
  /** Limit orders only: rejected where it would trade at once. Default false. */
  makerOnly?: boolean;
  /** Limit orders only. Default "good-till-cancelled". */
  timeInForce?: TimeInForce;
  /** Multi-collateral only; default the mode of the position on the contract, else cross. */
  margin?: MarginMode;
  /** Isolated orders: notional over margin, above 0. */
  maxLeverage?: number;
}

export interface Collateral {
  asset: string;
  /** Units of the asset, 0 or more; only USD may be negative (a wallet in debt). */
  quantity: number;
}

/** A cross position carries no margin of its own; an isolated one exactly one of the two ways to state it. */
export type Position = CrossPosition | IsolatedPosition;

export interface OpenPosition {
  contract: string;
  side: Side;
  /** Contracts, above 0. */
  size: number;
  /** USD per unit of the underlying, above 0. */
  entryPrice: number;
  /** Funding accrued and not yet realised, USD; negative is owed. Default 0. */
  unrealizedFunding?: number;
}

export interface CrossPosition extends OpenPosition {
  margin?: "cross";
}

export type IsolatedPosition = OpenPosition & { margin: "isolated" } & (
    | {
        /** Entry notional over allocated margin, above 0. */
        maxLeverage: number;
      }
    | {
        /** USD set apart for this position, above 0. */
        isolatedMargin: number;
      }
  );
