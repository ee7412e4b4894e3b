// SPDX-License-Identifier: MIT
// The project against its peers and against plain JavaScript: compares their answers, times them in turn, and writes
// the table of results.md. The peers are those of peers/, which ./dev bench installs.
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import createMargin from "../build/wasm/margin.mjs";
import { account, plainAccount } from "./account.mjs";
import { compareOurs } from "./answers.mjs";
import { bisection } from "./javascript/bisection.mjs";
import { directGrid } from "./javascript/direct_grid.mjs";
import { plain } from "./javascript/plain.mjs";
import { liquidationPrices, prepared, usageGrid } from "./javascript/same_algorithm.mjs";
import { machine } from "./machine.mjs";
import { native } from "./native.mjs";
import { loadPeers } from "./peers.mjs";
import * as asked from "./requests.mjs";
import { median, rounds, slope } from "./rounds.mjs";
import { microseconds, milliseconds, table, times } from "./table.mjs";

const file = (path) => new URL(path, import.meta.url);
const margin = await createMargin({ wasmBinary: readFileSync(file("../build/wasm/margin.wasm")) });
const { requests } = asked;

const answers = compareOurs(margin);
const { solvers, sentences, failures } = await loadPeers(margin, plainAccount);

/** Medians over processes of their own. */
function firstMaps(count) {
  const told = Array.from({ length: count }, () =>
    JSON.parse(
      execFileSync(process.execPath, [fileURLToPath(file("first_map.mjs")), JSON.stringify(requests.map)], {
        encoding: "utf8",
      }),
    ),
  );
  const of = (name) => median(told.map((each) => each[name]));
  return { first: of("first"), load: of("load"), working: of("working") };
}

const ask = (name) => () => margin[requests[name].answeredBy](requests[name].text);
const small = plain(account(20));

const ready = prepared(small);
let next = 0;

const maps = rounds({
  whole: ask("map"),
  least: ask("map-least"),
  same: () => usageGrid(small, 0, 1, asked.mapSize),
});
const slowMaps = rounds({
  direct: () => directGrid(small, 0, 1, asked.mapSize),
  small: ask("large-map"),
  smallLeast: ask("map-least"),
  large: ask("map-2000"),
  largeLeast: ask("map-2000-least"),
}, { count: 60, warmUp: 5 });
const sets = rounds({
  whole: ask("sets"),
  least: ask("sets-least"),
  bisection: () => bisection(small, 0, 1e-6),
  same: () => liquidationPrices(ready, asked.shockOf(next++)),
  ...Object.fromEntries(Object.entries(solvers).map(([peer, { call }]) => [peer, call])),
});
const odds = rounds({
  whole: ask("odds"),
  least: ask("odds-least"),
  simulation: ask("simulation"),
  simulationLeast: ask("simulation-least"),
  evaluate: ask("evaluate"),
}, { count: 80 });
const cold = firstMaps(15);

asked.writeRequests(file("../build/bench-requests/"));
const natively = native();

/** What is measured of both builds, from what a call takes by name. */
const map = slope(maps.whole, maps.least, 1);
const smallMap = slope(slowMaps.small, slowMaps.smallLeast, 1);
const largeMap = slope(slowMaps.large, slowMaps.largeLeast, 1);
const set = slope(sets.whole, sets.least, asked.shocks);
const touch = slope(odds.whole, odds.least, asked.horizons - 1);
const stepsPerBlock = 512 * asked.steps;
const step = slope(odds.simulation, odds.simulationLeast, asked.blocks) / stepsPerBlock;
const evaluation = median(odds.evaluate);
const nativeMap = natively.map - natively["map-least"];
const nativeSet = (natively.sets - natively["sets-least"]) / asked.shocks;
const nativeTouch = (natively.odds - natively["odds-least"]) / (asked.horizons - 1);
const nativeStep = (natively.simulation - natively["simulation-least"]) / asked.blocks / stepsPerBlock;

