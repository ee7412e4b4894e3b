// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from "lit";

const kPause = 300;
/** For what changes without end. */
const kLongPause = 5000;

/** What is kept in the address. */
interface Linked {
  /** The reader has changed the address. */
  changed(): void;
  /** What is to stand in it; null where nothing is to change. */
  written(): string | null;
}

/** Keeps the form's fragment in the page's address, and says when the reader changes it there. */
export class Address implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #form: Linked;

  constructor(host: ReactiveControllerHost, form: Linked) {
    this.#form = form;
    host.addController(this);
  }

  /** What stands behind the # now; "" for nothing. */
  get fragment(): string {
    return location.hash.replace(/^#/, "");
  }

  /** Writes after a pause: browsers limit how often an address may change. */
  write(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#write, kPause);
  }

  /** The same of a change that the reader did not make: it is followed by others and holds up none of the reader's. */
  writeInTime(): void {
    this.#timer ??= setTimeout(this.#write, kLongPause);
  }

  hostConnected(): void {
    addEventListener("hashchange", this.#read);
    addEventListener("pagehide", this.#flush);
  }

  hostDisconnected(): void {
    this.#forget();
    removeEventListener("hashchange", this.#read);
    removeEventListener("pagehide", this.#flush);
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #read = () => {
    this.#forget();
    this.#form.changed();
  };

  /** What was typed in the last moment is not lost when the page is left. */
  readonly #flush = () => {
    if (this.#timer !== undefined) this.#write();
  };

  readonly #write = () => {
    this.#forget();
    const fragment = this.#form.written();
    if (fragment === null) return;
    try {
      history.replaceState(null, "", `#${fragment}`);
    } catch {
      // A frame without an origin may not change its address; the form works without.
    }
  };
}
