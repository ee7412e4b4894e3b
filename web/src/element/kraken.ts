// SPDX-License-Identifier: MIT
import type { LitElement } from "lit";

import type { Source } from "../kraken/documents.ts";
import type { Found } from "../kraken/found.ts";
import type { Told } from "./further.ts";

export type KrakenParts = typeof import("../parts/kraken-import.ts");

/**
 * Answers of Kraken's that were pasted or dropped: of this page only, in no link and no file. What reads them is
 * loaded when it is first asked for.
 */
export class Kraken {
  readonly #host: Pick<LitElement, "requestUpdate" | "renderRoot">;
  #parts: KrakenParts | "not asked for" | "loading" | "failed" = "not asked for";
  sources: readonly Source[] = [];
  found: Found | undefined;
  /** Whether the last text was dropped because it looked like a key. */
  secret = false;

  constructor(host: Pick<LitElement, "requestUpdate" | "renderRoot">) {
    this.#host = host;
  }

  get parts(): Told<KrakenParts> {
    if (this.#parts === "not asked for") void this.load();
    return this.#parts === "not asked for" ? "loading" : this.#parts;
  }

  /** Loads the parts, also after a failure. */
  async load(): Promise<KrakenParts | undefined> {
    if (typeof this.#parts === "object") return this.#parts;
    this.#parts = "loading";
    this.#host.requestUpdate();
    try {
      const parts = await import("../parts/kraken-import.ts");
      parts.dress(this.#host.renderRoot);
      this.#parts = parts;
    } catch {
      this.#parts = "failed";
    }
    this.#host.requestUpdate();
    return typeof this.#parts === "object" ? this.#parts : undefined;
  }

  /** Takes files where at least one is an answer of Kraken's; whether it did. */
  async take(files: readonly File[]): Promise<boolean> {
    const parts = await this.load();
    const sources = parts ? await parts.sourcesIn(files) : [];
    if (!parts || !sources.some(parts.isOfKraken)) return false;
    this.add(parts, sources);
    return true;
  }

  add({ holdsSecret, readSources }: KrakenParts, sources: readonly Source[]): void {
    const safe = sources.filter(({ text }) => !holdsSecret(text));
    this.secret = safe.length < sources.length;
    // The same text twice says nothing new.
    const fresh = safe.filter(({ text }) => !this.sources.some((other) => other.text === text));
    this.#set(readSources, [...this.sources, ...fresh]);
  }

  remove({ readSources }: KrakenParts, source: Source): void {
    this.secret = false;
    this.#set(readSources, this.sources.filter((other) => other !== source));
  }

  #set(readSources: KrakenParts["readSources"], sources: readonly Source[]): void {
    this.sources = sources;
    this.found = sources.length > 0 ? readSources(sources) : undefined;
    this.#host.requestUpdate();
  }
}
