// SPDX-License-Identifier: MIT
// What each shipped module says of itself, and that it behaves where it is loaded.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { Worker } from "node:worker_threads";
import { margin, shipped, vectors } from "./shipped.mjs";

const golden = JSON.stringify(vectors()[0].scenario);
const onlyOfTheWhole = ["compare", "equityProtection", "explain", "pledgeOrSell"];
const ofBoth = ["checkRulebook", "evaluate", "rulebooks", "version"];

for (const [name, { load }] of Object.entries(shipped)) {
  test(`${name}: answers what its types say`, async () => {
    const module = await load();
    const answers = [...ofBoth, ...onlyOfTheWhole].filter((answer) => typeof module[answer] === "function");
    assert.deepEqual(answers, name === "margin" ? [...ofBoth, ...onlyOfTheWhole] : ofBoth);
  });
}

/** A test of each module: the module, and what it was loaded from. */
function eachModule(what, run) {
  for (const [name, from] of Object.entries(shipped)) {
    test(`${name}: ${what}`, async () => run(await from.load(), { name, ...from }));
  }
}

eachModule("answers the article's example", (module) => {
  const [wallet] = JSON.parse(module.evaluate(golden)).wallets;
  assert.equal(wallet.collateralValue, 98000);
  assert.ok(Math.abs(wallet.factors[0].below.price - (100000 * 505) / 598) < 1e-6);
});

eachModule("says its version, the one of the build", (module) => {
  const cmake = readFileSync(new URL("../../CMakeLists.txt", import.meta.url), "utf8");
  assert.equal(module.version(), /project\(margin VERSION ([\d.]+)/.exec(cmake)[1]);
  assert.equal(margin(["--version"]).stdout.trim(), module.version());
});

eachModule("brings the rulebooks of the folder", (module, { name }) => {
  const books = JSON.parse(module.rulebooks());
  assert.deepEqual(books.map((book) => book.id).sort(), ["kraken-2019", "kraken-eea", "kraken-global", "kraken-us"]);
  for (const book of books) {
    const file = JSON.parse(readFileSync(new URL(`../../rulebooks/${book.id}.json`, import.meta.url), "utf8"));
    const { assumptions, sources, ...rules } = file;
    assert.ok(assumptions.length > 0 && sources.length > 0);
    assert.deepEqual(book, name === "margin" ? file : rules);
    assert.equal(module.checkRulebook(JSON.stringify(book)), '{"errors":[]}');
  }
});

eachModule("refuses by data, never by throwing", (module) => {
  for (const text of ["", "null", "{}", "\0", "[".repeat(1000), '{"wallets":' + "[".repeat(40)]) {
    assert.ok(JSON.parse(module.evaluate(text)).errors.length > 0, text.slice(0, 20));
  }
});

eachModule("keeps its memory", (module) => {
  const module64 = "x".repeat(64);
  const refused = golden.replace('"format"', `"${module64}"`);
  const grown = () => process.memoryUsage().arrayBuffers + process.memoryUsage().external;
  for (let i = 0; i < 2000; ++i) module.evaluate(i % 2 ? golden : refused);
  const before = grown();
  for (let i = 0; i < 20000; ++i) module.evaluate(i % 2 ? golden : refused);
  assert.ok(grown() - before < 4 << 20);
});

eachModule("runs in a worker", async (module, { url, wasmBinary }) => {
  const code = `
    const { parentPort, workerData } = require("node:worker_threads");
    import(workerData.url).then(async ({ default: createMargin }) => {
      const margin = await createMargin({ wasmBinary: workerData.wasmBinary });
      parentPort.postMessage(margin.evaluate(workerData.scenario));
    });`;
  const worker = new Worker(code, { eval: true, workerData: { url, wasmBinary, scenario: golden } });
  const answer = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  assert.equal(answer, module.evaluate(golden));
});
