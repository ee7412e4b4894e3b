// SPDX-License-Identifier: MIT
//
// A venue's rules. Units as in ../margin.d.ts.
import type { AssetKind, ContractType, IsoDate, Levels, MarginBasis } from "./words.d.ts";

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
  contracts: (Contract | UsContract)[];
  /** Fee levels by volume of the last thirty days, ascending. */
  fees?: FeeLevel[];
  /** How far a mark price may stand from its index. Absent: not checked. */
  markPrice?: MarkPriceRules;
  funding?: {
    /** Hours between two settlements, 1/60 to 8784 (366 days). Default 1. */
    intervalHours?: number;
  };
  /** Interest on unrealised losses that no USD covers. Absent: none is told. */
  interest?: {
    /** USD of unrealised loss above which interest is charged, 0 or more. */
    threshold: number;
    /** Fraction a year, 0 or more. */
    ratePerYear: number;
  };
  conversion?: {
    /** USD owed beyond which other collateral is converted by itself, 0 or more. Default 0. */
    threshold?: number;
  };
  equityProtection?: {
    /** Fraction of each position closed in one partial step, 0 (no partial steps) to 1. Default 0. */
    partialStep?: number;
    /** Fraction of the notional closed by liquidation, charged in multi-collateral wallets. Default 0. */
    liquidationFee?: number;
  };
  usFutures?: {
    /** Minutes before the session's close from which initial margin applies. Default 15. */
    minutesBeforeClose?: number;
    /** Multiplies the intraday margin of new positions in a news window, 1 or more. Default 4. */
    newsFactor?: number;
    /** USD. Default 25. */
    firstLiquidationFee?: number;
    /** USD. Default 50. */
    laterLiquidationFee?: number;
  };
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

/** A contract of the US venue: fixed dollars a point and a contract. */
export interface UsContract {
  symbol: string;
  type: "us";
  /** As in "Micro Bitcoin". */
  title?: string;
  underlying: string;
  /** As in "CME". */
  exchange: string;
  /** USD of profit for a price move of 1, of one contract, above 0. */
  valuePerPoint: number;
  /** In words, as in "every month". */
  contractMonths?: string;
  /** Default true where there is no `expiry`. */
  perpetual?: boolean;
  expiry?: string;
  tick?: number;
  lot?: number;
  maxPosition?: number;
  /** Times of day in Chicago, "17:00". Opens on the evening before where `open` is not before `close`. */
  session: { open: string; close: string };
  /** USD a contract, above 0. */
  intradayMargin: number;
  /** USD a contract, above 0. */
  initialMargin: number;
  /** USD a contract, above 0 and at most the initial margin. */
  maintenanceMargin: number;
  /**
   * Raised intraday margin of new positions by size: from so many contracts, times `factor`. From ascends, the
   * factor never falls.
   */
  quantityMargins?: { from: number; factor: number }[];
  /** USD a contract and side, 0 or more each; `assumed` where not all of them are published. */
  fees: { exchange: number; nfa: number; clearing: number; commission: number; assumed?: true };
  /** True where the margins are examples, not published figures. */
  assumed?: true;
}

export interface MarkPriceRules {
  /** Fraction of the index that a perpetual's mark may stand from it. */
  perpetualCap: number;
  /** Of dated contracts by days to expiry, ascending, caps never falling; linear between them, level outside. */
  datedCaps: { days: number; cap: number }[];
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
  /**
   * In rulebooks: the contracts, by symbol, whose margins it is about; "others" are all contracts marked as assumed
   * that no other assumption names.
   */
  contracts?: string[] | "others";
}

export interface Source {
  title: string;
  address: string;
  /** The day the source was read. */
  read: IsoDate;
}
