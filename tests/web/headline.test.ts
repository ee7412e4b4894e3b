// SPDX-License-Identifier: MIT
//
// The sentence for real reports of the shipped module. The figures in the sentences are worked out by hand.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import type { MultiCollateralWallet, Policy } from "#margin";
import { rulebookOf } from "../../web/src/form/rulebooks.ts";
import { presets } from "../../web/src/form/examples.ts";
import { headline } from "../../web/src/words/headline.ts";
import { plainWords, type Headline } from "../../web/src/words/sentences.ts";
import { evaluateForm } from "../../web/src/element/evaluation.ts";
import { calculator, numbers } from "./module.ts";
import { presetForm } from "./presets.ts";

const rulebook = rulebookOf(calculator.rulebooks, "kraken-global");

function headlineOf(
  prices: Record<string, number>,
  wallet: Omit<MultiCollateralWallet, "type">,
  policy: Policy = {},
): Headline {
  const answer = calculator.evaluate({
    format: "margin-scenario/1",
    rulebook: "kraken-global",
    policy,
    prices,
    wallets: [{ type: "multi-collateral", ...wallet }],
  });
  assert.ok("wallets" in answer, JSON.stringify(answer));
  return headline(answer.wallets[0]!, rulebook, numbers);
}

function says(actual: Headline, tone: string, lead: string, notes: string[] = []): void {
  assert.equal(plainWords(actual.lead), lead);
  assert.deepEqual(
    actual.notes.map((note) => plainWords([note])),
    notes,
  );
  assert.equal(actual.tone, tone);
}

const btcLong = { contract: "PF_XBTUSD", side: "long", size: 5, entryPrice: 100000 } as const;

const examples: Readonly<Record<string, [lead: string, notes: string[], tone?: string]>> = {
  "btc-long": [
    "You control $500,000 of BTC contracts with $98,000 of margin equity: 5.1× leverage. If BTC falls 15.6% to $84,448, the position is liquidated.",
    [],
  ],
  "eth-sol": [
    "You control $100,000 of SOL contracts with $37,600 of margin equity: 2.7× leverage. If SOL falls 36.6% to $126.80, the position is liquidated.",
    [
      "If ETH falls 97.3% to $106.38, the position is liquidated, even if SOL does not move.",
      "If the whole crypto market falls together, 26.6% is enough to liquidate the position.",
    ],
  ],
  "eth-hedge": [
    "You control $40,000 of ETH contracts with $37,600 of margin equity: 1.1× leverage. If ETH rises 1,550% to $66,000, the position is liquidated.",
    [],
  ],
  stablecoin: [
    "You control $50,000 of BTC contracts with $19,600 of margin equity: 2.6× leverage. If BTC falls 38.2% to $61,800, the position is liquidated.",
    ["If USDC falls 97.4% to $0.02551, the position is liquidated, even if BTC does not move."],
  ],
  diversified: [
    // 0.5 × 0.98 x + 50,000 × 0.98 + 3 × 100,000 (x − 1) = 3,000, so that x = 254,000 / 349,000.
    "You control $300,000 of BTC contracts with $98,000 of margin equity: 3.1× leverage. If BTC falls 27.2% to $72,779, the position is liquidated.",
    [],
  ],
  spread: [
    // 10,750 of equity against 1 % of 1.5 × 102,000: what is net, 0.5 BTC short at 1.015 of the index, may lose 9,220;
    // 10,750 + 100,000 (x − 1) − 152,250 (x − 1) = 1,530, so that x = 61,470 / 52,250.
    "You control $100,000 of BTC long and $152,250 of BTC short contracts with $10,750 of margin equity: 23.5× leverage. If BTC rises 17.6% to $117,646, the positions are liquidated.",
    [],
  ],
  orders: [
    // 0.94 × 40,000 + 5,000 + 2,000 + 100,000 (x − 1) = 1 % of 98,000, so that x = 0.5638.
    "You control $100,000 of BTC contracts with $44,600 of margin equity: 2.2× leverage. If BTC falls 43.6% to $56,380, the position is liquidated.",
    [
      "If the whole crypto market falls together, 31.7% is enough to liquidate the position.",
    ],
  ],
  debt: [
    // 0.98 × (5,000 + 90,000 x) − 500 + 4 × (90,000 x − 100,000) = 4,000, so that x = 399,600 / 448,200.
    "You control $360,000 of BTC contracts with $52,600 of margin equity: 6.8× leverage. If BTC falls 10.8% to $80,241, the position is liquidated.",
    [],
  ],
  inverse: [
    // Mark basis: 1.01 × 1,000 / (0.01 + 1,000 / 8,000).
    "You control 0.125 BTC in PI_XBTUSD contracts with 0.01 BTC ($80.00) of margin equity: 12.5× leverage. If BTC falls 6.5% to $7,481, the position is liquidated.",
    [],
  ],
  "us-close": [
    // Two contracts of 0.1 BTC: 4,000 − 0.2 × 10,000 = 2 × 1,000.
    "You control $20,000 of BTC futures with $4,000: 5× leverage. The intraday margin in force now is $2,000. If BTC falls 10% to $90,000, your equity no longer covers it and positions may be liquidated.",
    [
      "At 3:45 PM on Monday in Chicago, in 5 minutes, initial margin of $5,500 comes into force, which your equity does not cover at today’s prices: liquidation is then likely.",
      "Your equity is below the initial margin of $5,500: the positions cannot be kept past the switch.",
      "The next forced liquidation costs $25.00, and the positions that are closed are not yours to choose.",
    ],
    "caution",
  ],
  "spread-liquidated": [
    // 2,900 − 2,500 of equity against 1 % of 35,500: 400 + 35,000 (x − 1) − 38,000 (x − 1) = 355, so that x = 1.015.
    "You control $35,000 of BTC long and $38,000 of BTC short contracts with $400.00 of margin equity: 182.5× leverage. If BTC rises 1.5% to $35,525, the positions are liquidated.",
    ["Margin equity is below the initial margin: positions can only be made smaller, not larger."],
    "caution",
  ],
};

