// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { css, html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from "lit";

import type { Report, Scenario } from "#margin";
import { numbersFor, type Numbers } from "../format/numbers.ts";
import { numberLocale } from "../language/language.ts";
import { formats, numberOf, otherWords, type Format } from "../prose/formats.ts";
import { valueAt, withValueAt } from "../prose/pointer.ts";

/** The calculator that a value is read from and written to. */
type Calculator = HTMLElement & { scenario: Scenario | undefined; report: Report | undefined };

/** Pixels that a finger moves for a step. */
const kStride = 6;
/** Steps of the keys that go far. */
const kFar = 10;

/**
 * A figure within a sentence: one that is dragged or stepped by keys and changes a calculator's scenario, or one that
 * follows its report. Its public side is described in web/margin-calculator.d.ts.
 */
export class MarginValue extends LitElement {
  static override properties: PropertyDeclarations = {
    for: {},
    input: {},
    answer: {},
    format: {},
    from: {},
    min: {},
    max: {},
    step: {},
    label: {},
    none: {},
  };
  static override styles = css`
    :host {
      font-variant-numeric: tabular-nums;
    }
    .answer {
      font-weight: 650;
    }
    .input {
      cursor: ew-resize;
      font-weight: 650;
      color: light-dark(#2d4bb8, #a5b8ff);
      border-block-end: 2px dashed currentcolor;
      border-radius: 0.125rem;
      padding-inline: 0.1875rem;
      white-space: nowrap;
      touch-action: pan-y;
      user-select: none;
      -webkit-user-select: none;
    }
    .whole {
      white-space: nowrap;
    }
    .input::before {
      content: "↔";
      content: "↔" / "";
      font-size: 0.75em;
      margin-inline-end: 0.1875rem;
    }
    /* As wide as it will be, so that the text around it stays where it is. */
    .awaited {
      border: 0;
      color: inherit;
      pointer-events: none;
    }
    .awaited::before {
      visibility: hidden;
    }
    .input:hover {
      background: light-dark(#eef1f6, #262b33);
    }
    .input:focus-visible {
      outline: 3px solid currentcolor;
      outline-offset: 2px;
    }
    @media print {
      .input {
        border: 0;
      }
      .input::before {
        content: none;
      }
    }
  `;

  /** Id of the calculator; the first of the page where there is none. */
  declare for: string;
  declare input: string;
  declare answer: string;
  declare format: string;
  declare from: string | null;
  declare min: string | null;
  declare max: string | null;
  declare step: string | null;
  /** What is changed, for those who do not see the sentence around it. */
  declare label: string;
  /** What stands for an answer that there is none of. */
  declare none: string;

  #calculator: Calculator | undefined;
  #drag: { x: number; from: number } | undefined;
  /** What the reader has asked for and the calculator does not have yet: the next key steps on from it. */
  #pending: number | undefined;

  constructor() {
    super();
    this.for = "";
    this.input = "";
    this.answer = "";
    this.format = "usd";
    this.from = this.min = this.max = this.step = null;
    this.label = "";
    this.none = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    // Told by any calculator: the one that is meant may come after this in the article.
    this.ownerDocument.addEventListener("ready", this.#heard);
    this.ownerDocument.addEventListener("change", this.#heard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.ownerDocument.removeEventListener("ready", this.#heard);
    this.ownerDocument.removeEventListener("change", this.#heard);
    this.#calculator = undefined;
  }

  readonly #heard = (event: Event) => {
    if (event.target === this.#find()) this.requestUpdate();
  };

  #find(): Calculator | undefined {
    if (this.#calculator?.isConnected) return this.#calculator;
    const found = this.for ? this.ownerDocument.getElementById(this.for) : this.ownerDocument.querySelector("margin-calculator");
    return (this.#calculator = (found as Calculator | null) ?? undefined);
  }

  get #format(): Format | undefined {
    return Object.hasOwn(formats, this.format) ? formats[this.format] : undefined;
  }

  get #numbers(): Numbers {
    return numbersFor(numberLocale(navigator.languages));
  }

  get #base(): number | undefined {
    return numberOf(this.from);
  }

  /** The author's own words stand until there is an answer. */
  override render(): TemplateResult {
    const calculator = this.#find();
    const { scenario, report } = calculator ?? {};
    if (!scenario || !report) return html`<span class=${this.input ? "input awaited" : "answer"}><slot></slot></span>`;
    return this.input ? this.#input(valueAt(scenario, this.input)) : this.#answer(valueAt(report, this.answer));
  }

  #answer(value: unknown): TemplateResult {
    const number = this.#format?.number(value, this.#base);
    const words = number === undefined ? otherWords(value) : this.#format?.words(number, this.#numbers);
    return html`<output class="answer ${number === undefined ? "" : "whole"}">${words ?? (this.none || msg("none"))}</output>`;
  }

