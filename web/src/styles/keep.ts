// SPDX-License-Identifier: MIT
//
// What is kept, shared, compared and printed; comes with it.
import { css } from "lit";

import { adopt } from "./adopt.ts";
import { blankStyles } from "./blanks.ts";

/** Adds it to the styles of an element, once. */
export function dress(root: ParentNode): void {
  adopt(root, [blankStyles, keepStyles, sheetStyles]);
}

const keepStyles = css`
  .said {
    color: var(--calm);
    font-size: 0.9375rem;
  }
  .said:empty {
    display: none;
  }
  .field textarea[readonly] {
    font-size: 0.875rem;
    text-overflow: clip;
  }
  .save {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    gap: 0.5rem;
  }
  .save .field {
    flex: 1 1 12rem;
  }
  .saved-list {
    display: grid;
    gap: 0.75rem;
  }
  .saved-list li {
    display: grid;
    gap: 0.25rem;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 0.625rem 0.875rem;
    overflow-wrap: anywhere;
  }
  #clear-all {
    justify-self: start;
    text-align: start;
  }
`;

const sheetStyles = css`
  @media screen {
    .printed {
      display: none;
    }
  }
  @media print {
    :host {
      color-scheme: light;
      --ink: #000;
      --quiet: #333;
      --surface: #fff;
      --paper: #fff;
    }
    /* The sheet, and below it the pictures that are open. */
    .page:has(> .printed:not(:empty)) {
      display: block;
    }
    .page:has(> .printed:not(:empty)) > :not(.printed, .results),
    .page:has(> .printed:not(:empty)) > .results > :not(section:has(.picture)) {
      display: none;
    }
    .page:has(> .printed:not(:empty)) > .results {
      border: 0;
      padding: 0;
      background: none;
    }
    .results > section:has(.picture) {
      break-inside: avoid;
    }
    .results > section:has(.picture) summary {
      display: none;
    }
  }
  .printed {
    color: #000;
    font-size: 8.5pt;
    line-height: 1.35;
  }
  .printed h2 {
    font-size: 12pt;
    margin-block: 6pt 3pt;
  }
  .printed h3 {
    font-size: 9.5pt;
    margin-block: 7pt 2pt;
    border-block-end: 0.75pt solid #000;
  }
  .printed .sheet-lead {
    font-size: 11.5pt;
    margin-block-end: 2pt;
  }
  .printed .sides {
    display: grid;
    grid-template-columns: 3fr 2fr;
    gap: 14pt;
  }
  .printed table,
  .printed .grid thead th {
    font-size: inherit;
  }
  .printed table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .printed th,
  .printed td {
    display: table-cell;
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    padding: 1pt 8pt 1pt 0;
    border-block-end: 0.25pt solid #bbb;
  }
  .printed th {
    color: #333;
  }
  .printed td {
    font-weight: 600;
  }
  .printed li {
    margin-block-end: 1pt;
  }
  .printed .foot {
    margin-block-start: 8pt;
    border-block-start: 0.75pt solid #000;
    padding-block-start: 3pt;
  }
  .printed .address {
    overflow-wrap: anywhere;
    font-size: 7.5pt;
  }
`;
