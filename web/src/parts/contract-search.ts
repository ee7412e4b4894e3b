// SPDX-License-Identifier: MIT
//
// The search in a long list of contracts: opened beside the label, and gone once something is chosen.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { plural } from "../language/language.ts";
import { choose, found, searchId, type ContractField } from "./contract-field.ts";
import type { Choice } from "./fields.ts";
import type { View } from "./view.ts";

export function searchSwitch(view: View, options: ContractField): TemplateResult {
  const id = searchId(options);
  const open = view.opened.has(id);
  const turn = async (event: Event) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    view.act.open(id, !open);
    view.act.ask({ [id]: "" });
    await (root.host as { updateComplete?: Promise<unknown> }).updateComplete;
    root.getElementById(id)?.focus();
  };
  return html`<button type="button" class="link search-switch" aria-expanded=${open ? "true" : "false"} @click=${turn}>
    ${
      open
        ? msg(html`Close<span class="unseen"> the search of ${options.of}</span>`)
        : msg(html`Search<span class="unseen"> the contract of ${options.of}</span>`)
    }
  </button>`;
}

export function searchField(
  view: View,
  options: ContractField,
  choices: readonly Choice[],
): TemplateResult | typeof nothing {
  const id = searchId(options);
  if (!view.opened.has(id)) return nothing;
  const matching = found(view, options, choices).filter(({ value }) => value !== options.contract);
  const take = (event: KeyboardEvent) => {
    const [first] = matching;
    if (event.key !== "Enter" || !first) return;
    event.preventDefault();
    view.act.edit((form) => choose(view, options, form, first.value), options.id);
    view.act.ask({ [id]: "" });
    view.act.open(id, false);
  };
  return html`<input
      type="search"
      id=${id}
      autocomplete="off"
      spellcheck="false"
      aria-label=${msg(str`Find a contract, ${options.of}`)}
      aria-describedby="${id}-count"
      placeholder=${msg("Asset, kind or symbol")}
      .value=${live(view.asked.get(id) ?? "")}
      @input=${(event: Event) => view.act.ask({ [id]: (event.target as HTMLInputElement).value })}
      @keydown=${take}
    />
    <p class="hint" id="${id}-count">${countWords(matching)}</p>`;
}

function countWords(matching: readonly Choice[]): string {
  const [first] = matching;
  if (!first) return msg("No contract is called so.");
  const { length } = matching;
  return plural(length, {
    one: msg(str`Enter takes ${first.label}.`),
    other: msg(str`${length} contracts in the list above; Enter takes the first: ${first.label}.`),
  });
}