for (const preset of presets()) {
  test(`headline of the example “${preset.title}”`, () => {
    const { result } = evaluateForm(calculator, presetForm(preset, numbers), "en");
    assert.ok(result);
    const [lead, notes, tone = "calm"] = examples[preset.id]!;
    says(headline(result.report.wallets[0]!, result.rulebook, numbers), tone, lead, notes);
  });
}

test("headline: nothing at all, and nothing open", () => {
  says(
    headlineOf({}, {}),
    "calm",
    "Add something you own and a position, and this sentence says what could liquidate it.",
  );
  says(
    headlineOf({}, { collateral: [{ asset: "USD", quantity: 250 }] }),
    "calm",
    "You have $250.00 of margin equity and no open position, so nothing can be liquidated.",
  );
});

test("headline: already in liquidation, with the way out", () => {
  // 0.98 × 84,000 − 5 × 16,000 = 2,320, not above 5,000.
  says(
    headlineOf({ BTC: 84000 }, { collateral: [{ asset: "BTC", quantity: 1 }], positions: [btcLong] }),
    "danger",
    "You control $420,000 of BTC contracts with $2,320 of margin equity: 181× leverage. That is not enough: more than $5,000 must be left to keep the position open, so the position is liquidated at today’s prices.",
    ["If BTC rose 0.53% to $84,448, it would be safe."],
  );
});

test("headline: losses larger than the collateral leave no leverage to speak of", () => {
  const { lead } = headlineOf({ BTC: 80000 }, { collateral: [{ asset: "BTC", quantity: 1 }], positions: [btcLong] });
  assert.match(
    plainWords(lead),
    /^You control \$400,000 of BTC contracts, but losses have used up the collateral: margin equity is −\$21,600\./,
  );
});

