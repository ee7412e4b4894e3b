// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from "lit";

const kPause = 700;

/** The sentence for the polite live region: spoken once typing pauses, and only when it has changed. */
export class Announcer implements ReactiveController {
  text = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  /** The sentence is put together only when it is to be spoken. */
  say(sentence: () => string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      const next = sentence();
      if (next === this.text) return;
      this.text = next;
      this.#host.requestUpdate();
    }, kPause);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
