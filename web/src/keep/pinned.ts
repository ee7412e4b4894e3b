// SPDX-License-Identifier: MIT
//
// The account that others are compared with.
import { kMostWallets } from "../form/model.ts";
import { isLink, kept } from "./form-of-link.ts";
import type { Store } from "./store.ts";

const kName = "pinned";
const kLongestTitle = 120;

export interface Pin {
  /** What it is called. */
  name: string;
  /** As behind the # of the page's address. */
  link: string;
  /** Which account of it. */
  index: number;
}

export function parsePin(text: string): Pin | undefined {
  const { name, link, index } = kept(text) ?? {};
  if (typeof name !== "string" || name.length > kLongestTitle || !isLink(link)) return undefined;
  if (!Number.isInteger(index) || Number(index) < 0 || Number(index) >= kMostWallets) return undefined;
  return { name, link, index: Number(index) };
}

/** Lasts as long as the tab where there is a store, else as long as the page. */
export class Pinned {
  readonly #store: Store | undefined;
  #pin: Pin | undefined;
  /** What was pinned before it was swapped with the form. */
  #before: Pin | undefined;

  constructor(store: Store | undefined) {
    this.#store = store;
    this.#pin = parsePin(store?.read(kName) ?? "");
  }

  get pin(): Pin | undefined {
    return this.#pin;
  }

  set pin(pin: Pin | undefined) {
    this.#before = undefined;
    this.#keep(pin);
  }

  /** Pins what is in the form, whose place the pinned account takes. */
  swap(pin: Pin): void {
    const before = this.#pin;
    this.#keep(pin);
    this.#before = before;
  }

  /** Follows the form: once the swap is undone there, the former account is pinned again. */
  follow(link: () => string | null): void {
    if (this.#before && this.#pin && link() === this.#pin.link) this.pin = this.#before;
  }

  #keep(pin: Pin | undefined): void {
    this.#pin = pin;
    if (pin) this.#store?.write(kName, JSON.stringify({ version: 1, ...pin }));
    else this.#store?.remove(kName);
  }
}
