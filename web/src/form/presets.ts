// SPDX-License-Identifier: MIT
//
// Worked examples, from the articles that this page accompanies, as links of the page.
import { msg } from "@lit/localize";

import type { Numbers } from "../format/numbers.ts";
import { bareForm, collateralRow, positionRow, walletRow, type Form } from "./model.ts";

export interface Preset {
  id: string;
  title: string;
  /** One line on what it shows. */
  shows: string;
  /** The account it is kept in, in words. */
  account: string;
  /** As behind the # of the page's address. */
  link: string;
}

/** The example that the page begins with; the same as firstForm(). */
export const firstExample = { id: "btc-long", link: "v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000" } as const;

/** The first example without what reads links, so that it is there first. */
export function firstForm(numbers: Numbers): Form {
  const price = numbers.text(100000);
  const form = bareForm();
  form.prices["BTC"] = price;
  const collateral = [collateralRow({ asset: "BTC", quantity: numbers.text(1) })];
  const positions = [positionRow({ contract: "PF_XBTUSD", size: numbers.text(5), entryPrice: price })];
  return { ...form, wallets: [walletRow({ collateral, positions })] };
}

/** The examples of the first screen; examples.ts has all. */
export function firstPresets(): readonly Preset[] {
  const multi = msg("Multi-collateral");
  return [
    {
      id: firstExample.id,
      title: msg("1 BTC pledged, $500,000 long BTC"),
      shows: msg("Collateral and position fall together."),
      account: multi,
      link: firstExample.link,
    },
    {
      id: "eth-sol",
      title: msg("ETH pledged, SOL long"),
      shows: msg("A fall of ETH can liquidate although SOL stands still."),
      account: multi,
      link: "v=1&c=ETH:10@4000&p=PF_SOLUSD:long:500@200&i=SOL:200",
    },
    {
      id: "inverse",
      title: msg("0.01 BTC behind 1,000 inverse contracts"),
      shows: msg("Bought at $8,000, liquidated at $7,481 under margin on the mark price."),
      account: msg("Single-collateral"),
      link: "v=2&b=mark&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=BTC:8000",
    },
    {
      id: "us-close",
      title: msg("Micro Bitcoin held past the close"),
      shows: msg("Enough for the day, too little for the night: what happens at 3:45 pm in Chicago."),
      account: msg("US futures"),
      link: "v=2&r=kraken-us&a=2026-11-23T15:40:00-06:00&w=us:4000&p=MBT:long:2@100000&i=BTC:100000",
    },
  ];
}

/** Prices of the examples, offered as a start when the reader picks one of these assets. */
export const examplePrices: Readonly<Record<string, number>> = Object.assign(
  Object.create(null) as Record<string, number>,
  { BTC: 100000, ETH: 4000, SOL: 200, USDC: 1, USDT: 1 },
);
