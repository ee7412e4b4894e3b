// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

/** An explanation that opens in place: by mouse, touch and keyboard alike, and in print. */
export function explained(title: string, text: string): TemplateResult {
  return html`<details class="explain"><summary>${title}</summary><p>${text}</p></details>`;
}
