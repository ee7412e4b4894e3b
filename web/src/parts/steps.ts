// SPDX-License-Identifier: MIT
//
// How a figure was worked out: its formula in words, the reader's own numbers in it, and the steps it rests on.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Explanation, Operation, Step } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { plural } from "../language/language.ts";
import { momentWords } from "../words/replay.ts";
import { sourceWords } from "../words/step-sources.ts";
import { symbolWords } from "../words/symbols.ts";
import { contractCount } from "./amount.ts";
import { disclosure } from "./explain.ts";
import { namesOf } from "./sentence.ts";
import { told } from "./told.ts";
import type { View } from "./view.ts";

/** More steps than these are more than anyone follows on a page. */
const kMostSteps = 40;

/** The working behind the figure of the report that a JSON Pointer names. */
export function steps(view: View, path: string): TemplateResult | typeof nothing {
  return told(view, view.further.explanation, (explanation) => stepsIn(explanation, view, path));
}

/** What a preview says of the account, in the order in which it is shown. */
const kPreviewed = ["marginEquity", "initialMargin", "maintenanceMargin", "availableMargin"] as const;

/** The working behind the account after an order or a transfer; of very many previews only the first have one. */
export function previewSteps(view: View, path: string): TemplateResult | typeof nothing {
  return told(view, view.further.explanation, (explanation) =>
    explanation?.omitted.includes(path)
      ? html`<p class="omitted">
          ${msg("Left out: with so many positions and orders, only the first previews are traced step by step. Remove some to see this one’s steps. Its figures are complete.")}
        </p>`
      : html`${kPreviewed.map((field) => stepsIn(explanation, view, `${path}/${field}`))}`,
  );
}

