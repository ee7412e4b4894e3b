// SPDX-License-Identifier: MIT
//
// What is kept, shared, compared and printed; comes with it.
import { css } from "lit";

/** Adds it to the styles of an element, once. */
export function dress(root: ParentNode): void {
  const sheet = keepStyles.styleSheet;
  if (!sheet || !(root instanceof ShadowRoot) || root.adoptedStyleSheets.includes(sheet)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

const keepStyles = css`
  .said {
    color: var(--calm);
    min-block-size: 1.5em;
    font-size: 0.9375rem;
  }
  .field textarea[readonly] {
    font-size: 0.875rem;
    text-overflow: clip;
  }
`;
