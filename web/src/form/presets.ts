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

export function presets(): readonly Preset[] {
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
    {
      id: "eth-hedge",
      title: msg("ETH pledged, ETH short as a hedge"),
      shows: msg("What the coins lose, the short position gains."),
      account: multi,
      link: "v=1&c=ETH:10@4000&p=PF_ETHUSD:short:10@4000",
    },
    {
      id: "stablecoin",
      title: msg("Stablecoin pledged, BTC long"),
      shows: msg("Only the position moves."),
      account: multi,
      link: "v=1&c=USDC:20000@1&p=PF_XBTUSD:long:0.5@100000&i=BTC:100000",
    },
    {
      id: "diversified",
      title: msg("BTC and a stablecoin pledged, BTC long"),
      shows: msg("With two kinds of collateral the fall of one weighs less."),
      account: multi,
      link: "v=1&c=BTC:0.5@100000,USDC:50000@1&p=PF_XBTUSD:long:3@100000",
    },
    {
      id: "spread",
      title: msg("A perpetual long, a dated future short"),
      shows: msg("A calendar spread: margin is charged on the larger side only."),
      account: multi,
      link: "v=2&a=2026-11-23T10:00:00-06:00&c=USD:10000&p=PF_XBTUSD:long:1@100000,FF_XBTUSD:short:1.5@102000~101500&i=BTC:100000&s=FF_XBTUSD:2026-12-25",
    },
    {
      id: "spread-liquidated",
      title: msg("A netted spread, liquidated all the same"),
      shows: msg("Long and short are of one size, but the dated contract’s premium has grown."),
      account: multi,
      link: "v=2&a=2026-11-23T10:00:00-06:00&c=USD:2900&p=PF_XBTUSD:long:1@35000,FF_XBTUSD:short:1@35500~38000&i=BTC:35000&s=FF_XBTUSD:2027-02-19",
    },
    {
      id: "orders",
      title: msg("Orders before they are sent"),
      shows: msg("One that rests, one at market, a stop-loss, a take-profit and one that is rejected."),
      account: multi,
      link: "v=2&c=ETH:10@4000,USD:5000&p=PF_XBTUSD:long:1@98000&o=PF_XBTUSD:long:0.5@97000,PF_XBTUSD:long:1:market,PF_XBTUSD:short:1:stop:g90000:reduce,PF_XBTUSD:short:1:take-profit:g110000:reduce,PF_XBTUSD:long:1@99000:reduce&x=ETH:2:out&i=BTC:100000&d=PF_XBTUSD:99990@1;99950@2:100010@0.4;100100@0.4;102000@5",
    },
    {
      id: "debt",
      title: msg("A loss without the dollars to pay it"),
      shows: msg("Interest, funding, and what the exchange sells to cover a debt."),
      account: multi,
      link: "v=2&c=USD:-500,USDC:5000@1,BTC:1@90000&p=PF_XBTUSD:long:4@100000&f=PF_XBTUSD:0.01&e=interest/ratePerYear:10",
    },
  ];
}

/** Prices of the examples, offered as a start when the reader picks one of these assets. */
export const examplePrices: Readonly<Record<string, number>> = Object.assign(
  Object.create(null) as Record<string, number>,
  { BTC: 100000, ETH: 4000, SOL: 200, USDC: 1, USDT: 1 },
);
