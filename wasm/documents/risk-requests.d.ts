// SPDX-License-Identifier: MIT
//
// Requests and answers about shocks, time and chance. Units as in ../margin.d.ts.
import type { LiquidationState } from "./liquidation.d.ts";
import type { CurveAmounts, WalletRequest } from "./requests.d.ts";
import type { Side } from "./words.d.ts";

/** What every answer says it is of. */
interface Asked {
  wallet: number;
  /** "USD", or the coin of a single-collateral wallet. */
  currency: string;
}

export interface LadderRequest extends WalletRequest {
  format: "margin-ladder-request/1";
  /**
   * At most 10,000. Of each, moves (fractions) by asset, or "market" for all crypto that the shock does not name.
   * What is not named stands still.
   */
  shocks: Record<string, number>[];
}

export interface Ladder extends Asked {
  format: "margin-ladder/1";
  /** In the order of the shocks. */
  rungs: Rung[];
}

/** A wallet at shocked prices, as if nothing were liquidated on the way. */
export interface Rung extends CurveAmounts {
  shock: { factor: string; move: number }[];
  /** Of the cross pool; null where no equity is left. */
  marginUsage: number | null;
  /** Share of the way (0 to 1, all prices in step) at which the cross pool is liquidated; null: it is not. */
  liquidatedAt: number | null;
  /** Contracts of isolated positions that are liquidated on the way. */
  isolatedLiquidated: string[];
}

export interface SensitivityRequest extends WalletRequest {
  format: "margin-sensitivity-request/1";
  /** What moves: an asset's name, or "market". */
  factor: string;
}

export interface SensitivityAnswer extends Asked {
  format: "margin-sensitivity/1";
  factor: string;
  /** Its price today; 1 of the market. */
  current: number;
  state: LiquidationState;
  /** The liquidation of the cross pool that is nearest in per cent; null: no move liquidates it. */
  nearest: { price: number; move: number } | null;
  /** By what one per cent more of each moves it, the largest first. */
  inputs: Sensitivity[];
}

/** How the liquidation price answers to one input. */
export type Sensitivity = {
  /** Of the input today. */
  value: number;
  /** Change of the price for one unit more of the input: its derivative. */
  perUnit: number;
  /** The same for less of it, where the two differ: at a corner, as the start of a margin level. */
  perUnitLess?: number;
  /** Change of the price for one per cent more of the input, by its derivative. */
  perPercent: number;
} & (
  | { input: "quantity" | "haircut" | "price"; asset: string }
  | { input: "size" | "entryPrice" | "isolatedMargin" | "maxLeverage"; contract: string }
);

/** Of a multi-collateral or single-collateral wallet: a US one settles funding once a day at each day's rate. */
export interface HoldingTimeRequest extends WalletRequest {
  format: "margin-holding-time-request/1";
}

export interface HoldingTime extends Asked {
  format: "margin-holding-time/1";
  /** Of the cross pool, in the wallet's currency; negative is paid. */
  fundingPerHour: number;
  /** USD. */
  interestPerHour: number;
  /** Until funding and interest alone liquidate the cross pool; null: not within `longest`. */
  hoursToLiquidation: number | null;
  /** Hours in ten years. */
  longest: number;
  /** Funding and interest until then; negative is received. */
  paid: number;
}

/** Geometric Brownian motion. */
interface PriceMotion {
  /** A year of 365 days, fraction, 0 to 10. */
  volatility: number;
  /** A year, fraction, −5 to 5. Default 0. */
  drift?: number;
}

export type OddsRequest = WalletRequest & {
  format: "margin-odds-request/1";
  /** Days, ascending, at most 64; of a simulation each a whole number of steps. */
  horizons: number[];
} & (
    | ({
        /** One factor, in closed form: an asset's name, or "market". */
        factor: string;
      } & PriceMotion)
    | {
        /** Several assets at once, by simulation; every other price stands still. Not of a coin's wallet. */
        motions: ({ asset: string } & PriceMotion)[];
        /** What is not named is 0. */
        correlations?: { assets: [string, string]; correlation: number }[];
        /** 1 to 96. Default 4; between two steps the chance of having touched the line is counted. */
        stepsPerDay?: number;
        /** A whole number. Default 1. */
        seed?: number;
        /** Blocks of 512 paths to run now. Default 16. */
        blocks?: number;
        /** Of a former answer to the same request: goes on from there. */
        simulation?: Simulation;
      }
  );

/** Paths run so far: the same blocks give the same numbers, however they were cut into slices. */
export interface Simulation {
  blocks: number;
  sum: number[];
  squares: number[];
}

export type Odds = Asked & {
  format: "margin-odds/1";
  /** Of the cross pool today. In "liquidation" every chance is 1, in "none" 0. */
  state: LiquidationState;
} & (
    | {
        method: "closed-form";
        factor: string;
        current: number;
        /** The liquidation prices; null where there is none on that side. */
        below: number | null;
        above: number | null;
        odds: { days: number; probability: number }[];
      }
    | {
        method: "simulation";
        paths: number;
        stepsPerDay: number;
        seed: number;
        simulation: Simulation;
        odds: { days: number; probability: number; standardError: number }[];
      }
  );

export interface ReplayRequest extends WalletRequest {
  format: "margin-replay-request/1";
  /**
   * A header with a column date (or time, timestamp, datetime) and a column for each asset ("BTC", "BTC/USD"),
   * then a row for each moment: a date, ISO 8601 (UTC without an offset), or seconds or milliseconds since 1970.
   */
  csv: string;
  /** Whether every row is told. Default false. */
  points?: boolean;
}

/** A row of the history. */
interface ReplayRow {
  at: string;
  /** In the CSV text, counted from 1. */
  line: number;
}

export interface ReplayPoint extends ReplayRow {
  marginEquity: number;
  marginUsage: number | null;
}

export interface Replay extends Asked {
  format: "margin-replay/1";
  rows: number;
  from: string;
  to: string;
  /** Of the cross pool, prices taken to go straight from one row to the next; null: it lived. */
  liquidation:
    | (ReplayRow & {
        /** The row before. */
        after?: string;
        /** Of the way from the row before, 0 to 1. */
        share: number;
        prices: { asset: string; price: number }[];
      })
    | null;
  isolated: (ReplayRow & { contract: string })[];
  /** The row of the highest margin usage. */
  worst: ReplayPoint;
  /** Received (negative: paid) to the liquidation or the end. */
  funding: number;
  points?: ReplayPoint[];
}

/** Of a multi-collateral wallet: a position that would be isolated. */
export interface PlanMapRequest extends WalletRequest {
  format: "margin-plan-map-request/1";
  contract: string;
  side: Side;
  size: number;
  entryPrice: { from: number; to: number };
  leverage: { from: number; to: number };
  /** Entry prices and leverages, 2 or more each, together at most 65,536 cells. */
  columns: number;
  rows: number;
}

export interface PlanMap extends Asked {
  format: "margin-plan-map/1";
  contract: string;
  side: Side;
  size: number;
  columns: number;
  rows: number;
  /** Row by row of ascending leverage. */
  cells: PlanCell[];
}

/** Entered when the mark is the entry price. */
export interface PlanCell {
  entryPrice: number;
  leverage: number;
  /** USD: what the leverage sets apart, or more where the schedule asks for it. */
  isolatedMargin: number;
  /** On the losing side; null: no price liquidates it; the entry price: it is liquidated at once. */
  liquidationPrice: number | null;
  /** From the entry price to there, fraction. */
  move: number | null;
}
