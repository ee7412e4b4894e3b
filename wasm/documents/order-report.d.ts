// SPDX-License-Identifier: MIT
//
// Orders and transfers, previewed. Units as in ../margin.d.ts.
import type { LiquidationSet } from "./liquidation.d.ts";
import type { WalletStatus } from "./report.d.ts";
import type { UsStatus } from "./us-report.d.ts";
import type { OrderType, Side } from "./words.d.ts";

export interface OrderReport {
  contract: string;
  side: Side;
  size: number;
  type: OrderType;
  /**
   * At which it is taken to trade: a limit order's price; the average in the book of an immediate-or-cancel or
   * a market order, without one its price and the mark; a triggered order's worst price, else its trigger
   * price. What finds nothing in the book is rejected and previewed as if there were none.
   */
  price: number;
  /** Contracts that close what is open. */
  reduces: number;
  /** Contracts that open or add; 0 of a reduce-only order. */
  opens: number;
  /** What it adds to the wallet's initial margin while it rests; 0 where it does not rest or waits on a trigger. */
  initialMargin: number;
  /** "maker" where it rests first, else "taker". US wallets: by contract, the same for both. */
  liquidity: "maker" | "taker";
  /** Fee of the whole order at its price, in the wallet's currency. */
  fee: number;
  /** Of market and immediate-or-cancel orders, where the contract has a book. */
  slippage?: SlippageReport;
  /** The wallet's available margin with this order and those before it resting. */
  availableMargin: number;
  /**
   * Single-collateral only, here and below: the amount of the same name at the index price. Of an order that
   * waits for its trigger, the fee and what is `filled` at the index price then.
   */
  initialMarginUsd?: number;
  feeUsd?: number;
  availableMarginUsd?: number;
  /**
   * Triggered orders: whether today's signal has reached the trigger, so that it fires as it is placed. It is
   * then previewed as the order it becomes: a limit order at its worst price, without one a market order.
   */
  triggersAtOnce?: boolean;
  /** US wallets, where the contract's session is closed: its next open, before which nothing trades. */
  waitsUntil?: string;
  /** Why the venue would reject it; empty where it would not. */
  rejections: Rejection[];
  /** The wallet once this order alone has traded; of one that waits for its trigger, at the trigger's prices. */
  filled: FilledReport;
}

export interface SlippageReport {
  /**
   * Contracts that find a counterpart: of a market order within 1 % of the mark, of an immediate-or-cancel order
   * at its price or better.
   */
  filled: number;
  unfilled: number;
  averagePrice: number | null;
  worstPrice: number | null;
  /** USD against the mark price (inverse: coin); 0 or more is a cost. */
  cost: number;
  costUsd?: number;
}

export interface Rejection {
  code:
    | "insufficientAvailableFunds"
    | "wouldCauseLiquidation"
    | "maxPositionViolation"
    | "fixedLeverageTooHigh"
    | "wouldNotReducePosition"
    | "postWouldExecute"
    | "iocWouldNotExecute"
    | "invalidPrice"
    | "invalidSize"
    | "contractExpired";
  message: string;
}

export interface FilledReport extends StandingReport {
  /** The position on the contract after the fill; null where it is closed. */
  position: { side: Side; size: number; entryPrice: number } | null;
  /** Of what it closed, before fees. */
  realizedPnl: number;
  /** realizedPnl − fee of this order. */
  realizedAfterFee: number;
  realizedPnlUsd?: number;
  realizedAfterFeeUsd?: number;
  /** Orders that wait for their trigger: whether the position is liquidated on the way to it. */
  liquidationFirst?: boolean;
}

export interface TransferReport extends StandingReport {
  asset: string;
  quantity: number;
  /** Whether the wallet may give so much. */
  allowed: boolean;
}

/** How a wallet stands after a change. */
interface StandingReport {
  marginEquity: number;
  initialMargin: number;
  maintenanceMargin: number;
  availableMargin: number;
  /** Single-collateral only, each amount of the same name at the index price. */
  marginEquityUsd?: number;
  initialMarginUsd?: number;
  maintenanceMarginUsd?: number;
  availableMarginUsd?: number;
  effectiveLeverage: number | null;
  status: WalletStatus | UsStatus;
  factors: LiquidationSet[];
}
