// SPDX-License-Identifier: MIT
//
// A price that is moved: by a slider for mouse, touch, keyboard and screen reader, or by dragging in a picture.
import { msg } from "@lit/localize";
import { html, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";

import { shiftedDecimal } from "../format/parse.ts";
import type { View } from "../parts/view.ts";
import { kStep, stepAt, type Span } from "./scales.ts";

export interface Slider {
  id: string;
  label: string;
  span: Span;
  /** Where it stands, said aloud. */
  words: string;
}

/** Where a slider stands, in per cent; at first at today's price. */
export function percentOf(view: View, { id, span }: Pick<Slider, "id" | "span">): number {
  const percent = Number(view.asked.get(id) ?? "0");
  return Math.min(span.to, Math.max(span.from, percent));
}

/** The same as a fraction, without a rounding of its own. */
export function moveOf(view: View, slider: Pick<Slider, "id" | "span">): number {
  return shiftedDecimal(percentOf(view, slider), -2);
}

export function slider(view: View, { id, label, span, words }: Slider): TemplateResult {
  return html`<input
    class="slider"
    type="range"
    id=${id}
    min=${span.from}
    max=${span.to}
    step=${kStep}
    aria-label=${label}
    aria-valuetext=${words}
    .value=${live(String(percentOf(view, { id, span })))}
    @input=${(event: Event) => view.act.ask({ [id]: (event.target as HTMLInputElement).value })}
  />`;
}

/** Puts sliders back to today's prices. */
export function backToToday(view: View, ids: readonly string[]): TemplateResult {
  const there = ids.every((id) => Number(view.asked.get(id) ?? "0") === 0);
  return html`<button
    type="button"
    class="link"
    ?disabled=${there}
    @click=${() => view.act.ask(Object.fromEntries(ids.map((id) => [id, "0"])))}
  >
    ${msg("Back to today")}
  </button>`;
}

/** The axes that a picture is dragged along. */
export interface Drag {
  x: Pick<Slider, "id" | "span">;
  y?: Pick<Slider, "id" | "span">;
}

let frame: number | undefined;

/**
 * Follows a pointer that is down, at most once a frame. In two directions a finger drags what has the class "grip" only:
 * elsewhere it scrolls the page, and a tap moves the point.
 */
export function drag(view: View, { x, y }: Drag) {
  const follow = (event: MouseEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    const places: Record<string, string> = { [x.id]: String(stepAt((event.clientX - box.left) / box.width, x.span)) };
    if (y) places[y.id] = String(stepAt((box.bottom - event.clientY) / box.height, y.span));
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => view.act.ask(places));
  };
  return {
    down: (event: PointerEvent) => {
      if (event.button !== 0) return;
      if (y && event.pointerType === "touch" && !(event.target as Element).matches(".grip")) return;
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      follow(event);
    },
    move: (event: PointerEvent) => {
      if ((event.currentTarget as Element).hasPointerCapture(event.pointerId)) follow(event);
    },
    tap: follow,
    // No browser but by this keeps a finger on a part of a drawing from scrolling the page.
    touch: {
      passive: false,
      handleEvent: (event: TouchEvent) => {
        if ((event.target as Element).matches(".grip")) event.preventDefault();
      },
    },
  };
}
