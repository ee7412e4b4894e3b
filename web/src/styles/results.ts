// SPDX-License-Identifier: MIT
import { cardStyles } from "./cards.ts";
import { figureStyles } from "./figures.ts";
import { meterStyles } from "./meters.ts";
import { modes } from "./modes.ts";
import { storyStyles } from "./story.ts";
import { tableStyles } from "./tables.ts";

/** Adds them to the styles of an element, once, and after them what adapts all to paper and forced colours. */
export function dress(root: ParentNode): void {
  if (!(root instanceof ShadowRoot)) return;
  const sheets = [meterStyles, figureStyles, tableStyles, cardStyles, storyStyles, modes].flatMap(({ styleSheet }) => styleSheet ?? []);
  const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}
