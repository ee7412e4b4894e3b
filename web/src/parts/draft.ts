// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { presets } from "../form/examples.ts";
import type { View } from "./view.ts";

/** Says that the form is what the reader left here, and offers the first example in its place. */
export function draftNotice(view: View): TemplateResult | typeof nothing {
  const [first] = presets();
  if (!view.fromDraft || !first) return nothing;
  return html`<div class="undo" id="draft">
    ${msg("This is what you had here last.")}
    <button type="button" id="start-afresh" @click=${() => view.act.fillExample(first)}>${msg("Start afresh")}</button>
  </div>`;
}
