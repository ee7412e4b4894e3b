// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { loadMargin, margin, vectors, wasmBinary } from "./shipped.mjs";

const module = await loadMargin();
const golden = JSON.stringify(vectors()[0].scenario);

test("answers the article's example", () => {
  const [wallet] = JSON.parse(module.evaluate(golden)).wallets;
  assert.equal(wallet.collateralValue, 98000);
  assert.ok(Math.abs(wallet.factors[0].below.price - (100000 * 505) / 598) < 1e-6);
});

test("says its version, the one of the build", () => {
  const cmake = readFileSync(new URL("../../CMakeLists.txt", import.meta.url), "utf8");
  assert.equal(module.version(), /project\(margin VERSION ([\d.]+)/.exec(cmake)[1]);
  assert.equal(margin(["--version"]).stdout.trim(), module.version());
});

test("brings the rulebooks of the folder, unchanged", () => {
  const books = JSON.parse(module.rulebooks());
  assert.deepEqual(books.map((book) => book.id).sort(), ["kraken-2019", "kraken-eea", "kraken-global", "kraken-us"]);
  for (const book of books) {
    const file = new URL(`../../rulebooks/${book.id}.json`, import.meta.url);
    assert.deepEqual(book, JSON.parse(readFileSync(file, "utf8")));
  }
});

test("refuses by data, never by throwing", () => {
  for (const text of ["", "null", "{}", "\0", "[".repeat(1000), '{"wallets":' + "[".repeat(40)]) {
    assert.ok(JSON.parse(module.evaluate(text)).errors.length > 0, text.slice(0, 20));
  }
});

test("keeps its memory", () => {
  const module64 = "x".repeat(64);
  const refused = golden.replace('"format"', `"${module64}"`);
  const grown = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  for (let i = 0; i < 2000; ++i) module.evaluate(i % 2 ? golden : refused);
  const before = grown();
  for (let i = 0; i < 20000; ++i) module.evaluate(i % 2 ? golden : refused);
  assert.ok(grown() - before < 4 << 20);
});

test("runs in a worker", async () => {
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    import(workerData.url).then(async ({ default: createMargin }) => {
      const margin = await createMargin({ wasmBinary: workerData.wasmBinary });
      parentPort.postMessage(margin.evaluate(workerData.scenario));
    });`;
  const url = new URL("../../build/wasm/margin.mjs", import.meta.url).href;
  const worker = new Worker(code, { eval: true, workerData: { url, wasmBinary, scenario: golden } });
  const answer = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  assert.equal(answer, module.evaluate(golden));
});
