// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from "lit";

const kPause = 700;

/** The sentence for the polite live region: spoken once typing pauses, and only when it has changed. */
export class Announcer implements ReactiveController {
  text = "";
  #next = "";
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #host: ReactiveControllerHost;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  say(sentence: string): void {
    if (sentence === this.#next) return;
    this.#next = sentence;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.text = sentence;
      this.#host.requestUpdate();
    }, kPause);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }
}
