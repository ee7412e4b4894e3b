// SPDX-License-Identifier: MIT
//
// What stands around the calculator is plain HTML in English; here it is put into the language shown.
import { msg } from "@lit/localize";

import { language } from "../language/language.ts";

export function dressFrame(): void {
  document.title = msg("Margin calculator for crypto futures");
  const texts: Readonly<Record<string, string>> = {
    "page-title": msg("Margin calculator"),
    "page-intro": msg(
      "For futures accounts of three kinds: what you control, how much can be lost, and at which prices the account is liquidated. Change anything; the answer follows.",
    ),
    "page-methodology": msg("How it is worked out"),
    "page-privacy": msg("Privacy"),
    "page-accessibility": msg("Accessibility"),
    "page-notices": msg("Notices of third parties"),
  };
  for (const [id, text] of Object.entries(texts)) {
    const element = document.getElementById(id);
    if (element) element.textContent = text;
  }
  // Documents of which there is one for each language.
  const ending = language() === "en" ? "" : `.${language()}`;
  for (const name of ["privacy", "accessibility"]) {
    document.querySelector(`a#page-${name}`)?.setAttribute("href", `./${name}${ending}.html`);
  }
  document.getElementById("languages")?.setAttribute("aria-label", msg("Language"));
}
