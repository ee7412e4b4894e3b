// SPDX-License-Identifier: MIT
import { css } from "lit";

/** The status and the meters, and the mark of what has just changed. */
export const meterStyles = css`
  .status {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-size: 1.125rem;
    color: var(--calm);
  }
  .status.caution,
  .usage.caution {
    color: var(--caution);
  }
  .status.danger,
  .usage.danger {
    color: var(--danger);
  }
  .icon {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    flex: none;
    display: inline-grid;
    place-items: center;
    border: 2px solid currentcolor;
    border-radius: 50%;
    font-size: 0.875rem;
    line-height: 1;
    font-weight: 700;
  }
  .icon::before {
    content: "✓";
  }
  .caution .icon::before {
    content: "!";
  }
  .danger .icon::before {
    content: "✕";
  }
  .usage {
    color: var(--calm);
    display: grid;
    gap: 0.25rem;
  }
  .usage .name {
    color: var(--ink);
    font-size: 0.9375rem;
  }
  .usage svg {
    display: block;
    inline-size: 100%;
    block-size: 1rem;
    border: 1px solid var(--edge);
    border-radius: 0.25rem;
  }
  .track {
    fill: var(--raised);
  }
  .fill {
    fill: currentcolor;
  }
  .caution .fill {
    fill: url("#caution-pattern");
  }
  .danger .fill {
    fill: url("#danger-pattern");
  }
  .tick {
    fill: var(--edge);
  }
  /* Each label begins at its tick; the last one ends the bar. */
  .scale {
    /* As the meter above it, which fills from left to right in every language. */
    direction: ltr;
    display: grid;
    grid-template-columns: repeat(4, 1fr);
    color: var(--quiet);
    font-size: 0.8125rem;
  }
  .scale > * {
    grid-row: 1;
  }
  .scale > :nth-child(4) {
    grid-column: 4;
  }
  .scale > :last-child {
    grid-column: 4;
    justify-self: end;
  }
  @media (prefers-reduced-motion: no-preference) {
    .fresh {
      animation: fresh 0.9s steps(9);
    }
  }
  @keyframes fresh {
    from {
      background: color-mix(in srgb, var(--accent) 22%, transparent);
    }
  }
`;
