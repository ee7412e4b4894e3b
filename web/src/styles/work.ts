// SPDX-License-Identifier: MIT
//
// Long work and its answers; comes with them.
import { css } from "lit";

export const workStyles = css`
  .progress {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    min-block-size: 2.75rem;
  }
  .progress progress {
    flex: 1 1 10rem;
    min-inline-size: 6rem;
    max-inline-size: 24rem;
    block-size: 0.75rem;
    accent-color: var(--accent);
  }
  .former,
  .former strong {
    color: var(--quiet);
  }
  .former svg {
    opacity: 0.5;
  }
  .motions {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5rem;
    line-height: 2.5;
  }
  .history textarea {
    font-family: ui-monospace, monospace;
    font-size: 0.875rem;
    block-size: 8rem;
    white-space: pre;
    resize: vertical;
  }
  .chart.history {
    block-size: 10rem;
    margin-block: 0.5rem 1.75rem;
    cursor: auto;
    touch-action: auto;
  }
  .chart .series.marginUsage {
    stroke: var(--caution);
    stroke-width: 2px;
  }
  circle.worst {
    fill: var(--surface);
    stroke: var(--ink);
    stroke-width: 2px;
  }
  @media (forced-colors: active) {
    circle.worst {
      fill: Canvas;
      stroke: CanvasText;
    }
  }
  @media print {
    .progress {
      display: none;
    }
  }
`;
