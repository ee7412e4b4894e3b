// SPDX-License-Identifier: MIT
//
// Curves, maps and backwards answers of one wallet. Units as in ../margin.d.ts.
import type { LiquidationState } from "./liquidation.d.ts";
import type { Scenario } from "./scenario.d.ts";
import type { Side } from "./words.d.ts";

/** What all requests have. Paths of errors point into the request. */
export interface WalletRequest {
  scenario: Scenario;
  /** Index of the wallet asked of. Default 0. */
  wallet?: number;
}

export type CurveRequest = WalletRequest & {
  format: "margin-curve-request/1";
  /** Move of the ray where the curve begins, fraction. Default −0.5. */
  from?: number;
  /** Where it ends, above `from`. Default 0.5. */
  to?: number;
  /** So many evenly spaced places beside the exact points: 0 (default) or 2 to 4096. */
  samples?: number;
} & (
    | {
        /** What moves: an asset's name, or "market" for all crypto. */
        factor: string;
      }
    | {
        /** By asset, its move for a move of 1 of the ray, −100 to 100: a beta. What is absent stands still. */
        weights: Record<string, number>;
      }
  );

export interface Curve {
  format: "margin-curve/1";
  wallet: number;
  /** "USD", or the coin of a single-collateral wallet. */
  currency: string;
  /** Where the ray is that of one asset or of the market, with its price today (1 of the market). */
  factor?: string;
  current?: number;
  weights: { asset: string; weight: number }[];
  /**
   * Ascending: its ends, today, every bend and every boundary. Straight between neighbours; of a
   * single-collateral wallet the amounts in USD are, those in the coin along 1 / price. Two points with one move
   * are a jump.
   */
  points: CurvePoint[];
  samples?: CurvePoint[];
  /** Of the cross pool, over the whole ray. */
  liquidation: {
    state: LiquidationState;
    boundaries: { price?: number; move: number; marginEquity: number; maintenanceMargin: number }[];
  };
}

export interface CurveAmounts {
  marginEquity: number;
  portfolioValue: number;
  initialMargin: number;
  /** US wallets: the requirement in force. */
  maintenanceMargin: number;
  cross: { marginEquity: number; initialMargin: number; maintenanceMargin: number };
}

export interface CurvePoint extends CurveAmounts {
  /** USD (1 of the market is today), of a curve along one factor. */
  price?: number;
  /** Along the ray, fraction. */
  move: number;
  /** The same at the price there, of a single-collateral wallet. */
  usd?: CurveAmounts;
}

export interface MapAxis {
  /** An asset's name, or "market". The two axes differ; what is on both moves by both ratios multiplied. */
  factor: string;
  /** Moves, −0.999 to 999. Defaults −0.5 and 0.5. */
  from?: number;
  to?: number;
}

/** Of a multi-collateral or US wallet: a coin's wallet has one factor. */
export interface MapRequest extends WalletRequest {
  format: "margin-map-request/1";
  x: MapAxis;
  y: MapAxis;
  /** Cells of the grid of margin usage, 2 to 4096 each way; absent: no grid. */
  columns?: number;
  rows?: number;
}

export interface LiquidationMap {
  format: "margin-map/1";
  wallet: number;
  x: Required<MapAxis> & { current: number };
  y: Required<MapAxis> & { current: number };
  /**
   * All pieces of the line between safe and liquidation of the cross pool, as moves along x and y. Every point
   * is on it. Straight from point to point, but where an asset is on both axes.
   */
  lines: { closed: boolean; points: [number, number][] }[];
  columns?: number;
  rows?: number;
  /** Margin usage row by row of ascending y; null where no equity is left. */
  usage?: (number | null)[];
}

/** No liquidation of the cross pool from today to there; the price itself may be the liquidation price. */
export type Survival = {
  /** What moves: an asset's name, or "market". */
  factor: string;
} & (
  | {
      /** Fraction. */
      move: number;
    }
  | {
      /** USD; not of the market. */
      price: number;
    }
);

export type Question =
  | ({ question: "collateral-to-survive"; asset: string } & Survival)
  | ({ question: "size-to-close"; contract: string } & Survival)
  | ({
      question: "largest-size";
      contract: string;
      side: Side;
      /** Whether available margin stays 0 or more. Default true. */
      availableMargin?: boolean;
      /** Effective leverage stays at most so much. */
      leverage?: number;
    } & (Survival | object))
  | { question: "isolated-plan"; contract: string; side: Side; size: number; entryPrice: number; price: number }
  | { question: "hedge"; contract: string }
  | { question: "liquidating-haircut"; asset: string };

export interface InverseRequest extends WalletRequest {
  format: "margin-inverse-request/1";
  /** At most 100. */
  questions: Question[];
}

/** "not-needed": the account keeps to the goal as it is; "impossible": no amount does (of a largest size: not the smallest). */
export type SolutionKind = "not-needed" | "amount" | "impossible";

interface SurvivalTold {
  factor: string;
  move: number;
  price?: number;
}

export type Answer =
  | ({
      question: "collateral-to-survive";
      asset: string;
      answer: SolutionKind;
      /** Units of the asset to add, and what they are worth today in USD. */
      quantity?: number;
      value?: number;
    } & SurvivalTold)
  | ({
      question: "size-to-close";
      contract: string;
      answer: SolutionKind;
      /** Contracts to close now, at the mark and the taker fee; in whole lots, rounded up. */
      size?: number;
      sizeInLots?: number;
    } & SurvivalTold)
  | ({
      question: "largest-size";
      contract: string;
      side: Side;
      availableMargin: boolean;
      leverage?: number;
      answer: SolutionKind;
      /** Contracts on top of what is open, at the mark and the taker fee; in whole lots, rounded down. */
      size?: number;
      sizeInLots?: number;
    } & Partial<SurvivalTold>)
  | {
      question: "isolated-plan";
      contract: string;
      side: Side;
      size: number;
      entryPrice: number;
      price: number;
      /** "not-needed": the schedule's least margin carries it further than the price. */
      answer: SolutionKind;
      /** USD. */
      isolatedMargin: number;
      maxLeverage: number;
    }
  | {
      question: "hedge";
      contract: string;
      answer: "amount" | "impossible";
      /** Contracts that hold margin equity still for a small move of the underlying. */
      side?: Side;
      size?: number;
      /** Contracts on the same side that hold portfolio value still; negative on the other. */
      deltaNeutralSize?: number;
    }
  | {
      question: "liquidating-haircut";
      asset: string;
      answer: SolutionKind;
      /** Fraction at which the wallet is liquidated at today's prices. */
      haircut?: number;
    };

export interface InverseAnswers {
  format: "margin-inverse/1";
  wallet: number;
  /** In the order of the questions. */
  answers: Answer[];
}