function stepsIn(explanation: Explanation | undefined, view: View, path: string): TemplateResult | typeof nothing {
  const figure = explanation?.figures.find((one) => one.path === path);
  const step = figure && explanation?.steps[figure.step];
  if (!explanation || !step) return nothing;
  const { steps } = explanation;
  const below = stepsBelow(steps, step);
  const shown = below.slice(0, kMostSteps);
  return html`<div class="working">
    ${stepWords(step, steps, view)}
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
                ${shown.map((one) => html`<li>${stepWords(one, steps, view)}</li>`)}
              </ol>
              ${below.length > shown.length ? html`<p class="hint">${msg(str`and ${below.length - shown.length} more`)}</p>` : nothing}`,
          )
        : nothing
    }
  </div>`;
}

/** Every named step that this one uses, directly or through others: nearest first. */
function stepsBelow(steps: readonly Step[], from: Step): Step[] {
  const found = new Set<number>();
  const next = [...from.operands];
  for (let index = next.shift(); index !== undefined; index = next.shift()) {
    if (found.has(index)) continue;
    found.add(index);
    next.push(...(steps[index]?.operands ?? []));
  }
  return [...found].flatMap((index) => {
    const step = steps[index];
    return step && symbolWords(step.symbol) !== undefined ? [step] : [];
  });
}

function stepWords(step: Step, steps: readonly Step[], { numbers, rulebook, result }: View): TemplateResult {
  const name = symbolWords(step.symbol) ?? "";
  const value = stepValue(step, numbers);
  const lines = step.operation === "input" ? [] : [formula(step, step, steps, numbers), substituted(step, steps, numbers)];
  // What only repeats the name or the value, as a sum of one does, says nothing.
  const shown = lines.filter((line) => !["", name, value].includes(line));
  return html`<p class="step">
      <span class="symbol">${name}</span>${step.subject === "" ? nothing : html` <span class="hint">${subjectWords(step.subject)}</span>`}
      ${shown.map((line) => html`<span class="formula">= ${line}</span>`)}
      <span class="formula">= <strong>${step.symbol === "side" ? sideWords(value) : value}</strong></span>
    </p>
    <p class="hint">
      ${step.assumption ? html`<span class="mark">${msg("assumption")}</span> ` : nothing}${sourceWords(step.source, result?.rulebook ?? rulebook)}
    </p>`;
}

/** Formulas count a position by its sign. */
function sideWords(sign: string): string {
  return sign.startsWith("−") ? msg(str`${sign} for short`) : msg(str`${sign} for long`);
}

/** The positions that stand together. */
const kCross = "cross";

function subjectWords(subject: string): string {
  return subject === kCross ? msg("cross") : subject;
}

const signs: Readonly<Partial<Record<Operation, string>>> = {
  sum: " + ",
  difference: " − ",
  product: " × ",
  quotient: " ÷ ",
};

/** Terms that are named, and brackets within brackets; more are left out. */
const kMostTerms = 6;
const kDeepest = 4;

/** How a step is made of others, by their names; those without a name stand in brackets as what they are made of. */
function formula(step: Step, whole: Step, steps: readonly Step[], numbers: Numbers, depth = 0): string {
  const named = (operand: Step): string => {
    const words = symbolWords(operand.symbol);
    // What is called the same is told by what it is made of, too.
    const isItself = operand.operation !== "input" && operand.symbol === whole.symbol && operand.subject === whole.subject;
    if (words === undefined || isItself) {
      if (operand.operation === "input") return numbers.figure(operand.value ?? 0);
      return depth < kDeepest ? `(${formula(operand, whole, steps, numbers, depth + 1)})` : "(…)";
    }
    // Of several assets or contracts it is said whose it is.
    return [whole.subject, kCross, ""].includes(operand.subject) ? words : `${words} (${operand.subject})`;
  };
  const terms = operandsOf(step, steps).map(named);
  return step.operation === "choice" ? (terms[0] ?? "") : joined(step.operation, terms);
}

function joined(operation: Operation, terms: readonly string[]): string {
  const most = terms.length > kMostTerms ? [...terms.slice(0, kMostTerms), "…"] : terms;
  const sign = signs[operation];
  if (sign) return most.join(sign);
  const all = namesOf(most);
  return operation === "max" ? msg(str`largest of ${all}`) : msg(str`smallest of ${all}`);
}

/** The same with the reader's own numbers. */
function substituted(step: Step, steps: readonly Step[], numbers: Numbers): string {
  const values = operandsOf(step, steps).map((operand) => stepValue(operand, numbers));
  if (values.length === 0) return "";
  if (step.operation === "choice") {
    return values.length > 1 ? msg(str`${values[0]} (chosen by ${namesOf(values.slice(1))})`) : "";
  }
  const bracketed = (value: string) => (signs[step.operation] && value.startsWith("−") ? `(${value})` : value);
  return joined(step.operation, values.map(bracketed));
}

function operandsOf({ operands }: Step, steps: readonly Step[]): Step[] {
  return operands.flatMap((index) => steps[index] ?? []);
}

/** Points in time, in seconds since 1970. */
const kMoments: readonly string[] = ["asOf", "expiry", "switchTime"];

function stepValue({ symbol, value, unit }: Step, numbers: Numbers): string {
  if (value === null) return msg("none", { id: "no-value" });
  if (kMoments.includes(symbol)) return momentWords(`${new Date(value * 1000).toISOString().slice(0, -5)}Z`, numbers.locale);
  switch (unit) {
    case "USD":
      return numbers.usd(value);
    case "USD per unit":
      return numbers.price(value);
    case "fraction":
      return numbers.rate(value);
    case "contracts":
      return contractCount(value, numbers.figure(value));
    case "hours":
    case "days":
    case "seconds":
      return timeWords(value, unit, numbers);
    case "ratio":
    case "":
      return numbers.figure(value);
    default:
      return `${numbers.figure(value)} ${unit}`;
  }
}

function timeWords(value: number, unit: "hours" | "days" | "seconds", { locale }: Numbers): string {
  const options = { style: "unit", unit: unit.slice(0, -1), unitDisplay: "long", maximumSignificantDigits: 10 } as const;
  return new Intl.NumberFormat(locale, options).format(value).replace("-", "−");
}
