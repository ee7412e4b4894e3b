// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";

/** Marks what it holds for a moment whenever the value changes: an element that is made anew begins its animation. */
export function fresh(value: unknown, content: TemplateResult): TemplateResult {
  return html`${keyed(value, html`<span class="fresh">${content}</span>`)}`;
}
