// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from "lit";

const kPause = 300;

/** Keeps the form's fragment in the page's address, and says when the reader changes it there. */
export class Address implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #changed: (fragment: string) => void;
  /** Off where the element is a guest on somebody else's page. */
  enabled = false;

  constructor(host: ReactiveControllerHost, changed: (fragment: string) => void) {
    this.#changed = changed;
    host.addController(this);
  }

  /** What stands behind the # now; "" for nothing. */
  get fragment(): string {
    return this.enabled ? location.hash.replace(/^#/, "") : "";
  }

  /** Writes after a pause: browsers limit how often an address may change. */
  write(fragment: string): void {
    clearTimeout(this.#timer);
    if (!this.enabled) return;
    this.#timer = setTimeout(() => {
      try {
        history.replaceState(null, "", `#${fragment}`);
      } catch {
        // A frame without an origin may not change its address; the form works without.
      }
    }, kPause);
  }

  hostConnected(): void {
    addEventListener("hashchange", this.#read);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    removeEventListener("hashchange", this.#read);
  }

  readonly #read = () => {
    clearTimeout(this.#timer);
    if (this.enabled) this.#changed(this.fragment);
  };
}
