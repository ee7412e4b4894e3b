// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";

import type { Rulebook } from "#margin";
import { origins } from "../form/rulebooks.ts";

/** Where rules come from that did not come with the program; undefined of those that did. */
export function originWords(rulebook: Rulebook): string | undefined {
  const origin = origins.get(rulebook);
  if (typeof origin !== "object") return undefined;
  return "host" in origin
    ? msg(str`These rules did not come with the program: this page’s host brings them, in ${origin.host}.`)
    : msg(str`These rules did not come with the program: they are from the file ${origin.file} that you opened, and are gone once you leave this page.`);
}

/** As a choice among others, of whose id there may be several. */
export function rulebookTitle(rulebook: Rulebook): string {
  const { title, effective } = rulebook;
  return origins.has(rulebook) ? msg(str`From ${effective}: ${title}`) : title;
}
