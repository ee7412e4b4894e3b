// SPDX-License-Identifier: MIT
//
// The figures that stand still in the articles: each is given, a rule, or the module's own answer. Those that are live
// are looked at in the browser (browser/articles.test.ts).
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { readFragment } from "../../web/src/form/links.ts";
import { rulebookOf } from "../../web/src/form/rulebooks.ts";
import { draftScenario } from "../../web/src/form/scenario.ts";
import { formats } from "../../web/src/prose/formats.ts";
import { valueAt } from "../../web/src/prose/pointer.ts";
import { calculator, numbers } from "./module.ts";

/** A figure of the text, the account that it is of, and where it stands in the report. */
type Worked = [text: string, account: string, pointer: string, format: string, from?: number];

interface Article {
  /** What the story gives and what the rules say, as in web/articles and in the rulebooks. */
  given: string;
  worked: Worked[];
}

const long = (price: number, size = 5) => `v=1&c=BTC:1@${price}&p=PF_XBTUSD:long:${size}@100000`;
const kPair = "v=1&c=ETH:10@4000&p=PF_SOLUSD:long:500@200&i=SOL:200";
const kStable = "v=1&c=USDC:100000@1&p=PF_XBTUSD:long:5@100000&i=BTC:100000";
const pool = (btc: number, eth: number) => `v=1&c=BTC:0.5@${btc},ETH:10@${eth}&p=PF_XBTUSD:long:1@100000,PF_ETHUSD:long:30@4000`;
const bitcoins = (price: number) => `v=2&w=single:BTC:0.5&p=PI_XBTUSD:long:100000@100000&i=BTC:${price}`;
const kEther = "v=2&w=single:ETH:10&p=PI_ETHUSD:long:120000@4000&i=ETH:4000";
const kInverse = "v=2&b=mark&w=single:BTC:0.01&p=PI_XBTUSD:long:1000@8000&i=BTC:8000";
const us = (cash: number, size: number, time = "15:50") =>
  `v=2&r=kraken-us&a=2026-11-23T${time}:00-06:00&w=us:${cash}&p=MBT:long:${size}@100000&i=BTC:100000`;
const below = (asset: string) => `factors/${asset}/below/price`;

const kArticles: Record<string, Article> = {
  pledge: {
    // Prices and sizes; the haircut and the margin in per cent; the goal; the level at which margin grows.
    given: "$100,000 $500,000 100,000 10 500 $4,000 $200 2% 98 12% $110,000 30% $70,000 2.3 2.2 $30,000 $31,000 $1,000,000",
    worked: [
      ["$98,000", long(1e5), "marginEquity", "usd"],
      ["5.1", long(1e5), "effectiveLeverage", "leverage"],
      ["$10,000", long(1e5), "initialMargin", "usd"],
      ["$5,000", long(1e5), "maintenanceMargin", "usd"],
      ["$5.98", long(100001), "marginEquity", "rise"],
      ["$84,448", long(1e5), below("BTC"), "price"],
      ["15.6%", long(1e5), below("BTC"), "fall", 1e5],
      ["$157,800", long(110000), "marginEquity", "usd"],
      ["$81,400", kStable, below("BTC"), "price"],
      ["18.6%", kStable, below("BTC"), "fall", 1e5],
      ["36.6%", kPair, below("SOL"), "fall", 200],
      ["97.3%", kPair, below("ETH"), "fall", 4000],
      ["26.6%", kPair, below("market"), "fall", 1],
      ["$69,874", long(1e5, 2.2), below("BTC"), "price"],
      ["$70,823", long(1e5, 2.3), below("BTC"), "price"],
      ["$68,600", long(70000, 5), "collateralValue", "usd"],
      ["$1,000", long(1e5, 1), "maintenanceMargin", "usd"],
    ],
  },
  wallets: {
    given: "10 $90,000 2% 6% 1 30 1% 100,000 120,000 30% 28% 0.5 0.01 1,000 $8,000 $7,481 0.125",
    worked: [
      ["$86,600", pool(1e5, 4000), "marginEquity", "usd"],
      ["53.6%", pool(1e5, 4000), below("ETH"), "fall", 4000],
      ["24.4%", kEther, below("ETH"), "fall", 4000],
      ["$67,114", bitcoins(1e5), below("BTC"), "price"],
      ["$39,320", pool(1e5, 2800), "marginEquity", "usd"],
      ["27.5%", pool(1e5, 4000), below("market"), "fall", 1],
      ["0.11", bitcoins(72000), "marginEquity", "hundredths"],
      ["$7,481", kInverse, below("BTC"), "price"],
      ["0.125", kInverse, "positions/0/notional", "quantity"],
      ["$2,000", "v=1&c=USD:20000&p=PF_XBTUSD:long:1@100000&i=BTC:100000", "initialMargin", "usd"],
    ],
  },
  close: {
    // The rules' times and fees, and the margins that the story takes for its example.
    given:
      "15:40 15:45 15:50 3:45 17:00 16:00 15 $4,000 $100,000 $20,000 $1,000 $200 $2,750 $50 $20 $100 $6,000 22:45",
    worked: [
      ["$2,000", us(4000, 2, "15:40"), "requirement", "usd"],
      ["$1,000", us(4000, 1, "15:40"), "requirement", "usd"],
      ["$5,500", us(4000, 2), "requirement", "usd"],
      ["$25", us(4000, 2), "liquidationFee", "whole"],
      ["$90,000", us(4000, 2, "15:40"), below("BTC"), "price"],
      ["$500", us(6000, 2), "riskBuffer", "whole"],
      ["$97,500", us(6000, 2), below("BTC"), "price"],
      ["$2,750", us(4000, 1), "requirement", "usd"],
      ["$1,250", us(4000, 1), "riskBuffer", "usd"],
      ["$87,500", us(4000, 1), below("BTC"), "price"],
    ],
  },
};

function answerTo([, account, pointer, format, from]: Worked): string {
  const { form, notices } = readFragment(account, numbers);
  assert.deepEqual(notices, []);
  const { scenario } = draftScenario(form, rulebookOf(calculator.rulebooks, form.rulebook), numbers.locale);
  const report = calculator.evaluate(scenario);
  const value = valueAt(report, `/wallets/0/${pointer}`) as number;
  // What a dollar more of the price brings.
  if (format === "rise") return numbers.usd(value - 98000);
  if (format === "whole") return `$${value}`;
  if (format === "hundredths") return value.toFixed(2);
  const words = formats[format]!;
  return words.words(words.number(value, from)!, numbers).replace("×", "");
}

/** What of an article stands still: neither live nor what is shown until it is. */
function proseOf(name: string): string {
  const html = readFileSync(new URL(`../../web/articles/${name}.html`, import.meta.url), "utf8");
  const [, main = ""] = /<main>(.*)<\/main>/s.exec(html) ?? [];
  return main
    .replace(/<margin-(calculator|value)\b.*?<\/margin-\1\s*>/gs, "")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ");
}

for (const [name, { given, worked }] of Object.entries(kArticles)) {
  test(`${name}: every figure of the text is given or worked out`, () => {
    const found = new Set(proseOf(name).match(/\$?\d[\d,]*(?:[.:]\d+)?%?/g)?.map((text) => text.replace(/,$/, "")));
    for (const one of worked) {
      assert.equal(answerTo(one), one[0], one[1]);
      assert.ok(found.has(one[0]), `${one[0]} is not in the text`);
    }
    const known = new Set([...given.split(" "), ...worked.map(([text]) => text)]);
    assert.deepEqual([...found].filter((text) => !known.has(text)), []);
  });
}
