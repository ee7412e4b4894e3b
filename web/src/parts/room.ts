// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

/** Kept free for a closed disclosure that comes with the later parts, so that what stands below does not move. */
export function room(): TemplateResult {
  return html`<div class="room"></div>`;
}
