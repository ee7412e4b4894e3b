// SPDX-License-Identifier: MIT
import { css } from "lit";

/** Colours, sizes and the few rules that every part relies on. */
export const tokens = css`
  :host {
    --paper: light-dark(#f6f7f9, #14171b);
    --surface: light-dark(#ffffff, #1c2026);
    --raised: light-dark(#eef1f6, #262b33);
    --ink: light-dark(#1a1e24, #eceef1);
    --quiet: light-dark(#535b66, #aab2bd);
    --line: light-dark(#d9dde3, #363d47);
    --edge: light-dark(#7d8692, #7f8996);
    --accent: light-dark(#2d4bb8, #a5b8ff);
    --on-accent: light-dark(#ffffff, #14171b);
    --calm: light-dark(#1d6b45, #7fd4a6);
    --caution: light-dark(#855400, #efc169);
    --danger: light-dark(#ae2121, #ff9d94);
    --radius: 0.625rem;
    display: block;
    container-type: inline-size;
    color: var(--ink);
    font: 1rem/1.5 system-ui, sans-serif;
    font-variant-numeric: tabular-nums;
    text-align: start;
    overflow-wrap: break-word;
  }
  .whole {
    white-space: nowrap;
  }
  .breakable {
    overflow-wrap: anywhere;
  }
  .strong {
    font-weight: 650;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  fieldset {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  fieldset {
    min-inline-size: 0;
    border: 0;
  }
  h2 {
    font-size: 1.25rem;
    line-height: 1.3;
  }
  h3 {
    font-size: 1.0625rem;
    line-height: 1.35;
  }
  h4 {
    font-size: 1rem;
    line-height: 1.35;
  }
  a {
    color: var(--accent);
  }
  strong {
    font-weight: 650;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .hint,
  .term,
  .unit,
  .role,
  .move {
    color: var(--quiet);
  }
  .hint {
    font-size: 0.875rem;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  button,
  .button {
    font: inherit;
    color: var(--accent);
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 0.5rem;
    padding: 0.4375rem 0.875rem;
    min-block-size: 2.5rem;
    display: inline-flex;
    align-items: center;
    cursor: pointer;
  }
  button:hover,
  .button:hover {
    border-color: var(--accent);
    background: var(--raised);
  }
  .button:focus-within {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  button:is(:disabled, [aria-disabled="true"]) {
    color: var(--quiet);
    cursor: not-allowed;
  }
  button.link {
    border: 0;
    background: none;
    padding: 0 0.25rem;
    min-block-size: 1.75rem;
    text-decoration: underline;
  }
  details > summary {
    cursor: pointer;
    min-block-size: 1.75rem;
    padding-block: 0.1875rem;
    inline-size: fit-content;
    border-radius: 0.25rem;
  }
  .explain > summary {
    color: var(--quiet);
    font-size: 0.875rem;
    text-decoration: underline dotted;
    text-underline-offset: 0.2em;
    list-style: none;
    display: inline-block;
  }
  .explain > summary::-webkit-details-marker {
    display: none;
  }
  .explain > summary::after {
    content: "?";
    display: inline-grid;
    place-items: center;
    margin-inline-start: 0.375rem;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    border: 1px solid currentcolor;
    border-radius: 50%;
    font-size: 0.75rem;
    line-height: 1;
  }
  .explain[open] > summary::after {
    content: "×";
  }
  .explain > :not(summary),
  .fold > :not(summary) {
    margin-block: 0.25rem 0.75rem;
    font-size: 0.9375rem;
  }
  .explain > :not(summary) {
    padding-inline-start: 0.75rem;
    border-inline-start: 3px solid var(--line);
    max-inline-size: 60ch;
  }
  .fold > summary {
    color: var(--accent);
  }
  dt {
    font-weight: 600;
    margin-block-start: 0.375rem;
  }
  @media (prefers-reduced-motion: no-preference) {
    button,
    .button {
      transition: border-color 120ms, background-color 120ms;
    }
  }
`;
