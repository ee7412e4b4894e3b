// SPDX-License-Identifier: MIT
import { msg } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Told } from "../element/further.ts";
import type { View } from "./view.ts";

type Content = TemplateResult | typeof nothing;

/** What the whole module answers; in its place that it loads, or that it did not come and a way to try again. */
export function told<Answer extends object>(
  view: View,
  answer: Told<Answer>,
  show: (answer: Answer | undefined) => Content,
  retry: () => unknown = () => view.act.loadFurther(),
): Content {
  if (answer === "loading") return html`<p class="hint loading">${msg("Loading …")}</p>`;
  if (answer !== "failed") return show(answer);
  return html`<p class="problem" role="alert">
    ${msg("The part of the calculator that answers this did not arrive.")}
    <button type="button" class="link" @click=${retry}>${msg("Try again")}</button>
  </p>`;
}
