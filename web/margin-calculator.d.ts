// SPDX-License-Identifier: MIT
//
// The public side of margin-calculator.js, which defines two elements for articles when it is loaded.
import type { Report, Scenario } from "../wasm/margin.d.ts";

/** How much is shown: the sentence and its prices to drag; with one picture; with the form; all of the page. */
export type CalculatorView = "headline" | "curve" | "map" | "form" | "full";

/**
 * What can be locked or hidden. Single fields of rows are named with their row's kind and the name they have in a
 * scenario, as in "positions.size" or "collateral.haircut".
 */
export type CalculatorPart =
  | "accounts"
  | "collateral"
  | "positions"
  | "orders"
  | "transfers"
  | "prices"
  | "time"
  | "rules"
  | "keep"
  | "examples"
  | "results"
  | `${"collateral" | "positions" | "orders" | "transfers"}.${string}`;

/** What the events tell. */
export interface CalculatorAnswer {
  scenario: Scenario;
  report: Report;
}

/**
 * The calculator. What stands in it is shown until it is there, and again where it cannot be had. It keeps nothing,
 * writes no address and connects to nobody but the host of its own files. The attribute `theme` ("light" or "dark")
 * sets its colours apart from the article's; its language is that of the nearest `lang`, one for a whole
 * page, and stands in its own `lang` once it shows an answer. The attribute `rulebook` is the address of a
 * rulebook of the article's own host, as "./rulebook.json": used where it is right and in effect from a later day than
 * the program's own of its id, and offered where there is none of its id. It is read when the element comes into a
 * page, and what is wrong with it is told on screen.
 *
 * @fires ready - CalculatorAnswer, once there is a first answer.
 * @fires change - CalculatorAnswer, with each further one.
 */
export interface MarginCalculatorElement extends HTMLElement {
  /**
   * The last scenario that could be evaluated; undefined until there is one. Takes a document, as a value or as JSON
   * text, or what stands behind the # of the page's address ("v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000"). What is
   * refused is told on screen, and the last valid answer stays. Default: the page's first example.
   */
  get scenario(): Scenario | undefined;
  set scenario(given: Scenario | string | null | undefined);
  /** The answer to it. */
  readonly report: Report | undefined;
  /** It as the page's address has it behind its #; null while it is not there, or too large for an address. */
  readonly fragment: string | null;
  /** Default "full". */
  view: CalculatorView;
  /** Parts that can be read but not changed, with blanks between; unknown names are passed over. */
  lock: string;
  /** Parts that are not shown. */
  hide: string;
  /** Address of a whole page, to which a link leads with what is shown; "" for no link. */
  page: string;
}

/**
 * A figure within a sentence. What stands in it is shown until there is an answer. `input` and `answer` are JSON
 * Pointers in which an item of a list can also be named by its factor, contract or asset:
 * "/wallets/0/positions/PF_XBTUSD/size", "/wallets/0/factors/BTC/below/price".
 */
export interface MarginValueElement extends HTMLElement {
  /** Id of the calculator; "" for the first of the page. */
  for: string;
  /** What of the scenario is dragged and stepped by keys. */
  input: string;
  /** What of the report is shown, where there is no `input`. */
  answer: string;
  /**
   * How it is written, and which number is moved: an amount or a price in USD, a quantity, a fraction in per cent, a
   * multiple; how far the value has fallen or changed, in per cent of `from`; a time of day in Chicago. Default "usd".
   */
  format: "usd" | "price" | "quantity" | "percent" | "leverage" | "fall" | "change" | "clock";
  /** The value that a fall or a change is told against. */
  from: string | null;
  /** Limits and step of what is moved, in the numbers that are shown; times as "15:45". Step: 1 by default. */
  min: string | null;
  max: string | null;
  step: string | null;
  /** What is changed, for those who do not see the sentence around it. */
  label: string;
  /** What stands for an answer that there is none of. */
  none: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "margin-calculator": MarginCalculatorElement;
    "margin-value": MarginValueElement;
  }
}
