// SPDX-License-Identifier: MIT
//
// A page that says at which price the article's account, 1 BTC pledged and 5 BTC long, is liquidated, and lets its
// reader try others: the element begins with the same one.
import "margin-calculator/element";
import { loadMargin, type Errors, type Report, type Scenario } from "margin-calculator/evaluate";

const scenario: Scenario = {
  format: "margin-scenario/1",
  rulebook: "kraken-global",
  prices: { BTC: 100000 },
  wallets: [
    {
      type: "multi-collateral",
      collateral: [{ asset: "BTC", quantity: 1 }],
      positions: [{ contract: "PF_XBTUSD", side: "long", size: 5, entryPrice: 100000 }],
    },
  ],
};

function sentence(answer: Report | Errors): string {
  if ("errors" in answer) return answer.errors.map(({ path, message }) => `${path}: ${message}`).join("\n");
  const price = answer.wallets[0]?.factors.find(({ factor }) => factor === "BTC")?.below?.price;
  return price === undefined ? "No fall of BTC liquidates it." : `Liquidated where BTC falls to ${price.toFixed(2)} USD.`;
}

const margin = await loadMargin();
document.getElementById("answer")?.replaceChildren(sentence(margin.evaluate(scenario)));
