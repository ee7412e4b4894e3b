// SPDX-License-Identifier: MIT
// The modules as shipped, in Node, and the native command line beside them.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import createMarginEvaluate from "../../build/wasm/margin-evaluate.mjs";
import createMargin from "../../build/wasm/margin.mjs";

const root = new URL("../../", import.meta.url);
const native = fileURLToPath(new URL("build/release/margin", root));

/** The whole module and the one that a page loads first: where each is, its bytes, and how it is loaded. */
export const shipped = Object.fromEntries(
  Object.entries({ margin: createMargin, "margin-evaluate": createMarginEvaluate }).map(([name, create]) => {
    const wasmBinary = readFileSync(new URL(`build/wasm/${name}.wasm`, root));
    return [name, { url: new URL(`build/wasm/${name}.mjs`, root).href, wasmBinary, load: () => create({ wasmBinary }) }];
  }),
);
export const loadMargin = shipped.margin.load;

/** Runs the native command line. */
export function margin(args, input = "", stdio = "pipe") {
  const run = spawnSync(native, args, { input, stdio, encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.error) throw run.error;
  return run;
}

/** The native answers to scenario documents, one text each. */
export function nativeAnswers(scenarios) {
  const run = margin(["evaluate", "--lines", "-"], scenarios.map((scenario) => scenario + "\n").join(""));
  return run.stdout.split("\n").slice(0, -1);
}

/** The kinds of random accounts. */
export const kinds = ["plain", "multi", "single", "us", "orders", "mixed"];

/** Random scenario documents of a kind, as text. */
export function randomScenarios(count, firstSeed = 1, kind = "plain") {
  const generator = fileURLToPath(new URL("build/release/random_accounts", root));
  const run = spawnSync(generator, [String(count), String(firstSeed), kind], { encoding: "utf8", maxBuffer: 1 << 30 });
  if (run.error) throw run.error;
  return run.stdout.split("\n").slice(0, -1);
}

/** The golden documents: {name, scenario, expect}. */
export function vectors() {
  const folder = new URL("tests/vectors/", root);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => JSON.parse(readFileSync(new URL(file, folder), "utf8")));
}

/** The documents to start from: {file, text}, a path each and what is in it. */
export function examples() {
  const folder = new URL("examples/", root);
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ file: fileURLToPath(new URL(name, folder)), text: readFileSync(new URL(name, folder), "utf8") }));
}

/** The article's account: 98,000 x + 500,000 (x − 1) against 5,000, with x the price of BTC over 100,000. */
export const pledged = {
  format: "margin-scenario/1",
  rulebook: "kraken-global",
  prices: { BTC: 100000 },
  wallets: [{
    type: "multi-collateral",
    collateral: [{ asset: "BTC", quantity: 1 }],
    positions: [{ contract: "PF_XBTUSD", side: "long", size: 5, entryPrice: 100000 }],
  }],
};

/** The presets that are scenarios. */
export const scenarioExamples = () =>
  examples().map(({ text }) => JSON.parse(text)).filter(({ format }) => format === "margin-scenario/1");
