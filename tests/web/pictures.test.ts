// SPDX-License-Identifier: MIT
//
// What the pictures and the questions asked backwards are made of: scales, areas, sentences.
import assert from "node:assert/strict";
import { test } from "node:test";

import type { Answer, LiquidationSet } from "#margin";
import { evaluateForm } from "../../web/src/element/evaluation.ts";
import { readFragment } from "../../web/src/form/read-fragment.ts";
import { bandOf, bandPaths } from "../../web/src/pictures/bands.ts";
import { csvOf } from "../../web/src/pictures/columns.ts";
import { daysUpTo } from "../../web/src/pictures/odds.ts";
import { across, placesAlong, shortUsd, spanOf, spread, stepAt, unsafeSpans, upwards } from "../../web/src/pictures/scales.ts";
import {
  chanceWords,
  closeWords,
  collateralWords,
  enough,
  haircutWords,
  hedgeWords,
  holdingWords,
  largestWords,
} from "../../web/src/words/backwards.ts";
import { plainWords } from "../../web/src/words/sentences.ts";
import { standingWords, type Standing } from "../../web/src/words/standing.ts";
import { calculator, furtherCalculator, numbers } from "./module.ts";

const boundary = (move: number) => ({ price: 100 * (1 + move), move, marginEquity: 1, maintenanceMargin: 1 });
const set = (below: number | null, above: number | null) => ({
  below: below === null ? null : boundary(below),
  above: above === null ? null : boundary(above),
});

test("an axis shows half of today's price each way, and a liquidation further away with room beyond it", () => {
  assert.deepEqual(spanOf(set(null, null)), { from: -50, to: 50 });
  assert.deepEqual(spanOf(set(-0.156, 0.2)), { from: -50, to: 50 });
  assert.deepEqual(spanOf(set(-0.6, 0.8)), { from: -75, to: 100 });
  assert.deepEqual(spanOf(set(-0.973, 40)), { from: -99, to: 300 }, "no price of nothing, and no endless rise");
});

test("a place on an axis is the nearest step of its slider", () => {
  assert.equal(stepAt(0.5, { from: -50, to: 50 }), 0);
  assert.equal(stepAt(0.3812, { from: -50, to: 50 }), -12);
  assert.equal(stepAt(-3, { from: -99, to: 50 }), -99);
  assert.equal(stepAt(3, { from: -99, to: 50 }), 50);
});

test("nothing is always in sight, and labels have room above and below", () => {
  assert.deepEqual(across(-50, 50).domain(), [-50, 50]);
  assert.equal(across(-50, 50)(0), 50);
  const [lowest = 1, highest = 0] = upwards([40, 100]).domain();
  assert.ok(lowest === 0 && highest > 100);
  assert.ok(upwards([-40, 100]).domain()[0]! < -40);
  assert.ok(Number.isFinite(upwards([0, 0])(0)) && Number.isFinite(upwards([])(0)));
});

test("where the account is in liquidation: it turns at every boundary", () => {
  const span = { from: -50, to: 50 };
  const moves = (...all: number[]) => all.map((move) => ({ move }));
  assert.deepEqual(unsafeSpans(moves(-0.25), false, span), [{ from: -50, to: -25 }]);
  assert.deepEqual(unsafeSpans(moves(-0.25, 0.25), false, span), [
    { from: -50, to: -25 },
    { from: 25, to: 50 },
  ]);
  assert.deepEqual(unsafeSpans(moves(0.25), true, span), [{ from: -50, to: 25 }]);
  assert.deepEqual(unsafeSpans(moves(0), true, span), [{ from: -50, to: 0 }]);
  assert.deepEqual(unsafeSpans(moves(-0.25, -0.125), false, span), [{ from: -25, to: -12.5 }]);
  assert.deepEqual(unsafeSpans([], true, span), [span]);
  assert.deepEqual(unsafeSpans([], false, span), []);
  assert.deepEqual(unsafeSpans(moves(-0.75), false, span), [], "out of sight");
});

test("labels that would lie over each other are moved apart and stay in sight", () => {
  assert.deepEqual(spread([10, 50], 6, 6, 99), [10, 50]);
  assert.deepEqual(spread([50, 51, 49], 6, 6, 99), [55, 61, 49]);
  assert.deepEqual(spread([98, 99], 6, 6, 99), [93, 99]);
  assert.deepEqual(spread([0, 0], 6, 6, 99), [6, 12]);
});

test("places along an axis end where it ends", () => {
  assert.deepEqual(placesAlong({ from: -50, to: 50 }, 5), [-0.5, -0.25, 0, 0.25, 0.5]);
});

