// SPDX-License-Identifier: MIT
//
// From a scenario document to the form. Nothing is lost in silence: the form's own document is compared with
// the one that was read, and what the form could not hold is named.
import type { Position, Rulebook, Scenario } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { shiftedDecimal } from "../format/parse.ts";
import { collateralRow, emptyForm, kMostCollateral, kMostPositions, positionRow, type Form } from "./model.ts";
import { assetOf, rulebookOf } from "./rulebooks.ts";
import { draftScenario, pointerStep } from "./scenario.ts";

export interface Filled {
  form: Form;
  /** JSON Pointers to what the form cannot show; empty where it shows all. */
  beyond: string[];
}

/** The form for a scenario that the module has accepted. */
export function formOfScenario(scenario: Scenario, rulebooks: readonly Rulebook[], numbers: Numbers): Filled {
  const form = emptyForm();
  const id = typeof scenario.rulebook === "string" ? scenario.rulebook : scenario.rulebook.id;
  const builtIn = rulebookOf(rulebooks, id);
  form.rulebook = builtIn.id;
  form.title = scenario.title ?? "";
  form.marginBasis = scenario.policy?.marginBasis ?? "";
  form.levels = scenario.policy?.levels ?? "";
  for (const [asset, price] of Object.entries(scenario.prices)) {
    if (asset !== "USD") form.prices[asset] = numbers.text(price);
  }
  const wallet = scenario.wallets[0];
  if (wallet?.type === "multi-collateral") {
    form.profitCurrency = wallet.profitCurrency ?? "USD";
    for (const { asset, quantity } of (wallet.collateral ?? []).slice(0, kMostCollateral)) {
      const haircut = changedHaircut(scenario, builtIn, asset);
      form.collateral.push(
        collateralRow({
          asset,
          quantity: numbers.text(quantity),
          haircut: haircut === undefined ? null : numbers.text(shiftedDecimal(haircut, 2)),
        }),
      );
    }
    for (const position of (wallet.positions ?? []).slice(0, kMostPositions)) {
      form.positions.push(rowOf(position, scenario, numbers));
    }
  }
  const own = draftScenario(form, builtIn, numbers.locale).scenario;
  // A built-in rulebook written out in full is the built-in one.
  const given = differences(scenario.rulebook, builtIn).length === 0 ? { ...scenario, rulebook: id } : scenario;
  return { form, beyond: differences(essential(given), essential(own)) };
}

function rowOf(position: Position, scenario: Scenario, numbers: Numbers) {
  const mark = scenario.marks && Object.hasOwn(scenario.marks, position.contract) && scenario.marks[position.contract];
  const row = positionRow({
    contract: position.contract,
    side: position.side,
    size: numbers.text(position.size),
    entryPrice: numbers.text(position.entryPrice),
    markPrice: typeof mark === "number" ? numbers.text(mark) : "",
  });
  if ("maxLeverage" in position) {
    row.margin = "maxLeverage";
    row.maxLeverage = numbers.text(position.maxLeverage);
  } else if ("isolatedMargin" in position) {
    row.margin = "isolatedMargin";
    row.isolatedMargin = numbers.text(position.isolatedMargin);
  }
  return row;
}

function changedHaircut(scenario: Scenario, builtIn: Rulebook, asset: string): number | undefined {
  if (typeof scenario.rulebook === "string") return undefined;
  const haircut = assetOf(scenario.rulebook, asset)?.haircut;
  return haircut === assetOf(builtIn, asset)?.haircut ? undefined : haircut;
}

/** The document without what only repeats a default, as plain data to compare. */
function essential(scenario: Scenario): unknown {
  const data = structuredClone(scenario) as unknown as Record<string, unknown>;
  drop(data, { client: "professional", title: "", volume30d: 0 });
  dropEmpty(data, "policy", "marks", "fundingRates");
  drop(data["prices"], { USD: 1 });
  for (const wallet of data["wallets"] as Record<string, unknown>[]) {
    drop(wallet, { profitCurrency: "USD" });
    for (const position of (wallet["positions"] ?? []) as unknown[]) {
      drop(position, { margin: "cross", unrealizedFunding: 0 });
    }
    dropEmpty(wallet, "collateral", "positions", "orders");
  }
  return data;
}

function drop(data: unknown, defaults: Record<string, unknown>): void {
  const record = data as Record<string, unknown>;
  for (const [name, value] of Object.entries(defaults)) if (record[name] === value) delete record[name];
}

function dropEmpty(data: Record<string, unknown>, ...names: string[]): void {
  for (const name of names) {
    const value = data[name];
    if (typeof value === "object" && value !== null && Object.keys(value).length === 0) delete data[name];
  }
}

/** Pointers to the values of `a` that `b` has not, or has otherwise, and to those only `b` has. */
function differences(a: unknown, b: unknown, pointer = ""): string[] {
  if (Object.is(a, b)) return [];
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return [pointer];
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].flatMap((name) => {
    const at = `${pointer}/${pointerStep(name)}`;
    if (!Object.hasOwn(a, name) || !Object.hasOwn(b, name)) return [at];
    return differences((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name], at);
  });
}
