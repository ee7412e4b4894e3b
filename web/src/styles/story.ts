// SPDX-License-Identifier: MIT
import { css } from "lit";

/** Lists, the timeline of a liquidation, and the steps of a working. */
export const storyStyles = css`
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
  /* A timeline: numbers in circles on one line. */
  .story > li {
    counter-increment: story;
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
  .step::first-letter {
    text-transform: uppercase;
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