  #input(value: unknown): TemplateResult {
    const number = this.#format?.number(value, this.#base);
    if (number === undefined || !this.#format) return html`<slot></slot>`;
    if (number === this.#pending) this.#pending = undefined;
    const { from, to } = this.#limits(number);
    return html`<span
      class="input"
      role="slider"
      tabindex="0"
      aria-label=${this.label || nothing}
      aria-valuemin=${from}
      aria-valuemax=${to}
      aria-valuenow=${number}
      aria-valuetext=${this.#format.words(number, this.#numbers)}
      @keydown=${(event: KeyboardEvent) => this.#press(event, this.#pending ?? number)}
      @blur=${() => (this.#pending = undefined)}
      @pointerdown=${(event: PointerEvent) => this.#grab(event, number)}
      @pointermove=${(event: PointerEvent) => this.#move(event)}
      @pointerup=${() => (this.#drag = undefined)}
      @pointercancel=${() => (this.#drag = undefined)}
      >${this.#format.words(number, this.#numbers)}</span
    >`;
  }

  #limits(number: number): { from: number; to: number; step: number } {
    const step = numberOf(this.step) ?? 1;
    return { from: numberOf(this.min) ?? Math.min(0, number), to: numberOf(this.max) ?? Math.max(number * 2, step * 100), step };
  }

  #press(event: KeyboardEvent, number: number): void {
    const { from, to, step } = this.#limits(number);
    const next = {
      ArrowRight: number + step,
      ArrowUp: number + step,
      ArrowLeft: number - step,
      ArrowDown: number - step,
      PageUp: number + step * kFar,
      PageDown: number - step * kFar,
      Home: from,
      End: to,
    }[event.key];
    if (next === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.#set(next);
  }

  #grab(event: PointerEvent, number: number): void {
    if (event.button !== 0) return;
    const target = event.currentTarget as HTMLElement;
    target.setPointerCapture(event.pointerId);
    target.focus();
    this.#drag = { x: event.clientX, from: number };
  }

  #move(event: PointerEvent): void {
    if (!this.#drag) return;
    const { step } = this.#limits(this.#drag.from);
    const steps = Math.trunc((event.clientX - this.#drag.x) / kStride);
    this.#set(this.#drag.from + steps * step);
  }

  /** Changes the scenario; what cannot be changed stays. */
  #set(wanted: number): void {
    const calculator = this.#find();
    const format = this.#format;
    const scenario = calculator?.scenario;
    if (!calculator || !scenario || !format) return;
    const before = valueAt(scenario, this.input);
    const now = format.number(before, this.#base);
    if (now === undefined) return;
    const { from, to, step } = this.#limits(now);
    // On the steps that lead up from the lower limit, without the digits that only binary fractions bring.
    const stepped = Number((from + Math.round((wanted - from) / step) * step).toPrecision(12));
    const number = Math.min(to, Math.max(from, stepped));
    if (number === (this.#pending ?? now)) return;
    this.#pending = number;
    const changed = withValueAt(scenario, this.input, format.value(number, before, this.#base));
    if (changed) calculator.scenario = changed;
  }
}
