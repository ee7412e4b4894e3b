// SPDX-License-Identifier: MIT
//
// The same money or the same trade in several ways. Units as in ../margin.d.ts.
import type { LiquidationSet } from "./liquidation.d.ts";
import type { WalletStatus } from "./report.d.ts";
import type { Assumption, Policy, Rulebook } from "./rulebook.d.ts";
import type { Wallet } from "./scenario.d.ts";
import type { Client, Side } from "./words.d.ts";

export interface PledgeOrSell {
  format: "margin-pledge-or-sell/1";
  /** One for each multi-collateral wallet that holds anything but USD; null for the others. */
  wallets: ({ pledged: Alternative; sold: Alternative; saleFee: number } | null)[];
}

export interface Alternative {
  collateralValue: number;
  marginEquity: number;
  availableMargin: number;
  effectiveLeverage: number | null;
  status: WalletStatus;
  factors: LiquidationSet[];
  outcomes: Outcome[];
}

/** What a move of the market, or of the trade's asset, comes to. */
export interface Outcome {
  /** Fraction. */
  move: number;
  /**
   * USD, of the positions: unrealised of those that remain, less the margins that isolated ones have lost; null
   * where the cross pool is liquidated on the way.
   */
  pnl: number | null;
  /** USD, of the whole wallet without haircut; null where the cross pool is liquidated on the way. */
  walletValue: number | null;
  /** Of the cross pool. */
  liquidated: boolean;
  /**
   * Contracts of the isolated positions that are liquidated on the way. Each is taken to lose all of its margin,
   * the most it can lose, and nothing else.
   */
  isolatedLiquidated: string[];
}

/** One trade, to be put into three kinds of account. */
export interface Trade {
  format: "margin-trade/1";
  asset: string;
  side: Side;
  /** USD. */
  notional: number;
  /** USD worth of collateral. */
  collateral: number;
  /** USD per unit of the asset. */
  price: number;
  /** Fraction per hour, default 0. */
  fundingRate?: number;
  volume30d?: number;
  client?: Client;
  policy?: Policy;
  /** The clock of the US account. */
  asOf: string;
  /** Default "kraken-global": for the multi-collateral and the single-collateral wallet. */
  rulebook?: string | Rulebook;
  /** Default "kraken-us". */
  usRulebook?: string | Rulebook;
}

export interface Comparison {
  format: "margin-comparison/1";
  accounts: AccountComparison[];
}

export interface AccountComparison {
  type: Wallet["type"];
  /** The id of the rulebook it is computed under. */
  rulebook: string;
  /** Null where the rulebook lists no contract of this kind on the asset. */
  contract: string | null;
  /** Why there is none, or what was rounded. */
  note?: string;
  /** Contracts. */
  size?: number;
  /** USD; of whole US contracts, what comes nearest without passing the trade's. */
  notional?: number;
  /** What is posted, as in 0.1 and "BTC". */
  collateral?: { asset: string; quantity: number };
  /** USD: initial margin (US: of the regime in force). */
  marginNeeded?: number;
  /** Whether the collateral suffices. */
  possible?: boolean;
  effectiveLeverage?: number | null;
  /** Of the asset's factor. */
  liquidation?: LiquidationSet;
  outcomes?: Outcome[];
  /** USD. */
  fees?: { open: number; close: number };
  /** USD; negative is paid. */
  fundingPerDay?: number;
  /** USD notional that the collateral carries at today's price. */
  largestPosition?: number;
  /** Whether the margins of the contract, or the haircut of what is posted, are not published. */
  assumed?: boolean;
  /** Why they are what they are, as the rulebook has it; empty where it says nothing. */
  assumptions?: Assumption[];
}
