// SPDX-License-Identifier: MIT
//
// What stands around the calculator is plain HTML in English; here it is put into the language shown.
import { msg } from "@lit/localize";

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
  document.getElementById("languages")?.setAttribute("aria-label", msg("Language"));
}
