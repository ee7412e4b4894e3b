// SPDX-License-Identifier: MIT
//
// How likely a liquidation is where several prices move at once: simulated, path by path, beside the page.
import { msg, str } from "@lit/localize";
import { html, nothing, type TemplateResult } from "lit";

import type { Odds, Rulebook, WalletReport } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { shiftedDecimal } from "../format/parse.ts";
import { mapFactors } from "../pictures/factors.ts";
import { chanceWords } from "../words/backwards.ts";
import { noAnswerWords } from "../words/refusals.ts";
import type { SimulationJob } from "../background/jobs.ts";
import { working, type Run } from "../background/running.ts";
import { blank, blankId, blankProblems, blankValue, choice, chosen, type Blank } from "./blanks.ts";
import { isStable, volatilityMark } from "./distance.ts";
import { disclosure } from "./explain.ts";
import type { Choice } from "./fields.ts";
import { progress } from "./progress.ts";
import { table } from "./tables.ts";
import type { View } from "./view.ts";

const kDays = [1, 7, 30];
/** That the module takes. */
const kMostMotions = 32;
const kPathsPerBlock = 512;
/** From quick to fine: each with a quarter of the standard error of the one before. */
const kBlocks = [16, 256, 4096];

/** Not of a coin's wallet, in which one price moves. */
export function simulation(view: View, wallet: WalletReport): TemplateResult | typeof nothing {
  const assets = mapFactors(wallet).slice(0, kMostMotions);
  if (assets.length < 2 || wallet.type === "single-collateral") return nothing;
  return html`<div class="question" id="ask-simulation">
    ${disclosure(
      view,
      { id: "simulation", summary: msg("If several prices move at once: the chance of a liquidation, simulated") },
      () => simulated(view, assets),
    )}
  </div>`;
}

function simulated(view: View, assets: readonly string[]): TemplateResult | typeof nothing {
  if (!view.result) return nothing;
  const { scenario, rulebook } = view.result;
  const volatilities = assets.map((asset) => volatilityOf(view, asset, rulebook));
  const correlation: Blank = {
    id: blankId(view, "correlation"),
    label: msg("Correlation of every two prices"),
    otherwise: 0.7,
    least: 0,
    most: 1,
  };
  const paths = { id: blankId(view, "paths"), label: msg("Simulated paths"), choices: pathChoices(view.numbers) };
  const job: SimulationJob = {
    kind: "simulation",
    blocks: Number(chosen(view, paths.id, paths.choices)),
    request: {
      format: "margin-odds-request/1",
      scenario,
      wallet: view.index,
      horizons: kDays,
      motions: assets.map((asset, index) => ({ asset, volatility: fractionIn(view, volatilities[index]) })),
      correlations: pairsOf(assets).map((pair) => ({ assets: pair, correlation: blankValue(view, correlation) })),
    },
  };
  return html`<p>
      ${msg("Volatility a year, per cent")} ${volatilityMark()}
    </p>
    <ul class="motions">
      ${assets.map((asset, index) => html`<li>${asset} ${volatilities[index] && blank(view, volatilities[index])}</li>`)}
    </ul>
    <p class="blanks">
      ${msg(html`Every two of them with a correlation of ${blank(view, correlation)}, over ${choice(view, paths)}.`)}
    </p>
    ${blankProblems(view, [...volatilities, correlation])}
    ${working(job, (run) => chances(run, view.numbers))}`;
}

function volatilityOf(view: View, asset: string, rulebook: Rulebook): Blank {
  return {
    id: blankId(view, `volatility-${asset}`),
    label: msg(str`Volatility of ${asset} a year, per cent`),
    otherwise: isStable(rulebook, asset) ? 1 : 60,
    least: 0,
    most: 1000,
  };
}

const fractionIn = (view: View, percent: Blank | undefined) => (percent ? shiftedDecimal(blankValue(view, percent), -2) : 0);

function pathChoices(numbers: Numbers): Choice[] {
  return kBlocks.map((blocks) => {
    const paths = numbers.quantity(blocks * kPathsPerBlock);
    return { value: String(blocks), label: msg(str`${paths} paths`) };
  });
}

function pairsOf(assets: readonly string[]): [string, string][] {
  return assets.flatMap((one, index) => assets.slice(index + 1).map((other): [string, string] => [one, other]));
}

function chances(run: Run<SimulationJob>, numbers: Numbers): TemplateResult {
  const answer = run.slice?.answer;
  return html`<div aria-busy=${run.state === "running"}>
    ${progress(run, msg("Simulating …"), numbers)}
    ${answer ? html`<div class=${run.former ? "former" : ""}>${answered(answer, numbers)}</div>` : nothing}
  </div>`;
}

function answered(answer: NonNullable<Run<SimulationJob>["slice"]>["answer"], numbers: Numbers): TemplateResult {
  if ("errors" in answer) return html`<p class="problem">${noAnswerWords(answer.errors[0])}</p>`;
  if (answer.state === "none") return html`<p>${msg("None: no cross position is open.")}</p>`;
  if (answer.state === "liquidation") return html`<p>${msg("Certain: it is in liquidation today.")}</p>`;
  return answer.method === "simulation" ? chanceTable(answer, numbers) : html``;
}

function chanceTable({ odds, paths }: Extract<Odds, { method: "simulation" }>, numbers: Numbers): TemplateResult {
  const count = numbers.quantity(paths);
  return html`${table({
      caption: msg("Chance of a liquidation, simulated"),
      narrow: "wordy",
      heads: [msg("Within", { desc: "Within so many days" }), msg("Chance"), msg("Standard error")],
      rows: odds.map(({ days, probability, standardError }) => [
        withinWords(days, numbers),
        probability === 0 ? msg("none seen") : chanceWords(probability, numbers),
        probability === 0 ? "–" : `± ${numbers.rate(Number(standardError.toPrecision(2)))}`,
      ]),
    })}
    <p class="hint">
      ${msg(str`From ${count} simulated paths. No published figure and no forecast: real prices jump, and swing more when they fall, so the real chances are likely to be higher.`)}
    </p>`;
}

function withinWords(days: number, numbers: Numbers): string {
  return days === 1 ? msg("1 day") : msg(str`${numbers.quantity(days)} days`);
}
