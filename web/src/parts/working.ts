// SPDX-License-Identifier: MIT
//
// How a figure was worked out: its formula, the reader's own numbers in it, and the steps it rests on.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Explanation, Operation, Step } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { plural } from "../language/language.ts";
import { disclosure } from "./explain.ts";
import { namesOf } from "./sentence.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

/** More steps than these are more than anyone follows on a page. */
const kMostSteps = 40;

/** The working behind the figure of the report that a JSON Pointer names. */
export function working(view: View, path: string): TemplateResult | typeof nothing {
  return told(view, view.further.explanation, (explanation) => workingIn(explanation, view, path));
}

/** What a preview says of the account, in the order in which it is shown. */
const kPreviewed = ["marginEquity", "initialMargin", "maintenanceMargin", "availableMargin"] as const;

/** The working behind the account after an order or a transfer; of very many previews only the first have one. */
export function previewWorking(view: View, path: string): TemplateResult {
  return disclosure(
    view,
    { id: `about-${path.replaceAll("/", "-")}`, summary: msg("How this is worked out"), kind: "explain" },
    () =>
      told(view, view.further.explanation, (explanation) =>
        explanation?.omitted.includes(path)
          ? html`<p class="omitted">
              ${msg("Left out: with so many positions and orders, only the first previews are traced step by step. Remove some to see this one’s steps. Its figures are complete.")}
            </p>`
          : html`${kPreviewed.map((field) => workingIn(explanation, view, `${path}/${field}`))}`,
      ),
  );
}

function workingIn(explanation: Explanation | undefined, view: View, path: string): TemplateResult | typeof nothing {
  const figure = explanation?.figures.find((one) => one.path === path);
  const step = figure && explanation?.steps[figure.step];
  if (!explanation || !step) return nothing;
  const below = stepsBelow(explanation, figure.step);
  const shown = below.slice(0, kMostSteps);
  return html`<div class="working">
    ${stepWords(step, explanation, view.numbers)}
    ${
      shown.length > 0
        ? disclosure(
            view,
            {
              id: `steps-${path.replaceAll("/", "-")}`,
              summary: plural(below.length, {
                one: msg("The figure it rests on"),
                other: msg(str`The ${below.length} figures it rests on`),
              }),
            },
            () => html`<ol>
                ${shown.map((index) => {
                  const below = explanation.steps[index];
                  return below ? html`<li>${stepWords(below, explanation, view.numbers)}</li>` : nothing;
                })}
              </ol>
              ${below.length > shown.length ? html`<p class="hint">${msg(str`and ${below.length - shown.length} more`)}</p>` : nothing}`,
          )
        : nothing
    }
  </div>`;
}

/** Every step that this one uses, directly or through others: nearest first. */
function stepsBelow({ steps }: Explanation, from: number): number[] {
  const found = new Set<number>();
  const next = [...(steps[from]?.operands ?? [])];
  for (let index = next.shift(); index !== undefined; index = next.shift()) {
    if (found.has(index)) continue;
    found.add(index);
    next.push(...(steps[index]?.operands ?? []));
  }
  return [...found];
}

function stepWords(step: Step, { steps }: Explanation, numbers: Numbers): TemplateResult {
  const { symbol, subject, operation, operands, formula, source, assumption } = step;
  const values = operands.flatMap((index) => {
    const operand = steps[index];
    return operand ? [stepValue(operand, numbers)] : [];
  });
  const substituted = operation === "input" || values.length === 0 ? "" : substitution(operation, values);
  return html`<p class="step">
      <span class="symbol">${symbol}</span>${subject === "" ? nothing : html` <span class="hint">${subject}</span>`}
      ${formula === "" ? nothing : html`<span class="formula">= ${formula}</span>`}
      ${substituted === "" ? nothing : html`<span class="formula">= ${substituted}</span>`}
      <span class="formula">= <strong>${stepValue(step, numbers)}</strong></span>
    </p>
    <p class="hint">
      ${assumption ? html`<span class="mark">${msg("assumption")}</span> ` : nothing}${source}
    </p>`;
}

const signs: Readonly<Partial<Record<Operation, string>>> = {
  sum: " + ",
  difference: " − ",
  product: " × ",
  quotient: " ÷ ",
};

function substitution(operation: Operation, values: readonly string[]): string {
  const sign = signs[operation];
  if (sign) return values.map((value) => (value.startsWith("−") ? `(${value})` : value)).join(sign);
  if (operation === "choice") {
    return values.length > 1 ? msg(str`${values[0]} (chosen by ${namesOf(values.slice(1))})`) : "";
  }
  const all = namesOf(values);
  return operation === "max" ? msg(str`largest of ${all}`) : msg(str`smallest of ${all}`);
}

function stepValue({ value, unit }: Step, numbers: Numbers): string {
  if (value === null) return msg("none", { id: "no-value" });
  switch (unit) {
    case "USD":
      return numbers.usd(value);
    case "USD per unit":
      return numbers.price(value);
    case "fraction":
      return numbers.rate(value);
    case "ratio":
      return numbers.figure(value);
    case "":
      return numbers.figure(value);
    default:
      return `${numbers.figure(value)} ${unit}`;
  }
}
