// SPDX-License-Identifier: MIT
import { css } from "lit";

/** The account's figures, how far liquidations are, and the way from what is held to what is free. */
export const figureStyles = css`
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
`;
