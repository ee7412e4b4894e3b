// SPDX-License-Identifier: MIT
import { html, svg, type TemplateResult } from "lit";

import type { WalletReport } from "#margin";
import type { Numbers } from "../format/numbers.ts";

export const statusWords = {
  healthy: "Healthy",
  "reduce-only": "Caution: positions can only be reduced",
  liquidation: "Liquidation",
} as const;

/** Short form for tight places. */
export const statusWord = { healthy: "healthy", "reduce-only": "caution", liquidation: "liquidation" } as const;

const kTicks = [0, 25, 50, 75, 100];

/**
 * Margin usage, said four ways: words, number, length and pattern. Drawn as SVG, whose attributes carry the
 * length: the page's policy allows no inline style.
 */
export function usageMeter(wallet: WalletReport, numbers: Numbers): TemplateResult {
  const { marginUsage, status } = wallet;
  const full = marginUsage === null ? status === "liquidation" : marginUsage >= 1;
  const shown = full ? 100 : marginUsage === null ? 0 : Math.max(0, marginUsage * 100);
  const words =
    marginUsage === null
      ? status === "liquidation"
        ? "no margin equity left, liquidation"
        : "no margin in use"
      : `${numbers.percent(marginUsage)}, ${statusWord[status]}`;
  return html`<div class="usage ${status}">
    <div
      role="meter"
      aria-label="Margin usage"
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${shown.toFixed(1)}
      aria-valuetext="${words}; liquidation at 100%"
    >
      <svg viewBox="0 0 400 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <defs>
          <pattern id="caution-pattern" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="ground" width="8" height="8" />
            <rect class="stripe" width="3" height="8" />
          </pattern>
          <pattern id="liquidation-pattern" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect class="ground" width="8" height="8" />
            <rect class="stripe" width="3" height="8" />
            <rect class="stripe" width="8" height="3" />
          </pattern>
        </defs>
        <rect class="track" width="400" height="14" />
        <rect class="fill" width=${shown * 4} height="14" />
        ${kTicks.slice(1, -1).map((tick) => svg`<rect class="tick" x=${tick * 4 - 0.5} width="1" height="14" />`)}
      </svg>
    </div>
    <div class="scale" aria-hidden="true">${kTicks.map((tick) => html`<span>${tick}%</span>`)}</div>
    <p class="words"><strong>${words}</strong> <span class="hint">(liquidation at 100%)</span></p>
  </div>`;
}
