// SPDX-License-Identifier: MIT
//
// The small module: reports alone, 90 kB on the wire. The same answers as the whole one's, index.d.ts.
import type { Errors, MarginModuleOptions, Report, Rulebook, Scenario } from "./wasm/margin.d.ts";

export type * from "./wasm/margin.d.ts";

/** A document as a value, or as JSON text. */
export type Document<Value> = Value | string;

/** What is refused is answered with {@link Errors}: each with its code, its JSON Pointer and what would be right. */
export interface Evaluator {
  /** Everything that is known about one account. */
  evaluate(scenario: Document<Scenario>): Report | Errors;
  /** Checks a rulebook alone: an empty list where it is right. */
  checkRulebook(rulebook: Document<Rulebook>): Errors;
  /** The built-in rulebooks; the small module has them without `assumptions` and `sources`. */
  rulebooks(): Rulebook[];
  /** As in "0.1.0". */
  version(): string;
}

/** Loads the small module. It finds its file, margin-evaluate.wasm, by itself, unless its bytes are given. */
export function loadMargin(options?: MarginModuleOptions): Promise<Evaluator>;
