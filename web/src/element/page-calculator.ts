// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import type { CSSResultGroup, TemplateResult } from "lit";

import { firstExample, firstForm } from "../form/presets.ts";
import { readDraft, writeDraft } from "../keep/draft.ts";
import type { Calculator } from "../module/calculator.ts";
import { pageContent } from "../parts/page.ts";
import type { View } from "../parts/view.ts";
import { fieldStyles } from "../styles/fields.ts";
import { layout } from "../styles/layout.ts";
import { Address } from "./address.ts";
import { MarginCalculator, type Beginning } from "./margin-calculator.ts";
import * as rowSteps from "./row-steps.ts";

/** The page's own calculator: all of it, kept in the page's address and, as a draft, on the device. */
export class PageCalculator extends MarginCalculator {
  static override styles: CSSResultGroup = [MarginCalculator.styles, layout, fieldStyles];

  readonly linked = true;
  readonly loadArticle = () => import("../parts/article.ts");
  readonly #address = new Address(this, { changed: () => void this.restart(), written: () => this.#written() });
  /** Whether the form is no longer what the address brought: what somebody else has sent is not yet the reader's. */
  #edited = false;

  constructor() {
    super();
    this.useSteps(rowSteps);
  }

  /** A link and a draft wait for what reads and shows them; the first example does not. */
  protected override async loadParts(): Promise<void> {
    if (this.#address.fragment + readDraft() !== "") await this.loadLater();
  }

  protected override loadRest(): Promise<void> {
    return this.loadLater();
  }

  /** The form of the address, the draft where there is none, else the first example. */
  protected override async beginning({ rulebooks }: Calculator): Promise<Beginning> {
    this.#edited = false;
    const { fragment } = this.#address;
    const written = fragment || readDraft();
    if (written === "") return { form: firstForm(this.numbers), example: firstExample.id };
    const { presets, readLink } = await this.loadLinks();
    const example = presets().find(({ link }) => link === written)?.id;
    return { ...readLink(written, this.numbers, rulebooks), example, fromDraft: written !== fragment };
  }

  protected override content(view: View): TemplateResult {
    return pageContent(view, this.dropping);
  }

  protected override changed(by: "reader" | "market"): void {
    if (by === "reader") this.#address.write();
    else this.#address.writeInTime();
    super.changed(by);
  }

  /** The fragment for the address; null while it cannot be written. */
  #written(): string | null {
    const { form, locale } = this.editor;
    if (!form || !this.links) return null;
    const fragment = this.links.writeFragment(form, locale);
    if (fragment === null) this.notices = [msg("This account is too large for a link. Keep it as a file instead.")];
    if (form !== this.begun) this.#edited = true;
    if (fragment !== null && this.#edited) writeDraft(fragment);
    return fragment;
  }
}
