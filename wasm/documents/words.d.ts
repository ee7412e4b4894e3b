// SPDX-License-Identifier: MIT
//
// The words of documents. Units as in ../margin.d.ts.

/** At which price the notional is taken that margin is charged on. */
export type MarginBasis = "entry" | "mark";
/** Whether one level's rate applies to the whole notional, or each slice has its own level's rate. */
export type Levels = "flat" | "marginal";
export type AssetKind = "crypto" | "stable" | "fiat" | "other";
export type ContractType = "linear" | "inverse";
export type Side = "long" | "short";
/** Whether a position draws on the whole wallet or only on margin set apart for it. */
export type MarginMode = "cross" | "isolated";
export type Client = "professional" | "retail";
/** The price that a triggered order waits on. */
export type TriggerSignal = "mark" | "index" | "last";
export type OrderType = "limit" | "market" | "stop" | "take-profit" | "trigger-entry";
export type TimeInForce = "good-till-cancelled" | "immediate-or-cancel";
/** Which margin a US contract takes at a moment. */
export type Regime = "intraday" | "initial" | "maintenance";
/** A calendar date, "2026-04-19". */
export type IsoDate = string;
