// SPDX-License-Identifier: MIT
// Curves, maps and backwards answers: the same from the program and from the module, and right on the presets.
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadMargin, margin, pledged, scenarioExamples } from "./shipped.mjs";

const module = await loadMargin();
const scenarios = scenarioExamples();
const answerOf = (name, request) => JSON.parse(module[name](JSON.stringify(request)));
const near = (value, expected) => assert.ok(Math.abs(value / expected - 1) < 1e-12, `${value}, not ${expected}`);

test("program and module answer the same text on every preset", () => {
  for (const scenario of scenarios) {
    scenario.wallets.forEach((wallet, index) => {
      const factors = JSON.parse(module.evaluate(JSON.stringify(scenario))).wallets[index].factors.map(({ factor }) => factor);
      const requests = factors.map((factor) => ["curve", { format: "margin-curve-request/1", scenario, wallet: index, factor, samples: 9 }]);
      if (factors.length > 1) {
        const [x, y] = factors;
        requests.push(["map", {
          format: "margin-map-request/1", scenario, wallet: index, x: { factor: x }, y: { factor: y, to: 2 }, columns: 8, rows: 5,
        }]);
      }
      for (const [name, request] of requests) {
        const text = JSON.stringify(request);
        const { status, stdout, stderr } = margin([name, "-"], text);
        assert.equal(status, 0, stderr);
        assert.equal(stdout, module[name](text) + "\n");
        const forPeople = margin([name, "--text", "-"], text);
        assert.equal(forPeople.status, 0, forPeople.stderr);
        assert.doesNotMatch(forPeople.stdout, /\bnan\b|^\{/m);
      }
    });
  }
});

test("survive asks of all that a wallet has, and prints sentences", () => {
  for (const scenario of scenarios) {
    const factor = Object.keys(scenario.prices)[0];
    const { status, stdout, stderr } = margin(["survive", "--factor", factor, "--move", "-0.2", "--text", "-"], JSON.stringify(scenario));
    assert.equal(status, 0, stderr);
    assert.match(stdout, /To live through .*: (add|close|nothing|no amount|closing)/);
  }
});

test("a curve's points are the account's own", () => {
  const { points, liquidation, currency } = answerOf("curve", {
    format: "margin-curve-request/1", scenario: pledged, factor: "BTC", from: -0.2, to: 0.2,
  });
  assert.equal(currency, "USD");
  assert.deepEqual(points.map(({ move }) => move < 0), [true, true, false, false]);
  near(points[0].marginEquity, 78400 - 100000);
  near(points[1].price, 100000 * 505 / 598);
  near(points[3].marginEquity, 117600 + 100000);
  near(liquidation.boundaries[0].price, 100000 * 505 / 598);
});

test("the grid of a map is that of its document, as numbers", () => {
  const request = {
    format: "margin-map-request/1",
    scenario: { ...pledged, prices: { BTC: 100000, ETH: 4000 },
      wallets: [{ ...pledged.wallets[0], collateral: [{ asset: "ETH", quantity: 25 }] }] },
    x: { factor: "BTC" }, y: { factor: "ETH" }, columns: 64, rows: 32,
  };
  const usage = module.usageOfMap(JSON.stringify(request));
  assert.ok(usage instanceof Float64Array);
  const document = answerOf("map", request);
  assert.equal(usage.length, 64 * 32);
  assert.deepEqual([...usage].map((each) => (Number.isFinite(each) ? each : null)), document.usage);
  assert.equal(module.usageOfMap("{}").length, 0);
  // Copies: a later call leaves an earlier grid alone.
  const before = [...usage];
  module.usageOfMap(JSON.stringify({ ...request, columns: 2, rows: 2 }));
  assert.deepEqual([...usage], before);
});

test("answers put back into the scenario hold", () => {
  const { answers } = answerOf("inverse", {
    format: "margin-inverse-request/1",
    scenario: pledged,
    questions: [
      { question: "collateral-to-survive", asset: "USD", factor: "BTC", price: 70000 },
      { question: "hedge", contract: "PF_XBTUSD" },
      { question: "liquidating-haircut", asset: "BTC" },
      { question: "isolated-plan", contract: "PF_XBTUSD", side: "long", size: 1, entryPrice: 100000, price: 90000 },
    ],
  });
  near(answers[0].quantity, 86400);
  near(answers[1].size, 5.98);
  near(answers[2].haircut, 0.95);
  near(answers[3].isolatedMargin, 11000);
  const kept = structuredClone(pledged);
  kept.wallets[0].collateral.push({ asset: "USD", quantity: answers[0].quantity });
  near(JSON.parse(module.evaluate(JSON.stringify(kept))).wallets[0].factors[0].below.price, 70000);
  const hedged = structuredClone(pledged);
  hedged.wallets[0].positions[0] = { contract: "PF_XBTUSD", side: "short", size: 0.98, entryPrice: 100000 };
  const [wallet] = JSON.parse(module.evaluate(JSON.stringify(hedged))).wallets;
  assert.equal(wallet.factors[0].below, null);
});

test("what is wrong with a request is told where it stands", () => {
  const paths = (name, request) => answerOf(name, request).errors.map(({ code, path }) => `${code} ${path}`);
  const curve = { format: "margin-curve-request/1", scenario: pledged, factor: "BTC" };
  assert.deepEqual(paths("curve", {}), ["missing /format", "missing /scenario"]);
  assert.deepEqual(paths("curve", { ...curve, wallet: 1 }), ["out-of-range /wallet"]);
  assert.deepEqual(paths("curve", { ...curve, factor: "USD" }), ["inconsistent /factor"]);
  assert.deepEqual(paths("curve", { ...curve, factor: "NONE" }), ["unknown /factor"]);
  assert.deepEqual(paths("curve", { ...curve, from: 0.5, to: 0.5 }), ["inconsistent /to"]);
  assert.deepEqual(paths("curve", { ...curve, from: -1 }), ["out-of-range /from"]);
  assert.deepEqual(paths("curve", { ...curve, samples: 1 }), ["out-of-range /samples"]);
  assert.deepEqual(paths("curve", { ...curve, weights: { BTC: 1 } }), ["inconsistent /weights"]);
  assert.deepEqual(paths("curve", { ...curve, other: 1 }), ["unknown /other"]);
  assert.deepEqual(
    paths("curve", { ...curve, scenario: { ...pledged, prices: { BTC: -1 } } }), ["out-of-range /scenario/prices/BTC"]);
  const map = { format: "margin-map-request/1", scenario: pledged, x: { factor: "BTC" }, y: { factor: "market" } };
  assert.deepEqual(paths("map", { ...map, y: { factor: "BTC" } }), ["inconsistent /y"]);
  assert.deepEqual(paths("map", { ...map, columns: 3 }), ["missing /rows"]);
  assert.deepEqual(paths("map", { ...map, x: { factor: "BTC", from: -1 } }), ["out-of-range /x/from"]);
  const inverse = (question) => paths("inverse", { format: "margin-inverse-request/1", scenario: pledged, questions: [question] });
  assert.deepEqual(inverse({ question: "other" }), ["unknown /questions/0/question"]);
  assert.deepEqual(
    inverse({ question: "collateral-to-survive", asset: "USD", factor: "BTC" }), ["missing /questions/0/move"]);
  assert.deepEqual(
    inverse({ question: "collateral-to-survive", asset: "USD", factor: "market", price: 5 }), ["inconsistent /questions/0/price"]);
  assert.deepEqual(inverse({ question: "hedge", contract: "MBT" }), ["unknown /questions/0/contract"]);
  assert.deepEqual(inverse({ question: "hedge", contract: "PI_XBTUSD" }), ["inconsistent /questions/0/contract"]);
  assert.deepEqual(inverse({ question: "size-to-close", contract: "PF_ETHUSD", factor: "BTC", move: -0.1 }),
    ["missing /questions/0/contract"]);
  assert.deepEqual(
    inverse({ question: "isolated-plan", contract: "PF_XBTUSD", side: "long", size: 1, entryPrice: 100, price: 101 }),
    ["inconsistent /questions/0/price"]);
});
