// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";

import type { Rulebook } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { figureOf } from "./figures.ts";
import type { Form } from "./model.ts";
import { readFragment, type Restored } from "./read-fragment.ts";
import { datedName, nameOf, rulebookOf } from "./rulebooks.ts";

/** The form of a fragment, under a rulebook that there is. */
export function readLink(fragment: string, numbers: Numbers, rulebooks: readonly Rulebook[]): Restored {
  const { form, notices } = readFragment(fragment, numbers);
  return { form, notices: [...notices, ...underKnownRules(form, rulebooks)] };
}

/** Puts the form of a link under a rulebook that there is, takes from it what that does not have, and says so. */
function underKnownRules(form: Form, rulebooks: readonly Rulebook[]): string[] {
  const notices: string[] = [];
  const rulebook = rulebookOf(rulebooks, form.rulebook);
  if (form.rulebook !== rulebook.id && form.rulebook !== datedName(rulebook)) {
    const { title, effective } = rulebook;
    notices.push(
      msg(str`The link names rules that this page does not have (“${form.rulebook}”). In their place it uses “${title}”, in effect from ${effective}.`),
    );
  }
  form.rulebook = nameOf(rulebook);
  for (const key of Object.keys(form.figures)) {
    if (figureOf(rulebook, key)) continue;
    delete form.figures[key];
    notices.push(msg(str`The link changes a figure that this rulebook does not have: “${key}”.`));
  }
  return notices;
}
