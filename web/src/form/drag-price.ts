// SPDX-License-Identifier: MIT
//
// A price that is dragged: the form's own price, remembered as it was before, with the marks that go along.
import { readNumber } from "../format/parse.ts";
import type { Numbers } from "../format/numbers.ts";
import type { Form } from "./model.ts";

/** What was typed before a price was first dragged. */
export interface Anchor {
  price: string;
  /** Mark and last prices by contract. */
  marks: Readonly<Record<string, { mark: string; last: string }>>;
  /** What the dragging has made of the price; another text is the reader's own and ends the memory. */
  dragged: string;
}

/** Remembers what moves with an asset's price. */
export function anchorOf(form: Form, asset: string, contracts: readonly string[]): Anchor {
  const marks: Record<string, { mark: string; last: string }> = {};
  for (const contract of contracts) {
    const { mark = "", last = "" } = form.markets[contract] ?? {};
    if (mark !== "" || last !== "") marks[contract] = { mark, last };
  }
  const price = form.prices[asset] ?? "";
  return { price, marks, dragged: price };
}

/** Moves an asset's price; marks keep their distance from it in per cent, as they do when liquidations are worked out. */
export function dragPrice(form: Form, asset: string, anchor: Anchor, price: number, numbers: Numbers): void {
  const { locale } = numbers;
  const from = readNumber(anchor.price, locale)?.value ?? 0;
  if (from <= 0) return;
  const moved = (text: string) => {
    const reading = readNumber(text, locale);
    return reading ? numbers.text(round(reading.value * (price / from))) : text;
  };
  form.prices[asset] = numbers.text(price);
  for (const [contract, { mark, last }] of Object.entries(anchor.marks)) {
    const market = form.markets[contract];
    if (market) Object.assign(market, { mark: moved(mark), last: moved(last) });
  }
}

/** Puts everything back to what was typed. */
export function dropPrice(form: Form, asset: string, anchor: Anchor): void {
  form.prices[asset] = anchor.price;
  for (const [contract, marks] of Object.entries(anchor.marks)) {
    const market = form.markets[contract];
    if (market) Object.assign(market, marks);
  }
}

/** A price as one would say it. */
export function round(price: number): number {
  return Number(price.toPrecision(5));
}
