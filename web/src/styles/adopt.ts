// SPDX-License-Identifier: MIT
import type { CSSResult } from "lit";

/** Adds styles to those of an element, each once, behind those it has. */
export function adopt(root: ParentNode, styles: readonly CSSResult[]): void {
  if (!(root instanceof ShadowRoot)) return;
  const sheets = styles.flatMap(({ styleSheet }) => styleSheet ?? []);
  root.adoptedStyleSheets = [...new Set([...root.adoptedStyleSheets, ...sheets])];
}
