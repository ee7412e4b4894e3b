// SPDX-License-Identifier: MIT
import { css } from "lit";

/** The whole page: one column in a narrow container, form beside results in a wide one. */
export const layout = css`
  .inputs > *,
  .results > * {
    min-inline-size: 0;
  }
  .inputs,
  .results {
    display: grid;
    gap: 1.5rem;
    align-content: start;
    grid-template-columns: minmax(0, 1fr);
    background: var(--surface);
    border: 1px solid var(--line);
    border-radius: var(--radius);
    padding: 1rem;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
  }
  .panel {
    display: grid;
    gap: 1.5rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .panel > section,
  .inputs > section,
  .results > section {
    display: grid;
    gap: 0.625rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .presets ul {
    margin-block-start: 0.5rem;
    display: grid;
    gap: 0.5rem;
  }
  /* As high as a closed disclosure of one line. */
  .room {
    block-size: 1.875rem;
  }
  .presets > .room,
  .presets .fold {
    margin-block-start: 0.5rem;
  }
  .presets .fold > ul {
    font-size: 1rem;
    margin-block: 0.5rem 0;
  }
  .presets li button {
    inline-size: 100%;
    block-size: 100%;
    flex-direction: column;
    align-items: flex-start;
    text-align: start;
    line-height: 1.35;
    gap: 0.125rem;
  }
  .presets li button[aria-pressed="true"] {
    border-color: var(--accent);
    box-shadow: inset 0 0 0 1px var(--accent);
    background: var(--raised);
  }
  .presets .title {
    font-weight: 600;
  }
  .presets .shows {
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .presets .account {
    color: var(--accent);
    font-size: 0.8125rem;
  }
  .accounts {
    display: grid;
    gap: 0.5rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    border-block-end: 1px solid var(--edge);
  }
  .tabs button {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    border-block-end: 0;
    gap: 0.5rem;
    text-align: start;
  }
  .tabs button[aria-selected="true"] {
    font-weight: 650;
    background: var(--raised);
    border-color: var(--accent);
    box-shadow: inset 0 0.1875rem 0 var(--accent);
  }
  .mend {
    color: var(--danger);
    font-size: 0.8125rem;
  }
  .mend::before {
    content: "▲ ";
    content: "▲ " / "";
  }
  .account-choices {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
  }
  .account-choices .undo {
    inline-size: 100%;
  }
  .account-choices li {
    margin-block-end: 0.5rem;
  }
  .undo {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
  }
  .presets .undo {
    margin-block-start: 0.5rem;
  }
  footer {
    display: grid;
    gap: 0.5rem;
    color: var(--quiet);
    font-size: 0.9375rem;
    overflow-wrap: anywhere;
  }
  footer li {
    margin-block-end: 0.25rem;
  }
  .summary {
    position: sticky;
    inset-block-end: 0.5rem;
    z-index: 1;
    justify-content: center;
    color: var(--ink);
    font-size: 0.9375rem;
    line-height: 1.3;
    border-color: var(--accent);
    box-shadow: 0 2px 10px rgb(0 0 0 / 20%);
  }
  .summary.away {
    visibility: hidden;
  }
  .summary.caution {
    border-color: var(--caution);
  }
  .summary.danger {
    border-color: var(--danger);
    color: var(--danger);
  }
  .summary.stale {
    border-style: dashed;
    color: var(--quiet);
  }
  .page.dropping {
    outline: 3px dashed var(--accent);
    outline-offset: 0.5rem;
  }
  @container (inline-size >= 30rem) {
    .presets ul {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .inputs,
    .results {
      padding: 1.25rem;
    }
  }
  @container (inline-size >= 60rem) {
    .page {
      grid-template-columns: minmax(0, 6fr) minmax(0, 7fr);
    }
    .wide {
      grid-column: 1 / -1;
    }
    .presets ul {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
    .page > .results {
      align-self: start;
    }
  }
`;
