// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, nothing, svg, type TemplateResult } from "lit";

import type { UsFuturesReport } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { statusWords } from "../words/status.ts";
import type { CoinReport } from "../words/threats.ts";

/** Per cent. */
const kTicks = [0, 25, 50, 75, 100];

interface Meter {
  label: string;
  tone: "calm" | "caution" | "danger";
  /** Fraction, drawn up to 1. */
  usage: number;
  words: string;
  /** What happens at 100%. */
  end: string;
  /** Whether the label is to be seen too. */
  titled?: boolean;
}

/**
 * A usage said four ways: words, number, length and pattern. Drawn as SVG, whose attributes carry the
 * length: the page's policy allows no inline style.
 */
function meter({ label, tone, usage, words, end, titled = false }: Meter, numbers: Numbers): TemplateResult {
  const shown = Math.min(100, Math.max(0, usage * 100));
  return html`<div class="usage ${tone}">
    ${titled ? html`<p class="name" aria-hidden="true">${label}</p>` : nothing}
    <div
      role="meter"
      aria-label=${label}
      aria-valuemin="0"
      aria-valuemax="100"
      aria-valuenow=${shown.toFixed(1)}
      aria-valuetext="${words}; ${end}"
    >
      <svg viewBox="0 0 400 14" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="track" width="400" height="14" />
        <rect class="fill" width=${shown * 4} height="14" />
        ${kTicks.slice(1, -1).map((tick) => svg`<rect class="tick" x=${tick * 4 - 0.5} width="1" height="14" />`)}
      </svg>
    </div>
    <div class="scale" aria-hidden="true">${kTicks.map((tick) => html`<span>${numbers.percent(tick / 100)}</span>`)}</div>
    <p class="words"><strong>${words}</strong> <span class="hint">(${end})</span></p>
  </div>`;
}

/** Maintenance margin over the equity behind it. */
export function usageMeter({ marginUsage, status }: CoinReport, numbers: Numbers): TemplateResult {
  const { tone, short } = statusWords[status];
  const none = status === "liquidation" ? msg("no margin equity left, liquidation") : msg("no margin in use");
  return meter({
    label: msg("Margin usage"),
    tone,
    usage: marginUsage ?? (status === "liquidation" ? 1 : 0),
    words: marginUsage === null ? none : usedWords(marginUsage, short, numbers),
    end: msg("liquidation at 100%"),
  }, numbers);
}

function usedWords(usage: number, what: string, numbers: Numbers): string {
  return msg(str`${numbers.percent(usage)}, ${what}`, { desc: "How much is used, and what that means: “15%, healthy”" });
}

/** The two sliders of a US account: what it uses of its equity by day, and what it would overnight. */
export function usMeters(wallet: UsFuturesReport, numbers: Numbers): TemplateResult {
  const { intradayUsage, initialUsage, regime, status, positions } = wallet;
  const over = (usage: number | null) => positions.length > 0 && (usage === null || usage > 1);
  const inForce = regime === "intraday";
  const risk = status === "liquidation-risk";
  const words = (usage: number | null, what: string) =>
    usage === null ? msg(str`no equity left, ${what}`) : usedWords(usage, what, numbers);
  const intraday = over(intradayUsage);
  const initial = over(initialUsage);
  return html`${meter({
    label: msg("Intraday margin used"),
    titled: true,
    tone: intraday ? (risk && inForce ? "danger" : "caution") : "calm",
    usage: intradayUsage ?? 1,
    words: words(intradayUsage, meaning(intraday, risk && inForce)),
    end: inForce ? msg("in force now; warning above 100%") : msg("not in force now"),
  }, numbers)}
  ${meter({
    label: msg("Initial margin used"),
    titled: true,
    tone: initial ? (inForce ? "caution" : risk ? "danger" : "caution") : "calm",
    usage: initialUsage ?? 1,
    words: words(initialUsage, meaning(initial, risk && !inForce)),
    end: inForce
      ? msg("from shortly before the close; liquidation risk above 100% then")
      : msg("liquidation risk above 100%"),
  }, numbers)}`;
}

function meaning(over: boolean, risk: boolean): string {
  const status = !over ? "healthy" : risk ? "liquidation-risk" : "warning";
  return statusWords[status].short;
}
