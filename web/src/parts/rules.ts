// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

import type { Levels, MarginBasis } from "#margin";
import { field } from "../form/model.ts";
import { levelsOf, marginBasisOf } from "../form/rulebooks.ts";
import { policyWords } from "../words/glossary.ts";
import { radioField, selectField } from "./fields.ts";
import type { View } from "./view.ts";

export function rulesSection(view: View): TemplateResult {
  const { form, rulebook, rulebooks } = view;
  const basis = marginBasisOf(rulebook);
  const levels = levelsOf(rulebook);
  // What the rulebook says anyway is not written down, so that it follows a change of rulebook.
  const unless = <Word extends string>(own: Word, chosen: string): Word | "" =>
    chosen === own ? "" : (chosen as Word);
  const usual = (own: string, value: string) => (own === value ? " (as in the rulebook)" : "");
  return html`<section aria-labelledby="rules-title">
    <h3 id="rules-title">Rules of the exchange</h3>
    ${selectField(view, {
      id: field.rulebook,
      label: "Rulebook",
      value: rulebook.id,
      choices: rulebooks.map(({ id, title }) => ({ value: id, label: title })),
      set: (form, id) => (form.rulebook = id),
      hint: html`<p class="hint">In effect from <time datetime=${rulebook.effective}>${rulebook.effective}</time></p>`,
    })}
    <div class="pair">
      ${radioField(view, {
        id: field.marginBasis,
        label: "Margin is charged on",
        value: form.marginBasis || basis,
        choices: [
          { value: "entry", label: `Entry price${usual(basis, "entry")}`, hint: policyWords.entry },
          { value: "mark", label: `Mark price${usual(basis, "mark")}`, hint: policyWords.mark },
        ],
        set: (form, value) => (form.marginBasis = unless<MarginBasis>(basis, value)),
      })}
      ${radioField(view, {
        id: field.levels,
        label: "Levels of the margin schedule",
        value: form.levels || levels,
        choices: [
          { value: "flat", label: `Flat${usual(levels, "flat")}`, hint: policyWords.flat },
          { value: "marginal", label: `Marginal${usual(levels, "marginal")}`, hint: policyWords.marginal },
        ],
        set: (form, value) => (form.levels = unless<Levels>(levels, value)),
      })}
    </div>
    <details class="fold" ?open=${form.profitCurrency !== "USD" || form.title !== "" || view.problems.has(field.profitCurrency)}>
      <summary>More options</summary>
      <div class="fields">
        ${selectField(view, {
          id: field.profitCurrency,
          label: "Profit currency",
          value: form.profitCurrency,
          choices: Object.keys(rulebook.assets).map((asset) => ({ value: asset, label: asset })),
          set: (form, asset) => (form.profitCurrency = asset),
          hint: html`<p class="hint">
            Open profit counts as margin after this asset’s haircut and conversion fee. Losses always count in full.
          </p>`,
        })}
        <div class="field">
          <div class="label"><label for=${field.title}>Name of this scenario</label></div>
          <input
            id=${field.title}
            type="text"
            maxlength="80"
            autocomplete="off"
            .value=${form.title}
            @input=${(event: Event) => {
              const { value } = event.target as HTMLInputElement;
              view.act.edit((form) => (form.title = value), field.title);
            }}
          />
          <div class="more"><p class="hint">Kept in the link and the file.</p></div>
        </div>
      </div>
    </details>
  </section>`;
}
