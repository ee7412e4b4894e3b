// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost, TemplateResult } from "lit";

import { marketOf, type Form } from "../form/model.ts";
import { readNumber } from "../format/parse.ts";
import type { Feeds } from "../live/feeds.ts";
import type { LiveField } from "../live/wanted.ts";
import type { View } from "../parts/view.ts";

type Parts = typeof import("../live/live.ts");

interface Calculator {
  now(): View | undefined;
  quietly(change: (form: Form) => void): void;
}

/** Live prices: off until the reader turns them on, and off again at the next visit. */
export class Live implements ReactiveController {
  state: "off" | "loading" | "failed" | "on" = "off";
  readonly #host: ReactiveControllerHost;
  readonly #calculator: Calculator;
  #parts: Parts | undefined;
  #feeds: Feeds | undefined;
  /** The numbers that the reader typed into the fields that a feed can fill: an undo may bring any of it back. */
  readonly #own = new Map<string, Set<string>>();

  constructor(host: ReactiveControllerHost, calculator: Calculator) {
    this.#host = host;
    this.#calculator = calculator;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#feeds?.follow();
  }

  hostDisconnected(): void {
    this.turn(false);
  }

  turn(on: boolean): void {
    this.#feeds?.close();
    this.#feeds = undefined;
    this.state = on ? "loading" : "off";
    if (on) void this.#load();
    this.#host.requestUpdate();
  }

  async #load(): Promise<void> {
    try {
      this.#parts ??= await import("../live/live.ts");
    } catch {
      if (this.state === "loading") this.state = "failed";
    }
    // It may have been turned off in the meantime, and on again.
    if (this.#parts && this.state === "loading") {
      this.state = "on";
      this.#feeds = new this.#parts.Feeds({
        now: () => this.#calculator.now(),
        isOwn: (field, form) => this.#isOwn(field, form),
        quietly: (change) => this.#calculator.quietly(change),
        requestUpdate: () => this.#host.requestUpdate(),
      });
    }
    this.#host.requestUpdate();
  }

  /** Remembers what the reader typed, if it is a price. */
  typed(place: string, form: Form): void {
    const text = textAt(form, place);
    if (text === undefined) return;
    const own = this.#own.get(place) ?? new Set();
    this.#own.set(place, own.add(this.#meaning(text)));
  }

  /** The same however the language writes it. */
  #meaning(text: string): string {
    const locale = this.#calculator.now()?.numbers.locale ?? "en";
    return String(readNumber(text, locale)?.value ?? text);
  }

  #isOwn(field: LiveField, form: Form): boolean {
    return this.#own.get(field.place)?.has(this.#meaning(field.read(form))) ?? false;
  }

  /** Gives a field back to the feed. */
  release(place: string): void {
    this.#own.delete(place);
    this.#feeds?.fill();
  }

  /** What the feeds are doing. */
  states(view: View): TemplateResult | undefined {
    return this.#feeds && this.#parts?.feedStates(view, this.#feeds);
  }

  /** Whether a feed has filled a field. */
  fills(view: View, place: string): boolean {
    return this.#feeds?.sourceOf(place, view.form)?.is === "live";
  }

  /** Where the price in a field comes from; undefined where live prices have no part in it. */
  sourceHint(view: View, place: string): TemplateResult | undefined {
    return this.#feeds && this.#parts?.sourceHint(view, this.#feeds, place);
  }
}

/** What is in a field that a feed can fill; undefined of any other. */
function textAt(form: Form, place: string): string | undefined {
  const [kind, of = "", name] = place.split("-");
  if (kind === "price") return form.prices[of];
  if (kind !== "market" || (name !== "mark" && name !== "last" && name !== "funding")) return undefined;
  return marketOf(form, of)[name];
}
