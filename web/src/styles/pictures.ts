// SPDX-License-Identifier: MIT
//
// Pictures and questions asked backwards; comes with them.
import { css } from "lit";

import { adopt } from "./adopt.ts";
import { workStyles } from "./work.ts";

/** Adds what the pictures and the questions need to the styles of an element, once. */
export function dress(root: ParentNode): void {
  adopt(root, [pictureStyles, workStyles]);
}

const kThumb = css`1.5rem`;

const pictureStyles = css`
  .picture {
    margin: 0;
    /* Room for half a slider's thumb at the ends of the axis. */
    padding-inline: calc(${kThumb} / 2);
    display: grid;
    gap: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .picture figcaption,
  .picture h4,
  .picture .legend {
    margin-inline: calc(${kThumb} / -2);
  }
  .downloads {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block: 0.5rem;
  }
  .downloads button {
    min-block-size: 2rem;
    padding-block: 0.125rem;
    font-size: 0.875rem;
  }
  /* A price axis runs from left to right in every language. */
  .chart,
  .slider {
    direction: ltr;
  }
  .chart {
    display: block;
    inline-size: 100%;
    block-size: 17rem;
    margin-block: 2.5rem 1.75rem;
    overflow: visible;
    /* The page still scrolls up and down under a finger. */
    touch-action: pan-y;
    cursor: ew-resize;
    font-size: 0.8125rem;
    user-select: none;
    -webkit-user-select: none;
  }
  .chart.two {
    margin-block-start: 3.5rem;
  }
  .chart text {
    fill: var(--ink);
  }
  .chart .halo {
    paint-order: stroke;
    stroke: var(--surface);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .chart .tick-label {
    fill: var(--quiet);
  }
  .grid {
    stroke: var(--line);
  }
  .zero {
    stroke: var(--edge);
  }
  .series {
    fill: none;
    stroke: var(--accent);
    stroke-width: 2.5px;
    vector-effect: non-scaling-stroke;
  }
  .series.initialMargin {
    stroke: var(--caution);
    stroke-width: 2px;
    stroke-dasharray: 2 4;
  }
  .series.maintenanceMargin {
    stroke: var(--danger);
    stroke-width: 2px;
    stroke-dasharray: 8 4;
  }
  /* Lines that lie on each other are seen through the narrower ones above them. */
  .series.multi-collateral {
    stroke-width: 6px;
    stroke: light-dark(#9db0ec, #5a6fc0);
  }
  .series.single-collateral {
    stroke: var(--caution);
    stroke-dasharray: 10 6;
  }
  .series.us-futures {
    stroke: var(--ink);
    stroke-width: 2px;
    stroke-dasharray: 2 5;
  }
  line.end {
    stroke: var(--danger);
    stroke-width: 2px;
  }
  line.end.single-collateral {
    stroke-dasharray: 10 6;
  }
  line.end.us-futures {
    stroke-dasharray: 2 5;
  }
  .chart.still {
    cursor: auto;
    touch-action: auto;
  }
  .chart.rows-2 {
    margin-block-start: 2.75rem;
  }
  .chart.rows-3 {
    margin-block-start: 3.75rem;
  }
  .chart.rows-4,
  .chart.rows-5,
  .chart.rows-6 {
    margin-block-start: 6.5rem;
  }
  .series-label {
    font-weight: 600;
  }
  .chart .series-label.marginEquity {
    fill: var(--accent);
  }
  .chart .series-label.initialMargin {
    fill: var(--caution);
  }
  .chart .series-label.maintenanceMargin,
  .chart .mark-label.liquidation {
    fill: var(--danger);
  }
  .mark-label.liquidation {
    font-weight: 600;
  }
  line.liquidation,
  path.liquidation {
    fill: none;
    stroke: var(--danger);
    stroke-width: 2px;
    vector-effect: non-scaling-stroke;
  }
  .unsafe {
    fill: url("#unsafe-pattern");
  }
  .unsafe-stripe {
    fill: var(--danger);
    opacity: 0.35;
  }
  line.today {
    stroke: var(--edge);
    stroke-dasharray: 1 3;
  }
  line.handle {
    stroke: var(--ink);
  }
  circle.handle {
    fill: var(--surface);
    stroke: var(--ink);
    stroke-width: 3px;
  }
  circle.today {
    fill: var(--ink);
    stroke: var(--surface);
    stroke-width: 2px;
  }
  .slider {
    appearance: none;
    display: block;
    inline-size: calc(100% + ${kThumb});
    block-size: 2rem;
    margin: 0 calc(${kThumb} / -2);
    background: transparent;
    cursor: ew-resize;
  }
  .slider::-webkit-slider-runnable-track {
    block-size: 0.375rem;
    border: 1px solid var(--edge);
    border-radius: 0.25rem;
    background: var(--raised);
  }
  .slider::-moz-range-track {
    block-size: 0.375rem;
    border: 1px solid var(--edge);
    border-radius: 0.25rem;
    background: var(--raised);
  }
  .slider::-webkit-slider-thumb {
    appearance: none;
    box-sizing: border-box;
    inline-size: ${kThumb};
    block-size: ${kThumb};
    margin-block-start: -0.6875rem;
    border: 3px solid var(--surface);
    border-radius: 50%;
    background: var(--accent);
    outline: 1px solid var(--accent);
  }
  .slider::-moz-range-thumb {
    box-sizing: border-box;
    inline-size: ${kThumb};
    block-size: ${kThumb};
    border: 3px solid var(--surface);
    border-radius: 50%;
    background: var(--accent);
    outline: 1px solid var(--accent);
  }
  .standing {
    overflow-wrap: anywhere;
  }
  .results:not(.stale) .standing strong {
    color: var(--ink);
  }
  .map > :not(figcaption) {
    max-inline-size: 30rem;
  }
  .map .chart {
    block-size: auto;
    aspect-ratio: 1;
    margin-block: 0.5rem 1.75rem;
    cursor: crosshair;
    touch-action: auto;
  }
  .grip {
    fill: transparent;
    cursor: grab;
  }
  .map line.handle {
    stroke-dasharray: 4 3;
  }
  .line-halo {
    fill: none;
    stroke: var(--surface);
    stroke-width: 6px;
    vector-effect: non-scaling-stroke;
  }
  .map path.liquidation {
    stroke-width: 3px;
  }
  .band-0 .ground {
    fill: light-dark(#e4efe8, #1d3328);
  }
  .band-1 .ground {
    fill: light-dark(#f3efd8, #37331c);
  }
  .band-2 .ground {
    fill: light-dark(#f9e2bd, #4a3715);
  }
  .band-3 .ground {
    fill: light-dark(#f5cfae, #5c3214);
  }
  .band-4 .ground {
    fill: light-dark(#efb9b4, #5c2422);
  }
  .band-1 .stripe,
  .band-2 .stripe,
  .band-3 .stripe {
    fill: light-dark(#dcb876, #8a6a2e);
  }
  .band-4 .stripe {
    fill: light-dark(#c9716a, #a2504a);
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.875rem;
    color: var(--quiet);
    font-size: 0.875rem;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }
  .sample {
    inline-size: 1.25rem;
    block-size: 1.25rem;
    border: 1px solid var(--edge);
  }
  .slider-row span {
    font-size: 0.9375rem;
  }
  .questions {
    display: grid;
    gap: 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .question {
    display: grid;
    gap: 0.375rem;
    grid-template-columns: minmax(0, 1fr);
    padding-block-end: 1.25rem;
    border-block-end: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .question tr:last-child > * {
    border-block-end: 0;
  }
  .question:last-child {
    border-block-end: 0;
    padding-block-end: 0;
  }
  /* A table of many columns stands in half of a wide page. */
  .picture figcaption {
    container-type: inline-size;
  }
  @container (inline-size < 44rem) {
    .picture .stacking th,
    .picture .stacking td {
      font-size: 0.8125rem;
      padding-inline: 0.375rem 0;
      overflow-wrap: anywhere;
    }
  }
  .scrolls {
    overflow-x: auto;
  }
  .matrix th,
  .matrix td {
    font-size: 0.8125rem;
    padding-inline: 0.5rem 0;
    white-space: nowrap;
  }
  .matrix th:first-child {
    position: sticky;
    inset-inline-start: 0;
    padding-inline: 0 0.25rem;
    background: var(--surface);
    white-space: normal;
  }
  /* As wide as what is seen of it, not as all that is scrolled. */
  .matrix caption span {
    display: block;
    max-inline-size: 100cqi;
  }
  @container (inline-size < 30rem) {
    .chart .minor {
      display: none;
    }
  }
  @media (forced-colors: active) {
    /* Twice, to weigh more than the colours of each. */
    .chart text[class][class] {
      fill: CanvasText;
    }
    .chart .halo {
      stroke: Canvas;
    }
    .series[class][class],
    line.liquidation,
    line.end,
    path.liquidation,
    line.handle,
    circle.handle,
    line.today {
      stroke: CanvasText;
    }
    /* Lines that lie on each other: the lowest as a broad shade, so that the dashes above it are seen. */
    .series.multi-collateral[class] {
      stroke-width: 7;
      stroke-opacity: 0.35;
    }
    .line-halo,
    circle.today {
      stroke: Canvas;
    }
    circle.handle,
    [class^="band-"] .ground {
      fill: Canvas;
    }
    circle.today,
    .unsafe-stripe,
    [class^="band-"] .stripe {
      fill: CanvasText;
    }
    .grid,
    .zero {
      stroke: CanvasText;
      stroke-opacity: 0.3;
    }
    .slider::-webkit-slider-thumb {
      background: Highlight;
      forced-color-adjust: none;
    }
  }
  @media print {
    .scrolls {
      overflow-x: visible;
    }
    .slider,
    .no-print {
      display: none;
    }
    .picture,
    .question {
      break-inside: avoid;
    }
  }
`;
