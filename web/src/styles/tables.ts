// SPDX-License-Identifier: MIT
import { css } from "lit";

/** Remarks, what is stale, and tables, which become lists in a narrow container. */
export const tableStyles = css`
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
  @container (inline-size < 22rem) {
    .wordy tr {
      display: grid;
      grid-template-columns: 1fr 1fr;
      border-block-end: 1px solid var(--line);
    }
    .wordy tr > * {
      border: 0;
    }
    .wordy tr > :first-child {
      grid-column: 1 / -1;
      padding-block-end: 0;
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
`;
