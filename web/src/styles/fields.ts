// SPDX-License-Identifier: MIT
import { css } from "lit";

export const fieldStyles = css`
  .term,
  .unit {
    font-weight: 400;
  }
  .term {
    font-size: 0.875rem;
    margin-inline-start: 0.25rem;
  }
  .row {
    position: relative;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 0.625rem 0.875rem 0.875rem;
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .row > legend {
    /* Out of the border, so that the row is a plain box with a title line. */
    float: inline-start;
    inline-size: 100%;
    padding-inline-end: 11rem;
    min-block-size: 2rem;
    font-weight: 650;
  }
  .row.plain > legend {
    padding-inline-end: 0;
  }
  .search-switch {
    min-block-size: 1.5rem;
    margin-inline-start: auto;
    font-size: 0.875rem;
  }
  .row-actions {
    position: absolute;
    inset-block-start: 0.375rem;
    inset-inline-end: 0.5rem;
    display: flex;
  }
  .row-actions button {
    min-block-size: 2rem;
    padding: 0.125rem 0.5rem;
    font-size: 0.875rem;
    border-color: transparent;
  }
  @container (inline-size < 24rem) {
    .row > legend {
      padding-inline-end: 0;
    }
    .row-actions {
      position: static;
      margin-inline: -0.5rem;
    }
  }
  .fields {
    display: grid;
    gap: 0.75rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 11.5rem), 1fr));
    align-items: start;
  }
  .field {
    display: grid;
    gap: 0.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .field.wide {
    grid-column: 1 / -1;
  }
  .label {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.125rem 0.5rem;
    min-block-size: 1.5rem;
    font-size: 0.9375rem;
  }
  .field input,
  .field select,
  .field textarea {
    font: inherit;
    color: var(--ink);
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 0.5rem;
    padding: 0.375rem 0.625rem;
    min-block-size: 2.5rem;
    inline-size: 100%;
    min-inline-size: 0;
    text-overflow: ellipsis;
  }
  .whole-choice {
    display: none;
  }
  @container (inline-size < 24rem) {
    .field select {
      padding-inline: 0.375rem;
      font-size: 0.9375rem;
    }
    .whole-choice {
      display: block;
    }
  }
  .field input::placeholder,
  .field textarea::placeholder {
    color: var(--quiet);
    opacity: 1;
  }
  .wrong input,
  .wrong select,
  .wrong textarea {
    border-color: var(--danger);
    box-shadow: inset 0 0 0 1px var(--danger);
  }
  .asked input {
    border: 2px dashed var(--accent);
  }
  .asked .problem {
    color: var(--accent);
  }
  .problem {
    color: var(--danger);
    font-size: 0.875rem;
  }
  .problem::before {
    content: "▲ ";
    content: "▲ " / "";
  }
  .more:empty {
    display: none;
  }
  .mark {
    font-size: 0.75rem;
    line-height: 1.3;
    color: var(--caution);
    border: 1px dashed currentcolor;
    border-radius: 0.375rem;
    padding: 0.0625rem 0.375rem;
  }
  .mark.own {
    color: var(--accent);
    border-style: solid;
  }
  .radios {
    display: grid;
    gap: 0.25rem;
    align-content: start;
  }
  .radios legend {
    font-size: 0.9375rem;
    margin-block-end: 0.25rem;
  }
  .check,
  .radio {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    column-gap: 0.375rem;
  }
  .check input,
  .radio input {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    margin: 0;
    accent-color: var(--accent);
  }
  .check label,
  .radio label {
    padding-block: 0.125rem;
    min-block-size: 1.75rem;
  }
  .check .more,
  .radio .hint {
    grid-column: 2;
  }
  .pair {
    display: grid;
    gap: 0.75rem 1.5rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
  }
  .counts {
    color: var(--quiet);
    font-size: 0.9375rem;
  }
  .counts .strong {
    color: var(--ink);
  }
  .add {
    justify-self: start;
  }
`;
