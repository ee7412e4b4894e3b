// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";

import { presets, type Preset } from "../form/presets.ts";
import { fold } from "./explain.ts";
import { undoOffer } from "./notices.ts";
import type { View } from "./view.ts";

/** So many stand there from the beginning; the others open. */
const kFirst = 4;

export function presetsSection(view: View): TemplateResult {
  const all = presets();
  const others = all.slice(kFirst);
  return html`<section class="presets" aria-labelledby="presets-title">
    <h3 id="presets-title">${msg("Start from an example")}</h3>
    <ul>
      ${all.slice(0, kFirst).map((preset) => presetCard(view, preset))}
    </ul>
    ${fold(
      view,
      "more-presets",
      msg("More examples: a hedge, stablecoins, spreads, orders, debt"),
      others.some(({ id }) => id === view.example),
      html`<ul>
        ${others.map((preset) => presetCard(view, preset))}
      </ul>`,
    )}
    ${undoOffer(view, "form")}
  </section>`;
}

function presetCard(view: View, preset: Preset): TemplateResult {
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
