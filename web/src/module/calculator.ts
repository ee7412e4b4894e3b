// SPDX-License-Identifier: MIT
//
// The only file that touches the WebAssembly module: documents in, documents out.
import type {
  EquityProtection,
  Errors,
  Explanation,
  MarginModule,
  PledgeOrSell,
  Report,
  Rulebook,
  Scenario,
} from "#margin";

export interface Calculator {
  version: string;
  rulebooks: readonly Rulebook[];
  /** The report on a scenario, or why it is refused. */
  evaluate(scenario: Scenario): Report | Errors;
  /** The same for a document as text, with the document where it is accepted. */
  read(document: string): { scenario: Scenario; report: Report } | Errors;
  /** The working behind every figure of the report. */
  explain(scenario: Scenario): Explanation | Errors;
  /** What the venue does at the nearest liquidation. */
  equityProtection(scenario: Scenario): EquityProtection | Errors;
  /** The same money kept as collateral or sold. */
  pledgeOrSell(scenario: Scenario): PledgeOrSell | Errors;
}

/** How long a visitor waits before being told; a policy of the page that forbids the module makes it hang. */
const kLoadingLimit = 10_000;

let loading: Promise<Calculator> | undefined;

/** The calculator, loaded once for all elements of a page. Rejects when it cannot be had in time. */
export function loadCalculator(): Promise<Calculator> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Calculator> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("The calculation module did not load in time.")), kLoadingLimit);
  });
  try {
    return calculatorOf(await Promise.race([createModule(), limit]));
  } finally {
    clearTimeout(timer);
  }
}

async function createModule(): Promise<MarginModule> {
  const { default: createMargin } = await import("#margin");
  return createMargin();
}

/** The module's documents as values. */
export function calculatorOf(module: MarginModule): Calculator {
  const read = (document: string) => JSON.parse(module.evaluate(document)) as Report | Errors;
  const ask = (question: "explain" | "equityProtection" | "pledgeOrSell", scenario: Scenario): unknown =>
    JSON.parse(module[question](JSON.stringify(scenario)));
  return {
    version: module.version(),
    rulebooks: JSON.parse(module.rulebooks()) as Rulebook[],
    evaluate: (scenario) => read(JSON.stringify(scenario)),
    explain: (scenario) => ask("explain", scenario) as Explanation | Errors,
    equityProtection: (scenario) => ask("equityProtection", scenario) as EquityProtection | Errors,
    pledgeOrSell: (scenario) => ask("pledgeOrSell", scenario) as PledgeOrSell | Errors,
    read: (document) => {
      const answer = read(document);
      return "errors" in answer ? answer : { scenario: JSON.parse(document) as Scenario, report: answer };
    },
  };
}
