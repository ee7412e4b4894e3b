// SPDX-License-Identifier: MIT
//
// The types of the WebAssembly module margin.mjs and of the documents that cross its border; those of
// margin-evaluate.mjs, the part of it that a page loads first, are in margin-evaluate.d.ts.
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

/** What both modules answer. */
export interface EvaluateModule {
  /**
   * Everything that is known about one account: takes a scenario document as JSON text and returns, as
   * JSON text, a {@link Report} or, when the scenario is refused, {@link Errors}. Never throws.
   */
  evaluate(scenario: string): string;
  /** Checks a {@link Rulebook} document alone: {@link Errors}, with an empty list where it is right. */
  checkRulebook(rulebook: string): string;
  /**
   * The built-in rulebooks: a JSON array of whole {@link Rulebook} documents; in margin-evaluate.mjs without
   * `assumptions` and `sources`.
   */
  rulebooks(): string;
  /** The version of the module, as in "0.1.0". */
  version(): string;
}

/** The whole module. */
export interface MarginModule extends EvaluateModule {
  /**
   * The working behind every figure of the report: takes a scenario document and returns an
   * {@link Explanation} or {@link Errors}.
   */
  explain(scenario: string): string;
  /**
   * The working behind one figure, by its JSON Pointer into the report, as in "/wallets/0/marginEquity":
   * only the steps that it rests on. Returns an {@link Explanation} or {@link Errors}; a path that is no figure
   * of the report is "unknown".
   */
  explainFigure(scenario: string, path: string): string;
  /**
   * What the venue does, in order, where the account reaches its nearest liquidation: takes a scenario
   * document and returns {@link EquityProtection} or {@link Errors}.
   */
  equityProtection(scenario: string): string;
  /**
   * The same money kept as crypto collateral or sold for USD, side by side: takes a scenario document and
   * returns {@link PledgeOrSell} or {@link Errors}.
   */
  pledgeOrSell(scenario: string): string;
  /**
   * One trade put into a multi-collateral, a single-collateral and a US wallet, side by side: takes a
   * {@link Trade} document and returns a {@link Comparison} or {@link Errors}.
   */
  compare(trade: string): string;
  /**
   * A wallet's amounts along one way for prices to move, exactly: takes a {@link CurveRequest} document and
   * returns a {@link Curve} or {@link Errors}.
   */
  curve(request: string): string;
  /**
   * The line between safe and liquidation over the prices of two assets: takes a {@link MapRequest} document
   * and returns a {@link LiquidationMap} or {@link Errors}.
   */
  map(request: string): string;
  /**
   * The grid of a {@link MapRequest} alone, for drawing: margin usage row by row of ascending y, infinite
   * where no equity is left. Empty where the request is refused (map tells why) or asks for no grid.
   */
  usageOfMap(request: string): Float64Array;
  /**
   * What must be so that a wallet keeps to a goal: takes an {@link InverseRequest} document and returns an
   * {@link InverseAnswers} document or {@link Errors}.
   */
  inverse(request: string): string;
  /** A wallet under one shock after another: takes a {@link LadderRequest} and returns a {@link Ladder}. */
  ladder(request: string): string;
  /**
   * The nearest liquidation prices of the cross pool after each shock of a {@link LadderRequest}: for each
   * shock, for each factor in the order of the report, that below (0: none) and that above (infinite: none); of
   * the market the ratio of its shocked prices. In liquidation both are the shocked price. Empty where the
   * request is refused (ladder tells why).
   */
  liquidationPrices(request: string): Float64Array;
  /** Which input moves the nearest liquidation most: {@link SensitivityRequest} to {@link SensitivityAnswer}. */
  sensitivity(request: string): string;
  /** How long funding and interest can be paid: {@link HoldingTimeRequest} to {@link HoldingTime}. */
  holdingTime(request: string): string;
  /** How likely a liquidation is within some days: {@link OddsRequest} to {@link Odds}. */
  odds(request: string): string;
  /** When the account would have been liquidated in the past: {@link ReplayRequest} to {@link Replay}. */
  replay(request: string): string;
  /** A planned position by entry price and leverage: {@link PlanMapRequest} to {@link PlanMap}. */
  planMap(request: string): string;
}

export type * from "./risk-requests.d.ts";

/* ------------------------------------------------------------------------------------ words */

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
  /** Price of the last trade by contract, USD per unit of the underlying, above 0. Default: the mark price. */
  lasts?: Record<string, number>;
  /**
   * Relative funding rate by perpetual contract, fraction per hour, −1 to 1. Default 0; a long pays where it is
   * positive. Dated contracts have no funding: a rate of theirs is refused.
   */
  fundingRates?: Record<string, number>;
  /** The same in the venue's absolute unit: USD (inverse: coin) per contract unit and hour. Not both for one contract. */
  absoluteFundingRates?: Record<string, number>;
  /**
   * Resting orders by contract, from which the slippage of market and immediate-or-cancel orders is taken. A book
   * is a whole one: a side that is empty or absent offers nothing.
   */
  orderBooks?: Record<string, OrderBook>;
  wallets: Wallet[];
}

export type Wallet = MultiCollateralWallet | SingleCollateralWallet | UsFuturesWallet;

/** Each entry is a price and a size in contracts; bids descend, asks ascend. */
export interface OrderBook {
  bids?: [number, number][];
  asks?: [number, number][];
}

