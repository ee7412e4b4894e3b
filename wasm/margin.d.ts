// SPDX-License-Identifier: MIT
//
// The types of the WebAssembly module margin.mjs and of the documents that cross its border.
// Written by hand beside the binding. One spelling from here through JSON to C++; the meaning of
// each field is fixed by the documents' format, this file adds the unit and the range.
//
// Units: USD, fractions (0.02 is 2 %), contracts (linear: base units of the underlying), asset units.
// No number is ever NaN or infinite; null means "there is no such number".

/** Creates the module. In a browser it finds margin.wasm beside itself; in Node, pass its bytes. */
export default function createMargin(options?: MarginModuleOptions): Promise<MarginModule>;

export interface MarginModuleOptions {
  /** The bytes of margin.wasm, where they cannot be fetched from beside the module. */
  wasmBinary?: ArrayBuffer | Uint8Array;
}

export interface MarginModule {
  /**
   * Everything that is known about one account: takes a scenario document as JSON text and returns, as
   * JSON text, a {@link Report} or, when the scenario is refused, {@link Errors}. Never throws.
   */
  evaluate(scenario: string): string;
  /** The built-in rulebooks: a JSON array of whole {@link Rulebook} documents. */
  rulebooks(): string;
  /** The version of the module, as in "0.1.0". */
  version(): string;
}

/* ------------------------------------------------------------------------------------ words */

/** At which price the notional is taken that margin is charged on. */
export type MarginBasis = "entry" | "mark";
/** Whether one level's rate applies to the whole notional, or each slice has its own level's rate. */
export type Levels = "flat" | "marginal";
export type AssetKind = "crypto" | "stable" | "fiat" | "other";
export type ContractType = "linear" | "inverse" | "us";
export type Side = "long" | "short";
/** Whether a position draws on the whole wallet or only on margin set apart for it. */
export type MarginMode = "cross" | "isolated";
export type Client = "professional" | "retail";
/** A calendar date, "2026-04-19". */
export type IsoDate = string;

/* --------------------------------------------------------------------------------- rulebook */

export interface Rulebook {
  format: "margin-rulebook/1";
  id: string;
  title: string;
  /** The day from which these rules are held to apply. */
  effective: IsoDate;
  policy?: Policy;
  /** By asset, as in "BTC". USD need not be listed. */
  assets: Record<string, Asset>;
  /** By name, as in "A". Levels start at 0 and ascend strictly by `from`. */
  marginSchedules: Record<string, MarginLevel[]>;
  contracts: Contract[];
  /** Fee levels by volume of the last thirty days, ascending. */
  fees?: FeeLevel[];
  /** What is not published, and the value taken in its stead. */
  assumptions?: Assumption[];
  sources?: Source[];
}

/** How a venue charges margin. What is absent has the default given here. */
export interface Policy {
  /** Default "entry". */
  marginBasis?: MarginBasis;
  /** Default "flat". */
  levels?: Levels;
  /** Whether long and short legs on one underlying are charged as the larger of the two. Default true. */
  netting?: boolean;
  /** Whether collateral value is also reduced by the conversion fee. Default false. */
  collateralFee?: boolean;
  /** Whether the fee for closing all cross legs is added to the maintenance requirement. Default false. */
  closingFee?: boolean;
}

export interface Asset {
  /** Fraction, 0 to 1: the part of the asset's value that does not count as collateral. */
  haircut: number;
  /** Fraction, 0 or more and below 1. Default 0. */
  conversionFee?: number;
  /** Default "fiat" for USD, EUR, GBP, AUD, CAD, CHF and JPY, otherwise "crypto". */
  kind?: AssetKind;
  /** Older spelling of kind "stable". */
  stable?: boolean;
  /** True where the figure is not published; the rulebook's `assumptions` give the reason. */
  assumed?: true;
}

export interface MarginLevel {
  /** Lower limit, inclusive: USD notional (linear) or contracts (inverse), 0 or more. */
  from: number;
  /** Fraction of notional, above 0 and at most 1, at least `maintenance`. */
  initial: number;
  /** Fraction of notional, above 0 and at most 1. */
  maintenance: number;
}

export interface Contract {
  symbol: string;
  type: ContractType;
  /** The asset whose price the contract follows; need not be among the rulebook's assets. */
  underlying: string;
  /** Name of its margin schedule; present on linear and inverse contracts. */
  schedule?: string;
  /** Name of the schedule for retail clients, where it differs. */
  retailSchedule?: string;
  /** Default true where there is no `expiry`. */
  perpetual?: boolean;
  expiry?: string;
  /** Units of the underlying (linear) or USD (inverse) per contract. Default 1. */
  contractSize?: number;
  /** Smallest step of the price, USD. */
  tick?: number;
  /** Smallest step of the size, contracts. */
  lot?: number;
  /** Largest position, contracts. */
  maxPosition?: number;
  fundingCoefficient?: number;
  /** Fraction per hour. */
  maxFundingRate?: number;
  /** True where its margin class is not published. */
  assumed?: true;
}

export interface FeeLevel {
  /** Lower limit of the volume of the last thirty days, USD, inclusive. */
  from: number;
  /** Fraction of notional. */
  maker: number;
  /** Fraction of notional. */
  taker: number;
}

