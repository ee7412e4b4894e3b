// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Undo, View } from "./view.ts";

/** Offers to take back what was just done, where it was done. */
export function undoOffer(view: View, place: Undo["place"]): TemplateResult | typeof nothing {
  if (view.undo?.place !== place) return nothing;
  return html`<p class="undo">
    ${view.undo.done} <button type="button" id="undo" @click=${() => view.act.undo()}>${msg("Undo")}</button>
  </p>`;
}

/** What of a link or a file was not understood. */
export function noticeList(view: View): TemplateResult | typeof nothing {
  if (view.notices.length === 0) return nothing;
  return html`<div class="notices" role="alert">
    <ul>
      ${view.notices.map((notice) => html`<li>${notice}</li>`)}
    </ul>
    <button type="button" @click=${() => view.act.dismissNotices()}>${msg("Close")}</button>
  </div>`;
}
