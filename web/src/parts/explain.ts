// SPDX-License-Identifier: MIT
import { html, nothing, type TemplateResult } from "lit";

import type { Later, View } from "./view.ts";

/** A term of the glossary, which comes with the parts after the first screen. */
export type Term = keyof Later["glossary"];

export function meaningOf({ later }: View, term: Term): string {
  return later?.glossary[term] ?? "";
}

/** A term of the glossary that opens in place. */
export function term(view: View, title: string, term: Term): TemplateResult {
  return disclosure(view, { id: `term-${term}`, summary: title, kind: "explain" }, () => {
    return html`<p>${meaningOf(view, term)}</p>`;
  });
}

/** An explanation that opens in place: by mouse, touch and keyboard alike, and in print. */
export function explained(title: string, text: string): TemplateResult {
  return html`<details class="explain"><summary>${title}</summary><p>${text}</p></details>`;
}

type Content = TemplateResult | typeof nothing;

/** A disclosure whose content is made only while it is open. */
export function disclosure(
  view: View,
  { id, summary, kind = "fold" }: { id: string; summary: TemplateResult | string; kind?: "fold" | "explain" },
  content: () => Content,
): TemplateResult {
  const open = view.opened.has(id);
  return html`<details
    class=${kind}
    id=${id}
    ?open=${open}
    @toggle=${(event: Event) => view.act.open(id, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>${summary}</summary>
    ${open ? content() : nothing}
  </details>`;
}

/**
 * A fold of the form: opened by the reader, and by itself once `when` holds. It never closes by itself, so that
 * the field in hand does not vanish when it is emptied.
 */
export function fold(view: View, id: string, summary: string, when: boolean, content: Content): TemplateResult {
  return html`<details
    class="fold"
    id=${id}
    ?open=${when || view.opened.has(id)}
    @toggle=${(event: Event) => view.act.open(id, (event.currentTarget as HTMLDetailsElement).open)}
  >
    <summary>${summary}</summary>
    ${content}
  </details>`;
}

/** A figure's name, which opens into what it means and how it was worked out. */
export function figureName(view: View, title: string, meaning: string, path: string): TemplateResult {
  return disclosure(
    view,
    { id: `about-${path.replaceAll("/", "-")}`, summary: title, kind: "explain" },
    () => html`<p>${meaning}</p>
      ${view.later?.working(view, path) ?? nothing}`,
  );
}
