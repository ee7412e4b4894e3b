// SPDX-License-Identifier: MIT
import type { LitElement } from "lit";

import { canMap } from "../parts/embedded.ts";
import type { View } from "../parts/view.ts";
import { hostOf } from "./codes.ts";
import { Preview } from "./preview.ts";
import { oneOf, themes, embeddedViews, type Presentation } from "./presentation.ts";

/** Where a height is not measured. */
const kHeight = 640;

/** What an author has chosen for an article: of this page only, in no link and no file. */
export class Builder {
  #chosen: Presentation = { view: "full", theme: "auto", lang: "", lock: [], hide: [], rulebook: "" };
  /** What is typed for the height; "" for the one that the preview takes. */
  height = "";
  /** The address of a host, where the page has none that others can reach. */
  typedHost = "";
  /** Whether the codes name the files' hashes. */
  pinned = false;
  /** Whether a picture could not be made. */
  failed = false;
  #said = { id: "", sentence: "" };
  #hashes: Readonly<Record<string, string>> = {};
  #measured = kHeight;
  readonly preview = new Preview((height) => {
    if (height === this.#measured) return;
    this.#measured = height;
    this.changed();
  });
  readonly #host: Pick<LitElement, "requestUpdate">;

  constructor(host: Pick<LitElement, "requestUpdate">) {
    this.#host = host;
    void this.#loadHashes();
  }

  changed(): void {
    this.#host.requestUpdate();
  }

  /** Says what was done, where it was done. */
  say(id: string, sentence: string): void {
    this.#said = { id, sentence };
    this.changed();
  }

  saidOf(id: string): string {
    return this.#said.id === id ? this.#said.sentence : "";
  }

  choose(name: "view" | "theme" | "lang", value: string): void {
    const { view, theme, lang } = this.#chosen;
    this.#chosen = {
      ...this.#chosen,
      view: name === "view" ? (oneOf(embeddedViews, value) ?? view) : view,
      theme: name === "theme" ? (oneOf(themes, value) ?? theme) : theme,
      lang: name === "lang" ? value : lang,
    };
    this.changed();
  }

  /** Adds a part to a list or takes it out. */
  mark(list: "lock" | "hide", part: string, marked: boolean): void {
    const others = this.#chosen[list].filter((name) => name !== part);
    this.#chosen = { ...this.#chosen, [list]: marked ? [...others, part] : others };
    this.changed();
  }

  /** As far as it means something for the account that is shown: two prices have a map. */
  presentation({ wallet }: View): Presentation {
    const { view } = this.#chosen;
    const kind = view === "map" && !(wallet && canMap(wallet)) ? "curve" : view;
    // A part that is not shown cannot be changed either.
    const known = (names: readonly string[]) => names.filter((name) => hasForm(kind) || name === "prices");
    const hide = known(this.#chosen.hide);
    return { ...this.#chosen, view: kind, hide, lock: known(this.#chosen.lock).filter((name) => !hide.includes(name)) };
  }

  get numericHeight(): number {
    const typed = Number(this.height.trim());
    return Number.isInteger(typed) && typed >= 200 && typed <= 4000 ? typed : this.#measured;
  }

  /** Where the calculator is; undefined while that is not known. */
  get hosted(): string | undefined {
    return hostOf(document.baseURI) ?? hostOf(this.typedHost.trim());
  }

  get hashes(): Readonly<Record<string, string>> {
    return this.pinned ? this.#hashes : {};
  }

  get hasHashes(): boolean {
    return Object.keys(this.#hashes).length > 0;
  }

  /** Without them the codes are complete as well. */
  async #loadHashes(): Promise<void> {
    if (hostOf(document.baseURI) === undefined) return;
    try {
      const answer = await fetch(new URL("integrity.json", document.baseURI));
      if (answer.ok) this.#hashes = (await answer.json()) as Record<string, string>;
    } catch {
      return;
    }
    this.changed();
  }
}

/** Whether a view has the form, of which parts can be locked and hidden. */
export function hasForm(view: Presentation["view"]): boolean {
  return view === "form" || view === "full";
}
