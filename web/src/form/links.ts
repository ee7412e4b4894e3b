// SPDX-License-Identifier: MIT
//
// Forms as links and back. What the first screen does not need comes with this chunk.
import { numbersFor } from "../format/numbers.ts";
import type { Form } from "./model.ts";
import { readFragment } from "./read-fragment.ts";
import { writeFragment } from "./write-fragment.ts";

export { readFragment, writeFragment };

/** The same form with its numbers as another locale writes them; texts that are no number stay as they are. */
export function inLocale(form: Form, from: string, to: string): Form {
  if (from === to) return form;
  const fragment = writeFragment(form, from);
  // Too large for a link: a few numbers may need to be typed anew, but nothing is lost.
  return fragment === null ? form : readFragment(fragment, numbersFor(to)).form;
}
