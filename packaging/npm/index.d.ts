// SPDX-License-Identifier: MIT
//
// The whole module: documents in, documents out. What each field means is told where its document is declared.
import type { Document, Evaluator } from "./evaluate.d.ts";
import type {
  Comparison,
  Curve,
  CurveRequest,
  EquityProtection,
  Errors,
  Explanation,
  HoldingTime,
  HoldingTimeRequest,
  InverseAnswers,
  InverseRequest,
  Ladder,
  LadderRequest,
  LiquidationMap,
  MapRequest,
  MarginModuleOptions,
  Odds,
  OddsRequest,
  PlanMap,
  PlanMapRequest,
  PledgeOrSell,
  Replay,
  ReplayRequest,
  Scenario,
  SensitivityAnswer,
  SensitivityRequest,
  Trade,
} from "./wasm/margin.d.ts";

export type { Document, Evaluator };
export type * from "./wasm/margin.d.ts";

/** The whole module's answers. */
export interface Margin extends Evaluator {
  /** The working behind every figure of the report. */
  explain(scenario: Document<Scenario>): Explanation | Errors;
  /** The working behind one figure, by its JSON Pointer into the report, as in "/wallets/0/marginEquity". */
  explainFigure(scenario: Document<Scenario>, path: string): Explanation | Errors;
  /** What the venue does, in order, where the account reaches its nearest liquidation. */
  equityProtection(scenario: Document<Scenario>): EquityProtection | Errors;
  /** The same money kept as crypto collateral or sold for USD, side by side. */
  pledgeOrSell(scenario: Document<Scenario>): PledgeOrSell | Errors;
  /** One trade put into a multi-collateral, a single-collateral and a US wallet, side by side. */
  compare(trade: Document<Trade>): Comparison | Errors;
  /** A wallet's amounts along one way for prices to move, exactly. */
  curve(request: Document<CurveRequest>): Curve | Errors;
  /** The line between safe and liquidation over the prices of two assets. */
  map(request: Document<MapRequest>): LiquidationMap | Errors;
  /**
   * The grid of a map alone: margin usage row by row of ascending y, infinite where no equity is left. Empty where
   * the request is refused (map tells why) or asks for no grid.
   */
  usageOfMap(request: Document<MapRequest>): Float64Array;
  /** What must be so that a wallet keeps to a goal. */
  inverse(request: Document<InverseRequest>): InverseAnswers | Errors;
  /** A wallet under one shock after another. */
  ladder(request: Document<LadderRequest>): Ladder | Errors;
  /** The nearest liquidation prices after each shock of a ladder, as MarginModule has them. */
  liquidationPrices(request: Document<LadderRequest>): Float64Array;
  /** Which input moves the nearest liquidation most. */
  sensitivity(request: Document<SensitivityRequest>): SensitivityAnswer | Errors;
  /** How long funding and interest can be paid. */
  holdingTime(request: Document<HoldingTimeRequest>): HoldingTime | Errors;
  /** How likely a liquidation is within some days. */
  odds(request: Document<OddsRequest>): Odds | Errors;
  /** When the account would have been liquidated in the past. */
  replay(request: Document<ReplayRequest>): Replay | Errors;
  /** A planned position by entry price and leverage. */
  planMap(request: Document<PlanMapRequest>): PlanMap | Errors;
}

/** Loads the whole module. It finds its file, margin.wasm, by itself, unless its bytes are given. */
export function loadMargin(options?: MarginModuleOptions): Promise<Margin>;
