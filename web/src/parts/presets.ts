// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";

import { firstPresets, type Preset } from "../form/presets.ts";
import { undoOffer } from "./notices.ts";
import { room } from "./room.ts";
import type { View } from "./view.ts";

export function presetsSection(view: View): TemplateResult {
  return html`<section class="presets" aria-labelledby="presets-title">
    <h3 id="presets-title">${msg("Start from an example")}</h3>
    <ul>
      ${firstPresets().map((preset) => presetCard(view, preset))}
    </ul>
    ${view.later?.furtherExamples(view) ?? room()}
    ${undoOffer(view, "form")}
  </section>`;
}

export function presetCard(view: View, preset: Preset): TemplateResult {
  return html`<li>
    <button
      type="button"
      id="preset-${preset.id}"
      aria-pressed=${preset.id === view.example ? "true" : "false"}
      @click=${() => view.act.fillExample(preset)}
    >
      <span class="account">${preset.account}</span>
      <span class="title">${preset.title}</span>
      <span class="shows">${preset.shows}</span>
    </button>
  </li>`;
}
