// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

import { presetForm, presets, type Preset } from "../form/presets.ts";
import { writeFragment } from "../form/write-fragment.ts";
import { fold } from "./explain.ts";
import { undoOffer } from "./notices.ts";
import type { View } from "./view.ts";

/** So many stand there from the beginning; the others open. */
const kFirst = 4;

export function presetsSection(view: View): TemplateResult {
  const { locale } = view.numbers;
  const now = writeFragment(view.form, locale);
  const cards = presets.map((preset, index) => presetCard(view, preset, index, now));
  return html`<section class="presets" aria-labelledby="presets-title">
    <h3 id="presets-title">Start from an example</h3>
    <ul>
      ${cards.slice(0, kFirst).map(({ card }) => card)}
    </ul>
    ${fold(
      view,
      "more-presets",
      "More examples: spreads, orders, debt, inverse contracts, US futures",
      cards.slice(kFirst).some(({ chosen }) => chosen),
      html`<ul>
        ${cards.slice(kFirst).map(({ card }) => card)}
      </ul>`,
    )}
    ${undoOffer(view, "form")}
  </section>`;
}

function presetCard(view: View, preset: Preset, index: number, now: string | null) {
  const form = presetForm(preset, view.numbers);
  const chosen = writeFragment(form, view.numbers.locale) === now;
  const card = html`<li>
    <button
      type="button"
      id="preset-${index}"
      aria-pressed=${chosen ? "true" : "false"}
      @click=${() => view.act.fill(form, `Example loaded: ${preset.title}.`, `preset-${index}`)}
    >
      <span class="account">${preset.account}</span>
      <span class="title">${preset.title}</span>
      <span class="shows">${preset.shows}</span>
    </button>
  </li>`;
  return { card, chosen };
}
