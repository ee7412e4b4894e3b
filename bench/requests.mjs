// SPDX-License-Identifier: MIT
// What is asked of the module and of the native program alike. Reading a request costs; so each is asked twice, for
// more and for less of something, and the difference is what the answer itself takes.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { account } from "./account.mjs";

export const mapSize = 256;
/** Of the maps of 20 and of 2,000 positions that are compared: reading 2,000 takes longer than a small map. */
export const largeMapSize = 1024;
export const shocks = 128;
export const blocks = 4;
export const horizons = 64;
/** Steps of a path in the simulation. */
export const steps = 48;

const small = account(20);
const large = account(2000);

const map = (scenario, size) => ({
  format: "margin-map-request/1",
  scenario,
  x: { factor: "BTC" },
  y: { factor: "ETH" },
  columns: size,
  rows: size,
});

/** Shocks of a few per cent, so that no two evaluations are of the same prices. */
export const shockOf = (i) => ({ BTC: ((i % 41) - 20) / 1000, SOL: ((i % 29) - 14) / 1000 });

const ladder = (scenario, count) => ({
  format: "margin-ladder-request/1",
  scenario,
  shocks: Array.from({ length: count }, (_, i) => shockOf(i)),
});

const closedForm = (count) => ({
  format: "margin-odds-request/1",
  scenario: small,
  factor: "market",
  volatility: 0.6,
  horizons: Array.from({ length: count }, (_, i) => i + 1),
});

const simulation = (count) => ({
  format: "margin-odds-request/1",
  scenario: small,
  motions: ["BTC", "ETH", "SOL", "XRP"].map((asset) => ({ asset, volatility: 0.3 })),
  correlations: [{ assets: ["BTC", "ETH"], correlation: 0.8 }],
  horizons: [2],
  stepsPerDay: steps / 2,
  blocks: count,
});

/** By name: the function of the module that answers it, and its text. */
export const requests = Object.fromEntries(
  [
    ["evaluate", "evaluate", small],
    ["map", "usageOfMap", map(small, mapSize)],
    ["map-least", "usageOfMap", map(small, 2)],
    ["large-map", "usageOfMap", map(small, largeMapSize)],
    ["map-2000", "usageOfMap", map(large, largeMapSize)],
    ["map-2000-least", "usageOfMap", map(large, 2)],
    ["sets", "liquidationPrices", ladder(small, shocks + 1)],
    ["sets-least", "liquidationPrices", ladder(small, 1)],
    ["odds", "odds", closedForm(horizons)],
    ["odds-least", "odds", closedForm(1)],
    ["simulation", "odds", simulation(blocks + 1)],
    ["simulation-least", "odds", simulation(1)],
  ].map(([name, answeredBy, request]) => [name, { answeredBy, text: JSON.stringify(request) }]),
);

/** Leaves them as files NAME.FUNCTION.json for the native program. */
export function writeRequests(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, { answeredBy, text }] of Object.entries(requests)) {
    writeFileSync(new URL(`${name}.${answeredBy}.json`, folder), text);
  }
}
