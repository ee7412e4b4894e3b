// SPDX-License-Identifier: MIT
//
// What is known of an account. Units as in ../margin.d.ts.
import type { LiquidationSet } from "./liquidation.d.ts";
import type { OrderReport, TransferReport } from "./order-report.d.ts";
import type { UsFuturesReport } from "./us-report.d.ts";
import type { IsoDate, MarginMode, Side } from "./words.d.ts";

export interface Report {
  format: "margin-report/1";
  rulebook: { id: string; effective: IsoDate };
  /** Fractions of notional at the scenario's volume; 0 without a fee table. */
  fees: { maker: number; taker: number };
  /** In the scenario's order. */
  wallets: WalletReport[];
  warnings: Warning[];
}

export type WalletReport = MultiCollateralReport | SingleCollateralReport | UsFuturesReport;

export interface Warning {
  /** "assumed" for a figure the rulebook marks as assumed, among others. */
  code: string;
  /** JSON Pointer into the scenario. */
  path: string;
  message: string;
}

/** "liquidation": cross equity at or below cross maintenance margin; "reduce-only": below initial margin. */
export type WalletStatus = "healthy" | "reduce-only" | "liquidation";

/** Amounts in USD of a multi-collateral wallet, in the coin of a single-collateral one. */
export interface MarginReport {
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
  positions: PositionReport[];
  /**
   * Multi-collateral: one set per asset held (not USD) or underlying, without repeats, then "market".
   * Single-collateral: its coin alone.
   */
  factors: LiquidationSet[];
  funding: FundingReport;
  /** What remains where every position is closed at its mark today. */
  settlement: SettlementReport;
  /** One for each order of the wallet; absent without orders. */
  orders?: OrderReport[];
  /** One for each transfer of the wallet; absent without transfers. */
  transfers?: TransferReport[];
}

/** All amounts in USD. */
export interface MultiCollateralReport extends MarginReport {
  type: "multi-collateral";
  currency: "USD";
  collateral: CollateralReport[];
  /**
   * What can leave the wallet today, one asset at a time, with the available margin not below 0. Each asset held
   * once, in the wallet's order, all rows of it together; of USD, where it is the profit currency, the unrealised
   * gain of the cross positions too (its entry comes last where no USD is held).
   */
  withdrawable: { asset: string; quantity: number }[];
  /** Present where the rulebook has interest. */
  interest?: InterestReport;
  /** Present where USD is owed: what the venue converts by itself once the threshold is passed. */
  automaticConversion?: AutomaticConversion;
}

/** Amounts in the coin; those ending in Usd are the same at the index price. */
export interface SingleCollateralReport extends MarginReport {
  type: "single-collateral";
  /** The coin. */
  currency: string;
  balanceUsd: number;
  unrealizedPnlUsd: number;
  marginEquityUsd: number;
  initialMarginUsd: number;
  maintenanceMarginUsd: number;
  availableMarginUsd: number;
  riskBufferUsd: number;
  /** Coin that can leave the wallet today: no more than the balance, no more than the available margin. */
  withdrawable: number;
}

export interface FundingReport {
  /** Sum of the positions' fundingPerHour; negative is paid. */
  perHour: number;
  /** What one settlement comes to: perHour × the rulebook's intervalHours. */
  perSettlement: number;
  /** 24 hours. */
  perDay: number;
  /** 30 days. */
  perMonth: number;
  /**
   * Hours until funding alone brings cross equity down to cross maintenance margin, prices and rates
   * unchanged; 0 where it is there already, null where funding never does.
   */
  hoursToLiquidation: number | null;
  /** Single-collateral only, each amount of the same name at the index price. */
  perHourUsd?: number;
  perSettlementUsd?: number;
  perDayUsd?: number;
  perMonthUsd?: number;
  /**
   * The next moment at which accrued funding settles, ISO 8601 in UTC: a whole number of intervals from
   * 1970-01-01T00:00Z, so that an interval of one hour ends on the hour. Where asOf is given and a perpetual is
   * held.
   */
  nextSettlement?: string;
}