test("a CSV file has all digits, and quotes what would be read otherwise", () => {
  const write = String;
  const columns = [
    { head: "Price", write },
    { head: "P&L, “USD”", write },
  ];
  const rows = [
    [0.1 + 0.2, 'he said "no"'],
    [-5, null],
  ];
  assert.equal(
    csvOf({ caption: "", columns, rows }),
    '\uFEFFPrice,"P&L, “USD”"\r\n0.30000000000000004,"he said ""no"""\r\n-5,\r\n',
  );
});

test("days ahead are whole, ascending, and no more than the module takes", () => {
  assert.deepEqual(daysUpTo(4.5), [1, 2, 3, 4]);
  for (const last of [1, 59, 60, 61, 365, 3650]) {
    const days = daysUpTo(last);
    assert.ok(days.length <= 64 && days.at(-1) === last);
    assert.ok(days.every((day, index) => Number.isInteger(day) && day > (days[index - 1] ?? 0)));
  }
});

test("amounts of an axis are short", () => {
  assert.equal(shortUsd(100_000, "en"), "$100K");
  assert.equal(shortUsd(-2_500_000, "en"), "−$2.5M");
  assert.equal(shortUsd(0, "en"), "$0");
});

test("usage falls into bands, and no equity into the last", () => {
  assert.deepEqual([0, 0.2, 0.25, 0.6, 0.99, 1, 7, Infinity].map(bandOf), [0, 0, 1, 2, 3, 4, 4, 4]);
});

test("cells side by side of one band are one area; the first row is at the foot, outer cells are halved", () => {
  const paths = bandPaths([0, 0, Infinity, 0, 0.3, Infinity], 3, 2);
  assert.equal(paths[0], "M0 0.5H1.5V1H0ZM0 0H0.5V0.5H0Z");
  assert.equal(paths[1], "M0.5 0H1.5V0.5H0.5Z");
  assert.equal(paths[4], "M1.5 0.5H2V1H1.5ZM1.5 0H2V0.5H1.5Z");
});

/** The report on a link's first account. */
function walletOf(link: string) {
  const { form } = readFragment(link, numbers);
  const { result } = evaluateForm(calculator, form, "en");
  assert.ok(result);
  return { wallet: result.report.wallets[0]!, scenario: result.scenario };
}

const long = walletOf("v=1&c=BTC:1@100000&p=PF_XBTUSD:long:5@100000");

/** The account as the module shocks it. */
function standing({ wallet, scenario }: typeof long, factor: string, move: number, price: number): string {
  const ladder = furtherCalculator.ask("ladder", { format: "margin-ladder-request/1", scenario, shocks: [{ [factor]: move }] });
  assert.ok("rungs" in ladder);
  const set = wallet.factors.find((one) => one.factor === factor) as LiquidationSet;
  const told: Standing = {
    moves: [{ factor, move, price: factor === "market" ? undefined : price }],
    rung: ladder.rungs[0]!,
    usd: undefined,
    state: set.state,
    liquidation: (move < 0 ? set.below : set.above)?.price,
  };
  const { tone, sentences } = standingWords(told, wallet, numbers);
  return `${tone}: ${plainWords(sentences)}`;
}

test("how an account stands at another price, in a sentence", () => {
  // 100,000 × 0.98 × 0.88 − 60,000.
  assert.equal(
    standing(long, "BTC", -0.12, 88_000),
    "calm: If BTC falls 12% to $88,000, margin equity is $26,240, above the $5,000 that must be left, margin usage 19.1%: not liquidated.",
  );
  assert.match(standing(long, "BTC", 0, 100_000), /^calm: Today, margin equity is \$98,000, above/);
  assert.equal(
    standing(long, "BTC", -0.2, 80_000),
    "danger: If BTC falls 20% to $80,000, the position is liquidated on the way, at $84,448.16. Left open all the same, margin equity would be −$21,600, no more than the $5,000 that must be left.",
  );
  assert.match(standing(long, "market", 0.1, 1), /^calm: If the whole crypto market rises 10%, margin equity is \$157,800/);
});

test("an account in liquidation says where it would be safe", () => {
  const sunk = walletOf("v=1&c=BTC:1@84000&p=PF_XBTUSD:long:5@100000");
  assert.match(standing(sunk, "BTC", 0, 84_000), /^danger: Today, .* no more than the \$5,000 that must be left: the position is liquidated\.$/);
  assert.match(standing(sunk, "BTC", 0.1, 92_400), /^calm: If BTC rises 10% to \$92,400, .*: safe there\.$/);
});

