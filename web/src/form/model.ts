// SPDX-License-Identifier: MIT
//
// What the form holds: what the reader typed, as text, and nothing that could be derived from it.
import type { Levels, MarginBasis, Side } from "#margin";

/** Rows the form, its link and its file can hold. */
export const kMostCollateral = 32;
export const kMostPositions = 64;

export interface CollateralRow {
  /** Tells rows apart while they are edited; never saved. */
  key: number;
  asset: string;
  /** Units of the asset. */
  quantity: string;
  /** Percent; null follows the rulebook. */
  haircut: string | null;
}

/** Cross, or isolated with its margin stated as a leverage or as an amount. */
export type MarginChoice = "cross" | "maxLeverage" | "isolatedMargin";

export interface PositionRow {
  key: number;
  contract: string;
  side: Side;
  /** Contracts. */
  size: string;
  /** USD. */
  entryPrice: string;
  /** USD; empty for the index price. */
  markPrice: string;
  margin: MarginChoice;
  /** Used where `margin` is "maxLeverage". */
  maxLeverage: string;
  /** USD; used where `margin` is "isolatedMargin". */
  isolatedMargin: string;
}

export interface Form {
  title: string;
  /** Id of a built-in rulebook. */
  rulebook: string;
  /** Empty follows the rulebook. */
  marginBasis: MarginBasis | "";
  /** Empty follows the rulebook. */
  levels: Levels | "";
  profitCurrency: string;
  collateral: CollateralRow[];
  positions: PositionRow[];
  /** Index price by asset, USD; also of assets that no row uses now, so that a price survives a changed choice. */
  prices: Record<string, string>;
}

export const kDefaultRulebook = "kraken-global";

export function emptyForm(): Form {
  return {
    title: "",
    rulebook: kDefaultRulebook,
    marginBasis: "",
    levels: "",
    profitCurrency: "USD",
    collateral: [],
    positions: [],
    // No prototype: "constructor" or "__proto__" in a link is an asset like any other.
    prices: Object.create(null) as Record<string, string>,
  };
}

let lastKey = 0;

export function collateralRow(row: Partial<CollateralRow>): CollateralRow {
  return { asset: "USD", quantity: "", haircut: null, ...row, key: ++lastKey };
}

export function positionRow(row: Partial<PositionRow>): PositionRow {
  return {
    contract: "",
    side: "long",
    size: "",
    entryPrice: "",
    markPrice: "",
    margin: "cross",
    maxLeverage: "",
    isolatedMargin: "",
    ...row,
    key: ++lastKey,
  };
}

/** A copy that shares nothing, keys kept. */
export function copyForm(form: Form): Form {
  return {
    ...form,
    collateral: form.collateral.map((row) => ({ ...row })),
    positions: form.positions.map((row) => ({ ...row })),
    prices: Object.assign(Object.create(null) as Record<string, string>, form.prices),
  };
}

/** The id of the input for one value: the element's field, and the place a problem is shown at. */
export const field = {
  collateral: (row: CollateralRow, name: "asset" | "quantity" | "price" | "haircut") => `collateral-${row.key}-${name}`,
  position: (row: PositionRow, name: Exclude<keyof PositionRow, "key">) => `position-${row.key}-${name}`,
  price: (asset: string) => `price-${asset}`,
  rulebook: "rulebook",
  marginBasis: "marginBasis",
  levels: "levels",
  profitCurrency: "profitCurrency",
  title: "title",
} as const;
