// SPDX-License-Identifier: MIT
//
// What a new row starts with: something not yet in the account, with a price to start from where there is one.
import type { Rulebook } from "#margin";
import type { Numbers } from "../format/numbers.ts";
import { collateralRow, positionRow, type CollateralRow, type Form, type PositionRow } from "./model.ts";
import { examplePrices } from "./presets.ts";
import { linearContracts, underlyingOf } from "./rulebooks.ts";

const kFirstAssets = ["USD", "BTC", "ETH", "USDC"];
const kFirstContracts = ["PF_XBTUSD", "PF_ETHUSD", "PF_SOLUSD"];

export function addCollateral(form: Form, rulebook: Rulebook, numbers: Numbers): CollateralRow {
  const used = new Set(form.collateral.map(({ asset }) => asset));
  const asset = [...kFirstAssets, ...Object.keys(rulebook.assets)].find((candidate) => !used.has(candidate)) ?? "USD";
  suggestPrice(form, asset, numbers);
  const row = collateralRow({ asset });
  form.collateral.push(row);
  return row;
}

export function addPosition(form: Form, rulebook: Rulebook, numbers: Numbers): PositionRow {
  const used = new Set(form.positions.map(({ contract }) => contract));
  const symbols = linearContracts(rulebook).map(({ symbol }) => symbol);
  const contract =
    [...kFirstContracts.filter((symbol) => symbols.includes(symbol)), ...symbols].find((symbol) => !used.has(symbol)) ??
    "";
  const underlying = underlyingOf(rulebook, contract);
  suggestPrice(form, underlying, numbers);
  const row = positionRow({ contract, entryPrice: form.prices[underlying] ?? "" });
  form.positions.push(row);
  return row;
}

/** Fills in the example's price of an asset that has none yet. */
export function suggestPrice(form: Form, asset: string, numbers: Numbers): void {
  const example = examplePrices[asset];
  if (form.prices[asset] === undefined && example !== undefined) form.prices[asset] = numbers.text(example);
}

/** Whether a price is still the example's, so that nobody takes it for today's. */
export function isExamplePrice(form: Form, asset: string, numbers: Numbers): boolean {
  const example = examplePrices[asset];
  return example !== undefined && example !== 1 && form.prices[asset] === numbers.text(example);
}
