// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

/** Longest figure that fits a column of the narrowest page. */
const kFits = 14;

/** A figure that stays in one piece, unless it is so long that it would reach out of a narrow page. */
export function amount(text: string, kind: "value" | "price" | "move" | "strong" | "plain"): TemplateResult {
  return html`<span class="${kind} ${text.length > kFits ? "breakable" : "whole"}">${text}</span>`;
}
