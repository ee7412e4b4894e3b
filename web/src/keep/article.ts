// SPDX-License-Identifier: MIT
import type { LitElement } from "lit";

import type { Told } from "../element/further.ts";

export type ArticleParts = typeof import("../parts/article.ts");

interface Shown {
  parts: ArticleParts;
  builder: InstanceType<ArticleParts["Builder"]>;
}

/** The codes for an article, loaded when they are first asked for, and what was chosen for them. */
export class Article {
  #shown: Shown | "not asked for" | "loading" | "failed" = "not asked for";
  readonly #host: Pick<LitElement, "requestUpdate" | "renderRoot">;
  readonly #load: () => Promise<ArticleParts>;

  constructor(host: Pick<LitElement, "requestUpdate" | "renderRoot">, load: () => Promise<ArticleParts>) {
    this.#host = host;
    this.#load = load;
  }

  get shown(): Told<Shown> {
    if (this.#shown !== "not asked for") return this.#shown;
    void this.load();
    return "loading";
  }

  /** Loads it, also after a failure. */
  async load(): Promise<void> {
    this.#shown = "loading";
    this.#host.requestUpdate();
    try {
      const parts = await this.#load();
      parts.dress(this.#host.renderRoot);
      this.#shown = { parts, builder: new parts.Builder(this.#host) };
    } catch {
      this.#shown = "failed";
    }
    this.#host.requestUpdate();
  }
}
