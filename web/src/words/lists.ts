// SPDX-License-Identifier: MIT
import { language } from "../language/language.ts";

/** "A and B", as the page's language lists things. */
export function andList(items: readonly string[]): string {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(items);
}
