// SPDX-License-Identifier: MIT
// Requests with something strange in them: each is answered by a document, with errors that say where, and no number
// in it is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { loadMargin, scenarioExamples } from "./shipped.mjs";

const module = await loadMargin();
const scenarios = scenarioExamples();

const csv = "date,BTC\n2026-01-01,90000\n2026-01-02,80000\n";
const questions = [
  { question: "collateral-to-survive", asset: "USD", factor: "BTC", move: -0.3 },
  { question: "largest-size", contract: "PF_XBTUSD", side: "long" },
  { question: "hedge", contract: "PF_XBTUSD" },
];
const range = { from: 1, to: 2 };
/** A right request of each kind, but for its scenario. */
const requests = [
  ["curve", { format: "margin-curve-request/1", factor: "BTC", from: -0.4, to: 0.4, samples: 3 }],
  ["map", { format: "margin-map-request/1", x: { factor: "BTC" }, y: { factor: "ETH" }, columns: 4, rows: 4 }],
  ["inverse", { format: "margin-inverse-request/1", questions }],
  ["ladder", { format: "margin-ladder-request/1", shocks: [{ BTC: -0.3 }, { market: 0.2 }] }],
  ["sensitivity", { format: "margin-sensitivity-request/1", factor: "market" }],
  ["holdingTime", { format: "margin-holding-time-request/1" }],
  ["odds", { format: "margin-odds-request/1", factor: "BTC", volatility: 0.6, drift: 0.1, horizons: [1, 30] }],
  ["odds", {
    format: "margin-odds-request/1", motions: [{ asset: "BTC", volatility: 0.6 }, { asset: "ETH", volatility: 0.8 }],
    correlations: [{ assets: ["BTC", "ETH"], correlation: 0.8 }], horizons: [1, 3], blocks: 1, stepsPerDay: 1, seed: 3,
  }],
  ["replay", { format: "margin-replay-request/1", csv, points: true }],
  ["planMap", {
    format: "margin-plan-map-request/1", contract: "PF_XBTUSD", side: "short", size: 1, entryPrice: range, leverage: range, columns: 2, rows: 2,
  }],
];

const strange = fc.oneof(
  fc.constantFrom(null, true, "", "BTC", "market", "USD", [], {}, [null], -1, 0, 1, 0.5, -0.999999, 1e-300, 1e15, 1e300, 4096),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string(),
  fc.jsonValue(),
);

/** Every place in a document. */
function placesIn(value, path = []) {
  if (!value || typeof value !== "object") return [path];
  return [path, ...Object.keys(value).flatMap((key) => placesIn(value[key], [...path, key]))];
}

function withChange(document, path, value) {
  const copy = structuredClone(document);
  const last = path.at(-1);
  const parent = path.slice(0, -1).reduce((inner, key) => inner[key], copy);
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}

test("a request with something strange in it is answered or refused at its place", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...requests),
      fc.constantFrom(...scenarios),
      fc.nat(),
      fc.option(strange, { nil: undefined }),
      ([name, rest], scenario, place, value) => {
        const request = { ...rest, scenario };
        const paths = placesIn(request).filter((path) => path.length > 0);
        const changed = withChange(request, paths[place % paths.length], value);
        const text = module[name](JSON.stringify(changed));
        assert.doesNotMatch(text, /[:,[]-?(nan|inf)/i);
        const answer = JSON.parse(text);
        if (!answer.errors) return assert.equal(answer.format, rest.format.replace("-request", ""));
        assert.ok(answer.errors.length > 0);
        for (const { path, message } of answer.errors) {
          assert.match(path, /^(\/.*)?$/);
          assert.ok(message.length > 0);
        }
      },
    ),
    { numRuns: 3000 },
  );
});
