// SPDX-License-Identifier: MIT
import type { LitElement, ReactiveControllerHost } from "lit";

import { dress } from "../styles/keep.ts";
import { kPrefix, device, tab, type Store } from "./store.ts";
import type { Calculator } from "../module/calculator.ts";

/** The element that keeps something, as far as that concerns it. */
export interface Keeper extends ReactiveControllerHost {
  /** Whether it is the page's own: a guest on somebody else's page keeps nothing there. */
  linked: boolean;
}

/** What "keep and share" remembers while the page is open, and what it says. */
export class Keeping {
  readonly calculator: Calculator;
  /** Undefined where nothing may be kept. */
  readonly device: Store | undefined;
  readonly tab: Store | undefined;
  /** What was done last, spoken politely. */
  said = "";
  /** Whether the link is shown to be copied by hand. */
  showsLink = false;
  readonly #host: Keeper;

  constructor(host: Keeper, calculator: Calculator) {
    this.#host = host;
    this.calculator = calculator;
    this.device = host.linked ? device : undefined;
    this.tab = host.linked ? tab : undefined;
    host.addController({
      hostConnected: () => addEventListener("storage", this.#changedElsewhere),
      hostDisconnected: () => removeEventListener("storage", this.#changedElsewhere),
    });
  }

  get linked(): boolean {
    return this.#host.linked;
  }

  say(sentence: string): void {
    this.said = sentence;
    this.changed();
  }

  /** Draws the host again. */
  changed(): void {
    this.#host.requestUpdate();
  }

  /** Another tab has kept or cleared something. */
  readonly #changedElsewhere = ({ key }: StorageEvent) => {
    if (key === null || key.startsWith(kPrefix)) this.changed();
  };
}

export function keepingFor(host: Keeper & LitElement, calculator: Calculator): Keeping {
  dress(host.renderRoot);
  return new Keeping(host, calculator);
}
