// SPDX-License-Identifier: MIT
// Shocks, sensitivities, time, odds, replay and planned positions: the same from the program and from the module,
// and right on the presets.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadMargin, margin, pledged, scenarioExamples } from "./shipped.mjs";

const module = await loadMargin();
const scenarios = scenarioExamples();
const csv = readFileSync(new URL("../../examples/made-up-prices.csv", import.meta.url), "utf8");
const answerOf = (name, request) => JSON.parse(module[name](JSON.stringify(request)));
const near = (value, expected, tolerance = 1e-12) =>
  assert.ok(Math.abs(value / expected - 1) < tolerance, `${value}, not ${expected}`);

const liquidation = 100000 * 505 / 598;

const command = {
  ladder: "ladder", sensitivity: "sensitivity", holdingTime: "holding-time", odds: "odds", replay: "replay", planMap: "plan-map",
};

/** Every question that can be put to a wallet of a preset. */
function requestsOf(scenario, wallet) {
  const [factor] = JSON.parse(module.evaluate(JSON.stringify(scenario))).wallets[wallet].factors;
  const of = (name, more) => [name, { format: `margin-${command[name]}-request/1`, scenario, wallet, ...more }];
  const requests = [
    of("ladder", { shocks: [{ market: -0.3 }, { [factor.factor]: 0.5, market: 0.1 }, {}] }),
    of("sensitivity", { factor: factor.factor }),
    of("odds", { factor: factor.factor, volatility: 0.7, horizons: [1, 30] }),
    of("replay", { csv, points: true }),
  ];
  if (scenario.wallets[wallet].type !== "single-collateral" && factor.factor !== "market") {
    requests.push(of("odds", { motions: [{ asset: factor.factor, volatility: 0.7 }], horizons: [1, 7], blocks: 2 }));
  }
  return requests;
}

/** Two documents alike, numbers within rounding: exp and log are not the same in every library. */
function alike(left, right, path = "") {
  if (typeof left === "number" && typeof right === "number") {
    assert.ok(Math.abs(left - right) <= 1e-9 * Math.max(1, Math.abs(left)), `${path}: ${left}, ${right}`);
  } else if (left && typeof left === "object") {
    assert.deepEqual(Object.keys(left), Object.keys(right), path);
    for (const key of Object.keys(left)) alike(left[key], right[key], `${path}/${key}`);
  } else {
    assert.equal(left, right, path);
  }
}

