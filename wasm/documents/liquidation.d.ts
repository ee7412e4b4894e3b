// SPDX-License-Identifier: MIT
//
// Liquidation prices. Units as in ../margin.d.ts.

/** "none": no open position in the pool; "liquidation": unsafe at today's price; "safe": otherwise. */
export type LiquidationState = "none" | "safe" | "liquidation";

/** Every price at which a pool turns from safe to unsafe or back, as one factor moves and all else stays. */
export interface LiquidationSet {
  /** An asset, or "market" for all crypto assets by one ratio. */
  factor: string;
  /** Today's price, USD per unit; 1 for "market". */
  current: number;
  state: LiquidationState;
  /** Nearest boundary at or below `current`; null where there is none. */
  below: Boundary | null;
  /** Nearest boundary at or above `current`; null where there is none. */
  above: Boundary | null;
  /** All of them, ascending. */
  boundaries: Boundary[];
}

export interface Boundary {
  /** USD per unit; a ratio for "market". */
  price: number;
  /** Fraction: price over today's, less 1. */
  move: number;
  /** Of the pool compared, at this price, in the wallet's currency. */
  marginEquity: number;
  /** Of the pool compared, at this price, in the wallet's currency. */
  maintenanceMargin: number;
}
