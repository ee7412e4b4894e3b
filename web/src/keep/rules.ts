// SPDX-License-Identifier: MIT
//
// The rules that a result was worked out under, in lines.
import { msg, str } from "@lit/localize";

import type { Rulebook } from "#margin";
import { changedFigures, figureOf, figureText } from "../form/figures.ts";
import { levelsOf, marginBasisOf, switchOf } from "../form/rulebooks.ts";
import type { Numbers } from "../format/numbers.ts";
import type { Result } from "../parts/view.ts";
import { policyWords } from "../words/glossary.ts";
import { originWords } from "../words/origins.ts";
import type { Line } from "./lines.ts";

/** `builtIn` is the rulebook as it was before the reader's own figures. */
export function rulesOf({ scenario, rulebook }: Result, builtIn: Rulebook, numbers: Numbers): Line[] {
  const { client, asOf, volume30d } = scenario;
  const origin = originWords(builtIn);
  const coins = scenario.wallets.some(({ type }) => type !== "us-futures");
  return [
    [msg("Rulebook"), msg(str`${builtIn.title}, in effect from ${dateText(builtIn.effective, numbers)}`)],
    ...(origin === undefined ? [] : [[msg("Origin of the rulebook"), origin] as const]),
    ...(coins ? policyLines(scenario.policy ?? {}, rulebook) : []),
    ...(client === "retail" ? [[msg("Client"), msg("retail")] as const] : []),
    ...(volume30d ? [[msg("Volume of the last 30 days"), numbers.usd(volume30d)] as const] : []),
    ...(asOf ? [[msg("As of"), momentText(asOf, numbers)] as const] : []),
    ...ownFigures(rulebook, builtIn, numbers),
  ];
}

function policyLines(policy: NonNullable<Result["scenario"]["policy"]>, rulebook: Rulebook): Line[] {
  const basis = policy.marginBasis ?? marginBasisOf(rulebook);
  const levels = policy.levels ?? levelsOf(rulebook);
  const switched = (name: "netting" | "collateralFee" | "closingFee", label: string): Line[] => {
    const chosen = policy[name];
    if (chosen === undefined || chosen === switchOf(rulebook, name)) return [];
    return [[label, policyWords[name][chosen ? "on" : "off"]]];
  };
  return [
    [msg("Margin is charged on"), basis === "entry" ? msg("the entry price") : msg("the mark price")],
    [
      msg("Levels of the margin schedule"),
      levels === "flat" ? msg("flat: one percentage for the whole position") : msg("marginal: slice by slice"),
    ],
    ...switched("netting", msg("Long and short on one underlying")),
    ...switched("collateralFee", msg("Conversion fee in the haircut")),
    ...switched("closingFee", msg("Closing fee in the margin")),
  ];
}

function ownFigures(rulebook: Rulebook, builtIn: Rulebook, numbers: Numbers): Line[] {
  const figures = [...changedFigures(rulebook, builtIn)].flatMap(([key, value]) => {
    const figure = figureOf(builtIn, key);
    if (!figure) return [];
    const unit = figure.unit === "%" ? "%" : ` ${figure.unit}`;
    const own = figureText({ ...figure, value }, numbers) + unit;
    const usual = figureText(figure, numbers) + unit;
    return [[figure.label, msg(str`${own}, your figure; the rulebook has ${usual}`)] as const];
  });
  const expiries = rulebook.contracts.flatMap(({ symbol, expiry }) => {
    const usual = builtIn.contracts.find((contract) => contract.symbol === symbol)?.expiry;
    return expiry === undefined || expiry === usual ? [] : [[msg(str`Expiry of ${symbol}`), dateText(expiry, numbers)] as const];
  });
  return [...figures, ...expiries];
}

/** "November 25, 2026", of a day without a time wherever one reads it. */
export function dateText(date: string, { locale }: Numbers): string {
  const time = new Date(date);
  if (Number.isNaN(time.getTime())) return date;
  const zone = /^\d{4}-\d\d-\d\d$/.test(date) ? { timeZone: "UTC" } : {};
  return new Intl.DateTimeFormat(locale, { dateStyle: "long", ...zone }).format(time);
}

/** With the time of day, where the reader is. */
export function momentText(moment: string, { locale }: Numbers): string {
  const time = new Date(moment);
  if (Number.isNaN(time.getTime())) return moment;
  const format = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(locale, format).format(time);
}