test("program and module answer alike on every preset", () => {
  for (const scenario of scenarios) {
    scenario.wallets.forEach((_, index) => {
      for (const [name, request] of requestsOf(scenario, index)) {
        const text = JSON.stringify(request);
        const { status, stdout, stderr } = margin([command[name], "-"], text);
        const answer = module[name](text);
        assert.equal(status, 0, `${name}: ${stderr}`);
        if (name === "odds") alike(JSON.parse(stdout), JSON.parse(answer));
        else assert.equal(stdout, answer + "\n");
        const forPeople = margin([command[name], "--text", "-"], text);
        assert.equal(forPeople.status, 0, forPeople.stderr);
        assert.doesNotMatch(forPeople.stdout, /\bnan\b|^\{/m);
      }
    });
  }
});

test("a ladder of shocks, and its liquidation prices as numbers", () => {
  const request = { format: "margin-ladder-request/1", scenario: pledged, shocks: [{ BTC: -0.1 }, { market: -0.2 }] };
  const { rungs } = answerOf("ladder", request);
  near(rungs[0].marginEquity, 88200 - 50000);
  assert.equal(rungs[0].liquidatedAt, null);
  near(rungs[1].liquidatedAt, (100000 - liquidation) / 20000);
  const prices = module.liquidationPrices(JSON.stringify(request));
  assert.ok(prices instanceof Float64Array);
  // Two factors, BTC and the market, below and above.
  assert.equal(prices.length, 2 * 2 * 2);
  near(prices[0], liquidation);
  assert.equal(prices[1], Infinity);
  near(prices[2], liquidation / 90000);
  // Liquidated there: the price itself.
  assert.deepEqual([...prices.subarray(4, 6)], [80000, 80000]);
  assert.equal(module.liquidationPrices("{}").length, 0);
});

test("a ladder by line holds one account at a time and tells errors in their line", () => {
  const lines = [JSON.stringify(pledged), "{", JSON.stringify({ ...pledged, prices: { BTC: 90000 } })].join("\n") + "\n";
  const { status, stdout } = margin(["ladder", "--lines", "--moves", "-0.1,-0.2", "-"], lines);
  assert.equal(status, 0);
  const answers = stdout.trim().split("\n").map((line) => JSON.parse(line));
  assert.equal(answers.length, 3);
  near(answers[0].rungs[0].marginEquity, 38200);
  assert.equal(answers[1].errors[0].code, "malformed");
  assert.equal(answers[2].rungs.length, 2);
});

test("the quantity of BTC moves its liquidation most but for the position", () => {
  const { nearest, inputs } = answerOf("sensitivity", { format: "margin-sensitivity-request/1", scenario: pledged, factor: "BTC" });
  near(nearest.price, liquidation);
  assert.deepEqual(inputs.map(({ input }) => input), ["entryPrice", "quantity", "size", "haircut"]);
  near(inputs[0].perUnit, 505 / 598, 1e-9);
  near(inputs[1].perPercent, -98000 * 505 / 598 / 598000 * 1000, 1e-9);
});

test("odds: the closed form, and a simulation in slices that goes on where it stood", () => {
  const request = { format: "margin-odds-request/1", scenario: pledged, horizons: [7, 30] };
  const exact = answerOf("odds", { ...request, factor: "BTC", volatility: 0.6 });
  assert.equal(exact.method, "closed-form");
  near(exact.below, liquidation);
  const motions = { ...request, motions: [{ asset: "BTC", volatility: 0.6 }], stepsPerDay: 8, seed: 5 };
  const whole = answerOf("odds", { ...motions, blocks: 30 });
  const first = answerOf("odds", { ...motions, blocks: 10 });
  const rest = answerOf("odds", { ...motions, blocks: 20, simulation: first.simulation });
  assert.deepEqual(rest, whole);
  assert.equal(whole.paths, 30 * 512);
  whole.odds.forEach(({ probability, standardError }, i) => {
    assert.ok(Math.abs(probability - exact.odds[i].probability) < 3 * standardError, `${probability} ${exact.odds[i].probability}`);
  });
});

test("a simulation goes on from sums of chances that are hardly any, but not from a negative one", () => {
  const motions = { format: "margin-odds-request/1", scenario: pledged, horizons: [7], motions: [{ asset: "BTC", volatility: 0.6 }], blocks: 1 };
  const after = (squares) => answerOf("odds", { ...motions, simulation: { blocks: 1, sum: [0], squares: [squares] } });
  const added = (squares) => after(squares).simulation.squares[0] - squares;
  assert.ok(after(5e-324).simulation, "the smallest number there is");
  near(added(1e-20), added(0));
  assert.deepEqual(after(-1e-20).errors.map(({ code, path }) => `${code} ${path}`), ["out-of-range /simulation/squares/0"]);
});

test("a replay finds the day, and tells bad rows by their line", () => {
  const request = { format: "margin-replay-request/1", scenario: pledged, csv };
  const answer = answerOf("replay", request);
  assert.equal(answer.liquidation.at, "2026-01-07T00:00:00Z");
  assert.equal(answer.liquidation.line, 8);
  near(answer.liquidation.prices[0].price, liquidation);
  const refused = answerOf("replay", { ...request, csv: "date,BTC\n2026-01-01,x\n2026-01-02,\n" });
  assert.deepEqual(refused.errors.map(({ path, message }) => `${path} ${message.slice(0, 7)}`), ["/csv Line 2:", "/csv Line 3:"]);
});

test("a planned position by entry price and leverage", () => {
  const { cells } = answerOf("planMap", {
    format: "margin-plan-map-request/1", scenario: pledged, contract: "PF_XBTUSD", side: "long", size: 1,
    entryPrice: { from: 80000, to: 120000 }, leverage: { from: 5, to: 10 }, columns: 3, rows: 2,
  });
  assert.equal(cells.length, 6);
  near(cells[1].liquidationPrice, 81000);
  near(cells[1].move, -0.19);
});

test("funding until the end", () => {
  const funded = structuredClone(pledged);
  funded.fundingRates = { PF_XBTUSD: 0.00001 };
  const answer = answerOf("holdingTime", { format: "margin-holding-time-request/1", scenario: funded });
  near(answer.hoursToLiquidation, 93000 / 5);
});

test("a US account's funding comes once a day: no holding time is told", () => {
  const scenario = scenarios.find(({ wallets }) => wallets[0].type === "us-futures");
  const { errors } = answerOf("holdingTime", { format: "margin-holding-time-request/1", scenario });
  assert.deepEqual(errors.map(({ code, path }) => `${code} ${path}`), ["inconsistent /wallet"]);
});

test("the command line takes nothing for granted: shocks and a volatility must be given", () => {
  const text = JSON.stringify(pledged);
  const odds = margin(["odds", "--factor", "BTC", "--days", "1", "-"], text);
  assert.equal(odds.status, 2);
  assert.match(odds.stderr, /"path":"\/volatility"/);
  const ladder = margin(["ladder", "--lines", "-"], text + "\n");
  assert.equal(JSON.parse(ladder.stdout).errors[0].path, "/shocks");
});

test("what is wrong with a request is told where it stands", () => {
  const paths = (name, more) => answerOf(name, { format: `margin-${command[name]}-request/1`, scenario: pledged, ...more })
    .errors.map(({ code, path }) => `${code} ${path}`);
  assert.deepEqual(paths("ladder", {}), ["missing /shocks"]);
  assert.deepEqual(paths("ladder", { shocks: [{ BTC: -1 }, { NONE: 0.1 }, 3] }),
    ["out-of-range /shocks/0/BTC", "unknown /shocks/1/NONE", "malformed /shocks/2"]);
  assert.deepEqual(paths("sensitivity", { factor: "USD" }), ["inconsistent /factor"]);
  assert.deepEqual(paths("odds", { factor: "BTC", volatility: -1, horizons: [2, 1] }),
    ["inconsistent /horizons/1", "out-of-range /volatility"]);
  const motions = [{ asset: "BTC", volatility: 1 }];
  assert.deepEqual(paths("odds", { motions: [...motions, ...motions], horizons: [1] }), ["inconsistent /motions/1/asset"]);
  assert.deepEqual(paths("odds", { motions, horizons: [1], correlations: [{ assets: ["BTC", "ETH"], correlation: 1 }] }),
    ["unknown /correlations/0/assets/1"]);
  assert.deepEqual(paths("odds", { motions, horizons: [3650], stepsPerDay: 96, blocks: 1e6 }), ["too-large /blocks"]);
  assert.deepEqual(paths("odds", { motions, horizons: [1], simulation: { blocks: 1, sum: [], squares: [0] } }),
    ["inconsistent /simulation/sum"]);
  assert.deepEqual(paths("odds", { motions, horizons: [0.3, 1] }), ["out-of-range /horizons/0"]);
  assert.deepEqual(paths("odds", { motions, horizons: [0.25, 1], blocks: 0.5 }), ["out-of-range /blocks"]);
  assert.deepEqual(paths("replay", {}), ["missing /csv"]);
  assert.deepEqual(paths("planMap", { contract: "PF_XBTUSD", side: "long", size: 1, entryPrice: { from: 2, to: 1 }, leverage: { from: 1, to: 2 } }),
    ["inconsistent /entryPrice/to", "missing /columns", "missing /rows"]);
});
