// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { language } from "../language/language.ts";
import { wantedBy } from "../live/wanted.ts";
import type { View } from "./view.ts";

/** The switch, and what turning it on means; below it what the feeds are doing. */
export function liveSwitch(view: View): TemplateResult | typeof nothing {
  // A guest on somebody else's page connects to nobody.
  if (!view.keeping?.linked) return nothing;
  const { state } = view.live;
  const on = state === "loading" || state === "on";
  return html`<section class="live-switch" aria-labelledby="live-title">
    <h3 id="live-title">${msg("Live prices")}</h3>
    <div class="check">
      <input
        id="live"
        type="checkbox"
        role="switch"
        .checked=${live(on)}
        aria-describedby="live-more"
        @change=${(event: Event) => view.live.turn((event.target as HTMLInputElement).checked)}
      />
      <label for="live">${msg("Live prices from Kraken")}</label>
      <div class="more" id="live-more">
        ${state === "failed" ? html`<p class="problem">${msg("This part of the page did not arrive. Turn it on again to try once more.")}</p>` : nothing}
        ${on ? nothing : disclosure(view)}
      </div>
    </div>
    ${view.live.states(view) ?? nothing}
  </section>`;
}

/** Told before the first connection. */
function disclosure(view: View): TemplateResult {
  const { futures, spot } = wantedBy(view.form, view.rulebook).symbols;
  const names = new Intl.ListFormat(language()).format([...futures, ...spot]);
  return html`<p class="hint">
    ${msg(
      "Connects your browser to Kraken’s public price feeds. Kraken will see your IP address; nothing you typed is sent.",
    )}
    ${
      names === ""
        ? msg("Nothing in this form has a price there.")
        : msg(str`It is asked for the prices of ${names}. Prices you typed stay as they are.`)
    }
  </p>`;
}
