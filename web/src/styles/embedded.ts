// SPDX-License-Identifier: MIT
import { css } from "lit";

/** The calculator as a guest in an article. */
export const embeddedStyles = css`
  :host([hidden]) {
    display: none;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  /* What stands outside of the boxes is read against the article's paper, which need not be the theme's. */
  :host([theme="light"]),
  :host([theme="dark"]) {
    background: var(--paper);
    padding: 0.75rem;
    border-radius: var(--radius);
  }
  .embedded-picture {
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 1rem;
  }
  .embedded-foot {
    display: grid;
    gap: 0.25rem;
  }
`;
