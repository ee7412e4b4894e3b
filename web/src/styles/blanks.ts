// SPDX-License-Identifier: MIT
//
// Fields within sentences.
import { css } from "lit";

export const blankStyles = css`
  .blanks {
    line-height: 2.5;
  }
  .blank {
    font: inherit;
    font-weight: 600;
    line-height: 1.5;
    color: var(--accent);
    background: var(--surface);
    border: 1px solid var(--edge);
    border-radius: 0.5rem;
    padding: 0.25rem 0.5rem;
    min-block-size: 2rem;
    max-inline-size: 100%;
    field-sizing: content;
  }
  input.blank {
    min-inline-size: 4rem;
    text-align: end;
  }
  .blank[aria-invalid="true"] {
    border-color: var(--danger);
    box-shadow: inset 0 0 0 1px var(--danger);
  }
  @media print {
    .blank {
      border: 0;
      appearance: none;
    }
  }
`;
