// SPDX-License-Identifier: MIT
//
// The import of Kraken's own answers, in a file of its own that is loaded once it is opened.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";

import type { Kraken, KrakenParts } from "../element/kraken.ts";
import type { Source } from "../kraken/documents.ts";
import { isComplete } from "../kraken/files.ts";
import { holdsSecret } from "../kraken/secrets.ts";
import { krakenFound } from "./kraken-found.ts";
import type { View } from "./view.ts";

export { sourcesIn, isOfKraken } from "../kraken/files.ts";
export { readSources } from "../kraken/found.ts";
export { holdsSecret } from "../kraken/secrets.ts";
export { dress } from "../styles/kraken.ts";

type Content = TemplateResult | typeof nothing;

export function krakenImport(view: View, kraken: Kraken, parts: KrakenParts): TemplateResult {
  return html`<div class="kraken">
    <p>
      ${msg(
        "Positions, collateral and prices as Kraken’s futures interface answers them. They are read on this device: nothing leaves it, and nothing of the form changes before you say so. This page never asks for keys.",
      )}
    </p>
    ${howTo()} ${pasteField(kraken, parts)} ${fileButton(kraken, parts)} ${secretWarning(kraken)} ${sourceList(view, kraken, parts)}
    ${krakenFound(view, kraken)}
  </div>`;
}

const kPublic = ["https://futures.kraken.com/derivatives/api/v3/tickers", "https://futures.kraken.com/derivatives/api/v3/instruments"];
const kOwn = ["kraken futures accounts -o json", "kraken futures positions -o json"];

function howTo(): TemplateResult {
  const lines = (all: readonly string[]) => html`<ul>${all.map((line) => html`<li><code>${line}</code></li>`)}</ul>`;
  return html`<details class="fold">
    <summary>${msg("How to get the answers")}</summary>
    <div class="kraken">
      <p>
        ${msg("Prices and contracts are public. Open these addresses in the browser, and copy or save what they show:")}
      </p>
      ${lines(kPublic)}
      <p>
        ${msg(
          "What you hold is told only to you. Kraken’s own command line tool prints it, with a key that may only read and stays on your device:",
        )}
      </p>
      ${lines(kOwn)}
      <p>
        ${msg("Any other program will do that asks Kraken for “accounts” and “openpositions” and keeps the answers as they come.")}
      </p>
    </div>
  </details>`;
}

/** Texts are taken out of the field as soon as they are whole, and a key at once. */
function pasteField(kraken: Kraken, parts: KrakenParts): TemplateResult {
  const take = (event: Event, isWhole: (text: string) => boolean) => {
    const area = event.target as HTMLTextAreaElement;
    const text = area.value;
    if (!isWhole(text)) return;
    area.value = "";
    kraken.add(parts, [{ name: pastedName(kraken), text }]);
  };
  return html`<div class="field wide">
    <div class="label"><label for="kraken-text">${msg("Paste answers here, one or several")}</label></div>
    <textarea
      id="kraken-text"
      rows="3"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      aria-describedby="kraken-text-more"
      @input=${(event: Event) => take(event, (text) => holdsSecret(text) || isComplete(text))}
      @change=${(event: Event) => take(event, (text) => text.trim() !== "")}
    ></textarea>
    <div class="more" id="kraken-text-more">
      <p class="hint">${msg("The order makes no difference. What was read is listed below.")}</p>
    </div>
  </div>`;
}

function pastedName({ sources }: Kraken): string {
  for (let number = 1; ; number++) {
    const name = msg(str`Pasted text ${number}`);
    if (!sources.some((source) => source.name === name)) return name;
  }
}

function fileButton(kraken: Kraken, parts: KrakenParts): TemplateResult {
  const open = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const files = [...(input.files ?? [])];
    // Emptied, so that the same file can be opened again.
    input.value = "";
    kraken.add(parts, await parts.sourcesIn(files));
  };
  return html`<div class="buttons">
    <label class="button" for="kraken-files">
      ${msg("Open answers kept as files")}
      <input id="kraken-files" class="unseen" type="file" multiple accept=".json,.txt,application/json" @change=${open} />
    </label>
    <span class="hint">${msg("or drop them anywhere on this page")}</span>
  </div>`;
}

function secretWarning({ secret }: Kraken): Content {
  if (!secret) return nothing;
  return html`<p class="problem" role="alert">
    ${msg(
      "This looks like a key or a secret of Kraken’s interface, so it was dropped and nothing of it kept. Never paste keys here or on any other page; this one needs none. If it was a real one, revoke it at Kraken.",
    )}
  </p>`;
}

function sourceList(view: View, kraken: Kraken, parts: KrakenParts): Content {
  if (kraken.sources.length === 0) return nothing;
  const remove = (event: Event, source: Source) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    kraken.remove(parts, source);
    root.getElementById("kraken-text")?.focus();
  };
  return html`<ul class="sources" aria-label=${msg("What was read")}>
    ${repeat(
      kraken.sources,
      (source) => source,
      (source) => html`<li>
        <span>${msg(str`${source.name}, ${view.numbers.quantity(source.text.length)} characters`)}</span>
        <button type="button" class="link" @click=${(event: Event) => remove(event, source)}>
          ${msg(str`Remove ${source.name}`)}
        </button>
      </li>`,
    )}
  </ul>`;
}