export interface InterestReport {
  /** USD: loss and funding owed of all positions together, 0 or more. */
  unrealizedLoss: number;
  /** USD held that covers it, 0 or more. */
  usdCover: number;
  /** USD that is charged: unrealizedLoss − usdCover where the loss is above the threshold, else 0. */
  charged: number;
  /** USD a day: charged × ratePerYear / 365. */
  perDay: number;
}

/** One sale of collateral for USD. */
export interface Conversion {
  asset: string;
  /** Units sold. */
  quantity: number;
  /** USD received, after the fee. */
  proceeds: number;
  /** USD: quantity × price × conversionFee. */
  fee: number;
}

export interface SettlementReport {
  /** Sum of profit, loss and funding, before fees. */
  realizedPnl: number;
  /** Taker fee of closing, mark notional. */
  closeFee: number;
  /** Single-collateral only, each amount of the same name at the index price. */
  realizedPnlUsd?: number;
  closeFeeUsd?: number;
  /** Multi-collateral: sales in ascending order of haircut (then in the wallet's order) until no USD is owed. */
  conversions: Conversion[];
  /** What the wallet then holds, in its order; a profit currency or USD not held before comes last. */
  balances: { asset: string; quantity: number }[];
  /** Debt left when nothing is left to sell, 0 or more. */
  uncovered: number;
}

export interface AutomaticConversion {
  /** USD owed. */
  owed: number;
  /** USD, of the rulebook. */
  threshold: number;
  /** Empty while the debt is not above the threshold. */
  conversions: Conversion[];
  /** USD still owed after it. */
  uncovered: number;
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

/** Amounts in USD, of a single-collateral wallet in the coin. */
export interface PositionReport {
  contract: string;
  side: Side;
  /** Contracts. */
  size: number;
  /** USD per unit of the underlying. */
  entryPrice: number;
  /** USD per unit of the underlying. */
  markPrice: number;
  /** At the mark price. */
  notional: number;
  unrealizedPnl: number;
  unrealizedFunding: number;
  /** Fraction: unrealised profit or loss over initial margin. */
  returnOnEquity: number;
  /** Of an isolated position, the allocated margin. */
  initialMargin: number;
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
  /** Mark, USD, at which profit and funding pay both taker fees; null where there is none. */
  breakEvenPrice: number | null;
  /** Taker fee of the entry notional. */
  openFee: number;
  /** Taker fee of the mark notional. */
  closeFee: number;
  /** − side × size × index × rate (inverse: ÷ index); negative is paid. */
  fundingPerHour: number;
  /** Fraction per hour, as given. */
  fundingRate: number;
  /** The same in the venue's absolute unit: rate × index (inverse: ÷ index). */
  absoluteFundingRate: number;
  /**
   * Perpetuals whose coefficient and limit the rulebook gives: (mark / index − 1) / coefficient, held
   * within the limit.
   */
  indicatedFundingRate?: number;
  /** Isolated positions only; as FundingReport.hoursToLiquidation, of its own equity. */
  hoursToFundingLiquidation?: number | null;
  /** Where the rulebook caps marks, and, for a dated contract, its expiry and the scenario's asOf are known. */
  markLimits?: { lowest: number; highest: number };
  /** Dated contracts with an expiry, where asOf is given. */
  expiry?: ExpiryReport;
  /** Single-collateral only, each amount of the same name at the index price. */
  unrealizedPnlUsd?: number;
  initialMarginUsd?: number;
  maintenanceMarginUsd?: number;
  openFeeUsd?: number;
  closeFeeUsd?: number;
  fundingPerHourUsd?: number;
}

export interface ExpiryReport {
  /** ISO 8601; of a date alone, 08:00 UTC of that day. */
  time: string;
  expired: boolean;
  /** Hours left, 0 when expired. */
  hours: number;
  /** Taker fee of the mark notional: what holding to settlement costs. */
  settlementFee: number;
}
