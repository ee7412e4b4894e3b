// SPDX-License-Identifier: MIT
//
// What the venue does at a liquidation. Units as in ../margin.d.ts.
import type { Boundary } from "./liquidation.d.ts";
import type { Assumption } from "./rulebook.d.ts";
import type { Side } from "./words.d.ts";

export interface EquityProtection {
  format: "margin-equity-protection/1";
  wallets: WalletProtection[];
}

export interface WalletProtection {
  /** Always false: the venue sends no margin call and no warning. */
  marginCall: false;
  /** Pools that can be liquidated, the cross pool first. Empty where none can. */
  pools: PoolProtection[];
  /** Indices of the scenario's other wallets: none of them is touched. */
  untouched: number[];
  /**
   * What the story takes where nothing is published: the size of a part ("partialStep"), when no further part is
   * closed ("stop"), the fee ("liquidationFee"), how several orders share the pool's equity ("zeroEquityPrice"),
   * where a book given stands at the trigger ("orderBooks"); of US wallets what is closed ("forced close").
   */
  assumptions: Assumption[];
}

export interface PoolProtection {
  /** "cross" or the contract of an isolated position. */
  pool: string;
  /** The nearest boundary of all factors, by |move|. */
  factor: string;
  trigger: Boundary;
  /** Single-collateral only, here and below: the same amounts at the trigger's index price. */
  triggerUsd?: { marginEquity: number; maintenanceMargin: number };
  /** Fractions of equity used at which to warn oneself, with the factor's price. */
  alerts: { marginUsage: number; price: number; move: number }[];
  /** In order. */
  steps: ProtectionStep[];
  /**
   * In the wallet's currency: what is left of the pool's equity where all is closed at the trigger's marks and
   * at the limit prices, never below 0 there; null where no limit holds. portfolioValue is the whole wallet's, at
   * the trigger's marks and without haircut.
   */
  remains: {
    atTrigger: number;
    atLimit: number | null;
    portfolioValue: number;
    atTriggerUsd?: number;
    atLimitUsd?: number | null;
    portfolioValueUsd?: number;
  };
}

export interface ProtectionStep {
  kind: "partial-liquidation" | "full-liquidation" | "assignment" | "covered-liquidation" | "unwind" | "forced-close";
  /** Of an assignment: what the order books given are known to leave, at the limits. */
  orders: {
    contract: string;
    /** Of the closing order. */
    side: Side;
    size: number;
    markPrice: number;
    /** At which equity would be 0 if every order traded equally far from its mark. */
    zeroEquityPrice: number | null;
    /** The same rounded to the tick on the side that keeps equity from falling below 0. */
    limitPrice: number | null;
    /**
     * Contracts that the scenario's order book takes at the limit or better, its prices moved like the mark. Of
     * the full liquidation alone; null without a book on that side.
     */
    filled: number | null;
  }[];
  fee: number;
  /** After it, where its orders trade at the mark; null of a step that only follows where the one before fails. */
  marginEquity: number | null;
  maintenanceMargin: number | null;
  marginEquityUsd?: number | null;
  maintenanceMarginUsd?: number | null;
  /** Whether the process ends here if its orders trade at the mark. */
  ends: boolean;
}
