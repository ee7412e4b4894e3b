// SPDX-License-Identifier: MIT
//
// The worked examples of the article that this page accompanies.
import type { Numbers } from "../format/numbers.ts";
import { collateralRow, emptyForm, positionRow, type Form } from "./model.ts";
import type { Side } from "#margin";

export interface Preset {
  title: string;
  /** One line on what it shows. */
  shows: string;
  collateral: [asset: string, quantity: number];
  position: [contract: string, side: Side, size: number, entryPrice: number];
  prices: Record<string, number>;
}

export const presets: readonly Preset[] = [
  {
    title: "1 BTC pledged, $500,000 long BTC",
    shows: "Collateral and position fall together.",
    collateral: ["BTC", 1],
    position: ["PF_XBTUSD", "long", 5, 100000],
    prices: { BTC: 100000 },
  },
  {
    title: "ETH pledged, SOL long",
    shows: "A fall of ETH can liquidate although SOL stands still.",
    collateral: ["ETH", 10],
    position: ["PF_SOLUSD", "long", 500, 200],
    prices: { ETH: 4000, SOL: 200 },
  },
  {
    title: "ETH pledged, ETH short as a hedge",
    shows: "What the coins lose, the short position gains.",
    collateral: ["ETH", 10],
    position: ["PF_ETHUSD", "short", 10, 4000],
    prices: { ETH: 4000 },
  },
  {
    title: "Stablecoin pledged, BTC long",
    shows: "Only the position moves.",
    collateral: ["USDC", 20000],
    position: ["PF_XBTUSD", "long", 0.5, 100000],
    prices: { USDC: 1, BTC: 100000 },
  },
];

/** Prices of the examples, offered as a start when the reader picks one of these assets. */
export const examplePrices: Readonly<Record<string, number>> = Object.assign(
  Object.create(null) as Record<string, number>,
  ...presets.map((preset) => preset.prices),
  { USDT: 1 },
);

export function presetForm(preset: Preset, numbers: Numbers): Form {
  const form = emptyForm();
  const [asset, quantity] = preset.collateral;
  const [contract, side, size, entryPrice] = preset.position;
  form.collateral.push(collateralRow({ asset, quantity: numbers.text(quantity) }));
  form.positions.push(positionRow({ contract, side, size: numbers.text(size), entryPrice: numbers.text(entryPrice) }));
  for (const [priced, price] of Object.entries(preset.prices)) form.prices[priced] = numbers.text(price);
  return form;
}