const atMost = (value, limit) => ({ met: value <= limit });
const atLeast = (value, limit) => ({ met: value >= limit });
const bisected = median(sets.bisection);
const direct = median(slowMaps.direct);
const perSet = set / 5;

const rows = [
  ["Map of 256 × 256, 20 positions: kernel and copy, wasm", `${milliseconds(map)} (whole call ${milliseconds(median(maps.whole))})`, "at most 0.15 ms", atMost(map, 150)],
  ["— direct grid, plain JavaScript", `${milliseconds(direct)}: ${times(direct / map)} ours`, "at least 30 ×", atLeast(direct / map, 30)],
  ["— the same algorithm, plain JavaScript", `${milliseconds(median(maps.same))}: ${times(median(maps.same) / map)} ours`, ""],
  ["— 1024 × 1024, 2,000 positions against 20: kernel and copy, wasm", `${milliseconds(largeMap)} against ${milliseconds(smallMap)}: ${times(largeMap / smallMap)} (the rest of the call ${milliseconds(median(slowMaps.largeLeast))})`, "not growing", atMost(largeMap / smallMap, 1.25)],
  ["All 5 liquidation sets, 20 positions in 4 assets, wasm", `${microseconds(set)} (whole call of ${asked.shocks + 1} shocks ${milliseconds(median(sets.whole))})`, "at most 10 µs", atMost(set, 10)],
  ["— one bisection, plain JavaScript", `${microseconds(bisected)}: ${times(bisected / perSet)} ours for one set`, "more than ours", atLeast(bisected / perSet, 1)],
  ["— the same algorithm, plain JavaScript, all sets", `${microseconds(median(sets.same))}: ${times(median(sets.same) / set)} ours`, ""],
  ...Object.entries(solvers).map(([peer, { name }]) => {
    const time = median(sets[peer]);
    const least = { orderly: 50, mango: 10 }[peer];
    const against = `${microseconds(time)}: ${times(time / set)} ours for all sets`;
    return least ? [`— ${name}, one price`, against, `at least ${least} ×`, atLeast(time / set, least)] : [`— ${name}, one price`, against, ""];
  }),
  ...failures.map((name) => [`— ${name}`, "could not be measured, see below", ""]),
  ["First map after load, cold", `${milliseconds(cold.first * 1000)}${cold.working ? `, of which on a processor ${milliseconds(cold.working * 1000)}` : ""} (reading and instantiating the module before it ${milliseconds(cold.load * 1000)})`, "at most 16 ms", atMost(cold.first, 16)],
  ["One-factor odds, one horizon, wasm", `${microseconds(touch)} (whole call of ${asked.horizons} horizons ${milliseconds(median(odds.whole))})`, "at most 5 µs", atMost(touch, 5)],
  ["— natively", `${microseconds(nativeTouch)}, the closed form alone ${microseconds(natively.touch)}`, ""],
  ["Simulation of 4 assets, steps a second and core, wasm", `${(1 / step).toFixed(2)} million`, "at least 2 million", atLeast(1 / step, 2)],
  ["— natively", `${(1 / nativeStep).toFixed(2)} million: ${times(step / nativeStep)} as fast`, ""],
  ["Native against wasm: map, kernel and copy", `${milliseconds(nativeMap)}: ${times(map / nativeMap)} as fast`, "at most 1.5 ×", atMost(map / nativeMap, 1.5)],
  ["— liquidation sets", `${microseconds(nativeSet)}: ${times(set / nativeSet)} as fast`, "at most 1.5 ×", atMost(set / nativeSet, 1.5)],
  ["— one evaluation, text to text, 20 positions", `${milliseconds(natively.evaluate)} against ${milliseconds(evaluation)}: ${times(evaluation / natively.evaluate)} as fast`, "at most 1.5 ×", atMost(evaluation / natively.evaluate, 1.5)],
];

const results = table(rows, { machine: machine(), answers: [...answers, ...sentences] });
writeFileSync(file("results.md"), results);
console.log(results);
