// SPDX-License-Identifier: MIT
import { css } from "lit";

/** Forced colours and paper. */
export const modes = css`
  @media (forced-colors: active) {
    .fill {
      fill: Highlight;
    }
    .track {
      fill: Canvas;
    }
    pattern.caution > .ground,
    pattern.danger > .ground {
      fill: Highlight;
    }
    .stripe {
      fill: Canvas;
    }
    .tick {
      fill: CanvasText;
    }
    .presets li button[aria-pressed="true"],
    .tabs button[aria-selected="true"] {
      outline: 2px solid Highlight;
    }
  }
  @media print {
    :host {
      font-size: 10pt;
    }
    button,
    .page .presets,
    .inputs > .files,
    .undo,
    .compare:has(#pin:only-child),
    section.saved,
    .live-switch:has(input:not(:checked)),
    section > .explain:not([open]),
    .preview > .explain:not([open]),
    .fold:not([open]) {
      display: none;
    }
    /* The tab says which account is printed. */
    .tabs button[aria-selected="true"] {
      display: inline-flex;
    }
    .field:has(> textarea:placeholder-shown),
    .check:has(input:not(:checked)),
    .radio:has(input:not(:checked)) {
      display: none;
    }
    .field textarea {
      field-sizing: content;
      min-block-size: 0;
      resize: none;
    }
    /* A title alone says nothing. */
    section:has(> h3 + .fold:not([open]):last-child),
    section:has(> .add):not(:has(.row)) {
      display: none;
    }
    h2,
    h3,
    legend {
      break-after: avoid;
    }
    .fields {
      grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr));
    }
    .inputs,
    .results,
    .headline,
    .row {
      break-inside: auto;
      border-color: #999;
      padding: 0.5rem;
    }
    .row,
    tr {
      break-inside: avoid;
    }
    .field input,
    .field select,
    .field textarea {
      border: 0;
      padding: 0;
      min-block-size: 0;
      font-weight: 600;
      appearance: none;
    }
  }
`;
