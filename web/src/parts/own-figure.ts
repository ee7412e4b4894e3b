// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import { figureOf, figureText, unitWords } from "../form/figures.ts";
import { field } from "../form/model.ts";
import { assumptionMark, numberField } from "./fields.ts";
import type { View } from "./view.ts";

/** A figure of the rulebook, to be replaced by the reader's own and taken back. */
export function figureField(
  view: View,
  key: string,
  options: { id?: string; label?: string; of?: string } = {},
): TemplateResult | typeof nothing {
  const figure = figureOf(view.rulebook, key);
  const own = view.form.figures[key];
  // Of an asset that this rulebook does not take there is nothing to change.
  if (!figure) return nothing;
  const published = figureText(figure, view.numbers);
  const unit = unitWords(figure.unit);
  const of = options.of;
  return numberField(view, {
    id: options.id ?? field.figure(key),
    place: field.figure(key),
    label: options.label ?? figure.label,
    unit,
    ...(of !== undefined && { of }),
    value: own ?? published,
    set: (form, text) => (form.figures[key] = text),
    hint:
      own === undefined
        ? nothing
        : html`<p class="hint">
            ${unit === "%" ? msg(str`Rulebook: ${published}%`) : msg(str`Rulebook: ${published} ${unit}`)}
            <button type="button" class="link" @click=${() => view.act.edit((form) => delete form.figures[key])}>
              ${msg("Use it")}
            </button>
          </p>`,
    badge:
      own !== undefined
        ? html`<span class="mark own">${msg("your figure")}</span>`
        : figure.assumed
          ? assumptionMark(of ? msg(str`the haircut of ${of}`) : figure.label)
          : nothing,
  });
}
