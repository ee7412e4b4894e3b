// SPDX-License-Identifier: MIT
import type { LitElement, ReactiveController } from "lit";

/** Whether a part of the host is in the window. */
export class InView implements ReactiveController {
  /** Until the browser has said otherwise. */
  seen = true;
  #watched: Element | null = null;
  readonly #host: LitElement;
  readonly #selector: string;
  readonly #observer = new IntersectionObserver(([entry]) => {
    const seen = entry?.isIntersecting ?? true;
    if (seen === this.seen) return;
    this.seen = seen;
    this.#host.requestUpdate();
  });

  constructor(host: LitElement, selector: string) {
    this.#host = host;
    this.#selector = selector;
    host.addController(this);
  }

  hostUpdated(): void {
    if (!this.#host.isConnected) return;
    const part = this.#host.renderRoot.querySelector(this.#selector);
    if (part === this.#watched) return;
    this.#observer.disconnect();
    this.#watched = part;
    if (part) this.#observer.observe(part);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#watched = null;
  }
}
