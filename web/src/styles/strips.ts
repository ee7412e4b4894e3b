// SPDX-License-Identifier: MIT
import { css } from "lit";

/** Prices as strips that are dragged. Prices run from left to right in every language. */
export const stripStyles = css`
  .caution > .ground {
    fill: var(--caution);
  }
  .danger > .ground {
    fill: var(--danger);
  }
  .stripe {
    fill: var(--surface);
  }
  .strips {
    display: grid;
    gap: 0.875rem;
    margin-block-start: 1rem;
    padding-block-start: 0.875rem;
    border-block-start: 1px solid var(--line);
  }
  .strip-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75rem;
    min-block-size: 1.75rem;
  }
  .strip-head .link {
    min-block-size: 1.75rem;
  }
  .strip-track {
    position: relative;
    direction: ltr;
    block-size: 2.75rem;
  }
  .strip-track svg {
    position: absolute;
    inset-block: 0.875rem;
    /* Half a thumb, so that the zones end where the thumb's middle does. */
    inset-inline: 0.875rem;
    inline-size: calc(100% - 1.75rem);
    block-size: 1rem;
    border-radius: 0.25rem;
    overflow: hidden;
  }
  .strip-track .track {
    fill: var(--raised);
    stroke: var(--edge);
    vector-effect: non-scaling-stroke;
  }
  .strip-track .fill {
    fill: url(#danger-pattern);
  }
  .strip-track .anchor {
    fill: var(--quiet);
  }
  .strip-track input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    background: none;
    appearance: none;
    cursor: ew-resize;
    touch-action: pan-y;
  }
  .strip-track input::-webkit-slider-runnable-track {
    background: none;
  }
  .strip-track input::-moz-range-track {
    background: none;
  }
  .strip-track input::-webkit-slider-thumb {
    appearance: none;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border: 0.25rem solid var(--surface);
    border-radius: 50%;
    background: var(--accent);
    box-shadow: 0 0 0 1px var(--edge);
  }
  .strip-track input::-moz-range-thumb {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    border: 0.25rem solid var(--surface);
    border-radius: 50%;
    background: var(--accent);
    box-shadow: 0 0 0 1px var(--edge);
  }
  .strip-ends {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1rem;
    direction: ltr;
    color: var(--quiet);
    font-size: 0.9375rem;
  }
  @media (forced-colors: active) {
    .strip-track .track {
      fill: Canvas;
      stroke: CanvasText;
    }
    .strip-track input::-webkit-slider-thumb {
      background: Highlight;
      border-color: Canvas;
      forced-color-adjust: none;
    }
    .strip-track input::-moz-range-thumb {
      background: Highlight;
      border-color: Canvas;
      forced-color-adjust: none;
    }
  }
  @media print {
    .strips {
      display: none;
    }
  }
`;
