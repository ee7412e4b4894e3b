// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

import { language } from "../language/language.ts";
import { segmentsOf, type Sentence } from "../words/sentences.ts";
import { amount } from "./amount.ts";
import type { Cell } from "./tables.ts";

/** A sentence with its figures set off. */
export function sentenceIn(sentence: Sentence): TemplateResult {
  return html`${segmentsOf(sentence).map(({ text, strong }) =>
    strong ? html`<strong>${amount(text, "strong")}</strong>` : text,
  )}`;
}

/** "A, B" or "A and B", as the page's language joins them. */
export function listOf(items: readonly Cell[], joined: "," | "and"): TemplateResult {
  const format = new Intl.ListFormat(language(), { type: joined === "and" ? "conjunction" : "unit" });
  const parts = format.formatToParts(items.map((_, index) => String(index)));
  return html`${parts.map(({ type, value }) => (type === "element" ? items[Number(value)] : value))}`;
}

/** The same of plain words. */
export function namesOf(names: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: "unit" }).format(names);
}