test("headline: a boundary above and one below", () => {
  // Profit in AVAX counts 0.5 × 0.995 = 0.4975: below today's price equity is 8,000 − 23,375 (1 − x), above it
  // 8,000 − 52,000 (x − 1), against 1,500.
  says(
    headlineOf(
      { BTC: 100000, AVAX: 20 },
      {
        profitCurrency: "AVAX",
        collateral: [
          { asset: "BTC", quantity: 1 },
          { asset: "USD", quantity: -90000 },
        ],
        positions: [{ contract: "PF_XBTUSD", side: "short", size: 1.5, entryPrice: 100000 }],
      },
    ),
    "calm",
    "You control $150,000 of BTC contracts with $8,000 of margin equity: 18.8× leverage. If BTC rises 12.5% to $112,500, the position is liquidated.",
    ["It is also liquidated if BTC falls 27.8% to $72,193."],
  );
});

test("headline: no liquidation price at all", () => {
  says(
    headlineOf(
      { BTC: 100000 },
      { collateral: [{ asset: "USD", quantity: 100000 }], positions: [{ ...btcLong, size: 0.5 }] },
    ),
    "calm",
    "You control $50,000 of BTC contracts with $100,000 of margin equity: 0.5× leverage. No rise or fall of a single price liquidates the position.",
  );
});

test("headline: an isolated position ends by itself", () => {
  // 1,000 set aside for 0.1 BTC: 1,000 + 0.1 (P − 100,000) = 100.
  const isolated = { ...btcLong, size: 0.1, margin: "isolated", maxLeverage: 10 } as const;
  says(
    headlineOf({ BTC: 100000 }, { collateral: [{ asset: "USD", quantity: 5000 }], positions: [isolated] }),
    "calm",
    "You control $10,000 of BTC contracts with $5,000 of margin equity: 2× leverage. If BTC falls 9% to $91,000, the isolated BTC long is liquidated.",
  );
  says(
    headlineOf({ BTC: 90500 }, { collateral: [{ asset: "USD", quantity: 5000 }], positions: [isolated] }),
    "danger",
    "You control $9,050 of BTC contracts with $4,050 of margin equity: 2.2× leverage. Already liquidated at today’s price: the isolated BTC long.",
  );
});

test("headline: between initial and maintenance margin", () => {
  // 0.98 × 85,000 − 5 × 15,000 = 8,300, below 10,000 and above 5,000.
  says(
    headlineOf({ BTC: 85000 }, { collateral: [{ asset: "BTC", quantity: 1 }], positions: [btcLong] }),
    "caution",
    "You control $425,000 of BTC contracts with $8,300 of margin equity: 51.2× leverage. If BTC falls 0.65% to $84,448, the position is liquidated.",
    ["Margin equity is below the initial margin: positions can only be made smaller, not larger."],
  );
});

test("headline: several positions", () => {
  const wallet = {
    collateral: [{ asset: "BTC", quantity: 1 }],
    positions: [btcLong, { contract: "PF_ETHUSD", side: "short", size: 10, entryPrice: 4000 } as const],
  };
  const two = plainWords(headlineOf({ BTC: 100000, ETH: 4000 }, wallet).lead);
  assert.match(
    two,
    /^You control \$500,000 of BTC and \$40,000 of ETH contracts with \$98,000 of margin equity: 5\.5× leverage\./,
  );
  assert.match(two, /, the positions are liquidated\.$/);
  const sol = { contract: "PF_SOLUSD", side: "long", size: 1, entryPrice: 200 } as const;
  const three = headlineOf({ BTC: 100000, ETH: 4000, SOL: 200 }, { ...wallet, positions: [...wallet.positions, sol] });
  assert.match(plainWords(three.lead), /^You control 3 positions with /);
});

test("the worked example in the page itself says what the module says", () => {
  const page = readFileSync(new URL("../../web/index.html", import.meta.url), "utf8");
  const text = page.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");
  assert.ok(text.includes(examples["btc-long"]![0]));
  const { result } = evaluateForm(calculator, presetForm(presets()[0]!, numbers), "en");
  assert.ok(result);
  const wallet = result.report.wallets[0]!;
  assert.ok(wallet.type === "multi-collateral");
  const { marginEquity, initialMargin, maintenanceMargin, factors } = wallet;
  for (const figure of [marginEquity, initialMargin, maintenanceMargin, factors[0]!.below!.price]) {
    assert.ok(text.includes(numbers.price(figure)), numbers.price(figure));
  }
});