test("isolated positions stand apart, and are named where they end", () => {
  const isolated = walletOf("v=1&c=BTC:1@100000&p=PF_XBTUSD:long:0.1@100000:x10");
  // 78,400 less the 1,000 set apart.
  assert.equal(
    standing(isolated, "BTC", -0.2, 80_000),
    "danger: If BTC falls 20% to $80,000, margin equity apart from isolated positions is $77,400. Isolated PF_XBTUSD is liquidated on the way.",
  );
  assert.match(standing(isolated, "BTC", -0.05, 95_000), /^calm: .* No cross position is open, so nothing is liquidated\.$/);
  const both = walletOf("v=1&c=BTC:1@100000&p=PF_XBTUSD:long:0.1@100000:x10,PF_ETHUSD:long:1@4000&i=ETH:4000");
  assert.match(standing(both, "BTC", -0.2, 80_000), /: the cross position is not liquidated\. Isolated PF_XBTUSD is liquidated/);
});

test("backward answers in words: an amount, none needed, none enough", () => {
  const survival = { question: "collateral-to-survive", factor: "BTC", move: -0.2 } as const;
  const words = (answer: Omit<Extract<Answer, { question: "collateral-to-survive" }>, keyof typeof survival>) =>
    plainWords([collateralWords({ ...survival, ...answer }, numbers)]);
  assert.equal(words({ asset: "USD", answer: "amount", quantity: 26_600, value: 26_600 }), "Add $26,600.00.");
  assert.equal(words({ asset: "BTC", answer: "amount", quantity: 0.5, value: 50_000 }), "Add 0.5 BTC, $50,000.00 today.");
  assert.equal(words({ asset: "BTC", answer: "impossible" }), "No amount of BTC is enough.");
  assert.equal(words({ asset: "BTC", answer: "not-needed" }), "Nothing has to be added.");

  const close = { question: "size-to-close", contract: "PF_XBTUSD", factor: "BTC", move: -0.2 } as const;
  assert.equal(plainWords([closeWords({ ...close, answer: "amount", size: 1.23456, sizeInLots: 1.2346 }, numbers)]), "Close 1.2346 of PF_XBTUSD.");
  assert.match(plainWords([closeWords({ ...close, answer: "impossible" }, numbers)]), /not even all of it/);

  const largest = { question: "largest-size", contract: "PF_XBTUSD", side: "long", availableMargin: true } as const;
  assert.match(plainWords([largestWords({ ...largest, answer: "impossible", move: -0.2 }, numbers)]), /no size of PF_XBTUSD to buy/);
  assert.match(plainWords([largestWords({ ...largest, answer: "amount", size: 3, sizeInLots: 0 }, numbers)]), /not enough to buy any/);
  assert.match(plainWords([largestWords({ ...largest, answer: "not-needed" }, numbers)]), /no limit/);

  const hedge = { question: "hedge", contract: "PF_XBTUSD" } as const;
  assert.match(plainWords([hedgeWords({ ...hedge, answer: "amount", side: "short", size: 5.98 }, "BTC", numbers)]), /^Sell 5\.98 of PF_XBTUSD/);
  assert.match(plainWords([hedgeWords({ ...hedge, answer: "impossible" }, "BTC", numbers)]), /^No size/);

  const haircut = { question: "liquidating-haircut", asset: "ETH" } as const;
  assert.match(plainWords([haircutWords({ ...haircut, answer: "amount", haircut: 0.975 }, numbers)]), /97\.5% on ETH/);
  assert.match(plainWords([haircutWords({ ...haircut, answer: "impossible" }, numbers)]), /^No haircut/);
});

test("what is needed is rounded up to what can be sent", () => {
  assert.deepEqual(
    [enough(0.3392857142857143, 8), enough(26_600.000000000004, 2), enough(26_600.001, 2), enough(1e-12, 8), enough(1e15, 8)],
    [0.33928572, 26_600, 26_600.01, 1e-8, 1e15],
  );
});

test("a chance is never written as none or as certain where it is not", () => {
  assert.deepEqual(
    [0, 1e-47, 0.034, 0.99999, 1].map((chance) => chanceWords(chance, numbers)),
    ["0%", "less than 0.1%", "3.4%", "more than 99.9%", "100%"],
  );
});

test("how long holding can be paid for", () => {
  const answer = {
    format: "margin-holding-time/1",
    wallet: 0,
    currency: "USD",
    fundingPerHour: -5,
    interestPerHour: 0,
    hoursToLiquidation: 18_600,
    longest: 87_600,
    paid: 93_000,
  } as const;
  const words = (changed: object) => plainWords([holdingWords({ ...answer, ...changed }, long.wallet, numbers)]);
  assert.match(words({}), /after 775 days, once \$93,000 is paid/);
  assert.match(words({ hoursToLiquidation: null }), /do not liquidate within 3,650 days/);
  assert.match(words({ fundingPerHour: 0 }), /^Nothing is paid/);
});