export interface Assumption {
  subject: string;
  value: string;
  reason: string;
}

export interface Source {
  title: string;
  address: string;
  /** The day the source was read. */
  read: IsoDate;
}

/* --------------------------------------------------------------------------------- scenario */

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
  /** Relative funding rate by contract, fraction per hour, −1 to 1. Default 0. No figure depends on it yet. */
  fundingRates?: Record<string, number>;
  wallets: MultiCollateralWallet[];
}

export interface MultiCollateralWallet {
  type: "multi-collateral";
  /** The asset in which profit is held. Default "USD". */
  profitCurrency?: string;
  collateral?: Collateral[];
  /** At most one position on a contract. */
  positions?: Position[];
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

/* ----------------------------------------------------------------------------------- report */

export interface Report {
  format: "margin-report/1";
  rulebook: { id: string; effective: IsoDate };
  /** In the scenario's order. */
  wallets: WalletReport[];
  warnings: Warning[];
}

export interface Warning {
  /** "assumed" for a figure the rulebook marks as assumed, among others. */
  code: string;
  /** JSON Pointer into the scenario. */
  path: string;
  message: string;
}

/** "liquidation": cross equity at or below cross maintenance margin; "reduce-only": below initial margin. */
export type WalletStatus = "healthy" | "reduce-only" | "liquidation";

/** All amounts in USD. */
export interface WalletReport {
  type: "multi-collateral";
  currency: "USD";
  /** Sum of quantity × index price. */
  balanceValue: number;
  /** Sum of the collateral's value after haircuts. */
  collateralValue: number;
  unrealizedPnl: number;
  unrealizedFunding: number;
  /** Unrealised profit, loss and funding, as far as they count as margin. */
  totalUnrealizedAsMargin: number;
  /** collateralValue + totalUnrealizedAsMargin. */
  marginEquity: number;
  /** balanceValue + unrealizedPnl + unrealizedFunding, without haircut. */
  portfolioValue: number;
  /** Of all positions: cross after netting, plus isolated. */
  initialMargin: number;
  /** Of all positions: cross after netting, plus isolated. */
  maintenanceMargin: number;
  /** The pool the cross positions share: what is left after the isolated positions' equity. */
  cross: { marginEquity: number; initialMargin: number; maintenanceMargin: number };
  /** Cross margin equity less cross initial margin; may be negative. */
  availableMargin: number;
  /** Sum of mark notional over margin equity; null where margin equity is not positive. */
  effectiveLeverage: number | null;
  /** Fraction: cross maintenance margin over cross margin equity; null where that is not positive. */
  marginUsage: number | null;
  /** Cross margin equity less cross maintenance margin. */
  riskBuffer: number;
  status: WalletStatus;
  collateral: CollateralReport[];
  positions: PositionReport[];
  /** One set per asset held (not USD) or underlying, without repeats, then "market". */
  factors: LiquidationSet[];
}

export interface CollateralReport {
  asset: string;
  /** Units of the asset. */
  quantity: number;
  /** USD per unit. */
  price: number;
  /** USD before haircut. */
  value: number;
  /** Fraction. */
  haircut: number;
  /** USD after haircut. */
  collateralValue: number;
}

export interface PositionReport {
  contract: string;
  side: Side;
  /** Contracts. */
  size: number;
  /** USD per unit of the underlying. */
  entryPrice: number;
  /** USD per unit of the underlying. */
  markPrice: number;
  /** USD, at the mark price. */
  notional: number;
  /** USD. */
  unrealizedPnl: number;
  /** USD. */
  unrealizedFunding: number;
  /** Fraction: unrealised profit or loss over initial margin. */
  returnOnEquity: number;
  /** USD; of an isolated position, the allocated margin. */
  initialMargin: number;
  /** USD. */
  maintenanceMargin: number;
  /** Level of the margin schedule, counted from 1. */
  level: number;
  /** Mark notional over portfolio value (isolated: over its own equity); null where that is not positive. */
  effectiveLeverage: number | null;
  margin: MarginMode;
  /** USD set apart; isolated positions only. */
  isolatedMargin?: number;
  /** USD: what was set apart, with profit, loss and funding; isolated positions only. */
  equity?: number;
  /** Prices are marks of the contract. */
  liquidation: LiquidationSet;
  /** Nearest mark, USD, on the losing side at which its pool's equity is 0; null where there is none. */
  bankruptcyPrice: number | null;
}

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
  /** USD, of the pool compared, at this price. */
  marginEquity: number;
  /** USD, of the pool compared, at this price. */
  maintenanceMargin: number;
}

/* ----------------------------------------------------------------------------------- errors */

export type ErrorCode =
  | "malformed"
  | "missing"
  | "unknown"
  | "duplicate"
  | "not-finite"
  | "out-of-range"
  | "inconsistent"
  | "unsupported"
  | "too-large";

export interface MarginError {
  code: ErrorCode;
  /** JSON Pointer into the scenario; "" is the whole document. */
  path: string;
  message: string;
}

export interface Errors {
  errors: MarginError[];
}
