// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Numbers } from "../format/numbers.ts";
import { plural } from "../language/language.ts";

/** Longest figure that fits a column of the narrowest page. */
export const kFits = 14;

/** A figure that stays in one piece, unless it is so long that it would reach out of a narrow page. */
export function amount(text: string, kind: "value" | "price" | "move" | "strong" | "plain"): TemplateResult {
  return html`<span class="${kind} ${text.length > kFits ? "breakable" : "whole"}">${text}</span>`;
}

/** "1 contract", "20 contracts". */
export function contractCount(count: number, written: string): string {
  return plural(count, { one: msg(str`${written} contract`), other: msg(str`${written} contracts`) });
}

/** An amount of a wallet's currency; of a coin with its dollars below it. */
export function withDollars(text: string, usd: number | undefined, numbers: Numbers): TemplateResult {
  const dollars = usd === undefined ? nothing : html` <span class="beside">${amount(numbers.usd(usd), "plain")}</span>`;
  return html`${amount(text, "plain")}${dollars}`;
}
