// SPDX-License-Identifier: MIT
import type { Form } from "../form/model.ts";
import type { View } from "../parts/view.ts";
import { Connection } from "./connection.ts";
import { futuresFeed } from "./futures-feed.ts";
import { Prices, type Question } from "./prices.ts";
import { spotFeed } from "./spot-feed.ts";
import type { Quote, Venue } from "./venue.ts";
import { wantedBy, type LiveField, type Wanted } from "./wanted.ts";

/** Between two changes of the form. */
const kPause = 500;
/** Out of sight so long, the page closes its connections. */
const kOutOfSight = 60_000;

/** What the feeds need of the calculator they fill. */
export interface Calculator {
  now(): Pick<View, "form" | "rulebook" | "numbers"> | undefined;
  /** Whether the reader typed what is in a field. */
  isOwn(field: LiveField, form: Form): boolean;
  /** Changes the form without a place in what can be undone. */
  quietly(change: (form: Form) => void): void;
  requestUpdate(): void;
}

/** What a field holds that a feed can fill: the feed's price, or the reader's own. */
export type Source = { is: "live"; from: Connection } | { is: "yours"; field: LiveField };

/** The connections to both venues, and what they say put into the form. */
export class Feeds {
  readonly connections: readonly Connection[];
  readonly #calculator: Calculator;
  readonly #prices = new Prices();
  #wanted: Wanted | undefined;
  #followed: Form | undefined;
  #next: ReturnType<typeof setTimeout> | undefined;
  #hiding: ReturnType<typeof setTimeout> | undefined;

  constructor(calculator: Calculator) {
    this.#calculator = calculator;
    this.connections = [futuresFeed, spotFeed].map(
      (venue) =>
        new Connection(venue, {
          quotes: (quotes) => this.#take(venue.id, quotes),
          unreadable: () => this.#soon(),
          changed: () => calculator.requestUpdate(),
        }),
    );
    document.addEventListener("visibilitychange", this.#seen);
  }

  /** Follows a change of the form. */
  follow(): void {
    const now = this.#calculator.now();
    if (!now || now.form === this.#followed) return;
    this.#followed = now.form;
    const wanted = wantedBy(now.form, now.rulebook);
    this.#wanted = wanted;
    this.#prices.keep(wanted);
    for (const connection of this.connections) connection.follow(wanted.symbols[connection.venue.id]);
    // What was brought back has the prices of then.
    if (this.#changes().length > 0) this.#soon();
  }

  close(): void {
    document.removeEventListener("visibilitychange", this.#seen);
    clearTimeout(this.#hiding);
    clearTimeout(this.#next);
    for (const connection of this.connections) connection.close();
    const form = this.#calculator.now()?.form;
    const fields = this.#wanted?.fields ?? [];
    const withdrawals = form ? fields.flatMap((field) => this.#prices.withdrawal(field, form)) : [];
    if (withdrawals.length > 0) this.#make(withdrawals);
  }

  /** Undefined of fields that neither feed fills. */
  sourceOf(place: string, form: Form): Source | undefined {
    const field = this.#wanted?.fields.find((candidate) => candidate.place === place);
    const from = this.connections.find(({ venue }) => venue.id === field?.venue);
    if (!field || !from || !this.#prices.has(field)) return undefined;
    if (this.#calculator.isOwn(field, form)) return { is: "yours", field };
    return this.#prices.wrote(field, form) ? { is: "live", from } : undefined;
  }

  /** What is used and has no live price. */
  get without(): readonly string[] {
    if (!this.#wanted) return [];
    const { symbols, without } = this.#wanted;
    const silent = this.connections.flatMap(({ venue, state }) =>
      state === "live" ? [...symbols[venue.id]].filter((symbol) => !this.#prices.quotes(venue.id, symbol)) : [],
    );
    return [...without, ...silent];
  }

  get questions(): readonly Question[] {
    return this.#prices.questions;
  }

  answer(question: Question, believed: boolean): void {
    this.#prices.answer(question, believed);
    this.fill();
  }

  /** Puts the latest prices into the form, except where the reader typed. */
  fill(): void {
    clearTimeout(this.#next);
    this.#next = undefined;
    const changes = this.#changes();
    if (changes.length > 0) this.#make(changes);
    else this.#calculator.requestUpdate();
  }

  #make(changes: readonly ((form: Form) => void)[]): void {
    this.#calculator.quietly((form) => changes.forEach((change) => change(form)));
  }

  #changes(): ((form: Form) => void)[] {
    const now = this.#calculator.now();
    if (!now || !this.#wanted) return [];
    const isOwn = (field: LiveField) => this.#calculator.isOwn(field, now.form);
    return this.#prices.changes(this.#wanted.fields, now.form, now.numbers, isOwn);
  }

  #take(venue: Venue["id"], quotes: readonly Quote[]): void {
    this.#prices.take(venue, quotes);
    this.#soon();
  }

  #soon(): void {
    this.#next ??= setTimeout(() => this.fill(), kPause);
  }

  readonly #seen = () => {
    clearTimeout(this.#hiding);
    if (document.visibilityState === "visible") for (const connection of this.connections) connection.resume();
    else this.#hiding = setTimeout(() => this.connections.forEach((connection) => connection.pause()), kOutOfSight);
  };
}
