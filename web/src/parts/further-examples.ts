// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";

import { furtherPresets } from "../form/examples.ts";
import { fold } from "./explain.ts";
import { presetCard } from "./presets.ts";
import type { View } from "./view.ts";

export function furtherExamples(view: View): TemplateResult {
  const presets = furtherPresets();
  return fold(
    view,
    "more-presets",
    msg("More examples: a hedge, stablecoins, spreads, orders, debt"),
    presets.some(({ id }) => id === view.example),
    html`<ul>
      ${presets.map((preset) => presetCard(view, preset))}
    </ul>`,
  );
}
