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

export type * from "./documents/comparisons.d.ts";
export type * from "./documents/equity-protection.d.ts";
export type * from "./documents/errors.d.ts";
export type * from "./documents/explanation.d.ts";
export type * from "./documents/liquidation.d.ts";
export type * from "./documents/order-report.d.ts";
export type * from "./documents/report.d.ts";
export type * from "./documents/requests.d.ts";
export type * from "./documents/risk-requests.d.ts";
export type * from "./documents/rulebook.d.ts";
export type * from "./documents/scenario.d.ts";
export type * from "./documents/us-report.d.ts";
export type * from "./documents/words.d.ts";
