// SPDX-License-Identifier: MIT
//
// The only file that touches the WebAssembly modules: documents in, documents out. The small one answers the
// form; the whole one comes when one of the answers is asked for that only it has.
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
  MarginModule,
  Odds,
  OddsRequest,
  PledgeOrSell,
  Replay,
  ReplayRequest,
  Report,
  Rulebook,
  Scenario,
  SensitivityAnswer,
  SensitivityRequest,
  Trade,
} from "#margin";
import type { EvaluateModule } from "#margin-evaluate";

export interface Calculator {
  version: string;
  /** The program's without their sources and assumptions. */
  rulebooks: readonly Rulebook[];
  /** What is wrong with a rulebook, as text; nothing where it is right. */
  checkRulebook(document: string): Errors;
  /** The report on a scenario, or why it is refused. */
  evaluate(scenario: Scenario): Report | Errors;
  /** The same for a document as text, with the document where it is accepted. */
  read(document: string): { scenario: Scenario; report: Report } | Errors;
}

/** What only the whole module answers, by its function's name: what it takes and what it tells. */
export interface Questions {
  explain: [Scenario, Explanation];
  equityProtection: [Scenario, EquityProtection];
  pledgeOrSell: [Scenario, PledgeOrSell];
  compare: [Trade, Comparison];
  curve: [CurveRequest, Curve];
  map: [MapRequest, LiquidationMap];
  inverse: [InverseRequest, InverseAnswers];
  ladder: [LadderRequest, Ladder];
  sensitivity: [SensitivityRequest, SensitivityAnswer];
  holdingTime: [HoldingTimeRequest, HoldingTime];
  odds: [OddsRequest, Odds];
  replay: [ReplayRequest, Replay];
}

export interface FurtherCalculator {
  /** With their sources and assumptions. */
  rulebooks: readonly Rulebook[];
  /** The answer to a document, or why it is refused. */
  ask<Name extends keyof Questions>(question: Name, document: Questions[Name][0]): Questions[Name][1] | Errors;
  /** Margin usage over the grid of a map, row by row; infinite where no equity is left. */
  usageOfMap(request: MapRequest): Float64Array;
}

/** How long a visitor waits before being told; a policy of the page that forbids the module makes it hang. */
const kLoadingLimit = 10_000;

// Pure, so that the worker's file leaves out the one that it does not use.

/** The calculator, loaded once for all elements of a page. Rejects when it cannot be had in time. */
export const loadCalculator = /* @__PURE__ */ once(async () => {
  const { default: createMargin } = await import("#margin-evaluate");
  return calculatorOf(await createMargin());
});

/** The same for what only the whole module answers. */
export const loadFurtherCalculator = /* @__PURE__ */ once(async () => {
  const { default: createMargin } = await import("#margin");
  return furtherCalculatorOf(await createMargin());
});

/** Loads once and in time, or again after a failure. */
function once<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  let loading: Promise<Loaded> | undefined;
  return () => {
    loading ??= inTime(load()).catch((error: unknown) => {
      loading = undefined;
      throw error;
    });
    return loading;
  };
}

async function inTime<Loaded>(loading: Promise<Loaded>): Promise<Loaded> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The calculation module did not load in time.")), kLoadingLimit);
  });
  try {
    return await Promise.race([loading, limit]);
  } finally {
    clearTimeout(timer);
  }
}

/** The module's documents as values. */
export function calculatorOf(module: EvaluateModule): Calculator {
  const read = (document: string) => JSON.parse(module.evaluate(document)) as Report | Errors;
  return {
    version: module.version(),
    rulebooks: JSON.parse(module.rulebooks()) as Rulebook[],
    checkRulebook: (document) => JSON.parse(module.checkRulebook(document)) as Errors,
    evaluate: (scenario) => read(JSON.stringify(scenario)),
    read: (document) => {
      const answer = read(document);
      return "errors" in answer ? answer : { scenario: JSON.parse(document) as Scenario, report: answer };
    },
  };
}

export function furtherCalculatorOf(module: MarginModule): FurtherCalculator {
  return {
    rulebooks: JSON.parse(module.rulebooks()) as Rulebook[],
    ask: (question, document) => JSON.parse(module[question](JSON.stringify(document))) as never,
    usageOfMap: (request) => module.usageOfMap(JSON.stringify(request)),
  };
}
