// SPDX-License-Identifier: MIT
//
// Worked examples, from the articles that this page accompanies, as links of the page.
import type { Numbers } from "../format/numbers.ts";
import type { Form } from "./model.ts";
import { readFragment } from "./read-fragment.ts";

export interface Preset {
  title: string;
  /** One line on what it shows. */
  shows: string;
  /** The account it is kept in, in words. */
  account: string;
  /** As behind the # of the page's address. */
  link: string;
}

const kMulti = "Multi-collateral";

export const presets: readonly Preset[] = [
  {
    title: "1 BTC pledged, $500,000 long BTC",
    shows: "Collateral and position fall together.",
    account: kMulti,
    link: "v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000",
  },
  {
    title: "ETH pledged, SOL long",
    shows: "A fall of ETH can liquidate although SOL stands still.",
    account: kMulti,
    link: "v=1&c=ETH:10@4000&p=PF_SOLUSD:long:500@200&i=SOL:200",
  },
  {
    title: "ETH pledged, ETH short as a hedge",
    shows: "What the coins lose, the short position gains.",
    account: kMulti,
    link: "v=1&c=ETH:10@4000&p=PF_ETHUSD:short:10@4000",
  },
  {
    title: "Stablecoin pledged, BTC long",
    shows: "Only the position moves.",
    account: kMulti,
    link: "v=1&c=USDC:20000@1&p=PF_XBTUSD:long:0.5@100000&i=BTC:100000",
  },
  {
    title: "BTC and a stablecoin pledged, BTC long",
    shows: "With two kinds of collateral the fall of one weighs less.",
    account: kMulti,
    link: "v=1&c=BTC:0.5@100000,USDC:50000@1&p=PF_XBTUSD:long:3@100000",
  },
  {
    title: "A perpetual long, a dated future short",
    shows: "A calendar spread: margin is charged on the larger side only.",
    account: kMulti,
    link: "v=2&a=2026-11-23T10:00:00-06:00&c=USD:10000&p=PF_XBTUSD:long:1@100000,FF_XBTUSD:short:1.5@102000~101500&i=BTC:100000&s=FF_XBTUSD:2026-12-25",
  },
  {
    title: "Orders before they are sent",
    shows: "One that rests, one at market, a stop-loss, a take-profit and one that is rejected.",
    account: kMulti,
    link: "v=2&c=ETH:10@4000,USD:5000&p=PF_XBTUSD:long:1@98000&o=PF_XBTUSD:long:0.5@97000,PF_XBTUSD:long:1:market,PF_XBTUSD:short:1:stop:g90000:reduce,PF_XBTUSD:short:1:take-profit:g110000:reduce,PF_XBTUSD:long:1@99000:reduce&x=ETH:2:out&i=BTC:100000&d=PF_XBTUSD:99990@1;99950@2:100010@0.4;100100@0.4;102000@5",
  },
  {
    title: "A loss without the dollars to pay it",
    shows: "Interest, funding, and what the exchange sells to cover a debt.",
    account: kMulti,
    link: "v=2&c=USD:-500,USDC:5000@1,BTC:1@90000&p=PF_XBTUSD:long:4@100000&f=PF_XBTUSD:0.01&e=interest/ratePerYear:10",
  },
  {
    title: "0.01 BTC behind 1,000 inverse contracts",
    shows: "Bought at $8,000, liquidated at $7,481 under margin on the mark price.",
    account: "Single-collateral",
    link: "v=2&b=mark&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=BTC:8000",
  },
  {
    title: "Micro Bitcoin held past the close",
    shows: "Enough for the day, too little for the night: what happens at 3:45 pm in Chicago.",
    account: "US futures",
    link: "v=2&r=kraken-us&a=2026-11-23T15:40:00-06:00&w=us:4000&p=MBT:long:2@100000&i=BTC:100000",
  },
];

/** Prices of the examples, offered as a start when the reader picks one of these assets. */
export const examplePrices: Readonly<Record<string, number>> = Object.assign(
  Object.create(null) as Record<string, number>,
  { BTC: 100000, ETH: 4000, SOL: 200, USDC: 1, USDT: 1 },
);

export function presetForm(preset: Preset, numbers: Numbers): Form {
  return readFragment(preset.link, numbers).form;
}
