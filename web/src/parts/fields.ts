// SPDX-License-Identifier: MIT
//
// The inputs. Labels stand above, what is wrong below, tied to the input for those who cannot see it.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { live } from "lit/directives/live.js";

import { field, type Form } from "../form/model.ts";
import { isExamplePrice } from "../form/new-rows.ts";
import { readNumber, steppedNumber } from "../format/parse.ts";
import type { View } from "./view.ts";

type Content = TemplateResult | string | typeof nothing;

export interface NumberField {
  id: string;
  label: string;
  /** Written after the label: "BTC", "USD", "%". */
  unit?: string;
  value: string;
  set: (form: Form, text: string) => unknown;
  hint?: Content;
  /** Prices step finely. */
  fine?: boolean;
  placeholder?: string;
  /** A mark beside the label. */
  badge?: Content;
  /** Makes the label unique for those who hear it out of its row. */
  of?: string;
  /** The value it edits, where several inputs edit the same; default its id. */
  place?: string;
}

export function numberField(view: View, options: NumberField): TemplateResult {
  const { id, label, unit, value, set, hint = nothing, fine = false, placeholder, badge = nothing, of } = options;
  const { place = id } = options;
  const problem = inField(view.problems.get(place), unit);
  // An empty field nobody has been in yet is asked for, not blamed.
  const asked = problem !== undefined && value === "" && !view.typed.has(place);
  const reading = view.typed.has(place) ? readNumber(value, view.numbers.locale) : undefined;
  const echo = reading?.ambiguous ? html`<p class="hint">${msg(str`read as ${view.numbers.reading(reading.value)}`)}</p>` : nothing;
  const type = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    view.act.edit((form) => set(form, value), place);
  };
  const step = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const now = readNumber(value, view.numbers.locale);
    if (!now || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = steppedNumber(now.value, event.key === "ArrowUp" ? 1 : -1, fine, event.shiftKey);
    view.act.edit((form) => set(form, view.numbers.text(next)), place);
  };
  return html`<div class="field ${asked ? "asked" : problem ? "wrong" : ""}">
    <div class="label">
      ${labelFor(id, label, of, unit)}${badge}
    </div>
    <input
      id=${id}
      type="text"
      inputmode="decimal"
      autocomplete="off"
      spellcheck="false"
      enterkeyhint="next"
      placeholder=${ifDefined(placeholder)}
      .value=${live(value)}
      aria-invalid=${problem && !asked ? "true" : "false"}
      aria-describedby="${id}-more"
      @input=${type}
      @keydown=${step}
    />
    <div class="more" id="${id}-more">${problem ? html`<p class="problem">${problem}</p>` : nothing}${echo}${hint}</div>
  </div>`;
}

export function labelFor(id: string, label: string, of?: string, unit?: string): TemplateResult {
  const named = of ? msg(html`${label}<span class="unseen"> of ${of}</span>`) : label;
  return html`<label for=${id}>${unit ? msg(html`${named}<span class="unit">, ${unit}</span>`) : named}</label>`;
}

/** What is wrong, in the unit of the field: the module counts in fractions what stands here in per cent. */
function inField(problem: string | undefined, unit: string | undefined): string | undefined {
  if (unit === "%" && problem?.includes("0.02 is")) return msg("Enter a percentage from 0 to 100.");
  return problem?.includes(" above 0 (") ? msg("Enter a number above 0.") : problem;
}

/** The index price of an asset; `of` is given where the label stands in a row that names the asset. */
export function priceField(view: View, asset: string, id: string, of?: string): TemplateResult {
  return numberField(view, {
    id,
    place: field.price(asset),
    label: of ? msg("Price today") : msg(str`${asset} today`),
    unit: "USD",
    ...(of && { of }),
    value: view.form.prices[asset] ?? "",
    fine: true,
    set: (form, text) => (form.prices[asset] = text),
    hint: view.live.sourceHint(view, field.price(asset)) ?? exampleHint(view, asset),
  });
}

function exampleHint({ form, numbers }: View, asset: string): Content {
  return isExamplePrice(form, asset, numbers) ? html`<p class="hint">${msg("The example’s price: enter today’s.")}</p>` : nothing;
}

export interface Choice {
  value: string;
  label: string;
}

/** Several lines of text. */
export interface LinesField {
  id: string;
  label: string;
  value: string;
  set: (form: Form, text: string) => unknown;
  hint?: Content;
  of?: string;
  place?: string;
  placeholder?: string;
}

