// SPDX-License-Identifier: MIT
//
// From the form to the scenario document, and from a place in that document back to the form's field.
import type { MultiCollateralWallet, Policy, Position, Rulebook, Scenario } from "#margin";
import { readNumber, shiftedDecimal } from "../format/parse.ts";
import { field, type CollateralRow, type Form, type PositionRow } from "./model.ts";
import { assetOf, contractOf, withHaircuts } from "./rulebooks.ts";

export interface Draft {
  /** Complete only where `problems` is empty. */
  scenario: Scenario;
  /** What is wrong, by field. */
  problems: Map<string, string>;
  /** The field that a JSON Pointer into the scenario belongs to. */
  places: Map<string, string>;
}

/** One step of a JSON Pointer. */
export function pointerStep(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The scenario the form describes, under a built-in rulebook. */
export function draftScenario(form: Form, rulebook: Rulebook, locale: string): Draft {
  const problems = new Map<string, string>();
  const places = new Map<string, string>();

  const number = (id: string, pointer: string, text: string): number => {
    places.set(pointer, id);
    const reading = readNumber(text, locale);
    if (!reading) problems.set(id, text.trim() === "" ? "Enter a number." : "This is not a number this page can read.");
    return reading?.value ?? 0;
  };

  const wallet: MultiCollateralWallet = { type: "multi-collateral" };
  const haircuts = new Map<string, number>();
  const prices: Record<string, number> = Object.create(null) as Record<string, number>;
  const marks: Record<string, number> = Object.create(null) as Record<string, number>;

  if (form.profitCurrency !== "USD") wallet.profitCurrency = form.profitCurrency;
  places.set("/wallets/0/profitCurrency", field.profitCurrency);

  wallet.collateral = form.collateral.map((row, index) => {
    const pointer = `/wallets/0/collateral/${index}`;
    places.set(pointer, field.collateral(row, "asset"));
    if (!assetOf(rulebook, row.asset) && row.asset !== "USD") {
      problems.set(field.collateral(row, "asset"), "This rulebook does not take it as collateral.");
    }
    if (row.haircut !== null) {
      const at = `/rulebook/assets/${pointerStep(row.asset)}/haircut`;
      const percent = number(field.collateral(row, "haircut"), at, row.haircut);
      haircuts.set(row.asset, shiftedDecimal(percent, -2));
    }
    return {
      asset: row.asset,
      quantity: number(field.collateral(row, "quantity"), `${pointer}/quantity`, row.quantity),
    };
  });

  wallet.positions = form.positions.map((row, index) => {
    const pointer = `/wallets/0/positions/${index}`;
    places.set(pointer, field.position(row, "contract"));
    if (!contractOf(rulebook, row.contract)) {
      problems.set(field.position(row, "contract"), "This rulebook has no such contract.");
    }
    if (row.markPrice.trim() !== "") {
      const at = `/marks/${pointerStep(row.contract)}`;
      marks[row.contract] = number(field.position(row, "markPrice"), at, row.markPrice);
    }
    const open = {
      contract: row.contract,
      side: row.side,
      size: number(field.position(row, "size"), `${pointer}/size`, row.size),
      entryPrice: number(field.position(row, "entryPrice"), `${pointer}/entryPrice`, row.entryPrice),
    };
    return withMargin(open, row, pointer, number);
  });

  for (const { asset, id } of pricedAssets(form, rulebook)) {
    prices[asset] = number(id, `/prices/${pointerStep(asset)}`, form.prices[asset] ?? "");
  }
  // Prices that no row uses now are kept: they came from a file or a former choice. The module takes only
  // prices of what the rulebook knows.
  for (const [asset, text] of Object.entries(form.prices)) {
    if (asset in prices || asset === "USD" || !isPriced(rulebook, asset)) continue;
    const reading = readNumber(text, locale);
    if (reading && reading.value > 0) prices[asset] = reading.value;
  }

  const policy: Policy = {};
  if (form.marginBasis) policy.marginBasis = form.marginBasis;
  if (form.levels) policy.levels = form.levels;
  places.set("/rulebook", field.rulebook);
  places.set("/policy/marginBasis", field.marginBasis);
  places.set("/policy/levels", field.levels);
  places.set("/title", field.title);

  const scenario: Scenario = {
    format: "margin-scenario/1",
    ...(form.title && { title: form.title }),
    rulebook: haircuts.size > 0 ? withHaircuts(rulebook, haircuts) : rulebook.id,
    ...(Object.keys(policy).length > 0 && { policy }),
    prices: { ...prices },
    ...(Object.keys(marks).length > 0 && { marks: { ...marks } }),
    wallets: [wallet],
  };
  return { scenario, problems, places };
}

function isPriced(rulebook: Rulebook, asset: string): boolean {
  return assetOf(rulebook, asset) !== undefined || rulebook.contracts.some(({ underlying }) => underlying === asset);
}

function withMargin(
  open: { contract: string; side: "long" | "short"; size: number; entryPrice: number },
  row: PositionRow,
  pointer: string,
  number: (id: string, pointer: string, text: string) => number,
): Position {
  if (row.margin === "cross") return open;
  const value = number(field.position(row, row.margin), `${pointer}/${row.margin}`, row[row.margin]);
  return row.margin === "maxLeverage"
    ? { ...open, margin: "isolated", maxLeverage: value }
    : { ...open, margin: "isolated", isolatedMargin: value };
}

/** An asset whose price is asked for, once, and the field that asks. */
export interface PricedAsset {
  asset: string;
  id: string;
  /** The row that asks for it; absent where the asset is traded but not held. */
  row?: CollateralRow;
}

/** Every asset the account uses but USD: those held, in their own rows, then underlyings that are not held. */
export function pricedAssets(form: Form, rulebook: Rulebook): PricedAsset[] {
  const assets = new Map<string, PricedAsset>();
  const add = (asset: string, priced: Omit<PricedAsset, "asset">) => {
    if (asset !== "" && asset !== "USD" && !assets.has(asset)) assets.set(asset, { asset, ...priced });
  };
  for (const row of form.collateral) add(row.asset, { id: field.collateral(row, "price"), row });
  for (const row of form.positions) {
    const underlying = contractOf(rulebook, row.contract)?.underlying ?? "";
    add(underlying, { id: field.price(underlying) });
  }
  return [...assets.values()];
}

/** The field that a pointer, or the nearest place above it, belongs to. */
export function placeOf(places: ReadonlyMap<string, string>, pointer: string): string | undefined {
  for (let at = pointer; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const id = places.get(at);
    if (id) return id;
  }
  return undefined;
}
