// SPDX-License-Identifier: MIT
//
// The working behind figures. Units as in ../margin.d.ts.

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
