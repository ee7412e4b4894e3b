// SPDX-License-Identifier: MIT
import { msg, str } from "@lit/localize";
import { html, type TemplateResult } from "lit";

import type { UsFuturesReport } from "#margin";
import { clockWords, waitWords } from "../words/clock.ts";
import { glossary } from "../words/glossary.ts";
import { regimeWords } from "../words/headline-us.ts";
import { figure, type Sentence } from "../words/sentences.ts";
import { amount } from "./amount.ts";
import { explained, figureName } from "./explain.ts";
import { sentenceIn } from "./sentence.ts";
import type { View } from "./view.ts";

function nowWords({ regime, open }: UsFuturesReport): Sentence {
  const margin = figure(regimeWords[regime]);
  return open
    ? msg(str`Now: ${margin}, the market is ${figure(msg("open"))}.`)
    : msg(str`Now: ${margin}, the market is ${figure(msg("closed"))}.`);
}

/** Which margin holds now, and what changes next. */
export function clockSection(view: View, wallet: UsFuturesReport): TemplateResult {
  const { numbers } = view;
  const { nextSwitch: next } = wallet;
  const path = `/wallets/${view.index}`;
  const regime = regimeWords[next.regime];
  const [clock, wait] = [clockWords(next.time, numbers), waitWords(next.seconds, numbers)];
  return html`<section aria-labelledby="clock-title">
    <h3 id="clock-title">${msg("The clock")}</h3>
    ${explained(msg("Why the time of day matters"), glossary.clock)}
    <p id="regime">${sentenceIn(nowWords(wallet))}</p>
    <p id="next-switch">
      ${msg(html`Next: <strong>${regime}</strong> at <time datetime=${next.time}>${clock}</time>, in ${wait}.`)}
    </p>
    <ul class="figures">
      <li>
        ${amount(numbers.usd(next.requirement), "value")}
        ${figureName(view, msg("Margin needed then"), glossary.nextRequirement, `${path}/nextSwitch/requirement`)}
      </li>
      <li>
        ${amount(numbers.usd(next.riskBuffer), "value")}
        ${figureName(view, msg("Buffer then, at today’s prices"), glossary.nextRiskBuffer, `${path}/nextSwitch/riskBuffer`)}
        ${next.riskBuffer < 0 ? html`<p class="problem">${msg("Not enough: liquidation is then likely.")}</p>` : ""}
      </li>
      <li>
        ${amount(numbers.usd(wallet.liquidationFee), "value")}
        ${figureName(view, msg("Next liquidation costs"), glossary.usLiquidationFee, `${path}/liquidationFee`)}
      </li>
    </ul>
  </section>`;
}
