// SPDX-License-Identifier: MIT
import { css } from "lit";

/** The sentence at the top, what is told beside it, and the column that all stands in. */
export const headlineStyles = css`
  .page {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .page > * {
    min-inline-size: 0;
  }
  .headline {
    background: var(--surface);
    border: 1px solid var(--line);
    border-inline-start: 0.375rem solid var(--accent);
    border-radius: var(--radius);
    padding: 1rem;
  }
  .headline.caution {
    border-inline-start-color: var(--caution);
  }
  .headline.danger {
    border-inline-start-color: var(--danger);
  }
  .lead {
    font-size: 1.3125rem;
    line-height: 1.4;
    text-wrap: pretty;
  }
  .lead .strong {
    color: var(--accent);
  }
  .danger .lead .strong {
    color: var(--danger);
  }
  .notes {
    margin-block: 0.5rem;
    display: grid;
    gap: 0.25rem;
  }
  .notes li {
    padding-inline-start: 0.875rem;
    border-inline-start: 2px solid var(--line);
  }
  .headline .explain {
    margin-block-start: 0.5rem;
  }
  .notices,
  .undo,
  .failure {
    border: 1px solid var(--edge);
    border-radius: var(--radius);
    background: var(--raised);
    padding: 0.625rem 0.875rem;
  }
  .notices {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    border-color: var(--caution);
  }
  .notices li {
    overflow-wrap: anywhere;
  }
  .failure {
    border-color: var(--danger);
    display: grid;
    gap: 0.5rem;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  @container (inline-size >= 30rem) {
    .headline {
      padding: 1.25rem;
    }
  }
  @container (inline-size >= 60rem) {
    .lead {
      font-size: 1.5rem;
    }
  }
`;
