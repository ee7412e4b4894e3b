// SPDX-License-Identifier: MIT
import { css } from "lit";

/** Positions and previews as cards of figures. */
export const cardStyles = css`
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
`;
