// SPDX-License-Identifier: MIT
//
// What is known of a US wallet. Units as in ../margin.d.ts.
import type { LiquidationSet } from "./liquidation.d.ts";
import type { OrderReport, TransferReport } from "./order-report.d.ts";
import type { Regime, Side } from "./words.d.ts";

/**
 * "liquidation-risk": equity below the requirement in force; "warning": intraday, and equity below initial
 * margin, so that the position cannot be kept past the switch.
 */
export type UsStatus = "healthy" | "warning" | "liquidation-risk";

/** All amounts in USD. */
export interface UsFuturesReport {
  type: "us-futures";
  currency: "USD";
  cash: number;
  unrealizedPnl: number;
  /** cash + unrealizedPnl. */
  equity: number;
  /** Sums over positions of margin a contract × size. */
  intradayMargin: number;
  initialMargin: number;
  maintenanceMargin: number;
  /** In force now: of each position by its own session. */
  requirement: number;
  /** equity − requirement − margin of resting orders. */
  availableMargin: number;
  /** intradayMargin / equity; null where equity is not positive. */
  intradayUsage: number | null;
  /** initialMargin / equity; null where equity is not positive. */
  initialUsage: number | null;
  /** Sum of mark notional / equity; null where equity is not positive. */
  effectiveLeverage: number | null;
  /** equity − requirement. */
  riskBuffer: number;
  /** Of the strictest position in force now; without positions, of the rulebook's first US contract. */
  regime: Regime;
  /** Whether the session of that contract is open. */
  open: boolean;
  /** The next moment at which a position's regime changes. */
  nextSwitch: NextSwitch;
  /** USD that the next forced liquidation costs. */
  liquidationFee: number;
  status: UsStatus;
  /** USD that can leave the wallet today: no more than cash and no more than the available margin. */
  withdrawable: number;
  /** USD an hour, of perpetuals; charged in one sum at 15:00 Chicago time. */
  funding: {
    perHour: number;
    perSettlement: number;
    perDay: number;
    perMonth: number;
    nextAdjustment: string | null;
  };
  positions: UsPositionReport[];
  /** Each underlying, then "market"; the requirement in force stands in the place of maintenanceMargin. */
  factors: LiquidationSet[];
  orders?: OrderReport[];
  transfers?: TransferReport[];
}

export interface NextSwitch {
  /** ISO 8601 with Chicago's offset then. */
  time: string;
  /** Seconds from asOf. */
  seconds: number;
  regime: Regime;
  /** USD, of the same positions then. */
  requirement: number;
  /** equity − that requirement, at today's prices. */
  riskBuffer: number;
}

export interface UsPositionReport {
  contract: string;
  side: Side;
  size: number;
  entryPrice: number;
  markPrice: number;
  /** size × valuePerPoint × mark, USD. */
  notional: number;
  unrealizedPnl: number;
  intradayMargin: number;
  initialMargin: number;
  maintenanceMargin: number;
  /** In force now. */
  requirement: number;
  regime: Regime;
  liquidation: LiquidationSet;
  bankruptcyPrice: number | null;
  breakEvenPrice: number | null;
  /** All fees of one side. */
  openFee: number;
  closeFee: number;
  fundingPerHour: number;
  fundingRate: number;
}
