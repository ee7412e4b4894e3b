// SPDX-License-Identifier: MIT
import { css } from "lit";

import { modes } from "./modes.ts";

/** Adds them to the styles of an element, once, and after them what adapts all to paper and forced colours. */
export function dress(root: ParentNode): void {
  if (!(root instanceof ShadowRoot)) return;
  const sheets = [resultStyles, modes].flatMap(({ styleSheet }) => styleSheet ?? []);
  const missing = sheets.filter((sheet) => !root.adoptedStyleSheets.includes(sheet));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, ...missing];
}

const resultStyles = css`
  .status {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-size: 1.125rem;
    color: var(--calm);
  }
  .status.caution,
  .usage.caution {
    color: var(--caution);
  }
  .status.danger,
  .usage.danger {
    color: var(--danger);
  }
  .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    flex: none;
    display: inline-grid;
    place-items: center;
    border: 2px solid currentcolor;
    border-radius: 50%;
    font-size: 0.875rem;
    line-height: 1;
    font-weight: 700;
  }
  .icon::before {
    content: "✓";
  }
  .caution .icon::before {
    content: "!";
  }
  .danger .icon::before {
    content: "✕";
  }
  .usage {
    color: var(--calm);
    display: grid;
    gap: 0.25rem;
  }
  .usage .name {
    color: var(--ink);
    font-size: 0.9375rem;
  }
  .usage svg {
    display: block;
    inline-size: 100%;
    block-size: 1rem;
    border: 1px solid var(--edge);
    border-radius: 0.25rem;
  }
  .track {
    fill: var(--raised);
  }
  .fill {
    fill: currentcolor;
  }
  .caution .fill {
    fill: url("#caution-pattern");
  }
  .danger .fill {
    fill: url("#danger-pattern");
  }
  .tick {
    fill: var(--edge);
  }
  /* Each label begins at its tick; the last one ends the bar. */
  .scale {
    /* As the meter above it, which fills from left to right in every language. */
    direction: ltr;
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    color: var(--quiet);
    font-size: 0.8125rem;
  }
  .scale > * {
    grid-row: 1;
  }
  .scale > :nth-child(4) {
    grid-column: 4;
  }
  .scale > :last-child {
    grid-column: 4;
    justify-self: end;
  }
  @media (prefers-reduced-motion: no-preference) {
    .fresh {
      animation: fresh 0.9s ease-out;
    }
  }
  @keyframes fresh {
    from {
      background: color-mix(in srgb, var(--accent) 22%, transparent);
    }
  }
  .distance {
    display: block;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .waterfall {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .waterfall th,
  .waterfall td {
    padding-block: 0.25rem;
    text-align: start;
    font-weight: 400;
    vertical-align: top;
  }
  .waterfall th {
    inline-size: 45%;
    padding-inline-end: 0.75rem;
  }
  .waterfall .level > * {
    font-weight: 600;
  }
  .waterfall svg {
    display: block;
    inline-size: 100%;
    block-size: 0.625rem;
    direction: ltr;
  }
  .waterfall .fill {
    fill: var(--accent);
  }
  .waterfall .loss .fill {
    fill: url("#danger-pattern");
  }
  .waterfall .aside .fill {
    fill: url("#caution-pattern");
  }
  .waterfall .gain .fill {
    fill: var(--calm);
  }
  .waterfall .zero {
    fill: var(--edge);
  }
  /* Not a grid: an amount never breaks, and takes a line of its own where it is too long for a column. */
  .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem 1rem;
  }
  .figures li {
    flex: 1 0 calc(50% - 1rem);
  }
  .value {
    font-size: 1.1875rem;
    font-weight: 600;
    line-height: 1.3;
  }
  .figures .explain {
    contain: inline-size;
  }
  .figures .explain > summary {
    overflow-wrap: anywhere;
  }
  .price {
    font-weight: 600;
  }
  .remarks {
    display: grid;
    gap: 0.375rem;
  }
  .remarks li {
    border-inline-start: 3px solid var(--caution);
    padding-inline-start: 0.75rem;
    font-size: 0.9375rem;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    font-size: 0.9375rem;
  }
  th,
  td {
    text-align: end;
    vertical-align: top;
    padding-block: 0.5rem;
    padding-inline: 0.75rem 0;
    border-block-end: 1px solid var(--line);
  }
  th:first-child,
  td:first-child {
    text-align: start;
    padding-inline-start: 0;
  }
  thead th {
    color: var(--quiet);
    font-weight: 400;
    font-size: 0.875rem;
    vertical-align: bottom;
  }
  .role {
    display: block;
    font-weight: 400;
    font-size: 0.8125rem;
    overflow-wrap: anywhere;
  }
  .stale-note {
    color: var(--caution);
    font-weight: 600;
    margin-block-end: 0.25rem;
  }
  .stale .value,
  .stale .status,
  .stale .usage,
  .stale .lead,
  .stale .lead .strong,
  .stale .notes,
  .stale table,
  .stale strong,
  .stale .strong {
    color: var(--quiet);
  }
  .stale.headline {
    border-inline-start-color: var(--edge);
  }
  .stale .stale-note {
    color: var(--caution);
  }
  .unchanged {
    overflow-wrap: anywhere;
  }
  @container (inline-size < 34rem) {
    .page .compact {
      font-size: 0.875rem;
    }
    .compact th,
    .compact td {
      padding-block: 0.375rem;
      padding-inline: 0.5rem 0;
    }
    .compact th:first-child,
    .compact td:first-child {
      padding-inline-start: 0;
    }
    .compact .beside {
      font-size: 0.8125rem;
    }
    .compact .whole {
      white-space: normal;
    }
  }
  /* No figure is cut off, though some are broken. */
  @container (inline-size < 22rem) {
    .compact th,
    .compact td {
      overflow-wrap: anywhere;
    }
  }
  /* In a narrow container each row of a table becomes a list of labelled values. */
  @container (inline-size < 34rem) {
    .stacking thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .stacking,
    .stacking caption,
    .stacking tbody,
    .stacking tr,
    .stacking th,
    .stacking td {
      display: block;
      text-align: start;
    }
    .stacking th,
    .stacking td {
      padding: 0.125rem 0;
      border: 0;
    }
    .stacking tr {
      padding-block: 0.5rem;
      border-block-end: 1px solid var(--line);
    }
    .stacking td[data-label] {
      display: grid;
      grid-template-columns: minmax(0, 8.5rem) minmax(min-content, 1fr);
      gap: 0 0.5rem;
    }
    .stacking td[data-label]::before {
      content: attr(data-label);
      color: var(--quiet);
    }
    .stacking .role {
      display: inline;
      margin-inline-start: 0.25rem;
    }
  }
  @container (inline-size < 22rem) {
    .scale > :nth-child(even) {
      visibility: hidden;
    }
  }
  @container (inline-size < 30rem) {
    .figures .explain > summary::after,
    .cells .explain > summary::after {
      display: none;
    }
  }
  @container (inline-size >= 30rem) {
    .figures li {
      flex-basis: calc(33.3% - 1rem);
    }
  }
  /* A position has more figures than columns fit: it is a card at every width. */
  .cards > li,
  .preview,
  .pool {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
    padding-block: 0.75rem;
    border-block-end: 1px solid var(--line);
  }
  .cells {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
    gap: 0.5rem 1rem;
  }
  .cells > li {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  /* A working needs room: opened, a figure has a line to itself. */
  .cells > li:has(> [open], > .name > [open]) {
    grid-column: 1 / -1;
  }
  .figures > li:has(> [open]) {
    flex-basis: 100%;
  }
  .cells .name {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .cells .cell {
    display: block;
    font-weight: 500;
  }
  .preview tr:last-child > *,
  .pool tr:last-child > * {
    border-block-end: 0;
  }
  .beside {
    display: block;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .verdict.calm {
    color: var(--calm);
  }
  .verdict.danger {
    color: var(--danger);
  }
  .verdict.calm::before {
    content: "✓ ";
    content: "✓ " / "";
  }
  .verdict.danger::before {
    content: "✕ ";
    content: "✕ " / "";
  }
  .plain-list {
    display: grid;
    gap: 0.25rem;
  }
  .plain-list > li,
  .story > li {
    padding-inline-start: 0.75rem;
    border-inline-start: 2px solid var(--line);
    overflow-wrap: anywhere;
  }
  .explain > .plain-list > li {
    padding: 0;
    border: 0;
  }
  .story {
    display: grid;
    margin: 0;
    padding: 0;
    list-style: none;
    counter-reset: story;
  }
  .story > li {
    counter-increment: story;
  }
  /* A timeline: numbers in circles on one line. */
  .story > li {
    position: relative;
    margin: 0;
    padding-block-end: 1rem;
    padding-inline-start: 1.5rem;
    margin-inline-start: 0.75rem;
  }
  .story > li::before {
    content: counter(story);
    position: absolute;
    inset-block-start: 0;
    inset-inline-start: calc(-0.75rem - 1px);
    inline-size: 1.5rem;
    block-size: 1.5rem;
    display: grid;
    place-items: center;
    border: 1px solid var(--edge);
    border-radius: 50%;
    background: var(--surface);
    font-size: 0.8125rem;
    font-weight: 650;
  }
  .working {
    overflow-wrap: anywhere;
  }
  .working ol {
    margin: 0;
    padding-inline-start: 1.5rem;
  }
  .step .symbol {
    font-weight: 600;
  }
  .step .formula {
    display: block;
    padding-inline-start: 0.75rem;
  }
  .terms {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr));
    gap: 0.25rem 1rem;
  }
  caption {
    text-align: start;
    color: var(--quiet);
    font-size: 0.875rem;
  }
`;
