// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

import { presetForm, presets } from "../form/presets.ts";
import { writeFragment } from "../form/write-fragment.ts";
import { undoOffer } from "./notices.ts";
import type { View } from "./view.ts";

export function presetsSection(view: View): TemplateResult {
  const { locale } = view.numbers;
  const now = writeFragment(view.form, locale);
  return html`<section class="presets" aria-labelledby="presets-title">
    <h3 id="presets-title">Start from an example</h3>
    <ul>
      ${presets.map((preset, index) => {
        const form = presetForm(preset, view.numbers);
        return html`<li>
          <button
            type="button"
            id="preset-${index}"
            aria-pressed=${writeFragment(form, locale) === now ? "true" : "false"}
            @click=${() => view.act.fill(form, `Example loaded: ${preset.title}.`, `preset-${index}`)}
          >
            <span class="account">${preset.account}</span>
            <span class="title">${preset.title}</span>
            <span class="shows">${preset.shows}</span>
          </button>
        </li>`;
      })}
    </ul>
    ${undoOffer(view, "form")}
  </section>`;
}
