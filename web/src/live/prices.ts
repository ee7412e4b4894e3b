// SPDX-License-Identifier: MIT
//
// The latest quotes, and the texts they put into the form's fields.
import type { Form } from "../form/model.ts";
import type { Numbers } from "../format/numbers.ts";
import { readNumber, shiftedDecimal } from "../format/parse.ts";
import { leapOf, type Leap } from "./leap.ts";
import type { LiveField, Wanted } from "./wanted.ts";
import type { Quote, Venue } from "./venue.ts";

/** More than any contract's tick needs; a mark price comes with all the digits of its average. */
const kDigits = 8;

/** A leap that waits for the reader's word. */
export interface Question extends Leap {
  key: string;
  symbol: string;
  quote: Quote;
}

type Change = (form: Form) => void;

export class Prices {
  readonly #quotes = new Map<string, Quote>();
  readonly #questions = new Map<string, Question>();
  /** Instruments whose leap the reader did not believe, until they quote something nearer again. */
  readonly #doubted = new Set<string>();
  /** What was written into each field. */
  readonly #written = new Map<string, string>();

  get questions(): readonly Question[] {
    return [...this.#questions.values()];
  }

  take(venue: Venue["id"], quotes: readonly Quote[]): void {
    for (const quote of quotes) {
      const key = keyOf(venue, quote.symbol);
      const leap = leapOf(this.#quotes.get(key), quote);
      if (!leap) this.#accept(key, quote);
      else if (!this.#doubted.has(key)) this.#questions.set(key, { ...leap, key, symbol: quote.symbol, quote });
    }
  }

  /** The reader's word on a leap. */
  answer({ key, quote }: Question, believed: boolean): void {
    if (believed) {
      this.#accept(key, quote);
      return;
    }
    this.#questions.delete(key);
    this.#doubted.add(key);
  }

  #accept(key: string, quote: Quote): void {
    this.#quotes.set(key, quote);
    this.#questions.delete(key);
    this.#doubted.delete(key);
  }

  /** Leaves what is not wanted any more. */
  keep({ symbols }: Wanted): void {
    const wanted = new Set(
      (["futures", "spot"] as const).flatMap((venue) => [...symbols[venue]].map((symbol) => keyOf(venue, symbol))),
    );
    for (const known of [this.#quotes, this.#questions, this.#doubted]) {
      for (const key of known.keys()) if (!wanted.has(key)) known.delete(key);
    }
  }

  /** Whether anything has come of an instrument. */
  quotes(venue: Venue["id"], symbol: string): boolean {
    return this.#quotes.has(keyOf(venue, symbol));
  }

  /** Whether the field's own quantity has. */
  has({ venue, symbol, quantity }: LiveField): boolean {
    return this.#quotes.get(keyOf(venue, symbol))?.[quantity] !== undefined;
  }

  /** Whether a field holds what was written into it. */
  wrote(field: LiveField, form: Form): boolean {
    return this.#written.get(field.place) === field.read(form);
  }

  /** What puts the quotes into those fields of a form that hold something else, and are not the reader's own. */
  changes(
    fields: readonly LiveField[],
    form: Form,
    numbers: Numbers,
    isOwn: (field: LiveField) => boolean = () => false,
  ): Change[] {
    const own = new Set(fields.filter(isOwn).map(({ place }) => place));
    return fields.flatMap((field) => {
      if (own.has(field.place)) return [];
      if (own.has(field.beside ?? "")) return this.withdrawal(field, form);
      const text = this.#textFor(field, numbers);
      if (text === undefined) return [];
      this.#written.set(field.place, text);
      return text === field.read(form) ? [] : [(copy) => field.write(copy, text)];
    });
  }

  /**
   * What empties a field that holds the feed's mark or last price: beside an index price that the reader moves it
   * would hold the positions still.
   */
  withdrawal(field: LiveField, form: Form): Change[] {
    return field.beside !== undefined && this.wrote(field, form) ? [(copy) => field.write(copy, "")] : [];
  }

  /** As somebody would type it; undefined where nothing has come, or what came could not be read back. */
  #textFor({ venue, symbol, quantity }: LiveField, numbers: Numbers): string | undefined {
    const figure = this.#quotes.get(keyOf(venue, symbol))?.[quantity];
    if (figure === undefined) return undefined;
    const rounded = Number(figure.toPrecision(kDigits));
    const text = numbers.text(quantity === "relativeFunding" ? shiftedDecimal(rounded, 2) : rounded);
    return readNumber(text, numbers.locale) ? text : undefined;
  }
}

function keyOf(venue: Venue["id"], symbol: string): string {
  return `${venue} ${symbol}`;
}
