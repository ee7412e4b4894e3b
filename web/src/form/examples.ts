// SPDX-License-Identifier: MIT
//
// All worked examples: those of the first screen, and those that open below them.
import { msg } from "@lit/localize";

import { firstPresets, type Preset } from "./presets.ts";

export function furtherPresets(): readonly Preset[] {
  const multi = msg("Multi-collateral");
  return [
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

export function presets(): readonly Preset[] {
  return [...firstPresets(), ...furtherPresets()];
}
