// SPDX-License-Identifier: MIT
//
// Numbers to fill in and words to choose in a sentence. What is typed is kept with the page only; what cannot be read
// is said below the sentence, which then goes on with the last number that could.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { readNumber, steppedNumber } from "../format/parse.ts";
import type { Choice } from "./fields.ts";
import type { View } from "./view.ts";

export interface Blank {
  id: string;
  /** Tells the field from another that holds the same number. */
  place?: string;
  /** What the number is, for those who hear it without the sentence. */
  label: string;
  /** Until something is typed. */
  otherwise: number;
  least: number;
  most: number;
}

export interface Choosing {
  id: string;
  label: string;
  choices: readonly Choice[];
}

/** A place of its own for each account. */
export function blankId(view: View, name: string): string {
  return `ask-${view.account.key}-${name}`;
}

/** What is chosen; the first where that is no choice any more. */
export function chosen(view: View, id: string, choices: readonly Choice[]): string {
  const value = view.asked.get(id);
  return choices.find((choice) => choice.value === value)?.value ?? choices[0]?.value ?? "";
}

/** The number in a blank, or the last one that could be read there. */
export function blankValue(view: View, { id, otherwise }: Blank): number {
  const text = view.asked.get(`${id}-valid`);
  return (text === undefined ? undefined : readNumber(text, view.numbers.locale)?.value) ?? otherwise;
}

/** What is wrong with what stands in a blank. */
export function blankProblem(view: View, blank: Blank): string | undefined {
  const text = view.asked.get(blank.id);
  return text === undefined ? undefined : problemOf(text, blank, view);
}

function problemOf(text: string, { least, most }: Blank, { numbers }: View): string | undefined {
  const reading = readNumber(text, numbers.locale);
  if (!reading) return text.trim() === "" ? msg("Enter a number.") : msg("This is not a number this page can read.");
  if (reading.value >= least && reading.value <= most) return undefined;
  const [from, to] = [numbers.quantity(least), numbers.quantity(most)];
  return msg(str`Enter a number from ${from} to ${to}.`);
}

function placeOf({ id, place }: Blank): string {
  return place ?? id;
}

export function blank(view: View, options: Blank): TemplateResult {
  const { id, label, otherwise } = options;
  const text = view.asked.get(id) ?? view.numbers.text(otherwise);
  const problem = blankProblem(view, options);
  const type = (text: string) => {
    view.act.ask({ [id]: text, ...(problemOf(text, options, view) === undefined && { [`${id}-valid`]: text }) });
  };
  const step = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const now = readNumber(text, view.numbers.locale);
    if (!now || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const next = steppedNumber(now.value, event.key === "ArrowUp" ? 1 : -1, false, event.shiftKey);
    type(view.numbers.text(next));
  };
  return html`<input
    class="blank"
    id=${placeOf(options)}
    type="text"
    size="5"
    inputmode="decimal"
    autocomplete="off"
    spellcheck="false"
    aria-label=${label}
    .value=${live(text)}
    aria-invalid=${problem ? "true" : "false"}
    aria-describedby="${placeOf(options)}-more"
    @input=${(event: Event) => type((event.target as HTMLInputElement).value)}
    @keydown=${step}
  />`;
}

/** What is wrong with the blanks of a sentence, below it. */
export function blankProblems(view: View, blanks: readonly Blank[]): TemplateResult[] {
  return blanks.map((one) => {
    const problem = blankProblem(view, one);
    const used = view.numbers.quantity(blankValue(view, one));
    return html`<div class="more" id="${placeOf(one)}-more">${
      problem ? html`<p class="problem">${problem} ${msg(str`The answers are for ${used}.`)}</p>` : nothing
    }</div>`;
  });
}

export function choice(view: View, { id, label, choices }: Choosing): TemplateResult {
  const value = chosen(view, id, choices);
  const [only] = choices;
  if (only && choices.length === 1) return html`<strong id=${id}>${only.label}</strong>`;
  return html`<select
    class="blank"
    id=${id}
    aria-label=${label}
    @change=${(event: Event) => view.act.ask({ [id]: (event.target as HTMLSelectElement).value })}
  >
    ${choices.map(
      (one) => html`<option value=${one.value} .selected=${live(one.value === value)}>${one.label}</option>`,
    )}
  </select>`;
}