export interface MultiCollateralWallet {
  type: "multi-collateral";
  /**
   * The asset in which profit is held. Default "USD"; any other needs its price where there are positions or
   * orders.
   */
  profitCurrency?: string;
  collateral?: Collateral[];
  /** At most one position on a contract. */
  positions?: Position[];
  /** New orders, each previewed with those before it resting. */
  orders?: Order[];
  /** Transfers between this wallet and the holding wallet, each previewed after those before it. */
  transfers?: Transfer[];
}

/** One coin, and the inverse contracts on it. */
export interface SingleCollateralWallet {
  type: "single-collateral";
  asset: string;
  /** Coin, 0 or more. */
  balance: number;
  positions?: CrossPosition[];
  orders?: Order[];
  transfers?: Transfer[];
}

/** US dollars, and contracts with fixed margins. Needs the scenario's `asOf`. */
export interface UsFuturesWallet {
  type: "us-futures";
  /** USD; negative is owed. */
  cash: number;
  /** A news window: raises the intraday margin of new orders. Default false. */
  news?: boolean;
  /** Positions are carried for several days: maintenance margin in place of initial. Default false. */
  carried?: boolean;
  /** Liquidations so far, a whole number of 0 or more. Default 0. */
  liquidations?: number;
  positions?: UsPosition[];
  orders?: Order[];
  transfers?: Transfer[];
}

export interface UsPosition {
  contract: string;
  side: Side;
  /** Contracts, above 0. */
  size: number;
  entryPrice: number;
}

export interface Transfer {
  asset: string;
  /** Into the wallet; negative is a withdrawal; not 0. */
  quantity: number;
}

export interface Order {
  contract: string;
  side: Side;
  /** Contracts, above 0. */
  size: number;
  /** Default "limit". */
  type?: OrderType;
  /**
   * Limit: the limit price, required. Triggered orders: the worst price accepted; absent is at market.
   * Market: absent.
   */
  price?: number;
  /** Required of stop, take-profit and trigger-entry, else refused. */
  triggerPrice?: number;
  /** Default "mark". Triggered orders only. */
  triggerSignal?: TriggerSignal;
  /** Default false. */
  reduceOnly?: boolean;
  /** Limit orders only: rejected where it would trade at once. Default false. */
  makerOnly?: boolean;
  /** Limit orders only. Default "good-till-cancelled". */
  timeInForce?: TimeInForce;
  /** Multi-collateral only; default the mode of the position on the contract, else cross. */
  margin?: MarginMode;
  /** Isolated orders: notional over margin, above 0. */
  maxLeverage?: number;
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

export interface FilledReport {
  /** The position on the contract after the fill; null where it is closed. */
  position: { side: Side; size: number; entryPrice: number } | null;
  /** Of what it closed, before fees. */
  realizedPnl: number;
  /** realizedPnl − fee of this order. */
  realizedAfterFee: number;
  realizedPnlUsd?: number;
  realizedAfterFeeUsd?: number;
  marginEquity: number;
  initialMargin: number;
  maintenanceMargin: number;
  availableMargin: number;
  marginEquityUsd?: number;
  initialMarginUsd?: number;
  maintenanceMarginUsd?: number;
  availableMarginUsd?: number;
  effectiveLeverage: number | null;
  status: WalletStatus | UsStatus;
  factors: LiquidationSet[];
  /** Orders that wait for their trigger: whether the position is liquidated on the way to it. */
  liquidationFirst?: boolean;
}

export interface TransferReport {
  asset: string;
  quantity: number;
  /** Whether the wallet may give so much. */
  allowed: boolean;
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

/* ------------------------------------------------------------------------- report, US futures */

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
  /** Of the pool compared, at this price, in the wallet's currency. */
  marginEquity: number;
  /** Of the pool compared, at this price, in the wallet's currency. */
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

/* -------------------------------------------------------------------------------- explanation */

export interface Explanation {
  format: "margin-explanation/1";
  /** Each step comes after those it uses; none is there twice. */
  steps: Step[];
  /**
   * Every number of the report that is not merely repeated from the scenario: where it stands (a JSON Pointer),
   * and the step that made it, whose value is the same to the last digit. Of liquidation prices the steps are
   * the solver's: equity and requirement are lines along the ratio of the price to today's (in wallets of a
   * coin along its reciprocal), and the boundary is where they meet, or the level's start at which one jumps.
   */
  figures: { path: string; step: number }[];
  /**
   * JSON Pointers into the report: previews ("/wallets/0/orders/7/filled", "/wallets/0/transfers/2") of which the
   * wallet's valuation after them is not shown, for it would be too many steps. explainFigure shows any of their
   * figures. Empty where nothing is left out.
   */
  omitted: string[];
}

/** What a step does with its operands. An input is read, not computed. */
export type Operation = "input" | "sum" | "difference" | "product" | "quotient" | "max" | "min" | "choice";

export interface Step {
  /** The figure's name in the documents, as in "notional". */
  symbol: string;
  /** Whose it is, as in "PF_SOLUSD"; "" is the wallet's. */
  subject: string;
  operation: Operation;
  /** Indices of earlier steps. A choice has the condition's operands last; its value is that of the first. */
  operands: number[];
  value: number | null;
  /** "USD", a coin, "USD per unit", "contracts", "fraction", "ratio", "hours", "days", "seconds" or "". */
  unit: string;
  /** As in "size × contractSize × markPrice". */
  formula: string;
  /** The document it comes from, or why it is taken. */
  source: string;
  /** True where it rests on something not published. */
  assumption: boolean;
}

/* -------------------------------------------------------------------------- equity protection */

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

/* ------------------------------------------------------------------------------- comparisons */

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

/* ----------------------------------------------------------------------- curves, maps, inverse */

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

/** "not-needed": the account keeps to the goal as it is; "impossible": no amount does. */
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