export function linesField(view: View, options: LinesField): TemplateResult {
  const { id, label, value, set, hint = nothing, of, place = id, placeholder } = options;
  const problem = view.problems.get(place);
  return html`<div class="field ${problem ? "wrong" : ""}">
    <div class="label">${labelFor(id, label, of)}</div>
    <textarea
      id=${id}
      rows="4"
      autocomplete="off"
      spellcheck="false"
      placeholder=${ifDefined(placeholder)}
      .value=${live(value)}
      aria-invalid=${problem ? "true" : "false"}
      aria-describedby="${id}-more"
      @input=${(event: Event) => {
        const { value } = event.target as HTMLTextAreaElement;
        view.act.edit((form) => set(form, value), place);
      }}
    ></textarea>
    <div class="more" id="${id}-more">${problem ? html`<p class="problem">${problem}</p>` : nothing}${hint}</div>
  </div>`;
}

export interface SelectField {
  id: string;
  label: string;
  value: string;
  choices: readonly Choice[];
  set?: (form: Form, value: string) => void;
  /** In place of `set`, where more than the form in hand changes. */
  choose?: (value: string) => void;
  hint?: Content;
  badge?: Content;
  of?: string;
}

/** Characters that a field of two in a row has room for. */
const kWide = 18;
/** Longest choice that a closed list of the narrowest page shows whole; a longer one is repeated below it there. */
const kNarrow = 25;

export function selectField(view: View, options: SelectField): TemplateResult {
  const { id, label, value, set, choose, hint = nothing, badge = nothing, of } = options;
  const problem = view.problems.get(id);
  const known = options.choices.some((choice) => choice.value === value);
  // A value from a link or a file that this rulebook does not know stays visible, so that it can be mended.
  const choices = known
    ? options.choices
    : [{ value, label: msg(str`${value || "–"} (not in this rulebook)`) }, ...options.choices];
  // A closed list cuts off what does not fit.
  const wide = choices.some((choice) => choice.label.length > kWide) ? "wide" : "";
  const chosen = choices.find((choice) => choice.value === value)?.label ?? "";
  return html`<div class="field ${wide} ${problem ? "wrong" : ""}">
    <div class="label">
      ${labelFor(id, label, of)}${badge}
    </div>
    <select
      id=${id}
      aria-invalid=${problem ? "true" : "false"}
      aria-describedby="${id}-more"
      @change=${(event: Event) => {
        const { value } = event.target as HTMLSelectElement;
        if (choose) choose(value);
        else view.act.edit((form) => set?.(form, value), id);
      }}
    >
      ${guard([value, choices.map((choice) => choice.label).join()], () =>
        choices.map(
          (choice) =>
            html`<option value=${choice.value} .selected=${live(choice.value === value)}>${choice.label}</option>`,
        ),
      )}
    </select>
    ${chosen.length > kNarrow ? html`<p class="hint whole-choice" aria-hidden="true">${chosen}</p>` : nothing}
    <div class="more" id="${id}-more">${problem ? html`<p class="problem">${problem}</p>` : nothing}${hint}</div>
  </div>`;
}

export interface CheckField {
  id: string;
  label: string;
  checked: boolean;
  set: (form: Form, checked: boolean) => unknown;
  hint?: Content;
  of?: string;
}

export function checkField(view: View, { id, label, checked, set, hint = nothing, of }: CheckField): TemplateResult {
  const problem = view.problems.get(id);
  return html`<div class="check">
    <input
      id=${id}
      type="checkbox"
      .checked=${live(checked)}
      aria-describedby="${id}-more"
      @change=${(event: Event) => {
        const { checked } = event.target as HTMLInputElement;
        view.act.edit((form) => set(form, checked), id);
      }}
    />
    ${labelFor(id, label, of)}
    <div class="more" id="${id}-more">${problem ? html`<p class="problem">${problem}</p>` : nothing}${hint}</div>
  </div>`;
}

export interface RadioField {
  id: string;
  label: string;
  value: string;
  choices: readonly (Choice & { hint?: string })[];
  set: (form: Form, value: string) => void;
}

export function radioField(view: View, options: RadioField): TemplateResult {
  const { id, label, value, set, choices } = options;
  const problem = view.problems.get(id);
  return html`<fieldset class="radios" id=${id} aria-describedby="${id}-more">
    <legend>${label}</legend>
    ${choices.map(
      (choice) => html`<div class="radio">
        <input
          type="radio"
          id="${id}-${choice.value}"
          name=${id}
          value=${choice.value}
          .checked=${live(choice.value === value)}
          aria-describedby=${ifDefined(choice.hint ? `${id}-${choice.value}-hint` : undefined)}
          @change=${() => view.act.edit((form) => set(form, choice.value), id)}
        />
        <label for="${id}-${choice.value}">${choice.label}</label>
        ${choice.hint ? html`<p class="hint" id="${id}-${choice.value}-hint">${choice.hint}</p>` : nothing}
      </div>`,
    )}
    <div class="more" id="${id}-more">${problem ? html`<p class="problem">${problem}</p>` : nothing}</div>
  </fieldset>`;
}

/** The mark of a figure that is not published. */
export function assumptionMark(what: string): TemplateResult {
  const title = msg(str`Not published: ${what}. See the assumptions below.`);
  return html`<span class="mark" title=${title}>${msg("assumption")}</span>`;
}
