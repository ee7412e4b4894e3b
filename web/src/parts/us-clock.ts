// SPDX-License-Identifier: MIT
import { html, type TemplateResult } from "lit";

import type { UsFuturesReport } from "#margin";
import { clockWords, waitWords } from "../words/clock.ts";
import { glossary } from "../words/glossary.ts";
import { regimeWords } from "../words/headline-us.ts";
import { amount } from "./amount.ts";
import { explained, figureName } from "./explain.ts";
import type { View } from "./view.ts";

/** Which margin holds now, and what changes next. */
export function clockSection(view: View, wallet: UsFuturesReport): TemplateResult {
  const { numbers } = view;
  const { nextSwitch: next } = wallet;
  const path = `/wallets/${view.index}`;
  return html`<section aria-labelledby="clock-title">
    <h3 id="clock-title">The clock</h3>
    ${explained("Why the time of day matters", glossary.clock)}
    <p id="regime">
      Now: <strong>${regimeWords[wallet.regime]}</strong>, the market is <strong>${wallet.open ? "open" : "closed"}</strong>.
    </p>
    <p id="next-switch">
      Next: <strong>${regimeWords[next.regime]}</strong> at
      <time datetime=${next.time}>${clockWords(next.time, numbers)}</time>, in ${waitWords(next.seconds, numbers)}.
    </p>
    <ul class="figures">
      <li>
        ${amount(numbers.usd(next.requirement), "value")}
        ${figureName(view, "Margin needed then", glossary.nextRequirement, `${path}/nextSwitch/requirement`)}
      </li>
      <li>
        ${amount(numbers.usd(next.riskBuffer), "value")}
        ${figureName(view, "Buffer then, at today’s prices", glossary.nextRiskBuffer, `${path}/nextSwitch/riskBuffer`)}
        ${next.riskBuffer < 0 ? html`<p class="problem">Not enough: liquidation is then likely.</p>` : ""}
      </li>
      <li>
        ${amount(numbers.usd(wallet.liquidationFee), "value")}
        ${figureName(view, "Next liquidation costs", glossary.usLiquidationFee, `${path}/liquidationFee`)}
      </li>
    </ul>
  </section>`;
}
