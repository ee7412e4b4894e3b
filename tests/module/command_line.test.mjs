// SPDX-License-Identifier: MIT
import assert from "node:assert/strict";
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { margin, vectors } from "./shipped.mjs";

const folder = mkdtempSync(join(tmpdir(), "margin-"));
after(() => rmSync(folder, { recursive: true }));
const golden = JSON.stringify(vectors()[0].scenario);
const file = join(folder, "scenario.json");
writeFileSync(file, golden);

test("evaluate prints the report, from a file or from standard input", () => {
  const run = margin(["evaluate", file]);
  assert.equal(run.status, 0);
  assert.equal(JSON.parse(run.stdout).format, "margin-report/1");
  assert.equal(margin(["evaluate", "-"], golden).stdout, run.stdout);
});

test("evaluate --text prints a table", () => {
  const { stdout, status } = margin(["evaluate", "--text", file]);
  assert.equal(status, 0);
  assert.match(stdout, /BTC +100,000\.00 +84,448\.16 \(-15\.55 %\) +none/);
});

test("bad input exits 2 with the errors on standard error", () => {
  const { status, stdout, stderr } = margin(["evaluate", "-"], "{}");
  assert.equal(status, 2);
  assert.equal(stdout, "");
  assert.deepEqual(JSON.parse(stderr).errors.map(({ path }) => path), ["/format", "/rulebook", "/wallets"]);
  assert.equal(margin(["evaluate", join(folder, "none.json")]).status, 2);
});

test("evaluate --lines answers every line in its place", () => {
  const { status, stdout } = margin(["evaluate", "--lines", "-"], `${golden}\n{}\n${golden}`);
  assert.equal(status, 0);
  const answers = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual(answers.map((answer) => "errors" in answer), [false, true, false]);
});

test("what cannot be read or written is told", { skip: process.platform !== "linux" }, () => {
  assert.equal(margin(["evaluate", folder]).status, 2);
  assert.equal(margin(["evaluate", "--lines", folder]).status, 2);
  const full = openSync("/dev/full", "w");
  assert.equal(margin(["rulebooks", "kraken-eea"], "", ["pipe", full, "pipe"]).status, 1);
  closeSync(full);
});

test("the table shows a position in liquidation as such", () => {
  const poor = golden.replace('{"asset":"BTC","quantity":1}', '{"asset":"USD","quantity":500}');
  assert.match(margin(["evaluate", "--text", "-"], poor).stdout, /long PF_XBTUSD.* now, 100,900\.00 \(\+0\.90 %\)/);
});

test("rulebooks lists and prints", () => {
  assert.deepEqual(margin(["rulebooks"]).stdout.split("\n").sort().filter(Boolean), ["kraken-2019", "kraken-eea", "kraken-global", "kraken-us"]);
  assert.equal(JSON.parse(margin(["rulebooks", "kraken-eea"]).stdout).id, "kraken-eea");
  assert.equal(margin(["rulebooks", "nowhere"]).status, 2);
});

test("--help and --version exit 0, a wrong call 2", () => {
  assert.equal(margin(["--help"]).status, 0);
  assert.equal(margin(["--version"]).status, 0);
  assert.equal(margin([]).status, 2);
  assert.equal(margin(["evaluate"]).status, 2);
  assert.equal(margin(["evaluate", "--text", "--lines", file]).status, 2);
});
